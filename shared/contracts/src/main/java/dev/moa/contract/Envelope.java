package dev.moa.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * What every fact carries on the wire beside its own fields.
 *
 * @param eventId UUIDv7, the identity by which consumers recognise a redelivery
 * @param name contract name, for example {@code order.filled}
 * @param version contract version
 * @param time when it happened, UTC
 * @param source producing service: auth, trading, market, backtest
 * @param subject id of the thing it is about (order id, instrument, run id)
 * @param owner the person it belongs to, or null when it belongs to nobody (market data)
 */
public record Envelope(
        UUID eventId, String name, int version, Instant time, String source, String subject, UUID owner) {}
