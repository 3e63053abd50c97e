package dev.moa.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalBodyTest {

    @Test
    void orderOfMembersNullsAndTrailingZerosDoNotMatter() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", new BigDecimal("1.50"));
        one.put("b", null);
        one.put("c", List.of(true));
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("c", List.of(true));
        other.put("a", 1.5);

        assertEquals(CanonicalBody.hash(one), CanonicalBody.hash(other));
    }

    @Test
    void whatSaysSomethingElseHasAnotherHash() {
        List<Object> bodies = Arrays.asList(
                null,
                "",
                "a",
                List.of(),
                List.of("a"),
                List.of("a", ""),
                List.of("a,"),
                Map.of(),
                Map.of("a", ""),
                Map.of("a", "1"),
                Map.of("a", 1),
                Map.of("a", 2),
                Map.of("a", List.of(1)),
                true,
                "true",
                Map.of("a", "b", "c", "d"),
                Map.of("a", "b1:c1:d"));
        long different = bodies.stream().map(CanonicalBody::hash).distinct().count();
        assertEquals(bodies.size(), different);
        assertNotEquals(CanonicalBody.hash(Collections.singletonList(null)), CanonicalBody.hash(List.of()));
    }
}
