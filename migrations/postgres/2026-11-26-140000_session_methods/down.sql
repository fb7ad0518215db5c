ALTER TABLE sessions DROP COLUMN authenticated_at;
ALTER TABLE sessions DROP COLUMN methods;
ALTER TABLE sessions DROP COLUMN kind;
