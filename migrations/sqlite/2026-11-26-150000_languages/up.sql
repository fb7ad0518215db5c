-- The language that a person reads, as a tag; NULL for that of the site. A mail has the language of the request that caused
-- it, which counts while its reader has no account or has not chosen one.
ALTER TABLE users ADD COLUMN language TEXT;
ALTER TABLE mails ADD COLUMN language TEXT;
