package dev.moa.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySourcePropertyResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void rateLimitsKeepTheirDefaultsWhereNothingIsSaid() {
        assertEquals(new RateLimits(5, 100, 10, 60), RateLimits.parse(""));
        assertEquals(new RateLimits(7, 100, 10, 61), RateLimits.parse(" login = 7 ,address=61"));
        assertEquals(120, RateLimits.burst(100));
        assertEquals(6, RateLimits.burst(5));
    }

    @Test
    void rateLimitsThatCannotBeMeantAreRefusedInOneSentence() {
        for (String bad :
                List.of("login", "login=", "login=0", "login=-1", "logins=5", "login=5;api=3", "api=1e9", ",")) {
            BadSetting refused = assertThrows(BadSetting.class, () -> RateLimits.parse(bad), bad);
            assertTrue(refused.getMessage().startsWith("MOA_RATE_LIMITS must look like"));
        }
    }

    @Test
    void aSecretComesFromItsNameOrFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from the file\n");
        assertEquals(Optional.of("given"), find(Map.of("MOA_X", "given", "MOA_X_FILE", file.toString())));
        assertEquals(Optional.of("from the file"), find(Map.of("MOA_X_FILE", file.toString())));
        assertEquals(Optional.empty(), find(Map.of("MOA_X", " ")));
        assertEquals(Optional.empty(), find(Map.of()));
    }

    @Test
    void anUnreadableOrEmptySecretFileIsABadSetting(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThrows(BadSetting.class, () -> find(Map.of("MOA_X_FILE", empty.toString())));
        assertThrows(BadSetting.class, () -> find(Map.of("MOA_X_FILE", "/does/not/exist")));
    }

    @Test
    void onlyNamesNobodyReadsAreUnknown() {
        assertEquals(
                List.of("MOA_HTTP_PROT", "MOA_REDIS_PASSWORD_FILE_FILE"),
                UnknownNames.among(List.of(
                        "PATH",
                        "MOA_HTTP_PORT",
                        "MOA_HTTP_PROT",
                        "MOA_DB_PASSWORD_FILE",
                        "MOA_REDIS_PASSWORD_FILE_FILE",
                        "MOA_BROKER_BINANCE_FUTURES_REST_URL",
                        "MOA_AUTH_PKCS11_KEY_LABEL")));
    }

    private static Optional<String> find(Map<String, Object> environment) {
        PropertySource source = PropertySource.of("env", environment);
        return SecretFiles.find(new PropertySourcePropertyResolver(source), "MOA_X");
    }
}
