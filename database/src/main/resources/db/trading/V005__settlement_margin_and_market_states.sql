-- Taxes, unsettled cash, contracts on margin, and what is known of markets beside their prices.

ALTER TABLE fill ADD COLUMN tax numeric NOT NULL DEFAULT 0;

-- DEPOSIT, TRADE, FEE, TAX, FUNDING, LIQUIDATION or SETTLEMENT; of older lines only those of fees and deposits can be told.
ALTER TABLE ledger_entry ADD COLUMN kind text NOT NULL DEFAULT 'TRADE';
UPDATE ledger_entry SET kind = 'FEE' WHERE book = 'FEES';
UPDATE ledger_entry SET kind = 'DEPOSIT' WHERE transaction = 'opening';

-- Of positions held on margin: the leverage they were entered with, the money that secures them, funding received less paid.
ALTER TABLE position
    ADD COLUMN leverage int NOT NULL DEFAULT 1 CHECK (leverage BETWEEN 1 AND 125),
    ADD COLUMN margin   numeric NOT NULL DEFAULT 0 CHECK (margin >= 0),
    ADD COLUMN funding  numeric NOT NULL DEFAULT 0;

-- What was chosen for a contract's next position.
CREATE TABLE leverage (
    account_id uuid NOT NULL REFERENCES account,
    instrument text NOT NULL,
    leverage   int NOT NULL CHECK (leverage BETWEEN 1 AND 125),
    PRIMARY KEY (account_id, instrument)
);

-- Money of trades that are done but not settled: arrives (above zero) or leaves (below) on its day; the row goes with it.
CREATE TABLE unsettled (
    account_id uuid NOT NULL REFERENCES account,
    currency   text NOT NULL,
    due        date NOT NULL,
    amount     numeric NOT NULL,
    PRIMARY KEY (account_id, currency, due)
);

-- Each funding time of a position is paid once.
CREATE TABLE funding_payment (
    position_id uuid NOT NULL REFERENCES position,
    at          timestamptz NOT NULL,
    rate        numeric NOT NULL,
    amount      numeric NOT NULL,
    PRIMARY KEY (position_id, at)
);

-- Told by whoever watches a market: halts and interruptions, the base of the day's price limits, the funding rate.
CREATE TABLE market_state (
    instrument   text PRIMARY KEY,
    trading      text NOT NULL CHECK (trading IN ('OPEN', 'INTERRUPTED', 'HALTED')),
    until        timestamptz,
    reason       text,
    base_price   numeric CHECK (base_price > 0),
    first_day    boolean NOT NULL DEFAULT false,
    funding_rate numeric,
    updated_at   timestamptz NOT NULL
);
