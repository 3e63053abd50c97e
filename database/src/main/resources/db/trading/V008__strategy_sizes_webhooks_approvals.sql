-- How much strategies buy, who has to agree, what their webhooks hear.

ALTER TABLE strategy
    -- {"method": …} as the API has it; null for investment_pct of the equity.
    ADD COLUMN sizing            jsonb,
    ADD COLUMN trailing_pct      numeric,
    ADD COLUMN approval          text    NOT NULL DEFAULT 'none' CHECK (approval IN ('none', 'each_order')),
    ADD COLUMN approval_minutes  int     NOT NULL DEFAULT 15 CHECK (approval_minutes BETWEEN 1 AND 1440),
    ADD COLUMN approval_move_pct numeric NOT NULL DEFAULT 1;

-- What is expected of a strategy's alerts, and what came last.
CREATE TABLE strategy_webhook (
    strategy_id       uuid PRIMARY KEY REFERENCES strategy,
    user_id           uuid NOT NULL,
    sequence_policy   text NOT NULL DEFAULT 'accept' CHECK (sequence_policy IN ('accept', 'refuse')),
    last_seq          bigint,
    heartbeat_minutes int CHECK (heartbeat_minutes BETWEEN 1 AND 10080),
    heard_at          timestamptz NOT NULL,
    -- Since when the missing heartbeat has been told of; null while all is well.
    silent_since      timestamptz,
    changed_at        timestamptz NOT NULL
);
CREATE INDEX strategy_webhook_expected ON strategy_webhook (heard_at)
    WHERE heartbeat_minutes IS NOT NULL AND silent_since IS NULL;

-- Each nonce once; the same body again is a repeated alert and no abuse.
CREATE TABLE webhook_nonce (
    strategy_id uuid NOT NULL REFERENCES strategy,
    nonce       text NOT NULL,
    body_hash   text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (strategy_id, nonce)
);
CREATE INDEX webhook_nonce_at ON webhook_nonce (at);

ALTER TABLE signal DROP CONSTRAINT signal_state_check;
ALTER TABLE signal
    ADD CONSTRAINT signal_state_check CHECK
        (state IN ('RECEIVED', 'AWAITING_APPROVAL', 'EXECUTED', 'REFUSED', 'IGNORED', 'EXPIRED')),
    ADD COLUMN seq      bigint,
    ADD COLUMN bar_time timestamptz,
    -- What was odd about it without keeping it from being followed.
    ADD COLUMN notes    text[] NOT NULL DEFAULT '{}';
CREATE INDEX signal_of_strategy ON signal (strategy_id, signal_id DESC);

-- A sized and checked wish that waits for a person.
CREATE TABLE approval (
    approval_id     uuid PRIMARY KEY,
    signal_id       uuid NOT NULL REFERENCES signal DEFERRABLE INITIALLY DEFERRED,
    -- Several orders may follow from one signal.
    number          int  NOT NULL,
    strategy_id     uuid NOT NULL REFERENCES strategy,
    user_id         uuid NOT NULL,
    account_id      uuid NOT NULL REFERENCES account,
    instrument      text NOT NULL,
    side            text NOT NULL,
    quantity        numeric NOT NULL CHECK (quantity > 0),
    -- The limit; null at the market's price.
    price           numeric,
    reduce_only     boolean NOT NULL,
    take_profit_pct numeric,
    stop_loss_pct   numeric,
    trail_pct       numeric,
    -- The market's price when it was asked for, and how many percent it may have moved until it is given.
    reference       numeric NOT NULL,
    move_pct        numeric NOT NULL,
    state           text NOT NULL CHECK (state IN ('WAITING', 'APPROVED', 'REFUSED', 'EXPIRED', 'FAILED')),
    reasons         text[] NOT NULL DEFAULT '{}',
    order_id        uuid,
    decided_by      uuid,
    decided_at      timestamptz,
    expires_at      timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT one_approval_per_wish UNIQUE (signal_id, number)
);
CREATE INDEX approval_of_user ON approval (user_id, approval_id DESC);
CREATE INDEX approval_waiting ON approval (expires_at) WHERE state = 'WAITING';

-- Both rows are written in one transaction, in whatever order its statements come.
ALTER TABLE signal DROP CONSTRAINT signal_order_id_fkey;
