-- What accounts were worth at the end of each day, money paid in and out, and rates of exchange.

-- One row per day that has ended (in MOA_TZ) and currency. Always derivable again from fills, ledger and stored prices.
CREATE TABLE account_snapshot (
    account_id      uuid NOT NULL REFERENCES account,
    day             date NOT NULL,
    currency        text NOT NULL,
    equity          numeric NOT NULL,
    cash            numeric NOT NULL,
    positions_value numeric NOT NULL,
    -- Long and short positions added up.
    invested        numeric NOT NULL,
    deposits        numeric NOT NULL CHECK (deposits >= 0),
    withdrawals     numeric NOT NULL CHECK (withdrawals >= 0),
    fees            numeric NOT NULL,
    taxes           numeric NOT NULL,
    realized        numeric NOT NULL,
    unrealized      numeric NOT NULL,
    taken_at        timestamptz NOT NULL,
    PRIMARY KEY (account_id, day, currency)
);

-- What was held at the end of the day, and how old the price was that it was valued at.
CREATE TABLE holding_snapshot (
    account_id uuid NOT NULL REFERENCES account,
    day        date NOT NULL,
    instrument text NOT NULL,
    quantity   numeric NOT NULL,
    cost       numeric NOT NULL,
    price      numeric NOT NULL,
    priced_at  timestamptz NOT NULL,
    value      numeric NOT NULL,
    currency   text NOT NULL,
    PRIMARY KEY (account_id, day, instrument)
);

-- Paper money a person paid in (above zero) or took out (below); the ledger has the same under the flow's id.
CREATE TABLE cash_flow (
    flow_id    uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    user_id    uuid NOT NULL,
    currency   text NOT NULL,
    amount     numeric NOT NULL CHECK (amount <> 0),
    note       text,
    at         timestamptz NOT NULL
);
CREATE INDEX cash_flow_of_user ON cash_flow (user_id, flow_id DESC);

-- One unit of base costs rate units of quote. The owner is the person who set it, or the nil id for the market's own.
CREATE TABLE rate (
    owner uuid NOT NULL,
    base  text NOT NULL,
    quote text NOT NULL,
    day   date NOT NULL,
    rate  numeric NOT NULL CHECK (rate > 0),
    at    timestamptz NOT NULL,
    PRIMARY KEY (owner, base, quote, day)
);

-- Few entries are flows or taxes; and what is younger than a moment lies at the end of the table.
CREATE INDEX ledger_entry_flows ON ledger_entry (account_id, at) WHERE book IN ('OPENING', 'TAXES');
CREATE INDEX ledger_entry_by_time ON ledger_entry USING brin (at);
