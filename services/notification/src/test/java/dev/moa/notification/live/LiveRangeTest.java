package dev.moa.notification.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LiveRangeTest {
    @Test
    void aReaderMissesNothingWhenTheNextNumberIsStillThere() {
        LiveRange range = new LiveRange(5, 9);
        assertTrue(range.continuesAfter(4));
        assertTrue(range.continuesAfter(9));
        assertFalse(range.continuesAfter(3));
    }

    @Test
    void aNumberThatWasNeverGivenIsNoPlaceToContinue() {
        assertFalse(new LiveRange(5, 9).continuesAfter(10));
        assertFalse(new LiveRange(1, 0).continuesAfter(1));
        assertTrue(new LiveRange(1, 0).continuesAfter(0));
    }

    @Test
    void whoSawEverythingContinuesEvenWhenNothingIsKept() {
        assertTrue(new LiveRange(10, 9).continuesAfter(9));
        assertFalse(new LiveRange(10, 9).continuesAfter(8));
    }
}
