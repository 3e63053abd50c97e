package dev.moa.market.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.moa.platform.identity.Caller;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

@Controller("/api/v1/market")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedController {
    private final WatchList watchList;

    FeedController(WatchList watchList) {
        this.watchList = watchList;
    }

    @Serdeable
    record WatchRequest(@NotBlank @Size(max = 80) String instrument) {}

    @Serdeable
    record WatchedView(String instrument, @Nullable String feed) {
        static WatchedView of(WatchList.Watched watched) {
            return new WatchedView(watched.instrument().toString(), watched.feed());
        }
    }

    @Serdeable
    record WatchListView(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<WatchedView> items) {}

    @Get("/feeds")
    FeedsView feeds() {
        return watchList.feeds();
    }

    @Get("/watch")
    WatchListView watched() {
        return new WatchListView(watchList.all().stream().map(WatchedView::of).toList());
    }

    @Post("/watch")
    @Status(HttpStatus.CREATED)
    WatchedView watch(@Valid @Body WatchRequest request, Caller caller) {
        return WatchedView.of(watchList.add(request.instrument(), caller.userId()));
    }
}
