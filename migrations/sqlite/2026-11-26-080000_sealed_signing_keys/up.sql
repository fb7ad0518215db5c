-- Private keys are encrypted with a key outside the database: private_key is a nonce, the ciphertext and its tag, and
-- sealed_by says with which key. Without it, private_key is in clear, as 0.1 wrote it; the next start encrypts it.
ALTER TABLE signing_keys ADD COLUMN sealed_by TEXT;
