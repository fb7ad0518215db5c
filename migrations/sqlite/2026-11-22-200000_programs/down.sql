DROP TABLE idempotency_keys;
DROP TABLE signing_keys;
DELETE FROM sessions WHERE refresh_digest IS NOT NULL;
ALTER TABLE sessions DROP COLUMN refresh_digest;
