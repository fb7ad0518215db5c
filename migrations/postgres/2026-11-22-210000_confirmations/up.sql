-- When the password was last asked for again; not since the session began where it is null.
ALTER TABLE sessions ADD COLUMN confirmed_at TIMESTAMP;
