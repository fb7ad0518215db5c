-- A program's session has a refresh token in the place of a cookie: token_digest is of the half that stays the same,
-- refresh_digest of the half that is good for one use.
ALTER TABLE sessions ADD COLUMN refresh_digest BLOB;   -- SHA-256

CREATE TABLE signing_keys (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    key_id      TEXT    NOT NULL,                  -- RFC 7638 thumbprint
    algorithm   TEXT    NOT NULL,                  -- as in a token's header
    private_key BLOB    NOT NULL,                  -- PKCS #8
    created_at  TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX signing_keys_key_id ON signing_keys (key_id);

-- What was done for a program that may ask again.
CREATE TABLE idempotency_keys (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    key_digest BLOB    NOT NULL,                   -- SHA-256
    user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX idempotency_keys_key_digest ON idempotency_keys (key_digest);
CREATE INDEX idempotency_keys_created_at ON idempotency_keys (created_at);
CREATE INDEX idempotency_keys_user_id ON idempotency_keys (user_id);
