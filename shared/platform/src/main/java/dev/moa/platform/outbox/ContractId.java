package dev.moa.platform.outbox;

import dev.moa.contract.Contract;
import dev.moa.contract.Fact;
import java.util.Locale;

/**
 * What identifies a contract.
 *
 * @param producer the service whose family the record is in: {@code TradingEvents} is told by {@code trading}
 */
record ContractId(String name, int version, String producer) {

    private static final String FAMILY_ENDING = "Events";

    static ContractId of(Class<? extends Fact> type) {
        Contract contract = type.getAnnotation(Contract.class);
        Class<?> family = type.getEnclosingClass();
        if (contract == null || family == null || !family.getSimpleName().endsWith(FAMILY_ENDING)) {
            throw new IllegalArgumentException(type.getName() + " is no fact of a producer's family");
        }
        String owner = family.getSimpleName();
        String producer = owner.substring(0, owner.length() - FAMILY_ENDING.length());
        return new ContractId(contract.name(), contract.version(), producer.toLowerCase(Locale.ROOT));
    }
}
