package dev.moa.domain.risk;

import java.util.Locale;

/** At which level a limit or a state holds; an order has to pass all of them. */
public enum RiskLevel {
    HOUSEHOLD("the household"),
    USER("this person"),
    ACCOUNT("this account"),
    STRATEGY("this strategy");

    private final String title;

    RiskLevel(String title) {
        this.title = title;
    }

    /** As in JSON: {@code account}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For sentences: {@code this account}. */
    public String title() {
        return title;
    }
}
