package dev.moa.platform.identity;

import dev.moa.platform.identity.InnerClient.Credentials;
import dev.moa.platform.identity.InnerClient.Peer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

@Factory
class InnerClients {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    @Singleton
    InnerClient innerClient(JsonMapper json, PeerAddresses addresses, InnerSecret secret, Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new InnerClient(http, json, addresses, new AsService(secret, new LentTokens(clock)));
    }

    private record AsService(InnerSecret secret, LentTokens lent) implements Credentials {

        @Override
        public String header() {
            return InnerSecret.HEADER;
        }

        @Override
        public String value() {
            return secret.value();
        }

        @Override
        public Credentials ofUser(UUID userId, InnerClient asService) {
            return new AsUser(userId, asService, lent);
        }
    }

    private record AsUser(UUID userId, InnerClient asService, LentTokens lent) implements Credentials {

        @Override
        public String header() {
            return "Authorization";
        }

        @Override
        public String value() {
            return "Bearer " + lent.of(userId, asService);
        }

        @Override
        public Credentials ofUser(UUID other, InnerClient ignored) {
            return new AsUser(other, asService, lent);
        }
    }

    /** Tokens lent for people, reused while they have time left; few people are active at once. */
    private static final class LentTokens {

        private static final Duration SPARE = Duration.ofSeconds(15);
        private static final int MOST = 200;

        private final Clock clock;
        private final Map<UUID, Lent> byUser = new LinkedHashMap<>();

        LentTokens(Clock clock) {
            this.clock = clock;
        }

        String of(UUID userId, InnerClient asService) {
            Instant now = clock.instant();
            synchronized (byUser) {
                byUser.values().removeIf(lent -> now.plus(SPARE).isAfter(lent.until()) || byUser.size() > MOST);
                if (byUser.containsKey(userId)) {
                    return byUser.get(userId).token();
                }
            }
            TokenAnswer answer =
                    asService.post(Peer.AUTH, "/internal/tokens", Map.of("user_id", userId), TokenAnswer.class);
            synchronized (byUser) {
                byUser.put(userId, new Lent(answer.accessToken(), now.plusSeconds(answer.expiresIn())));
            }
            return answer.accessToken();
        }

        private record Lent(String token, Instant until) {}
    }

    @Serdeable
    record TokenAnswer(String accessToken, long expiresIn) {}
}
