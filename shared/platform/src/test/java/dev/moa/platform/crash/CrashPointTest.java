package dev.moa.platform.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrashPointTest {
    @Test
    void anUnarmedPointDoesNothingAndAnArmedOneTellsItsName() {
        List<String> passed = new ArrayList<>();
        CrashPoint.at("CP01");
        try (var _ = CrashPoint.arm(passed::add)) {
            CrashPoint.at("CP02");
            assertThrows(IllegalStateException.class, () -> CrashPoint.arm(name -> {}), "only one test at a time");
        }
        CrashPoint.at("CP03");
        assertEquals(List.of("CP02"), passed);
    }

    @Test
    void whatAnArmedPointThrowsReachesTheCaller() {
        try (var _ = CrashPoint.arm(name -> {
            throw new AssertionError(name);
        })) {
            assertThrows(AssertionError.class, () -> CrashPoint.at("CP04"));
        }
    }
}
