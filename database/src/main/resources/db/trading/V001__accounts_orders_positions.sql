-- Broker accounts, their books, and what is ordered on them. Amounts are NUMERIC in the unit their name says.

CREATE TABLE account (
    account_id  uuid PRIMARY KEY,
    user_id     uuid NOT NULL,
    broker      text NOT NULL,
    label       text NOT NULL,
    environment text NOT NULL CHECK (environment IN ('PAPER', 'TESTNET', 'REAL')),
    -- Taken by the process that opens the account's lane; an older process finds its number outdated and stops writing.
    lane_epoch  bigint NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_one_paper_purse ON account (user_id) WHERE broker = 'PAPER';

CREATE TABLE cash (
    account_id uuid NOT NULL REFERENCES account,
    currency   text NOT NULL,
    total      numeric NOT NULL,
    PRIMARY KEY (account_id, currency)
);

-- Double entry: the entries of one transaction sum to zero in every currency.
CREATE TABLE ledger_entry (
    entry_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id     uuid NOT NULL REFERENCES account,
    transaction_id uuid NOT NULL,
    book           text NOT NULL,
    currency       text NOT NULL,
    amount         numeric NOT NULL,
    at             timestamptz NOT NULL
);
CREATE INDEX ledger_entry_of_account ON ledger_entry (account_id, entry_id);

-- Not partitioned: the unique client order id below must hold over the whole life of an account.
CREATE TABLE orders (
    order_id           uuid PRIMARY KEY,
    account_id         uuid NOT NULL REFERENCES account,
    user_id            uuid NOT NULL,
    client_order_id    text NOT NULL,
    user_reference     text,
    instrument         text NOT NULL,
    side               text NOT NULL,
    type               text NOT NULL,
    quantity           numeric NOT NULL CHECK (quantity > 0),
    quote_amount       numeric,
    price              numeric,
    time_in_force      text NOT NULL,
    reduce_only        boolean NOT NULL DEFAULT false,
    status             text NOT NULL,
    filled_quantity    numeric NOT NULL DEFAULT 0,
    average_price      numeric,
    reserved_currency  text NOT NULL,
    reserved_amount    numeric NOT NULL,
    origin             text NOT NULL,
    strategy_id        uuid,
    signal_id          uuid,
    -- The price a candle-driven order is filled against, so that a crash between order and fill changes nothing.
    reference_price    numeric,
    reference_time     timestamptz,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CONSTRAINT one_order_per_intent UNIQUE (account_id, client_order_id)
);
CREATE INDEX orders_of_user ON orders (user_id, order_id DESC);
CREATE INDEX orders_open ON orders (account_id)
    WHERE status IN ('PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'UNKNOWN');

CREATE TABLE order_transition (
    order_id uuid NOT NULL REFERENCES orders,
    number   int NOT NULL,
    status   text NOT NULL,
    event    text NOT NULL,
    cause    text NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, number)
);

CREATE TABLE fill (
    fill_id       uuid PRIMARY KEY,
    order_id      uuid NOT NULL REFERENCES orders,
    account_id    uuid NOT NULL REFERENCES account,
    user_id       uuid NOT NULL,
    venue         text NOT NULL,
    venue_fill_id text NOT NULL,
    instrument    text NOT NULL,
    side          text NOT NULL,
    price         numeric NOT NULL,
    quantity      numeric NOT NULL,
    fee           numeric NOT NULL,
    fee_currency  text NOT NULL,
    realized_pnl  numeric NOT NULL,
    strategy_id   uuid,
    at            timestamptz NOT NULL,
    market_at     timestamptz NOT NULL,
    CONSTRAINT one_fill_once UNIQUE (account_id, venue, venue_fill_id)
);
CREATE INDEX fill_of_order ON fill (order_id);
CREATE INDEX fill_of_user ON fill (user_id, fill_id DESC);
CREATE INDEX fill_of_account_day ON fill (account_id, at);

CREATE TABLE position (
    position_id  uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES account,
    user_id      uuid NOT NULL,
    instrument   text NOT NULL,
    quantity     numeric NOT NULL,
    entry_price  numeric NOT NULL,
    realized_pnl numeric NOT NULL,
    stop_loss    numeric,
    take_profit  numeric,
    strategy_id  uuid,
    opened_at    timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    closed_at    timestamptz
);
CREATE UNIQUE INDEX position_one_open ON position (account_id, instrument) WHERE closed_at IS NULL;
CREATE INDEX position_of_user ON position (user_id, position_id DESC);

-- How far a replayed candle file has moved an account: a redelivered candle must not move it twice.
CREATE TABLE replay_progress (
    account_id uuid NOT NULL REFERENCES account,
    instrument text NOT NULL,
    run        uuid NOT NULL,
    open_time  timestamptz NOT NULL,
    PRIMARY KEY (account_id, instrument)
);

-- Equity at the first moment of a day in MOA_TZ, per currency: today's profit is measured from here.
CREATE TABLE account_day (
    account_id uuid NOT NULL REFERENCES account,
    day        date NOT NULL,
    currency   text NOT NULL,
    equity     numeric NOT NULL,
    PRIMARY KEY (account_id, day, currency)
);

CREATE TABLE risk_limits (
    user_id             uuid PRIMARY KEY,
    max_order_value_pct numeric NOT NULL,
    daily_loss_pct      numeric NOT NULL,
    max_open_positions  int NOT NULL,
    updated_at          timestamptz NOT NULL
);
