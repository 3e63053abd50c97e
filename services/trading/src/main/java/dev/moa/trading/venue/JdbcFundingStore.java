package dev.moa.trading.venue;

import static dev.moa.platform.sql.Columns.instant;

import dev.moa.domain.value.PositionId;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

@Singleton
final class JdbcFundingStore implements FundingStore {
    private final Sql sql;

    JdbcFundingStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Instant> last(PositionId position) {
        return sql.one(
                "SELECT at FROM funding_payment WHERE position_id = ? ORDER BY at DESC LIMIT 1",
                rs -> instant(rs, "at"),
                position.value());
    }
}
