package dev.moa.auth.password;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords may be chosen: long ones, whatever they are made of, unless they stand on the list of common ones or
 * repeat the person's own names.
 */
@Singleton
public class PasswordPolicy {

    static final int LONGEST = 128;

    private static final int LEAST_DIFFERENT = 5;
    private static final String LIST = "/auth-common-passwords.txt";

    private final PasswordSettings settings;
    private final Set<String> common = read();

    PasswordPolicy(PasswordSettings settings) {
        this.settings = settings;
    }

    /** The reason why this password may not be chosen, if there is one. */
    public Optional<String> objection(String password, List<String> ownNames) {
        String plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = plain.codePointCount(0, plain.length());
        if (length < settings.shortest()) {
            return Optional.of("needs at least " + settings.shortest() + " characters");
        }
        if (length > LONGEST) {
            return Optional.of("has more than " + LONGEST + " characters");
        }
        String word = bare(plain);
        if (common.contains(word) || plain.codePoints().distinct().count() < LEAST_DIFFERENT) {
            return Optional.of("is too easy to guess");
        }
        if (ownNames.stream().map(PasswordPolicy::bare).anyMatch(own -> own.length() > 2 && own.equals(word))) {
            return Optional.of("is your own name");
        }
        return Optional.empty();
    }

    /** What is left to guess when the usual trimmings are taken off: case, and digits and signs at the end. */
    private static String bare(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace(" ", "");
        String trimmed = lower.replaceFirst("[^\\p{L}]{1,128}$", "");
        return trimmed.isEmpty() ? lower : trimmed;
    }

    private static Set<String> read() {
        try (var lines = new BufferedReader(
                new InputStreamReader(PasswordPolicy.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PasswordPolicy::bare)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
