package dev.moa.crypto.password;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Argon2id hash in the usual text form, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. */
record EncodedHash(Argon2Parameters parameters, byte[] salt, byte[] hash) {

    private static final Base64.Encoder WRITE = Base64.getEncoder().withoutPadding();
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    static EncodedHash parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        return new EncodedHash(
                new Argon2Parameters(number(form, 1), number(form, 2), number(form, 3)),
                Base64.getDecoder().decode(form.group(4)),
                Base64.getDecoder().decode(form.group(5)));
    }

    String text() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        parameters.memoryKib(),
                        parameters.passes(),
                        parameters.lanes(),
                        WRITE.encodeToString(salt),
                        WRITE.encodeToString(hash));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
