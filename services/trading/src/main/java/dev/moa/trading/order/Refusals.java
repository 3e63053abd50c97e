package dev.moa.trading.order;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskVerdict;
import dev.moa.platform.problem.Problem;
import java.util.Map;
import java.util.stream.Collectors;

/** A refusal as people and programs get it: the first reason as its code, all of them in words and as a list. */
public final class Refusals {
    private Refusals() {}

    public static Problem problem(RiskVerdict verdict) {
        String all = verdict.reasons().stream().map(Refusal::message).collect(Collectors.joining(" "));
        return Problem.refused(verdict.reasons().getFirst().code(), all)
                .with(
                        "reasons",
                        verdict.reasons().stream()
                                .map(reason -> Map.of("code", reason.code(), "message", reason.message()))
                                .toList());
    }
}
