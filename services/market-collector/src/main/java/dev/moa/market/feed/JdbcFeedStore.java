package dev.moa.market.feed;

import dev.moa.broker.FeedGap;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.platform.Ids;
import dev.moa.platform.sql.Columns;
import dev.moa.platform.sql.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

@Singleton
class JdbcFeedStore implements FeedStore {
    private final Sql sql;
    private final Clock clock;

    JdbcFeedStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<FeedGap.Mark> cursor(InstrumentId instrument) {
        return sql.one(
                "select trade_id, time from feed_cursor where instrument = ?",
                rs -> new FeedGap.Mark(rs.getLong("trade_id"), Columns.instant(rs, "time")),
                instrument.toString());
    }

    @Override
    public void saveCursor(InstrumentId instrument, FeedGap.Mark mark) {
        sql.update("""
                insert into feed_cursor as old (instrument, trade_id, time) values (?, ?, ?)
                on conflict (instrument) do update set trade_id = excluded.trade_id, time = excluded.time
                where (old.time, old.trade_id) < (excluded.time, excluded.trade_id)""", instrument.toString(), mark.id(), mark.time());
    }

    @Override
    public void recordGap(String feed, FeedGap gap, String reason, Instant filledAt) {
        sql.update(
                "insert into feed_gap (id, feed, instrument, from_at, to_at, reason, detected_at, filled_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                feed,
                gap.instrument().toString(),
                gap.from(),
                gap.to(),
                reason,
                clock.instant(),
                filledAt);
    }

    @Override
    public List<OpenGap> openGaps(String feed, int limit) {
        return sql.list(
                "select feed, instrument, from_at, to_at, reason from feed_gap where feed = ? and filled_at is null"
                        + " order by detected_at desc, id desc limit ?",
                rs -> new OpenGap(
                        rs.getString("feed"),
                        rs.getString("instrument"),
                        Columns.instant(rs, "from_at"),
                        Columns.instant(rs, "to_at"),
                        rs.getString("reason")),
                feed,
                limit);
    }

    @Override
    public long countOpenGaps(String feed) {
        return sql.one(
                        "select count(*) as open from feed_gap where feed = ? and filled_at is null",
                        rs -> rs.getLong("open"),
                        feed)
                .orElse(0L);
    }

    @Override
    public Set<InstrumentId> watched() {
        return new TreeSet<>(sql.list(
                "select instrument from watched_instrument order by instrument limit 1000",
                rs -> InstrumentId.parse(rs.getString("instrument"))));
    }

    @Override
    public boolean addWatched(InstrumentId instrument, UUID addedBy) {
        return sql.update(
                        "insert into watched_instrument (instrument, added_by, added_at) values (?, ?, ?)"
                                + " on conflict (instrument) do nothing",
                        instrument.toString(),
                        addedBy,
                        clock.instant())
                == 1;
    }
}
