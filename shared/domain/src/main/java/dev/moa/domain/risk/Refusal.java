package dev.moa.domain.risk;

/**
 * One reason against an order.
 *
 * @param code stable, for machines: {@code insufficient_funds}
 * @param message plain English with the numbers, for people
 * @param level whose limit speaks, null when it is the order itself or the venue's rule
 */
public record Refusal(String code, String message, RiskLevel level) {
    public Refusal(String code, String message) {
        this(code, message, null);
    }
}
