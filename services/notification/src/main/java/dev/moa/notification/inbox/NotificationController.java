package dev.moa.notification.inbox;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/api/v1/notifications")
@ExecuteOn(TaskExecutors.BLOCKING)
class NotificationController {
    private final InboxReading reading;

    NotificationController(InboxReading reading) {
        this.reading = reading;
    }

    @Get
    Page<NotificationView> list(
            Caller caller, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return reading.page(caller.userId(), PageRequest.of(limit, cursor));
    }
}
