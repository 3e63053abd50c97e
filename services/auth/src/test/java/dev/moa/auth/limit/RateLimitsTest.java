package dev.moa.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.platform.settings.BadSetting;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void whatIsNotNamedKeepsItsDefault() {
        assertEquals(5, new RateLimits("api=7").login());
        assertEquals(60, new RateLimits("login=9").address());
        assertEquals(9, new RateLimits("login=9, webhook=3").login());
    }

    @Test
    void nonsenseIsRefused() {
        for (String nonsense :
                new String[] {"login", "login=", "login=0", "login=-1", "login=x", "=5", "login=5;api=3"}) {
            assertThrows(BadSetting.class, () -> new RateLimits(nonsense), nonsense);
        }
    }
}
