-- Only PostgreSQL has the rate limits in a table. On SQLite each process has its own, because taking part in a common one
-- would wait for the only writer.
SELECT 1;
