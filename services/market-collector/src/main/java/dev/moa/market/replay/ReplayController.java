package dev.moa.market.replay;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;

/** For {@code ./moa replay}, on the inner network only: the platform asks for the inner secret. */
@Controller("/internal/replays")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReplayController {
    private final Replays replays;
    private final Clock clock;

    ReplayController(Replays replays, Clock clock) {
        this.replays = replays;
        this.clock = clock;
    }

    @Post
    @Status(HttpStatus.ACCEPTED)
    ReplayView start(@Valid @Body ReplayRequest request) {
        return view(replays.start(request));
    }

    @Get("/{id}")
    ReplayView show(UUID id) {
        return view(replays.find(id));
    }

    @Delete("/{id}")
    ReplayView cancel(UUID id) {
        return view(replays.cancel(id));
    }

    private ReplayView view(Replay replay) {
        return ReplayView.of(replay, clock.instant());
    }
}
