-- How far a replay has told the ends of its candles, written in the transaction that tells them: when a commit succeeds and
-- its answer is lost, the repetition sees that all is told. One row for each replay that runs or broke off.
CREATE TABLE replay_mark (
    run     uuid        PRIMARY KEY,
    told_to timestamptz NOT NULL,
    at      timestamptz NOT NULL
);
