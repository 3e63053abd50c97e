-- What people are told: the inbox, what is sent outside, the private live stream of /ws, and linked Telegram chats.

CREATE TABLE person (
    user_id        uuid PRIMARY KEY,
    locale         text NOT NULL CHECK (locale IN ('en', 'ko')),
    -- Kinds of notification the person does not want in Telegram; the inbox always has everything.
    telegram_muted text[] NOT NULL DEFAULT '{}',
    updated_at     timestamptz NOT NULL
);

CREATE TABLE notification (
    notification_id uuid PRIMARY KEY,
    user_id         uuid NOT NULL,
    -- The fact it tells of; a second telling of the same fact is refused here too.
    event_id        uuid NOT NULL UNIQUE,
    kind            text NOT NULL,
    title           text NOT NULL,
    text            text NOT NULL,
    subject         text NOT NULL,
    created_at      timestamptz NOT NULL
);
CREATE INDEX notification_of_user ON notification (user_id, notification_id DESC);

-- One message to one chat. The number is the order in which a chat hears them.
CREATE TABLE delivery (
    delivery_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id         uuid,
    notification_id uuid REFERENCES notification ON DELETE CASCADE,
    channel         text NOT NULL CHECK (channel = 'telegram'),
    address         text NOT NULL,
    text            text NOT NULL,
    state           text NOT NULL CHECK (state IN ('PENDING', 'SENT', 'DEAD')),
    tries           integer NOT NULL DEFAULT 0,
    -- True from before a request leaves until its outcome is known: what is found so may come twice and is marked.
    uncertain       boolean NOT NULL DEFAULT false,
    next_at         timestamptz NOT NULL,
    reason          text,
    created_at      timestamptz NOT NULL,
    finished_at     timestamptz
);
CREATE INDEX delivery_pending ON delivery (channel, address, delivery_id) WHERE state = 'PENDING';
CREATE INDEX delivery_of_notification ON delivery (notification_id);
CREATE INDEX delivery_finished ON delivery (finished_at) WHERE state <> 'PENDING';

-- The number of a person's newest live event. Taken by UPDATE, so it has no gaps: a rollback gives it back.
CREATE TABLE live_cursor (
    user_id  uuid PRIMARY KEY,
    last_seq bigint NOT NULL
);

CREATE TABLE live_event (
    user_id  uuid NOT NULL,
    seq      bigint NOT NULL,
    event_id uuid NOT NULL,
    channel  text NOT NULL,
    event    text NOT NULL,
    body     text NOT NULL,
    at       timestamptz NOT NULL,
    PRIMARY KEY (user_id, seq),
    UNIQUE (event_id, event)
);
CREATE INDEX live_event_at ON live_event (at);

CREATE TABLE telegram_bot (
    bot_id      bigint PRIMARY KEY,
    username    text NOT NULL,
    next_update bigint NOT NULL DEFAULT 0
);

-- Each update counts once, whatever the offset says.
CREATE TABLE telegram_update (
    bot_id    bigint NOT NULL,
    update_id bigint NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (bot_id, update_id)
);
CREATE INDEX telegram_update_at ON telegram_update (at);

CREATE TABLE telegram_link (
    user_id   uuid PRIMARY KEY,
    bot_id    bigint NOT NULL,
    chat_id   bigint NOT NULL,
    linked_at timestamptz NOT NULL,
    UNIQUE (bot_id, chat_id)
);

CREATE TABLE telegram_code (
    -- SHA-256 of the code; the code itself is only ever shown to its owner.
    code_hash  text PRIMARY KEY,
    user_id    uuid NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
);

-- Chats we do not know: how often they guessed and were answered since the window began.
CREATE TABLE telegram_stranger (
    chat_id      bigint PRIMARY KEY,
    window_start timestamptz NOT NULL,
    guesses      integer NOT NULL,
    answers      integer NOT NULL
);
