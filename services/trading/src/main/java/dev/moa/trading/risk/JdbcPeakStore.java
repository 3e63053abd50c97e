package dev.moa.trading.risk;

import static dev.moa.platform.sql.Columns.constant;
import static dev.moa.platform.sql.Columns.decimal;
import static dev.moa.platform.sql.Columns.uuid;

import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.risk.limit.LevelKey;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class JdbcPeakStore implements PeakStore {
    private final Sql sql;

    JdbcPeakStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Of, Peak> all() {
        Map<Of, Peak> peaks = new HashMap<>();
        sql.list(
                        "SELECT level, subject, mode, currency, peak, accounts::text[] AS accounts FROM risk_level_peak",
                        rs -> Map.entry(
                                new Of(
                                        new LevelKey(constant(rs, "level", RiskLevel.class), uuid(rs, "subject")),
                                        rs.getString("mode"),
                                        Currency.of(rs.getString("currency"))),
                                new Peak(
                                        decimal(rs, "peak"),
                                        Columns.texts(rs, "accounts").stream()
                                                .map(id -> new AccountId(UUID.fromString(id)))
                                                .collect(Collectors.toSet()))))
                .forEach(one -> peaks.put(one.getKey(), one.getValue()));
        return peaks;
    }

    @Override
    public void keep(Of of, Peak peak) {
        sql.update(
                "INSERT INTO risk_level_peak (level, subject, mode, currency, peak, accounts)"
                        + " VALUES (?, ?, ?, ?, ?, ?::text[]::uuid[]) ON CONFLICT (level, subject, mode, currency)"
                        + " DO UPDATE SET peak = excluded.peak, accounts = excluded.accounts",
                of.level().level(),
                of.level().subject(),
                of.mode(),
                of.currency().code(),
                peak.value(),
                peak.accounts().stream().map(id -> id.value().toString()).toList());
    }
}
