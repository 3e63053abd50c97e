package dev.moa.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.auth.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordSettingsIT {

    @TempDir
    Path keys;

    @Test
    void theDefaultsStandOnOwaspsFloor() {
        assertEquals(new PasswordSettings(12, 19_456, 2, 2, Duration.ofSeconds(10)), settings(Map.of()));
    }

    @Test
    void theNamesOfTheSettings() {
        assertEquals(
                new PasswordSettings(15, 32_768, 3, 1, Duration.ofSeconds(2)),
                settings(Map.of(
                        "MOA_PASSWORD_SHORTEST", 15,
                        "MOA_PASSWORD_MEMORY_KIB", 32_768,
                        "MOA_PASSWORD_PASSES", 3,
                        "MOA_PASSWORD_AT_ONCE", 1,
                        "MOA_PASSWORD_LONGEST_WAIT", "2s")));
    }

    @Test
    void weakerThanTheFloorStopsTheService() {
        assertThrows(RuntimeException.class, () -> settings(Map.of("MOA_PASSWORD_SHORTEST", 7)));
        assertThrows(RuntimeException.class, () -> settings(Map.of("MOA_PASSWORD_MEMORY_KIB", 4096)));
    }

    private PasswordSettings settings(Map<String, Object> environment) {
        try (Suite suite = new Suite(keys, environment)) {
            return suite.bean(PasswordSettings.class);
        }
    }
}
