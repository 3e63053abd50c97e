-- Real accounts: who we are at venues, what was sent there, what does not fit, and who may trade for real.

-- Part of every client order id: a restored suite gets another one, so it can never make an old name again.
CREATE TABLE installation (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    epoch  uuid NOT NULL,
    number int NOT NULL,
    since  timestamptz NOT NULL
);
INSERT INTO installation (epoch, number, since) VALUES (gen_random_uuid(), 1, now());

ALTER TABLE account
    -- RECONCILE_ONLY: nothing is sent until a person has looked and said so.
    ADD COLUMN state text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'RECONCILE_ONLY')),
    ADD COLUMN purse boolean NOT NULL DEFAULT false,
    ADD COLUMN credentials bytea,
    ADD COLUMN key_hint text,
    ADD COLUMN limits jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN tested_at timestamptz,
    ADD COLUMN test_passed boolean,
    ADD COLUMN deleted_at timestamptz;
UPDATE account SET purse = true WHERE broker = 'PAPER';
DROP INDEX account_one_paper_purse;
CREATE UNIQUE INDEX account_one_paper_purse ON account (user_id) WHERE purse;

-- Stored before the first byte leaves. One that may be at the venue keeps every other of its order from being sent.
CREATE TABLE order_attempt (
    order_id        uuid NOT NULL REFERENCES orders,
    attempt         int NOT NULL,
    account_id      uuid NOT NULL REFERENCES account,
    client_order_id text NOT NULL,
    state           text NOT NULL CHECK (state IN ('SENT', 'UNKNOWN', 'TAKEN', 'NOT_PLACED')),
    sent_at         timestamptz NOT NULL,
    PRIMARY KEY (order_id, attempt),
    CONSTRAINT one_attempt_per_name UNIQUE (account_id, client_order_id)
);
CREATE UNIQUE INDEX order_attempt_one_live ON order_attempt (order_id) WHERE state IN ('SENT', 'UNKNOWN');

-- Every number a venue has given an order; changes give new ones at some.
CREATE TABLE venue_order_number (
    account_id uuid NOT NULL REFERENCES account,
    number     text NOT NULL,
    order_id   uuid NOT NULL REFERENCES orders,
    PRIMARY KEY (account_id, number)
);

-- An order that nobody can name at its venue cannot be cancelled yet; it is, as soon as it is found.
CREATE TABLE cancel_wish (
    order_id   uuid PRIMARY KEY REFERENCES orders,
    account_id uuid NOT NULL REFERENCES account,
    cause      text NOT NULL,
    at         timestamptz NOT NULL
);

CREATE TABLE reconciliation (
    account_id  uuid PRIMARY KEY REFERENCES account,
    -- By the venue's clock: what happened until then has been compared.
    orders_to   timestamptz NOT NULL,
    books_to    timestamptz NOT NULL,
    orders_at   timestamptz NOT NULL,
    books_at    timestamptz NOT NULL
);

-- A difference that cannot be explained. The id derives from the content: what a person has settled does not come back.
CREATE TABLE quarantine (
    quarantine_id uuid PRIMARY KEY,
    account_id    uuid NOT NULL REFERENCES account,
    user_id       uuid NOT NULL,
    instrument    text NOT NULL,
    order_id      uuid,
    kind          text NOT NULL,
    cause         text NOT NULL,
    ours          numeric,
    theirs        numeric,
    opened_at     timestamptz NOT NULL,
    settled_at    timestamptz,
    settled_as    text,
    settled_by    uuid,
    note          text
);
CREATE INDEX quarantine_open ON quarantine (account_id) WHERE settled_at IS NULL;

-- Fees, dividends, deposits …: each once, with its typed ledger entries.
CREATE TABLE account_movement (
    account_id  uuid NOT NULL REFERENCES account,
    movement_id text NOT NULL,
    kind        text NOT NULL,
    instrument  text,
    currency    text,
    amount      numeric,
    cause       text NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (account_id, movement_id)
);

-- Per person; who has no row trades on paper.
CREATE TABLE trading_mode (
    user_id    uuid PRIMARY KEY,
    mode       text NOT NULL CHECK (mode IN ('PAPER', 'REAL')),
    changed_at timestamptz NOT NULL
);
