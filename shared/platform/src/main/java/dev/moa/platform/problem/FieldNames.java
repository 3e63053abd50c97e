package dev.moa.platform.problem;

import java.util.Locale;

/** Java names as they stand in our JSON. */
final class FieldNames {

    private FieldNames() {}

    static String snake(String javaName) {
        if (javaName == null) {
            return "";
        }
        return javaName.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
