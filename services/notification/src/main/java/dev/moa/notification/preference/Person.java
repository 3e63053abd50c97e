package dev.moa.notification.preference;

import java.util.Set;
import java.util.UUID;

/** A person's wishes. */
public record Person(UUID userId, Language language, Set<Kind> mutedInTelegram) {

    public boolean hearsInTelegram(Kind kind) {
        return !mutedInTelegram.contains(kind);
    }
}
