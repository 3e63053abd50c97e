package dev.moa.auth.preference;

import dev.moa.platform.identity.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/api/v1/users/me/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
class PreferenceController {

    private final PreferenceChange preferences;

    PreferenceController(PreferenceChange preferences) {
        this.preferences = preferences;
    }

    @Get
    Preferences read(Caller caller) {
        return preferences.of(caller);
    }

    /** What is left out stays as it is. */
    @Put
    Preferences change(Caller caller, @Body Preferences wish) {
        return preferences.change(caller, wish);
    }
}
