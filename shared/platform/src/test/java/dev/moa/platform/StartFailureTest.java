package dev.moa.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.platform.settings.BadSetting;
import java.net.BindException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void aBadSettingIsTheWholeStory() {
        StartFailure failure = StartFailure.of(
                new IllegalStateException("Bean definition …\nPath Taken", new BadSetting("MOA_TZ must be a zone.")));
        assertEquals("MOA_TZ must be a zone.", failure.sentence());
        assertTrue(failure.isPlain());
    }

    @Test
    void aTakenPortIsTold() {
        assertTrue(StartFailure.of(new RuntimeException(new BindException("in use")))
                .isPlain());
    }

    @Test
    void anythingElseIsItsInnermostFirstLine() {
        StartFailure failure = StartFailure.of(new RuntimeException("outer", new IllegalStateException("inner\nmore")));
        assertEquals("inner", failure.sentence());
        assertFalse(failure.isPlain());
        assertEquals(
                "NullPointerException",
                StartFailure.of(new NullPointerException()).sentence());
    }
}
