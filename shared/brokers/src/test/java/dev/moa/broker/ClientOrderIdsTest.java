package dev.moa.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.value.OrderId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientOrderIdsTest {
    private static final UUID EPOCH = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final OrderId INTENT = new OrderId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

    @Test
    void theSameAttemptHasTheSameNameAfterEveryRestart() {
        String name = ClientOrderIds.of(EPOCH, INTENT, 1);
        assertEquals(name, ClientOrderIds.of(EPOCH, INTENT, 1));
        assertTrue(name.matches("moa[0-9a-z]{26}"), name);
        assertTrue(ClientOrderIds.isOurs(name));
    }

    @Test
    void anotherAttemptAnotherIntentAndAnotherEpochHaveAnotherName() {
        String name = ClientOrderIds.of(EPOCH, INTENT, 1);
        assertNotEquals(name, ClientOrderIds.of(EPOCH, INTENT, 2));
        assertNotEquals(name, ClientOrderIds.of(UUID.randomUUID(), INTENT, 1));
        assertNotEquals(name, ClientOrderIds.of(EPOCH, new OrderId(UUID.randomUUID()), 1));
    }

    @Test
    void namesOfOthersAreNotOurs() {
        assertFalse(ClientOrderIds.isOurs(null));
        assertFalse(ClientOrderIds.isOurs("web_4711"));
        assertFalse(ClientOrderIds.isOurs("moa-4711"));
    }
}
