package dev.moa.domain.risk;

/**
 * One reason against an order.
 *
 * @param code stable, for machines: {@code insufficient_funds}
 * @param message plain English with the numbers, for people
 */
public record Refusal(String code, String message) {}
