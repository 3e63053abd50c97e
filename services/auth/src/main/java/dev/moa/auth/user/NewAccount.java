package dev.moa.auth.user;

import dev.moa.auth.password.PasswordPolicy;
import dev.moa.platform.problem.Problem;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** What a newcomer has typed, in its normal form and found acceptable. */
record NewAccount(String email, String username, String password, String name, String locale) {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{2,31}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{C}<>()\\[\\],;:\"\\\\]{1,64}@[\\p{L}\\p{N}.-]{1,189}");

    Names names() {
        return Names.of(username, email);
    }

    /** 400 {@code validation_failed} with every objection at once. */
    static NewAccount of(RegisterRequest typed, PasswordPolicy policy) {
        String email = normal(typed.email());
        String username = normal(typed.username());
        String name = normal(typed.name());
        Problem problem = Problem.invalid();
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            problem.field("email", "is not an e-mail address");
        }
        if (!USERNAME.matcher(username).matches()) {
            problem.field(
                    "username", "has 3 to 32 letters, digits, dots, dashes or underscores, and no dot or dash first");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(NewAccount::isInvisible)) {
            problem.field("name", "has 1 to 100 visible characters");
        }
        String password = typed.password() == null ? "" : typed.password();
        policy.objection(password, List.of(username, name, email, email.replaceFirst("@.*", "")))
                .ifPresent(objection -> problem.field("password", objection));
        if (problem.hasFields()) {
            throw problem;
        }
        return new NewAccount(email, username, password, name, locale(typed.locale()));
    }

    /** Korean or English, whichever is nearer to the asked tag. */
    static String locale(String tag) {
        return tag != null && tag.strip().toLowerCase(java.util.Locale.ROOT).startsWith("ko") ? "ko" : "en";
    }

    private static String normal(String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    }

    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
