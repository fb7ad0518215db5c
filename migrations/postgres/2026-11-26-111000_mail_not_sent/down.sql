ALTER TABLE mails DROP COLUMN not_sent_reason;
