package dev.moa.platform;

import dev.moa.platform.settings.BadSetting;
import jakarta.validation.ConstraintViolationException;
import java.net.BindException;
import java.util.stream.Collectors;

/**
 * Why a service cannot start, for the person who started it.
 *
 * @param isPlain the sentence says everything; otherwise the log must have the rest
 */
record StartFailure(String sentence, boolean isPlain) {

    static StartFailure of(Throwable failure) {
        Throwable last = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BadSetting bad -> {
                    return new StartFailure(bad.getMessage(), true);
                }
                case ConstraintViolationException violated -> {
                    return new StartFailure(violations(violated), true);
                }
                case BindException taken -> {
                    return new StartFailure("its port is already in use.", true);
                }
                default -> last = cause;
            }
        }
        String message = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
        return new StartFailure(message.lines().findFirst().orElse(message), false);
    }

    private static String violations(ConstraintViolationException violated) {
        return violated.getConstraintViolations().stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; ", "", "."));
    }
}
