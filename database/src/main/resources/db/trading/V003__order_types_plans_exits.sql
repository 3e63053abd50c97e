-- Stop orders, good-till-date, post-only; plans that are carried out by several plain orders; the exits of positions.

ALTER TABLE orders
    ADD COLUMN stop_price       numeric,
    ADD COLUMN trail_pct        numeric,
    ADD COLUMN trail_amount     numeric,
    ADD COLUMN activation_price numeric,
    ADD COLUMN triggered        boolean NOT NULL DEFAULT false,
    ADD COLUMN expires_at       timestamptz,
    ADD COLUMN post_only        boolean NOT NULL DEFAULT false,
    -- What a protection asks for beyond take_profit_pct and stop_loss_pct; null for nothing.
    ADD COLUMN protection       jsonb,
    ADD COLUMN plan_id          uuid,
    ADD COLUMN leg              text,
    ADD COLUMN attempt          int,
    ADD COLUMN leg_exclusive    boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX one_order_per_attempt ON orders (plan_id, leg, attempt) WHERE plan_id IS NOT NULL;

-- The venue's number of what the event told: of the fill, or of the order.
ALTER TABLE order_transition ADD COLUMN evidence text;

-- An order that needs several plain ones. What it does next follows from terms, progress and its orders alone.
CREATE TABLE plan (
    plan_id         uuid PRIMARY KEY,
    account_id      uuid NOT NULL REFERENCES account,
    user_id         uuid NOT NULL,
    client_order_id text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('OCO', 'BRACKET', 'ICEBERG', 'DCA')),
    instrument      text NOT NULL,
    side            text NOT NULL,
    quantity        numeric NOT NULL CHECK (quantity > 0),
    state           text NOT NULL CHECK (state IN ('ACTIVE', 'ENDING', 'DONE', 'CANCELLED', 'FAILED')),
    terms           jsonb NOT NULL,
    cause           text NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT one_plan_per_intent UNIQUE (account_id, client_order_id)
);
CREATE INDEX plan_of_user ON plan (user_id, plan_id DESC);
CREATE INDEX plan_open ON plan (account_id) WHERE state IN ('ACTIVE', 'ENDING');

-- Ladder (price@share, nearest first), trailing stop, break-even move and time stop of a position; null for none.
ALTER TABLE position
    ADD COLUMN ladder        text,
    ADD COLUMN trail_pct     numeric,
    ADD COLUMN trail_amount  numeric,
    ADD COLUMN break_even_at numeric,
    ADD COLUMN close_at      timestamptz,
    -- The stop that the position shall have, written when it is asked for; the guard looks whether it is there.
    ADD COLUMN stop_wanted   numeric;
