package dev.moa.notification.chat;

import dev.moa.platform.identity.InnerClient;
import dev.moa.platform.identity.InnerClient.Peer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The trading service, asked as the linked person: it decides what that person may see. */
@Singleton
class TradingClient {
    private final InnerClient client;

    TradingClient(InnerClient client) {
        this.client = client;
    }

    Summary summary(UUID userId) {
        return client.asUser(userId).get(Peer.TRADING, "/api/v1/portfolio/summary", Summary.class);
    }

    PositionPage positions(UUID userId, int limit) {
        return client.asUser(userId).get(Peer.TRADING, "/api/v1/positions?limit=" + limit, PositionPage.class);
    }

    @Serdeable
    record Summary(
            @Nullable String mode,
            @Nullable String currency,
            @Nullable BigDecimal equity,
            @Nullable List<Cash> cash,
            @Nullable BigDecimal todayPnl,
            @Nullable BigDecimal unrealizedPnl,
            @Nullable BigDecimal realizedPnl,
            @Nullable Integer openPositions) {}

    @Serdeable
    record Cash(
            @Nullable String currency,
            @Nullable BigDecimal total,
            @Nullable BigDecimal available) {}

    @Serdeable
    record PositionPage(
            @Nullable List<Position> items, @Nullable String nextCursor) {}

    @Serdeable
    record Position(
            @Nullable String instrument,
            @Nullable String side,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal entryPrice,
            @Nullable BigDecimal markPrice,
            @Nullable BigDecimal unrealizedPnl) {}
}
