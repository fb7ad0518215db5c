ALTER TABLE signing_keys DROP COLUMN public_y;
ALTER TABLE signing_keys DROP COLUMN public_x;
DROP INDEX sessions_public_id;
ALTER TABLE sessions DROP COLUMN public_id;
DROP INDEX users_public_id;
ALTER TABLE users DROP COLUMN public_id;
