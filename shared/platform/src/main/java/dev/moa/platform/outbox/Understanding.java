package dev.moa.platform.outbox;

import dev.moa.contract.Fact;
import dev.moa.platform.json.UnreadableJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a handler understands: which contract names and versions, told by whom, are which record. */
final class Understanding {

    private final Wire wire;
    private final Map<ContractId, Class<? extends Fact>> types = new LinkedHashMap<>();

    Understanding(Wire wire, Collection<Class<? extends Fact>> facts) {
        this.wire = wire;
        facts.forEach(fact -> types.put(ContractId.of(fact), fact));
    }

    Set<String> names() {
        return types.keySet().stream().map(ContractId::name).collect(Collectors.toSet());
    }

    Set<String> producers() {
        return types.keySet().stream().map(ContractId::producer).collect(Collectors.toSet());
    }

    /** @throws NotUnderstood when it is none of them */
    Received<?> read(String text) {
        try {
            Wire.Message message = wire.read(text);
            ContractId contract = new ContractId(message.name(), message.version(), message.source());
            Class<? extends Fact> type = types.get(contract);
            if (type == null || message.eventId() == null || message.data() == null) {
                throw new NotUnderstood("no such contract here: " + contract, null);
            }
            return new Received<>(message.envelope(), wire.fact(message, type));
        } catch (UnreadableJson | IllegalArgumentException unreadable) {
            throw new NotUnderstood("unreadable: " + unreadable.getMessage(), unreadable);
        }
    }
}
