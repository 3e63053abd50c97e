package dev.moa.market;

import dev.moa.testkit.ArchitectureRules;
import java.util.List;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super(
                "dev.moa.market",
                List.of(List.of("feed", "replay"), List.of("quote"), List.of("candle"), List.of("instrument")));
    }
}
