package dev.moa.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativePartitionsIT {
    private static final String MARKET = "moa_market";
    private Cluster cluster;

    @BeforeEach
    void emptyMarket() throws SQLException {
        assumeFalse(Cluster.hasTimescale(), "this server stores ticks as hypertables");
        cluster = Cluster.migrated();
        cluster.query(MARKET, "DELETE FROM tick; DELETE FROM candle");
    }

    @Test
    void eachTickLiesInThePartitionOfItsDay() throws SQLException {
        ensure("2013-10-08 08:00Z", "2013-10-09 23:59:59.999999Z");
        tick("2013-10-08 08:00:00.123456Z", 1);
        tick("2013-10-09 23:59:59.999999Z", 2);
        assertEquals(
                List.of("tick_2013_10_08", "tick_2013_10_09"),
                cluster.query(MARKET, "SELECT tableoid::regclass FROM tick ORDER BY time"));
    }

    @Test
    void tickWithoutAPartitionIsSafeAndMovesWhenItsDayIsAskedFor() throws SQLException {
        tick("2011-05-05 12:00Z", 7);
        assertEquals(List.of("tick_default"), cluster.query(MARKET, "SELECT tableoid::regclass FROM tick"));
        ensure("2011-05-05 00:00Z", "2011-05-05 01:00Z");
        assertEquals(List.of("tick_2011_05_05"), cluster.query(MARKET, "SELECT tableoid::regclass FROM tick"));
        tick("2011-05-05 13:00Z", 8);
        assertEquals(List.of("2"), cluster.query(MARKET, "SELECT count(*) FROM tick_2011_05_05"));
    }

    @Test
    void candlesOfDecadesTakeOnePartitionAYearAndNoDays() throws SQLException {
        ensure("1985-01-04 00:00Z", "2018-02-01 00:00Z");
        assertEquals(
                List.of("34"),
                cluster.query(
                        MARKET,
                        "SELECT count(*) FROM native_partition WHERE parent = 'candle' AND from_at BETWEEN '1985-01-01Z' AND '2018-01-01Z'"));
        assertEquals(
                List.of("0"),
                cluster.query(
                        MARKET,
                        "SELECT count(*) FROM native_partition WHERE parent = 'tick' AND from_at BETWEEN '1985-01-01Z' AND '2010-01-01Z'"));
    }

    @Test
    void sameTradeTwiceIsOneTick() throws SQLException {
        ensure("2014-01-01 00:00Z", "2014-01-01 00:00Z");
        tick("2014-01-01 10:00Z", 5);
        tick("2014-01-01 10:00Z", 5);
        assertEquals(List.of("1"), cluster.query(MARKET, "SELECT count(*) FROM tick"));
    }

    @Test
    void oldDaysAreDroppedByTheTimeTheyHaveBeenHere() throws SQLException {
        ensure("2009-01-01 00:00Z", "2009-01-02 00:00Z");
        assertEquals(List.of("0"), cluster.query(MARKET, "SELECT drop_old_ticks('30 days')"));
        cluster.query(
                "moa_owner",
                "UPDATE market.native_partition SET created_at = now() - interval '31 days' WHERE name = 'tick_2009_01_01'");
        assertEquals(List.of("1"), cluster.query(MARKET, "SELECT drop_old_ticks('30 days')"));
        assertEquals(
                List.of(), cluster.query(MARKET, "SELECT name FROM native_partition WHERE name = 'tick_2009_01_01'"));
        assertThrows(SQLException.class, () -> cluster.query(MARKET, "SELECT drop_old_ticks('1 second')"));
    }

    @Test
    void backwardsRangeIsRefused() {
        assertThrows(SQLException.class, () -> ensure("2020-01-02 00:00Z", "2020-01-01 00:00Z"));
    }

    @Test
    void queryOfOneDayReadsOnePartition() throws SQLException {
        ensure("2016-03-01 00:00Z", "2016-03-20 00:00Z");
        List<String> plan = cluster.query(
                MARKET,
                "EXPLAIN SELECT * FROM tick WHERE instrument = 'T:X' AND time >= '2016-03-05Z' AND time < '2016-03-06Z'");
        assertEquals(
                1,
                plan.stream()
                        .filter(line -> line.contains("on tick_"))
                        .filter(line -> line.contains("2016"))
                        .map(line -> line.replaceAll(".*(tick_2016_\\d\\d_\\d\\d).*", "$1"))
                        .distinct()
                        .count(),
                plan::toString);
    }

    private void ensure(String first, String last) throws SQLException {
        cluster.query(MARKET, "SELECT ensure_partitions('%s', '%s')".formatted(first, last));
    }

    private void tick(String time, long id) throws SQLException {
        cluster.query(
                MARKET,
                "INSERT INTO tick VALUES ('T:X', '%s', %d, 1.5, 2, 'B') ON CONFLICT DO NOTHING".formatted(time, id));
    }
}
