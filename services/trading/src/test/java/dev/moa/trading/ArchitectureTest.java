package dev.moa.trading;

import dev.moa.testkit.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final ArchitectureRules rules = new ArchitectureRules("dev.moa.trading");

    @Test
    void controllersDoNotTouchStores() {
        rules.controllersDoNotTouchStores();
    }

    @Test
    void controllersArePackagePrivate() {
        rules.controllersArePackagePrivate();
    }

    @Test
    void onlyStoresTalkSql() {
        rules.onlyStoresTalkSql();
    }

    @Test
    void nobodyArmsCrashPoints() {
        rules.nobodyArmsCrashPoints();
    }

    @Test
    void nobodyReadsTheWallClock() {
        rules.nobodyReadsTheWallClock();
    }

    @Test
    void featuresUseOnlyWhatIsToTheirRight() {
        rules.featuresHaveNoCycles();
        rules.featuresUseOnlyWhatIsToTheirRight(List.of(
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
