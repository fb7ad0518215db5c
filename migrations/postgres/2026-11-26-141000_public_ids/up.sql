-- What other services know a user and a session by. A row gets one when a token first names it: so a large table is not
-- rewritten here.
ALTER TABLE users ADD COLUMN public_id TEXT;
CREATE UNIQUE INDEX users_public_id ON users (public_id);
ALTER TABLE sessions ADD COLUMN public_id TEXT;
CREATE UNIQUE INDEX sessions_public_id ON sessions (public_id);

-- The public half of each key, so that the private one is read only to sign. The next start fills it in.
ALTER TABLE signing_keys ADD COLUMN public_x TEXT;
ALTER TABLE signing_keys ADD COLUMN public_y TEXT;
