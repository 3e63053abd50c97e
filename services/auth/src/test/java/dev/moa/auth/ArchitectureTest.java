package dev.moa.auth;

import dev.moa.testkit.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final ArchitectureRules rules = new ArchitectureRules("dev.moa.auth");

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
    void nobodyReadsTheWallClock() {
        rules.nobodyReadsTheWallClock();
    }

    @Test
    void featuresHaveNoCycles() {
        rules.featuresHaveNoCycles();
    }

    @Test
    void featuresUseOnlyWhatIsToTheirRight() {
        rules.featuresUseOnlyWhatIsToTheirRight(List.of(
                List.of("system"),
                List.of("signin"),
                List.of("session", "limit"),
                List.of("user"),
                List.of("invite", "password", "preference", "mode"),
                List.of("keys")));
    }
}
