package dev.moa.notification.preference;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Knows what each person wishes; somebody never heard of gets the defaults. */
@Singleton
public class People {
    private final PersonStore store;
    private final Clock clock;

    People(PersonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Person find(UUID userId) {
        return store.find(userId).orElseGet(() -> new Person(userId, Language.EN, Set.of()));
    }

    /** Auth told of a new account. */
    public void registered(UUID userId, String locale) {
        store.introduce(userId, Language.of(locale), clock.instant());
    }

    void save(Person person) {
        store.save(person, clock.instant());
    }
}
