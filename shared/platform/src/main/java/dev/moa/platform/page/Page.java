package dev.moa.platform.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list, as JSON {@code {items: [...], next_cursor}}.
 *
 * @param nextCursor what to send as {@code cursor} for the next page, null on the last one
 */
@Serdeable
public record Page<T>(
        @JsonInclude(JsonInclude.Include.ALWAYS) List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {

    /**
     * A page out of rows read with {@link PageRequest#fetch()} as limit: one more than is shown tells that there is more.
     *
     * @param id the key the list is ordered by
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, UUID> id) {
        if (rows.size() <= request.limit()) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> shown = List.copyOf(rows.subList(0, request.limit()));
        return new Page<>(shown, PageRequest.cursor(id.apply(shown.getLast())));
    }

    /** The same page with every item turned into something else, usually a view. */
    public <V> Page<V> map(Function<? super T, ? extends V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), nextCursor);
    }
}
