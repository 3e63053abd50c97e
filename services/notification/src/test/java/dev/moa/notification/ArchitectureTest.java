package dev.moa.notification;

import dev.moa.testkit.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private final ArchitectureRules rules = new ArchitectureRules("dev.moa.notification");

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
                List.of("inbox"),
                List.of("push", "chat"),
                List.of("approval"),
                List.of("telegram", "live"),
                List.of("delivery", "socket", "preference", "price")));
    }
}
