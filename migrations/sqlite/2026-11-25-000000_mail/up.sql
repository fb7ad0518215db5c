-- Since when the address is known to be its owner's.
ALTER TABLE users ADD COLUMN email_verified_at TEXT;
-- Since when it is locked by too many wrong passwords.
ALTER TABLE users ADD COLUMN locked_at TEXT;

-- Mail that waits, with its cause; that was sent; and that was given up.
CREATE TABLE mails (
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind            TEXT    NOT NULL,
    user_id         INTEGER REFERENCES users (id) ON DELETE CASCADE,
    email           TEXT    NOT NULL,                -- to whom, as typed
    email_key       TEXT    NOT NULL,                -- what is compared
    other_email     TEXT,                            -- the new address, where it tells the old one of it
    address         TEXT,                            -- from where its cause came
    user_agent      TEXT,
    created_at      TEXT    NOT NULL,
    queued_at       TEXT    NOT NULL,                -- from when on the time counts after which it is given up
    next_attempt_at TEXT,                            -- while it waits
    attempts        INTEGER NOT NULL,
    sent_at         TEXT,
    given_up_at     TEXT,
    last_error      TEXT,
    CHECK ((next_attempt_at IS NOT NULL) + (sent_at IS NOT NULL) + (given_up_at IS NOT NULL) = 1)
) STRICT;

CREATE INDEX mails_next_attempt_at ON mails (next_attempt_at, id) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX mails_sent_at ON mails (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX mails_given_up_at ON mails (given_up_at) WHERE given_up_at IS NOT NULL;
CREATE INDEX mails_user_id ON mails (user_id, id);
CREATE INDEX mails_email_key ON mails (email_key, id);

-- The links in mails. What one is for, and whose it is, stands in its mail.
CREATE TABLE mail_tokens (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    mail_id      INTEGER NOT NULL REFERENCES mails (id) ON DELETE CASCADE,
    token_digest BLOB    NOT NULL,                   -- SHA-256
    created_at   TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX mail_tokens_token_digest ON mail_tokens (token_digest);
CREATE INDEX mail_tokens_mail_id ON mail_tokens (mail_id);

-- In private mode somebody is in the register only when the link in their mail was followed.
CREATE TABLE pending_sign_ups (
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    email           TEXT    NOT NULL,                -- as typed
    email_key       TEXT    NOT NULL,                -- what is compared
    hashed_password TEXT    NOT NULL,                -- PHC string
    created_at      TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX pending_sign_ups_email_key ON pending_sign_ups (email_key);
CREATE INDEX pending_sign_ups_created_at ON pending_sign_ups (created_at);

-- The browsers in which somebody has logged in, by a cookie of theirs.
CREATE TABLE known_devices (
    id             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    user_id        INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_digest   BLOB    NOT NULL,                 -- SHA-256
    created_at     TEXT    NOT NULL,
    last_used_at   TEXT    NOT NULL,
    failed_log_ins INTEGER NOT NULL                  -- in a row
) STRICT;

CREATE UNIQUE INDEX known_devices_user_id ON known_devices (user_id, token_digest);
CREATE INDEX known_devices_last_used_at ON known_devices (last_used_at);
