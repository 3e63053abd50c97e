package dev.moa.trading.risk.limit;

import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.RiskState;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Limits and states of every level, and what waits to be loosened. */
@Controller("/api/v1/risk")
@ExecuteOn(TaskExecutors.BLOCKING)
class RiskController {
    private final Levels levels;
    private final LimitBook book;
    private final RiskChanges changes;
    private final RiskStates states;

    RiskController(Levels levels, LimitBook book, RiskChanges changes, RiskStates states) {
        this.levels = levels;
        this.book = book;
        this.changes = changes;
        this.states = states;
    }

    /** The limits of one level with what waits there; without a level, the caller's own. */
    @Get("/limits")
    Map<String, Object> limits(Caller caller, @Nullable @QueryValue String level, @Nullable @QueryValue UUID id) {
        return view(caller, levels.visible(caller, level, id));
    }

    /** Changes the limits that are named; null takes one away. What allows more waits, see {@code pending}. */
    @Put("/limits")
    Map<String, Object> change(
            Caller caller,
            @Nullable @QueryValue String level,
            @Nullable @QueryValue UUID id,
            @RequestBody(content = @Content(schema = @Schema(type = "object"))) @Body JsonNode wanted) {
        Levels.Level changed = levels.changeable(caller, level, id);
        changes.changeLimits(caller, changed, LimitsText.members(wanted));
        return view(caller, changed);
    }

    private Map<String, Object> view(Caller caller, Levels.Level level) {
        return RiskViews.limits(caller, level, book.of(level.key()), changes.waiting(level.key()));
    }

    /** Whatever waits and the caller may see: their own, and everybody's for who could say yes to it. */
    @Get("/limits/changes")
    RiskViews.Changes waiting(Caller caller) {
        return new RiskViews.Changes(changes.waiting(caller).stream()
                .map(change -> RiskViews.change(caller, change))
                .toList());
    }

    @Post("/limits/changes/{id}/approve")
    @Status(HttpStatus.NO_CONTENT)
    void approve(Caller caller, UUID id) {
        changes.approve(caller, id);
    }

    @Delete("/limits/changes/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, UUID id) {
        changes.withdraw(caller, id);
    }

    /** Stricter at once; looser waits like a limit. */
    @Put("/state")
    RiskViews.StateView setState(
            Caller caller,
            @Nullable @QueryValue String level,
            @Nullable @QueryValue UUID id,
            @Valid @Body RiskViews.WantedState wanted) {
        Levels.Level changed = levels.changeable(caller, level, id);
        RiskState state = RiskViews.state(wanted.state());
        if (changed.key().level() != RiskLevel.ACCOUNT && wanted.instrument() != null) {
            throw Problem.invalid().field("instrument", "can only be given for the level account");
        }
        changes.changeState(
                caller,
                changed,
                new Change.State(
                        state,
                        wanted.instrument() == null ? "" : RiskViews.instrument(wanted.instrument()),
                        wanted.cause()));
        return RiskViews.states(changed, states.heldAt(changed.key()), waiting(caller, changed));
    }

    private List<RiskViews.ChangeView> waiting(Caller caller, Levels.Level level) {
        return changes.waiting(level.key()).stream()
                .map(change -> RiskViews.change(caller, change))
                .toList();
    }
}
