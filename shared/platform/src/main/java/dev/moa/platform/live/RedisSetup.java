package dev.moa.platform.live;

import dev.moa.platform.settings.Secrets;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.micronaut.configuration.lettuce.AbstractRedisConfiguration;
import io.micronaut.configuration.lettuce.ClientResourcesMutator;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.event.BeanDestroyedEvent;
import io.micronaut.context.event.BeanDestroyedEventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A Redis client that fails fast, comes back by itself, and takes few threads. */
final class RedisSetup {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private RedisSetup() {}

    @Singleton
    static class Address implements BeanCreatedEventListener<AbstractRedisConfiguration> {

        private final Secrets secrets;

        Address(Secrets secrets) {
            this.secrets = secrets;
        }

        @Override
        public AbstractRedisConfiguration onCreated(BeanCreatedEvent<AbstractRedisConfiguration> event) {
            RedisURI uri = event.getBean().getUri().orElse(event.getBean());
            uri.setTimeout(PATIENCE);
            secrets.optional("MOA_REDIS_PASSWORD")
                    .ifPresent(password ->
                            uri.setCredentialsProvider(new StaticCredentialsProvider(null, password.toCharArray())));
            return event.getBean();
        }
    }

    @Singleton
    static class Resources implements ClientResourcesMutator {
        @Override
        public void mutate(ClientResources.Builder builder, AbstractRedisConfiguration configuration) {
            builder.ioThreadPoolSize(2)
                    .computationThreadPoolSize(2)
                    .reconnectDelay(() -> Delay.exponential(50, 2000, TimeUnit.MILLISECONDS, 2));
        }
    }

    @Singleton
    static class Options implements BeanCreatedEventListener<RedisClient> {
        @Override
        public RedisClient onCreated(BeanCreatedEvent<RedisClient> event) {
            event.getBean()
                    .setOptions(ClientOptions.builder()
                            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                            .socketOptions(SocketOptions.builder()
                                    .connectTimeout(PATIENCE)
                                    .keepAlive(true)
                                    .build())
                            .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                            .build());
            return event.getBean();
        }
    }

    /** The framework ends the client and forgets the threads it made for it. */
    @Singleton
    static class End implements BeanDestroyedEventListener<RedisClient> {
        @Override
        public void onDestroyed(BeanDestroyedEvent<RedisClient> event) {
            event.getBean().getResources().shutdown(0, 1, TimeUnit.SECONDS);
        }
    }
}
