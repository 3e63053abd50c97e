package dev.moa.platform.live;

import dev.moa.platform.json.Json;
import dev.moa.platform.problem.DependencyAway;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Redis as the place of latest values. It may be away or forget everything at any time: reading then finds nothing,
 * writing throws {@link DependencyAway} (503) within about half a second, and nobody who only publishes is disturbed.
 */
@Singleton
public class Live {

    private static final String COUNT = "local n = redis.call('INCR', KEYS[1]) "
            + "if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return n";

    private final RedisLink redis;
    private final Subscriptions subscriptions;
    private final Json json;

    Live(RedisLink redis, Subscriptions subscriptions, Json json) {
        this.redis = redis;
        this.subscriptions = subscriptions;
        this.json = json;
    }

    /** Tells everybody who listens now. False when Redis could not take it: the message is lost, as is allowed. */
    public boolean publish(String channel, Object message) {
        String text = message instanceof String written ? written : json.write(message);
        return redis.tryAsk(commands -> commands.publish(channel, text)).isPresent();
    }

    /**
     * Calls the listener for every message on a channel of that pattern ({@code market:*}; glob style), one after the
     * other, on a thread of its own. A listener that is too slow loses the oldest messages. Survives any absence of
     * Redis; what was told meanwhile is lost.
     *
     * @param listener gets the channel and the message text
     */
    public Subscription subscribe(String pattern, BiConsumer<String, String> listener) {
        return subscriptions.add(pattern, listener);
    }

    /** The fields of a hash; empty when there is none or Redis is away ({@link #available()} tells which). */
    public Optional<Map<String, String>> hash(String key) {
        return redis.tryAsk(commands -> commands.hgetall(key)).filter(fields -> !fields.isEmpty());
    }

    /** Sets these fields, leaves others of the hash alone, and lets the whole hash live that long from now. */
    public void putHash(String key, Map<String, String> fields, Duration ttl) {
        redis.ask(commands -> {
            commands.hset(key, fields);
            return commands.pexpire(key, ttl.toMillis());
        });
    }

    /** The value; empty when there is none or Redis is away. */
    public Optional<String> get(String key) {
        return redis.tryAsk(commands -> commands.get(key));
    }

    /** Sets the value for that long. */
    public void set(String key, String value, Duration ttl) {
        redis.ask(commands -> commands.psetex(key, ttl.toMillis(), value));
    }

    /** Removes the key if it is there. */
    public void remove(String key) {
        redis.ask(commands -> commands.del(key));
    }

    /** Counts up and answers the new count; the count begins anew that long after its first step. */
    public long increment(String key, Duration ttl) {
        return redis.ask((RedisAsyncCommands<String, String> commands) -> commands.<Long>eval(
                COUNT, ScriptOutputType.INTEGER, new String[] {key}, Long.toString(ttl.toMillis())));
    }

    /** Whether Redis answered lately; asks nobody. */
    public boolean available() {
        return redis.available();
    }
}
