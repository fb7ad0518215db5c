DROP INDEX users_closed_at;
ALTER TABLE users DROP COLUMN closed_at;
