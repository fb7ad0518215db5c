-- Since when the account is closed by its owner: it is deleted some days later.
ALTER TABLE users ADD COLUMN closed_at TIMESTAMP;

CREATE INDEX users_closed_at ON users (closed_at) WHERE closed_at IS NOT NULL;
