package dev.moa.platform.settings;

import io.micronaut.core.value.PropertyResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** NAME, else the content of the file named by NAME_FILE without the white space around it. */
final class SecretFiles {

    private SecretFiles() {}

    static Optional<String> find(PropertyResolver properties, String name) {
        Optional<String> given = text(properties, name);
        return given.isPresent() ? given : text(properties, name + "_FILE").map(file -> content(name, file));
    }

    private static Optional<String> text(PropertyResolver properties, String name) {
        return properties
                .getProperty(name, String.class)
                .or(() -> properties.getProperty(
                        name.toLowerCase(java.util.Locale.ROOT).replace('_', '.'), String.class))
                .filter(value -> !value.isBlank());
    }

    private static String content(String name, String file) {
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (content.isEmpty()) {
                throw new BadSetting(name + "_FILE names an empty file: " + file + ".");
            }
            return content;
        } catch (IOException unreadable) {
            throw new BadSetting(name + "_FILE names a file that cannot be read: " + file + ".");
        }
    }
}
