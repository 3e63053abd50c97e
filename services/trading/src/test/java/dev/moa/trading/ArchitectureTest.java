package dev.moa.trading;

import dev.moa.testkit.ArchitectureRules;
import java.util.List;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super(
                "dev.moa.trading",
                List.of(
                        List.of("webhook", "approval", "rehearsal"),
                        List.of("signal", "halt", "invariant", "ticket", "exit", "reconciliation"),
                        List.of("plan"),
                        List.of("strategy", "order", "performance", "history"),
                        List.of("portfolio", "snapshot"),
                        List.of("venue", "connection"),
                        List.of("account"),
                        List.of("risk"),
                        List.of("rate"),
                        List.of("report", "price", "household")));
    }
}
