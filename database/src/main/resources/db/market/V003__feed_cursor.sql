-- The last live trade that is stored, written together with it: after a restart the next trade shows what was missed.
-- Not derived from tick, where replayed trades of the same instrument lie too.
CREATE TABLE feed_cursor (
    instrument text        PRIMARY KEY,
    trade_id   bigint      NOT NULL,
    time       timestamptz NOT NULL
);

-- Few rows at any time: what must be closed after a restart.
CREATE INDEX candle_open ON candle (instrument, interval, open_time) WHERE NOT closed;

COMMENT ON COLUMN candle.source IS 'live, replay-trades: a minute built from ticks; derived: summed up from shorter candles; replay-candles: taken as given';
