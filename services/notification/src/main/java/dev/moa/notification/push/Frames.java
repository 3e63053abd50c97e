package dev.moa.notification.push;

import dev.moa.contract.LiveMessages.Quote;
import dev.moa.notification.live.LiveEvent;
import dev.moa.notification.socket.Conflated;
import dev.moa.platform.json.Json;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts the server sends. Event names are ours and need no escaping; the rest is written by the JSON mapper. */
@Singleton
class Frames {
    private final Json json;

    Frames(Json json) {
        this.json = json;
    }

    String event(String event, Map<String, ?> data) {
        return event(event, json.write(data));
    }

    String event(LiveEvent event) {
        return event(event.event(), event.seq(), event.body());
    }

    /** {@code code} is a stable machine word; the detail is for people and never repeats what was sent. */
    String error(String code, String detail) {
        return event("error", Map.of("code", code, "detail", detail));
    }

    /** Any value of which only the newest counts; its number is that of the last private event before it. */
    Conflated latest(String event, Object data) {
        return seq -> event(event, seq, json.write(data));
    }

    Conflated price(Quote quote) {
        return new Price(json, quote, quote.volume());
    }

    private static String event(String event, long seq, String data) {
        return "{\"event\":\"" + event + "\",\"seq\":" + seq + ",\"data\":" + data + "}";
    }

    private static String event(String event, String data) {
        return "{\"event\":\"" + event + "\",\"data\":" + data + "}";
    }

    /** A price; the volume of those it replaces is not lost. */
    private record Price(Json json, Quote quote, BigDecimal volume) implements Conflated {

        @Override
        public Conflated replacing(Conflated older) {
            BigDecimal before = older instanceof Price price ? price.volume() : null;
            if (before == null) {
                return this;
            }
            return new Price(json, quote, volume == null ? before : volume.add(before));
        }

        @Override
        public String frame(long seq) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("instrument", quote.instrument());
            data.put("price", quote.price());
            if (quote.bid() != null && quote.ask() != null) {
                data.put("bid", quote.bid());
                data.put("ask", quote.ask());
            }
            data.put("volume", volume == null ? BigDecimal.ZERO : volume);
            data.put("time", quote.time());
            data.put("source", quote.source());
            data.values().removeIf(java.util.Objects::isNull);
            return event("price_update", seq, json.write(data));
        }
    }
}
