package dev.moa.notification.preference;

/** The languages we write in. */
public enum Language {
    EN,
    KO;

    /** From a BCP 47 tag such as {@code ko-KR}; English for everything else. */
    public static Language of(String tag) {
        return tag != null && tag.toLowerCase(java.util.Locale.ROOT).matches("ko(-.*|_.*)?") ? KO : EN;
    }

    public String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Picks one of two wordings. */
    public String pick(String english, String korean) {
        return this == KO ? korean : english;
    }
}
