-- An encrypted key is of no use to 0.1, which makes a new one.
DELETE FROM signing_keys WHERE sealed_by IS NOT NULL;
ALTER TABLE signing_keys DROP COLUMN sealed_by;
