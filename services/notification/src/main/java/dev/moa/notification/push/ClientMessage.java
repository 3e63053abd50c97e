package dev.moa.notification.push;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What a client says: {@code {"event": …, "data": {…}}}. */
@Serdeable
record ClientMessage(String event, @Nullable Data data) {

    @Serdeable
    record Data(
            @Nullable String token,
            @Nullable List<String> channels,
            @Nullable Long afterSeq) {}

    Data dataOrNothing() {
        return data == null ? new Data(null, null, null) : data;
    }
}
