-- When an attempt that its venue refused for its rate may be followed by another one; null for all others.
ALTER TABLE order_attempt ADD COLUMN again_at timestamptz;

-- The highest that the accounts of a person, or of the household, were worth together; those that are counted in it are named.
CREATE TABLE risk_level_peak (
    level    text NOT NULL CHECK (level IN ('HOUSEHOLD', 'USER')),
    subject  uuid NOT NULL,
    mode     text NOT NULL CHECK (mode IN ('PAPER', 'REAL')),
    currency text NOT NULL,
    peak     numeric NOT NULL,
    accounts uuid[] NOT NULL,
    PRIMARY KEY (level, subject, mode, currency)
);
