package dev.moa.notification.preference;

import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Singleton
class PersonStore {
    private final Sql sql;

    PersonStore(Sql sql) {
        this.sql = sql;
    }

    Optional<Person> find(UUID userId) {
        return sql.one("SELECT * FROM person WHERE user_id = ?", PersonStore::person, userId);
    }

    /** Leaves the wishes of somebody already known alone. */
    void introduce(UUID userId, Language language, Instant at) {
        sql.update(
                "INSERT INTO person (user_id, locale, updated_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                userId,
                language.tag(),
                at);
    }

    void save(Person person, Instant at) {
        sql.update(
                """
                INSERT INTO person (user_id, locale, telegram_muted, updated_at) VALUES (?, ?, ?::text[], ?)
                ON CONFLICT (user_id) DO UPDATE SET
                    locale = EXCLUDED.locale, telegram_muted = EXCLUDED.telegram_muted, updated_at = EXCLUDED.updated_at
                """,
                person.userId(),
                person.language().tag(),
                person.mutedInTelegram().stream().map(Kind::word).toList(),
                at);
    }

    private static Person person(ResultSet rs) throws SQLException {
        Set<Kind> muted = EnumSet.noneOf(Kind.class);
        Columns.texts(rs, "telegram_muted").forEach(word -> Kind.of(word).ifPresent(muted::add));
        return new Person(Columns.uuid(rs, "user_id"), Language.of(rs.getString("locale")), muted);
    }
}
