package dev.moa.auth.preference;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;

/** A person's own preferences, read and changed. */
@Singleton
class PreferenceChange {

    private final PreferenceStore store;
    private final Sql sql;
    private final Clock clock;

    PreferenceChange(PreferenceStore store, Sql sql, Clock clock) {
        this.store = store;
        this.sql = sql;
        this.clock = clock;
    }

    Preferences of(Caller caller) {
        return store.find(caller.userId()).orElseGet(() -> Preferences.initial("en"));
    }

    Preferences change(Caller caller, Preferences wish) {
        return sql.inTransaction(() -> {
            Preferences changed = of(caller).changedBy(wish);
            store.save(caller.userId(), changed, clock.instant());
            return changed;
        });
    }
}
