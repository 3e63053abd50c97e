package dev.moa.trading.rehearsal;

import dev.moa.platform.identity.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;

/** What an entry of a strategy would risk, before there is one. */
@Controller("/api/v1/strategies/simulate-risk")
@ExecuteOn(TaskExecutors.BLOCKING)
class RiskSimulationController {
    private final RiskSimulation simulation;

    RiskSimulationController(RiskSimulation simulation) {
        this.simulation = simulation;
    }

    @Post
    RiskSimulationView simulate(Caller caller, @Valid @Body RiskSimulationRequest body) {
        return simulation.of(caller.userId(), body);
    }
}
