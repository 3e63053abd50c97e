-- What trading last told of a person's mode; who has no row trades on paper. No reference to account: the fact decides.

CREATE TABLE trading_mode (
    user_id    uuid PRIMARY KEY,
    mode       text NOT NULL CHECK (mode IN ('PAPER', 'REAL')),
    -- When trading changed it, by trading's own count of time: an older change never replaces a younger one.
    changed_at timestamptz NOT NULL
);
