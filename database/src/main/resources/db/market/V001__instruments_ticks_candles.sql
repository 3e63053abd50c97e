CREATE TABLE instrument (
    id            text        PRIMARY KEY CHECK (id = venue || ':' || symbol),
    venue         text        NOT NULL,
    symbol        text        NOT NULL,
    base          text        NOT NULL,
    quote         text        NOT NULL,
    name          text,
    tick_size     numeric     NOT NULL CHECK (tick_size > 0),
    quantity_step numeric     NOT NULL CHECK (quantity_step > 0),
    min_quantity  numeric,
    min_value     numeric,
    maker_fee     numeric     NOT NULL DEFAULT 0,
    taker_fee     numeric     NOT NULL DEFAULT 0,
    active        boolean     NOT NULL DEFAULT true,
    source        text        NOT NULL,
    updated_at    timestamptz NOT NULL
);

-- What is collected; added_by is null for what the installation itself watches.
CREATE TABLE watched_instrument (
    instrument text        PRIMARY KEY,
    added_by   uuid,
    added_at   timestamptz NOT NULL
);

CREATE TABLE feed_gap (
    id          uuid        PRIMARY KEY,
    feed        text        NOT NULL,
    instrument  text        NOT NULL,
    from_at     timestamptz NOT NULL,
    to_at       timestamptz NOT NULL CHECK (to_at >= from_at),
    reason      text        NOT NULL,
    detected_at timestamptz NOT NULL,
    filled_at   timestamptz
);

CREATE INDEX feed_gap_open ON feed_gap (instrument, from_at) WHERE filled_at IS NULL;

-- Which of the two this database got is decided here, once, by what is installed in it.
CREATE TABLE storage (
    only_row  boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    kind      text        NOT NULL CHECK (kind IN ('hypertables', 'native partitions')),
    extension text,
    chosen_at timestamptz NOT NULL DEFAULT now()
);

INSERT INTO storage (kind, extension)
SELECT CASE WHEN version IS NULL THEN 'native partitions' ELSE 'hypertables' END, version
FROM (SELECT (SELECT extversion FROM pg_extension WHERE extname = 'timescaledb') AS version) AS found;

-- Native partitions only: which range each one holds and since when it exists (retention goes by that, because the ticks
-- of a replayed day ten years ago are young data).
CREATE TABLE native_partition (
    name       text        PRIMARY KEY,
    parent     text        NOT NULL,
    from_at    timestamptz NOT NULL,
    to_at      timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (parent, from_at)
);

DO $$
DECLARE
    native boolean := (SELECT kind = 'native partitions' FROM storage);
    tail text := CASE WHEN native THEN ' PARTITION BY RANGE (%I)' ELSE '' END;
BEGIN
    EXECUTE $sql$
        CREATE TABLE tick (
            instrument text        NOT NULL,
            time       timestamptz NOT NULL,
            trade_id   bigint      NOT NULL,
            price      numeric     NOT NULL,
            quantity   numeric     NOT NULL,
            side       text        CHECK (side IN ('B', 'S')),
            PRIMARY KEY (instrument, time, trade_id)
        )$sql$ || format(tail, 'time');
    EXECUTE $sql$
        CREATE TABLE candle (
            instrument text        NOT NULL,
            interval   text        NOT NULL,
            open_time  timestamptz NOT NULL,
            open       numeric     NOT NULL,
            high       numeric     NOT NULL,
            low        numeric     NOT NULL,
            close      numeric     NOT NULL,
            volume     numeric     NOT NULL,
            closed     boolean     NOT NULL,
            source     text        NOT NULL,
            PRIMARY KEY (instrument, interval, open_time)
        )$sql$ || format(tail, 'open_time');
    IF native THEN
        EXECUTE 'CREATE TABLE tick_default PARTITION OF tick DEFAULT';
        EXECUTE 'CREATE TABLE candle_default PARTITION OF candle DEFAULT';
    ELSE
        EXECUTE $sql$
            SELECT public.create_hypertable('tick', 'time', chunk_time_interval => interval '1 day',
                                            create_default_indexes => false)$sql$;
        EXECUTE $sql$
            SELECT public.create_hypertable('candle', 'open_time', chunk_time_interval => interval '1 year',
                                            create_default_indexes => false)$sql$;
        EXECUTE $sql$
            ALTER TABLE tick SET (timescaledb.compress, timescaledb.compress_segmentby = 'instrument',
                                  timescaledb.compress_orderby = 'time, trade_id')$sql$;
        EXECUTE $sql$
            ALTER TABLE candle SET (timescaledb.compress, timescaledb.compress_segmentby = 'instrument, interval',
                                    timescaledb.compress_orderby = 'open_time')$sql$;
        -- By age of the chunk, not of its data: a replayed day of years ago is being written now.
        EXECUTE $sql$SELECT public.add_compression_policy('tick', compress_created_before => interval '2 days')$sql$;
        EXECUTE $sql$SELECT public.add_compression_policy('candle', compress_after => interval '30 days')$sql$;
        EXECUTE $sql$SELECT public.add_retention_policy('tick', drop_created_before => interval '30 days')$sql$;
    END IF;
END
$$;

COMMENT ON COLUMN tick.side IS 'side of the taker: B or S; null when the venue does not say';
COMMENT ON COLUMN candle.source IS 'live, backfill, replay-trades, replay-candles';
