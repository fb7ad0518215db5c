ALTER TABLE pending_sign_ups DROP COLUMN terms_accepted_at;
ALTER TABLE users DROP COLUMN terms_accepted_at;
