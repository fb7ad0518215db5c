-- How many wrong passwords there were in a row: the account is locked by them. The counts that the audit trail holds are
-- taken over, for accounts alone that have any.
CREATE TEMPORARY TABLE counted AS
WITH present AS (
    SELECT subject_id, max(id) AS id FROM events
    WHERE subject_id IS NOT NULL
      AND kind IN ('signed_up', 'logged_in', 'password_reset', 'account_unlocked')
    GROUP BY subject_id
)
SELECT failed.subject_id AS user_id, count(*) AS failures
FROM events failed LEFT JOIN present ON present.subject_id = failed.subject_id
WHERE failed.kind = 'log_in_failed'
  AND failed.subject_id IS NOT NULL
  AND failed.id > coalesce(present.id, 0)
GROUP BY failed.subject_id;

ALTER TABLE users ADD COLUMN failed_log_ins INTEGER NOT NULL DEFAULT 0;
UPDATE users SET failed_log_ins = counted.failures FROM counted WHERE counted.user_id = users.id;
DROP TABLE counted;

-- How many wrong passwords in a row were given inside a session: it ends by them.
ALTER TABLE sessions ADD COLUMN failed_confirmations INTEGER NOT NULL DEFAULT 0;
