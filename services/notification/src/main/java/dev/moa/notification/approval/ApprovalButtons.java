package dev.moa.notification.approval;

import dev.moa.crypto.token.Tokens;
import dev.moa.notification.preference.Language;
import dev.moa.platform.json.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Buttons that approve or refuse: each carries a secret of its own that counts once, for its person alone. */
@Singleton
public class ApprovalButtons {
    static final String PREFIX = "a:";

    private static final int NONCE_BYTES = 16;
    private static final Duration KEPT = Duration.ofDays(1);

    private final ApprovalButtonStore store;
    private final Json json;
    private final Clock clock;

    ApprovalButtons(ApprovalButtonStore store, Json json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** An order that may be decided about until then. */
    public record Waiting(UUID approvalId, Instant expiresAt) {}

    /** A keyboard with a row for each of them, numbered when there are several; in the running transaction. */
    public String keyboard(UUID userId, Language language, List<Waiting> waiting) {
        store.forget(clock.instant().minus(KEPT));
        List<List<Map<String, String>>> rows = IntStream.range(0, waiting.size())
                .mapToObj(i -> row(userId, language, waiting.get(i), waiting.size() == 1 ? "" : " " + (i + 1)))
                .toList();
        return json.write(Map.of("inline_keyboard", rows));
    }

    private List<Map<String, String>> row(UUID userId, Language language, Waiting waiting, String number) {
        return List.of(
                button(userId, waiting, true, language.pick("✅ Approve", "✅ 승인") + number),
                button(userId, waiting, false, language.pick("✖ Refuse", "✖ 거절") + number));
    }

    private Map<String, String> button(UUID userId, Waiting waiting, boolean approve, String label) {
        String nonce = Tokens.random(NONCE_BYTES);
        store.add(
                Tokens.sha256Hex(nonce),
                new ApprovalButton(userId, waiting.approvalId(), approve, waiting.expiresAt()));
        return Map.of("text", label, "callback_data", PREFIX + nonce);
    }
}
