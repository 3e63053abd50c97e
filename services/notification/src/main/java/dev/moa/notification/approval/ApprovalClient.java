package dev.moa.notification.approval;

import dev.moa.platform.identity.InnerClient;
import dev.moa.platform.identity.InnerClient.Peer;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The trading service, asked as the linked person: it decides what that person may do, and does it once. */
@Singleton
class ApprovalClient {
    private static final String PATH = "/api/v1/signals/approvals";

    private final InnerClient client;

    ApprovalClient(InnerClient client) {
        this.client = client;
    }

    WaitingPage waiting(UUID userId, int limit) {
        return client.asUser(userId).get(Peer.TRADING, PATH + "?status=waiting&limit=" + limit, WaitingPage.class);
    }

    WaitingOrder decide(UUID userId, UUID approvalId, boolean approve) {
        String path = PATH + "/" + approvalId + (approve ? "/approve" : "/refuse");
        return client.asUser(userId).post(Peer.TRADING, path, Map.of(), WaitingOrder.class);
    }

    @Serdeable
    record WaitingPage(@Nullable List<WaitingOrder> items) {}

    @Serdeable
    record WaitingOrder(
            UUID approvalId,
            @Nullable String strategyName,
            @Nullable String instrument,
            @Nullable String side,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable BigDecimal referencePrice,
            @Nullable String status,
            @Nullable List<String> reasons,
            Instant expiresAt) {}
}
