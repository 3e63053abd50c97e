package dev.moa.notification.preference;

import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Controller("/api/v1/notifications/preferences")
@ExecuteOn(TaskExecutors.BLOCKING)
class PreferenceController {
    private final People people;

    PreferenceController(People people) {
        this.people = people;
    }

    @Get
    PreferencesView read(Caller caller) {
        return PreferencesView.of(people.find(caller.userId()));
    }

    /** Changes what is named and leaves the rest. */
    @Put
    PreferencesView change(Caller caller, @Body ChangePreferencesRequest request) {
        Person changed = request.appliedTo(people.find(caller.userId()));
        people.save(changed);
        return PreferencesView.of(changed);
    }

    @Serdeable
    record ChangePreferencesRequest(
            @Nullable String locale, @Nullable Map<String, Object> telegram) {

        Person appliedTo(Person person) {
            Problem problem = Problem.invalid();
            if (locale != null && !locale.equals("en") && !locale.equals("ko")) {
                problem.field("locale", "must be en or ko");
            }
            Set<Kind> muted = EnumSet.noneOf(Kind.class);
            muted.addAll(person.mutedInTelegram());
            (telegram == null ? Map.<String, Object>of() : telegram).forEach((word, wanted) -> {
                Optional<Kind> kind = Kind.of(word);
                if (kind.isEmpty()) {
                    problem.field("telegram", "has a kind that does not exist");
                } else if (wanted instanceof Boolean loud) {
                    set(muted, kind.get(), !loud);
                } else {
                    problem.field("telegram", "takes true or false for each kind");
                }
            });
            if (problem.hasFields()) {
                throw problem;
            }
            return new Person(person.userId(), locale == null ? person.language() : Language.of(locale), muted);
        }

        private static void set(Set<Kind> muted, Kind kind, boolean mute) {
            if (mute) {
                muted.add(kind);
            } else {
                muted.remove(kind);
            }
        }
    }

    /** {@code telegram} tells for each kind whether it is also sent there; the inbox always has everything. */
    @Serdeable
    record PreferencesView(String locale, Map<String, Boolean> telegram) {

        static PreferencesView of(Person person) {
            Map<String, Boolean> telegram = new LinkedHashMap<>();
            for (Kind kind : Kind.values()) {
                telegram.put(kind.word(), person.hearsInTelegram(kind));
            }
            return new PreferencesView(person.language().tag(), telegram);
        }
    }
}
