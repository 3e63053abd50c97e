package dev.moa.auth.user;

import java.text.Normalizer;
import java.util.Locale;

/** The compared forms of a user name and an e-mail address. */
record Names(String usernameKey, String emailKey) {

    static Names of(String username, String email) {
        return new Names(key(username), key(email));
    }

    /** One form for all spellings of a name: NFKC, lower case. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
