package dev.moa.platform.outbox;

import dev.moa.platform.health.Part;
import jakarta.inject.Singleton;
import java.util.Map;

@Singleton
class RabbitPart implements Part {

    private final Rabbit rabbit;
    private final Upkeep upkeep;

    RabbitPart(Rabbit rabbit, Upkeep upkeep) {
        this.rabbit = rabbit;
        this.upkeep = upkeep;
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public boolean isUp() {
        return rabbit.isConnected();
    }

    @Override
    public Map<String, Object> facts() {
        OutboxTable.Backlog backlog = upkeep.backlog();
        return Map.of("outbox_depth", backlog.depth(), "outbox_age_seconds", backlog.age());
    }
}
