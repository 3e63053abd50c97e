package dev.moa.trading.order;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.platform.problem.Problem;
import java.util.Map;
import java.util.stream.Collectors;

/** A refusal as people and programs get it: the first reason as its code, all of them in words and as a list. */
public final class Refusals {
    private Refusals() {}

    private static final String HALTED = "trading_halted";
    private static final int LOCKED = 423;

    public static Problem problem(RiskVerdict verdict) {
        String all = verdict.reasons().stream().map(Refusal::message).collect(Collectors.joining(" "));
        Problem problem = verdict.refusedFor(HALTED)
                ? Problem.of(LOCKED, HALTED, all)
                : Problem.refused(verdict.reasons().getFirst().code(), all);
        return problem.with(
                "reasons", verdict.reasons().stream().map(Refusals::members).toList());
    }

    /** Whose limit it is stands beside it where there is one. */
    private static Map<String, String> members(Refusal reason) {
        return reason.level() == null
                ? Map.of("code", reason.code(), "message", reason.message())
                : Map.of(
                        "code",
                        reason.code(),
                        "message",
                        reason.message(),
                        "level",
                        reason.level().word());
    }
}
