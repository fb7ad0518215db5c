-- The rate limits that all processes share: a row for each bucket that is not full. The table is not logged, so an attempt
-- waits for no disk and for no standby, and after a crash of the server the buckets are full. Without an index on
-- `full_at` an update need not touch the index of the key, for which the pages have some room.
CREATE UNLOGGED TABLE rate_limits (
    -- The SHA-256 of what the bucket is for, which always has the same length.
    key BYTEA PRIMARY KEY,
    -- When the bucket will be full again, by the clock of the server.
    full_at TIMESTAMP NOT NULL
) WITH (fillfactor = 50);
