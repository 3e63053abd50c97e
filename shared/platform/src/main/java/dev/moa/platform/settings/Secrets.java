package dev.moa.platform.settings;

import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Settings that are secret: given as {@code NAME}, or better as {@code NAME_FILE}, a file whose content it is. */
@Singleton
public class Secrets {

    private final Environment environment;

    Secrets(Environment environment) {
        this.environment = environment;
    }

    /** @throws BadSetting when it is given neither way, or its file cannot be read */
    public String required(String name) {
        return optional(name).orElseThrow(() -> new BadSetting(name + " is missing: set it or " + name + "_FILE."));
    }

    /** @throws BadSetting when its file cannot be read */
    public Optional<String> optional(String name) {
        return SecretFiles.find(environment, name);
    }
}
