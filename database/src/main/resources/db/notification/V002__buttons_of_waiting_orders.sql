-- Messages with buttons, and what a button stands for.

ALTER TABLE delivery ADD COLUMN buttons text;

CREATE TABLE approval_button (
    -- SHA-256 of what the button sends; each button counts once.
    nonce_hash  text PRIMARY KEY,
    user_id     uuid NOT NULL,
    approval_id uuid NOT NULL,
    approve     boolean NOT NULL,
    expires_at  timestamptz NOT NULL
);
CREATE INDEX approval_button_of_approval ON approval_button (user_id, approval_id);
CREATE INDEX approval_button_expires ON approval_button (expires_at);
