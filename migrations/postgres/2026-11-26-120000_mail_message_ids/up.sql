-- The random part of the Message-ID, from the first attempt on.
ALTER TABLE mails ADD COLUMN message_id TEXT;
-- When the mail server last had the whole mail and did not say whether it took it.
ALTER TABLE mails ADD COLUMN unconfirmed_at TIMESTAMP;
