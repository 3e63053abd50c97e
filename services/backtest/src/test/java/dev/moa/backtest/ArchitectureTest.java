package dev.moa.backtest;

import dev.moa.testkit.ArchitectureRules;
import java.util.List;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("dev.moa.backtest", List.of(List.of("history"), List.of("run"), List.of("measure")));
    }
}
