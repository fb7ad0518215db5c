-- Times are UTC, as text that sorts as they do: 'YYYY-MM-DD HH:MM:SS', and a fraction of at most six digits
-- without trailing zeros if there is one.

CREATE TABLE users (
    id              INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    email           TEXT    NOT NULL,                -- as typed
    email_key       TEXT    NOT NULL,                -- what is compared
    search_text     TEXT    NOT NULL,                -- what a search looks in
    hashed_password TEXT    NOT NULL,                -- PHC string
    is_admin        INTEGER NOT NULL CHECK (is_admin IN (0, 1)),
    created_at      TEXT    NOT NULL,
    last_log_in_at  TEXT,
    disabled_at     TEXT
) STRICT;

CREATE UNIQUE INDEX users_email_key ON users (email_key);
CREATE INDEX users_created_at ON users (created_at, id);
-- The filters of the register that pick few, in both of its orders.
CREATE INDEX users_admins_email_key ON users (email_key) WHERE is_admin = 1;
CREATE INDEX users_admins_created_at ON users (created_at, id) WHERE is_admin = 1;
CREATE INDEX users_disabled_email_key ON users (email_key) WHERE disabled_at IS NOT NULL;
CREATE INDEX users_disabled_created_at ON users (created_at, id) WHERE disabled_at IS NOT NULL;

CREATE TABLE sessions (
    id            INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    user_id       INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_digest  BLOB    NOT NULL,                  -- SHA-256
    is_persistent INTEGER NOT NULL CHECK (is_persistent IN (0, 1)),
    created_at    TEXT    NOT NULL,
    last_used_at  TEXT    NOT NULL,
    address       TEXT,
    user_agent    TEXT
) STRICT;

CREATE UNIQUE INDEX sessions_token_digest ON sessions (token_digest);
CREATE INDEX sessions_user_id ON sessions (user_id);

-- The audit trail outlives what it tells of: no foreign keys.
CREATE TABLE events (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    kind        TEXT    NOT NULL,
    actor_kind  TEXT    NOT NULL CHECK (actor_kind IN ('user', 'command_line', 'unknown')),
    actor_id    INTEGER,
    subject_id  INTEGER,
    occurred_at TEXT    NOT NULL,
    address     TEXT,
    user_agent  TEXT,
    CHECK ((actor_kind = 'user') = (actor_id IS NOT NULL))
) STRICT;

CREATE INDEX events_subject_id ON events (subject_id, id);

CREATE TABLE set_up_tokens (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    token_digest BLOB    NOT NULL,                   -- SHA-256
    created_at   TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX set_up_tokens_token_digest ON set_up_tokens (token_digest);
