DROP INDEX mails_pending_sign_up_id;
DROP INDEX mails_address_hold_id;
ALTER TABLE mails DROP COLUMN pending_sign_up_id;
ALTER TABLE mails DROP COLUMN address_hold_id;
DROP TABLE address_holds;
