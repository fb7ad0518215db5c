ALTER TABLE mails DROP COLUMN unconfirmed_at;
ALTER TABLE mails DROP COLUMN message_id;
