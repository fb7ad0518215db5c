-- What a session is opened with, and how and when its owner has last proven who they are. An earlier release that runs
-- beside this one does not write them: what it means is what the defaults say, and `authenticated_at` is then `created_at`.
ALTER TABLE sessions ADD COLUMN kind TEXT NOT NULL DEFAULT 'browser';
ALTER TABLE sessions ADD COLUMN methods TEXT NOT NULL DEFAULT 'pwd';
ALTER TABLE sessions ADD COLUMN authenticated_at TEXT;
UPDATE sessions SET kind = 'program' WHERE refresh_digest IS NOT NULL;
UPDATE sessions SET authenticated_at = coalesce(confirmed_at, created_at);
