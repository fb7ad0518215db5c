ALTER TABLE sessions DROP COLUMN failed_confirmations;
ALTER TABLE users DROP COLUMN failed_log_ins;
