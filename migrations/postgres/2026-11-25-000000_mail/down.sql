DROP TABLE known_devices;
DROP TABLE pending_sign_ups;
DROP TABLE mail_tokens;
DROP TABLE mails;
ALTER TABLE users DROP COLUMN locked_at;
ALTER TABLE users DROP COLUMN email_verified_at;
