package dev.moa.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HypertablesIT {
    private static final String MARKET = "moa_market";
    private static final String COMPRESS =
            "SELECT public.compress_chunk(c, true) FROM public.show_chunks('market.%s') c";
    private Cluster cluster;

    @BeforeEach
    void compressedMarket() throws SQLException {
        assumeTrue(Cluster.hasTimescale(), "this server has no TimescaleDB: -Dmoa.postgres.preload=timescaledb");
        cluster = Cluster.migrated();
        cluster.query("moa_owner", "TRUNCATE market.tick; TRUNCATE market.candle");
        cluster.query(
                MARKET,
                "SELECT ensure_partitions('2024-08-08Z', '2024-08-09Z');"
                        + " INSERT INTO tick SELECT 'T:X', timestamptz '2024-08-08Z' + n * interval '1 second', n, 100 + n % 7, 0.5, 'B'"
                        + " FROM generate_series(0, 9999) n;"
                        + " INSERT INTO candle SELECT 'T:X', '1m', timestamptz '2020-01-01Z' + n * interval '1 minute', 1, 2, 1, 2, 3, true, 'live'"
                        + " FROM generate_series(0, 9999) n");
        cluster.query("moa_owner", COMPRESS.formatted("tick"));
        cluster.query("moa_owner", COMPRESS.formatted("candle"));
    }

    @Test
    void compressedRowsAnswerToTheLastDigit() throws SQLException {
        assertEquals(
                List.of("t"),
                cluster.query(
                        MARKET,
                        "SELECT bool_and(is_compressed) FROM timescaledb_information.chunks WHERE hypertable_schema = 'market'"));
        assertEquals(
                List.of("10000/1029994/5000.0"),
                cluster.query(MARKET, "SELECT count(*) || '/' || sum(price) || '/' || sum(quantity) FROM tick"));
    }

    @Test
    void lateTickGoesIntoACompressedChunkOnce() throws SQLException {
        for (int again = 0; again < 2; again++) {
            cluster.query(
                    MARKET,
                    "INSERT INTO tick VALUES ('T:X', '2024-08-08 00:00:00.5Z', 99999, 1.5, 2, 'S') ON CONFLICT DO NOTHING");
        }
        cluster.query(
                MARKET, "INSERT INTO tick VALUES ('T:X', '2024-08-08 00:00:05Z', 5, 1, 1, 'S') ON CONFLICT DO NOTHING");
        assertEquals(List.of("10001"), cluster.query(MARKET, "SELECT count(*) FROM tick"));
        assertEquals(List.of("105"), cluster.query(MARKET, "SELECT price FROM tick WHERE trade_id = 5"));
        cluster.query("moa_owner", COMPRESS.formatted("tick"));
        assertEquals(List.of("10001"), cluster.query(MARKET, "SELECT count(*) FROM tick"));
    }

    @Test
    void candleInACompressedChunkCanStillBeCorrected() throws SQLException {
        cluster.query(
                MARKET,
                "INSERT INTO candle VALUES ('T:X', '1m', '2020-01-01 00:05Z', 1, 9, 1, 2, 3, true, 'backfill')"
                        + " ON CONFLICT (instrument, interval, open_time) DO UPDATE SET high = excluded.high, source = excluded.source");
        assertEquals(
                List.of("9"),
                cluster.query(
                        "moa_trading", "SELECT high FROM market.candle_v1 WHERE open_time = '2020-01-01 00:05Z'"));
        assertEquals(List.of("10000"), cluster.query(MARKET, "SELECT count(*) FROM candle"));
    }

    @Test
    void jobsOfCompressionAndRetentionRun() throws SQLException {
        List<String> jobs = cluster.query(
                "postgres",
                "SELECT proc_name || ' ' || hypertable_name FROM timescaledb_information.jobs"
                        + " WHERE hypertable_schema = 'market' ORDER BY 1");
        assertEquals(List.of("policy_compression candle", "policy_compression tick", "policy_retention tick"), jobs);
        for (String id : cluster.query(
                "postgres", "SELECT job_id FROM timescaledb_information.jobs WHERE hypertable_schema = 'market'")) {
            cluster.query("moa_owner", "CALL public.run_job(" + id + ")");
        }
        assertEquals(
                List.of("10000"),
                cluster.query(MARKET, "SELECT count(*) FROM tick"),
                "ticks of years ago that came today are young data");
    }

    @Test
    void partitionUpkeepIsLeftToTheExtension() throws SQLException {
        assertEquals(List.of("0"), cluster.query(MARKET, "SELECT drop_old_ticks('30 days')"));
        assertEquals(List.of("0"), cluster.query(MARKET, "SELECT count(*) FROM native_partition"));
        assertTrue(cluster.query(MARKET, "SELECT kind FROM storage").contains("hypertables"));
    }
}
