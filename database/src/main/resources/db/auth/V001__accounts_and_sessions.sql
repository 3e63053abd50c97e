-- Who may come in: accounts, invites, sessions and the refresh tokens of their families.

CREATE TABLE account (
    account_id    uuid PRIMARY KEY,
    username      text NOT NULL,
    -- Compared form (NFKC, lower case): two spellings of one name are one name.
    username_key  text NOT NULL,
    email         text NOT NULL,
    email_key     text NOT NULL,
    email_verified boolean NOT NULL DEFAULT false,
    name          text NOT NULL,
    password_hash text NOT NULL,
    role          text NOT NULL CHECK (role IN ('user', 'admin', 'super_admin')),
    permissions   text[] NOT NULL DEFAULT '{}',
    created_at    timestamptz NOT NULL,
    CONSTRAINT account_username UNIQUE (username_key),
    CONSTRAINT account_email UNIQUE (email_key),
    -- A user name never looks like an e-mail address, so one login field can take either.
    CHECK (position('@' IN username_key) = 0 AND position('@' IN email_key) > 1)
);

CREATE TABLE setting (
    account_id    uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    locale        text NOT NULL CHECK (locale IN ('en', 'ko')),
    theme         text NOT NULL CHECK (theme IN ('system', 'light', 'dark')),
    -- Korean markets paint a rise red and a fall blue.
    korean_colors boolean NOT NULL,
    updated_at    timestamptz NOT NULL
);

CREATE TABLE invite (
    invite_id  uuid PRIMARY KEY,
    code_hash  bytea NOT NULL UNIQUE,
    role       text NOT NULL CHECK (role IN ('user', 'admin')),
    -- When set, only this address may use it.
    email_key  text,
    created_by uuid NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_by    uuid REFERENCES account,
    used_at    timestamptz,
    CHECK ((used_by IS NULL) = (used_at IS NULL))
);

CREATE TABLE session (
    session_id   uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    -- login: a person with a password. telegram: our own bot, acting for a linked person.
    kind         text NOT NULL CHECK (kind IN ('login', 'telegram')),
    delivery     text NOT NULL CHECK (delivery IN ('cookie', 'body', 'none')),
    address      text NOT NULL,
    user_agent   text NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    -- Moved on by every refresh, never beyond the last day.
    expires_at   timestamptz NOT NULL,
    last_day     timestamptz NOT NULL,
    ended_at     timestamptz,
    end_reason   text,
    -- The end is not in Redis yet; a job repeats the telling until it is.
    end_untold   boolean NOT NULL DEFAULT false,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX session_of_account ON session (account_id, session_id DESC) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX session_of_telegram ON session (account_id) WHERE kind = 'telegram' AND ended_at IS NULL;
CREATE INDEX session_end_untold ON session (session_id) WHERE end_untold;

CREATE TABLE refresh_token (
    token_hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    spent_at   timestamptz
);
CREATE INDEX refresh_token_of_session ON refresh_token (session_id);
