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
    transaction    text NOT NULL,
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
    origin             text NOT NULL,
    strategy_id        uuid,
    take_profit_pct    numeric,
    stop_loss_pct      numeric,
    -- The price it was sized, checked and reserved at.
    reference          numeric NOT NULL,
    venue_order_id     text,
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    CONSTRAINT one_order_per_intent UNIQUE (account_id, client_order_id)
);
CREATE INDEX orders_of_user ON orders (user_id, order_id DESC);
CREATE INDEX orders_open ON orders (account_id)
    WHERE status IN ('PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'UNKNOWN');

CREATE TABLE order_transition (
    transition_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id      uuid NOT NULL REFERENCES orders,
    status        text NOT NULL,
    event         text NOT NULL,
    cause         text NOT NULL,
    at            timestamptz NOT NULL
);
CREATE INDEX order_transition_of_order ON order_transition (order_id, transition_id);

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

-- Averages and profits follow from these sums, exactly.
CREATE TABLE position (
    position_id      uuid PRIMARY KEY,
    account_id       uuid NOT NULL REFERENCES account,
    user_id          uuid NOT NULL,
    instrument       text NOT NULL,
    quote_currency   text NOT NULL,
    direction        text NOT NULL,
    entered_quantity numeric NOT NULL,
    entered_value    numeric NOT NULL,
    exited_quantity  numeric NOT NULL,
    exited_value     numeric NOT NULL,
    cost             numeric NOT NULL,
    fees             numeric NOT NULL,
    realized_pnl     numeric NOT NULL,
    take_profit      numeric,
    stop_loss        numeric,
    opened_at        timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    closed           boolean NOT NULL
);
CREATE UNIQUE INDEX position_one_open ON position (account_id, instrument) WHERE NOT closed;
CREATE INDEX position_of_user ON position (user_id, position_id DESC);

-- How far a replayed candle file has moved an account: a redelivered candle must not move it twice.
CREATE TABLE replay_progress (
    account_id uuid NOT NULL REFERENCES account,
    instrument text NOT NULL,
    interval   text NOT NULL,
    run        uuid NOT NULL,
    open_time  timestamptz NOT NULL,
    PRIMARY KEY (account_id, instrument, interval)
);

-- Equity by currency when the day began: today's profit is measured from here.
CREATE TABLE account_day (
    account_id uuid NOT NULL REFERENCES account,
    day        date NOT NULL,
    currency   text NOT NULL,
    equity     numeric NOT NULL,
    PRIMARY KEY (account_id, day, currency)
);

-- What a person may risk; percents are of the equity, amounts by currency ({"USDT": "5000"}); null is no such bound.
CREATE TABLE risk_limits (
    user_id             uuid PRIMARY KEY,
    max_order_value_pct numeric,
    max_order_value     jsonb NOT NULL,
    daily_loss_pct      numeric,
    daily_loss          jsonb NOT NULL,
    max_open_positions  int NOT NULL,
    updated_at          timestamptz NOT NULL
);
