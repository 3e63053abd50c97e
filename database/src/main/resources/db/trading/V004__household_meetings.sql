-- Members of the household who traded with each other on paper. Written with the fill of the order that came; the account whose
-- order rested books its own fill from here.
CREATE TABLE household_meeting (
    meeting_id     uuid PRIMARY KEY,
    account_id     uuid NOT NULL REFERENCES account,
    order_id       uuid NOT NULL REFERENCES orders,
    taker_order_id uuid NOT NULL,
    price          numeric NOT NULL CHECK (price > 0),
    quantity       numeric NOT NULL CHECK (quantity > 0),
    at             timestamptz NOT NULL,
    -- When the resting order's fill was booked; null while it is not.
    booked_at      timestamptz
);
CREATE INDEX household_meeting_waiting ON household_meeting (account_id) WHERE booked_at IS NULL;
