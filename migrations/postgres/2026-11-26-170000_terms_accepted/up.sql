-- When a person accepted the terms of the site, where signing up requires it. A sign-up that waits for its link keeps it, too.
ALTER TABLE users ADD COLUMN terms_accepted_at TIMESTAMP;
ALTER TABLE pending_sign_ups ADD COLUMN terms_accepted_at TIMESTAMP;
