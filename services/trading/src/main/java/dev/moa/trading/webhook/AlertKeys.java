package dev.moa.trading.webhook;

import dev.moa.crypto.token.Tokens;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.Secrets;
import dev.moa.trading.strategy.Strategies;
import dev.moa.trading.strategy.Strategy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who may send alerts to a strategy: whoever knows its secret, or signs with its signing secret. The second is not stored: it derives
 * from the stored hash of the first and the installation's inner secret, so a copy of the database is not enough to forge one.
 */
@Singleton
class AlertKeys {
    private static final String HMAC = "HmacSHA256";

    private final Strategies strategies;
    private final byte[] inner;

    AlertKeys(Strategies strategies, Secrets secrets) {
        this.strategies = strategies;
        this.inner = secrets.required("MOA_INNER_SECRET").getBytes(StandardCharsets.UTF_8);
    }

    /** An unknown strategy, a wrong secret and a wrong signature look the same. */
    Strategy sender(Alert alert) {
        Strategy strategy = strategies.find(alert.strategyId()).orElse(null);
        String hash = strategy == null || strategy.webhookSecretHash() == null ? "" : strategy.webhookSecretHash();
        boolean known = alert.has("signature")
                ? Tokens.equal(
                        signature(signingSecret(alert.text("strategy_id"), hash), alert), alert.text("signature"))
                : Tokens.equal(hash, Tokens.sha256Hex(alert.text("secret")));
        if (!known || hash.isEmpty()) {
            throw Problem.of(401, "wrong_secret", "The secret or signature does not fit the strategy.");
        }
        return strategy;
    }

    String signingSecret(Strategy strategy) {
        return signingSecret(strategy.id().toString(), strategy.webhookSecretHash());
    }

    private String signingSecret(String strategyId, String hash) {
        return hmac(inner, "webhook signing " + strategyId + " " + hash);
    }

    /** Hex HMAC-SHA-256 over all fields but the signature itself: {@code name=value}, sorted by name, joined by line feeds. */
    static String signature(String signingSecret, Alert alert) {
        Map<String, String> signed = new TreeMap<>(alert.fields());
        signed.remove("signature");
        String lines = signed.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
        return hmac(signingSecret.getBytes(StandardCharsets.UTF_8), lines);
    }

    private static String hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", impossible);
        }
    }
}
