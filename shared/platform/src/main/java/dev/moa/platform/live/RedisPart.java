package dev.moa.platform.live;

import dev.moa.platform.health.Part;
import jakarta.inject.Singleton;

@Singleton
class RedisPart implements Part {

    private final RedisLink redis;

    RedisPart(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean isUp() {
        return redis.available();
    }
}
