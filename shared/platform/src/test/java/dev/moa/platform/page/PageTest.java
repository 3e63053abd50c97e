package dev.moa.platform.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.platform.Ids;
import dev.moa.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void aCursorLeadsToTheNextPageAndTheLastPageHasNone() {
        List<UUID> ids = Stream.generate(Ids::next).limit(3).toList();
        PageRequest first = PageRequest.of(2, null);
        Page<UUID> page = Page.of(ids, first, id -> id);

        assertEquals(ids.subList(0, 2), page.items());
        assertEquals(ids.get(1), PageRequest.of(2, page.nextCursor()).before());
        assertNull(Page.of(ids.subList(0, 2), first, id -> id).nextCursor());
        assertEquals(List.of(36, 36), page.map(id -> id.toString().length()).items());
    }

    @Test
    void fiftyByDefaultAndNeverMoreThanFiveHundred() {
        assertEquals(50, PageRequest.of(null, "").limit());
        assertEquals(501, PageRequest.of(500, null).fetch());
        for (int bad : new int[] {0, -1, 501, Integer.MAX_VALUE}) {
            assertThrows(Problem.class, () -> PageRequest.of(bad, null));
        }
    }

    @Test
    void foreignCursorsAreRefused() {
        for (String bad : List.of("x", "%%%", "AAAA", "a".repeat(1000), "' or 1=1")) {
            assertEquals(
                    "validation_failed",
                    assertThrows(Problem.class, () -> PageRequest.of(1, bad)).code());
        }
    }

    @Test
    void idsAscend() {
        List<UUID> ids = IntStream.range(0, 10_000).mapToObj(n -> Ids.next()).toList();
        assertEquals(
                ids.stream().map(UUID::toString).sorted().toList(),
                ids.stream().map(UUID::toString).toList());
        assertEquals(7, ids.getFirst().version());
    }
}
