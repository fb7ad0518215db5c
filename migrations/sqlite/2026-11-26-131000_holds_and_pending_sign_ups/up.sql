-- An address that an account has lately had, and may take back by the link in a mail: no other account gets it meanwhile.
CREATE TABLE address_holds (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    email      TEXT    NOT NULL,                     -- as the account spelled it
    email_key  TEXT    NOT NULL,                     -- what is compared
    created_at TEXT    NOT NULL                      -- when the account gave it up
) STRICT;

-- What a mail is about, by its key.
ALTER TABLE mails ADD COLUMN address_hold_id INTEGER REFERENCES address_holds (id) ON DELETE SET NULL;
ALTER TABLE mails ADD COLUMN pending_sign_up_id INTEGER REFERENCES pending_sign_ups (id) ON DELETE SET NULL;

-- Until now a hold was its mail, and a pending sign-up was known by its time.
INSERT INTO address_holds (id, user_id, email, email_key, created_at)
SELECT id, user_id, email, email_key, created_at
FROM mails
WHERE kind = 'email_changed' AND other_email IS NOT NULL AND user_id IS NOT NULL;

UPDATE mails SET address_hold_id = id WHERE id IN (SELECT id FROM address_holds);

UPDATE mails SET pending_sign_up_id = pending.id
FROM pending_sign_ups pending
WHERE mails.kind = 'sign_up_confirmation'
  AND mails.email_key = pending.email_key
  AND mails.created_at = pending.created_at;

CREATE INDEX address_holds_email_key ON address_holds (email_key);
CREATE INDEX address_holds_user_id ON address_holds (user_id);
CREATE INDEX address_holds_created_at ON address_holds (created_at);
CREATE INDEX mails_address_hold_id ON mails (address_hold_id) WHERE address_hold_id IS NOT NULL;
CREATE INDEX mails_pending_sign_up_id ON mails (pending_sign_up_id) WHERE pending_sign_up_id IS NOT NULL;
