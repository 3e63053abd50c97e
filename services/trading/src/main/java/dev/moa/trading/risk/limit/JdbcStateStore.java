package dev.moa.trading.risk.limit;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.instant;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.RiskState;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.risk.limit.RiskStates.Held;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@Singleton
final class JdbcStateStore implements StateStore {
    private static final String OF = " WHERE level = ? AND subject = ? AND instrument = ? AND holder = ?";

    private final Sql sql;

    JdbcStateStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Held> all() {
        return sql.list("SELECT * FROM risk_state", JdbcStateStore::held);
    }

    @Override
    public Optional<Held> find(RiskStates.Hold hold) {
        return sql.one("SELECT * FROM risk_state" + OF, JdbcStateStore::held, key(hold));
    }

    private static Held held(ResultSet rs) throws SQLException {
        return new Held(
                new RiskStates.Hold(
                        new LevelKey(constant(rs, "level", RiskLevel.class), uuid(rs, "subject")),
                        rs.getString("instrument"),
                        rs.getString("holder")),
                constant(rs, "state", RiskState.class),
                rs.getString("cause"),
                uuid(rs, "set_by"),
                instant(rs, "since"));
    }

    @Override
    public boolean put(Held held) {
        RiskStates.Hold hold = held.hold();
        return sql.update(
                        "INSERT INTO risk_state (level, subject, instrument, holder, state, cause, set_by, since)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?::uuid, ?) ON CONFLICT (level, subject, instrument, holder)"
                                + " DO UPDATE SET state = excluded.state, cause = excluded.cause,"
                                + " set_by = excluded.set_by, since = excluded.since"
                                + " WHERE risk_state.state <> excluded.state",
                        hold.key().level(),
                        hold.key().subject(),
                        hold.instrument(),
                        hold.holder(),
                        held.state(),
                        held.cause(),
                        held.by(),
                        held.since())
                == 1;
    }

    @Override
    public boolean remove(RiskStates.Hold hold) {
        return sql.update("DELETE FROM risk_state" + OF, key(hold)) == 1;
    }

    private static Object[] key(RiskStates.Hold hold) {
        return new Object[] {hold.key().level(), hold.key().subject(), hold.instrument(), hold.holder()};
    }
}
