package dev.moa.trading.reconciliation;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.identity.MoneyMoving;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/** What differs between the caller's account and its broker. */
@Controller("/api/v1/accounts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class QuarantineController {
    private final Quarantines quarantines;

    QuarantineController(Quarantines quarantines) {
        this.quarantines = quarantines;
    }

    @Serdeable
    record QuarantineList(List<Quarantine> items) {}

    @Get("/quarantine")
    QuarantineList list(Caller caller, UUID id) {
        return new QuarantineList(quarantines.list(caller.userId(), id));
    }

    /** Harmless to repeat: what is settled answers 409. */
    @Post("/settle")
    @MoneyMoving
    QuarantineList settle(Caller caller, UUID id, @Valid @Body Settlement settlement) {
        quarantines.settle(caller.userId(), id, settlement);
        return list(caller, id);
    }
}
