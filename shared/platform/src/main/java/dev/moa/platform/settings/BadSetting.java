package dev.moa.platform.settings;

/** A setting nobody can work with; its message is the sentence shown to the person who started the service. */
public final class BadSetting extends RuntimeException {

    public BadSetting(String sentence) {
        super(sentence);
    }
}
