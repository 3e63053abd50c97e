package dev.moa.auth.user;

import dev.moa.platform.settings.BadSetting;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.util.Locale;
import java.util.Set;

/** {@code MOA_REGISTRATION}: who may make an account once there is a first one. */
@Context
class RegistrationSettings {

    private final String mode;

    RegistrationSettings(@Property(name = "moa.registration", defaultValue = "invite") String given) {
        mode = given.strip().toLowerCase(Locale.ROOT);
        if (!Set.of("open", "invite", "closed").contains(mode)) {
            throw new BadSetting("MOA_REGISTRATION must be open, invite or closed.");
        }
    }

    String mode() {
        return mode;
    }
}
