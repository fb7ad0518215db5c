-- Why a mail had nothing to say any more when it was to be sent; given_up_at says when that was seen.
ALTER TABLE mails ADD COLUMN not_sent_reason TEXT;
