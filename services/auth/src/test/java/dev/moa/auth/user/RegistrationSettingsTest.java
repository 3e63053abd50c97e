package dev.moa.auth.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.settings.BadSetting;
import org.junit.jupiter.api.Test;

class RegistrationSettingsTest {

    @Test
    void threeModesAreKnown() {
        assertEquals("open", new RegistrationSettings(" Open ").mode());
        assertEquals("invite", new RegistrationSettings("invite").mode());
        assertEquals("closed", new RegistrationSettings("closed").mode());
    }

    @Test
    void anyOtherStopsTheServiceWithASentence() {
        var refused = assertThrows(BadSetting.class, () -> new RegistrationSettings("everybody"));
        assertTrue(refused.getMessage().contains("MOA_REGISTRATION"));
    }
}
