-- The name that a person gave, where the site asks for one; NULL if they gave none.
ALTER TABLE users ADD COLUMN name TEXT;
