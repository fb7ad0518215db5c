//! The statements, for PostgreSQL. A row has the digest of the bucket's name.

use std::time::Duration;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Double, Nullable};
use sha2::{Digest, Sha256};

use super::Bucket;

/// A bucket that is not full can only be this far ahead: `$2` is the refill, and `$3` the time in which all of it fills.
/// One that is further ahead was written when the clock was ahead, or with other settings. It counts as full: counted as
/// empty, it would refuse until that time has come.
///
/// The clock is read in the update, which PostgreSQL evaluates when it holds the row. `excluded` has the time before it waited
/// for other attempts, by which a bucket that they have just emptied would be too far ahead.
const TAKE: &str = "
    WITH taken AS (
        INSERT INTO rate_limits AS bucket (key, full_at)
        VALUES ($1, (clock_timestamp() AT TIME ZONE 'utc') + $2 * INTERVAL '1 second')
        ON CONFLICT (key) DO UPDATE SET full_at = CASE
            WHEN bucket.full_at > (clock_timestamp() AT TIME ZONE 'utc') + $3 * INTERVAL '1 second'
            THEN (clock_timestamp() AT TIME ZONE 'utc') + $2 * INTERVAL '1 second'
            ELSE greatest(bucket.full_at, clock_timestamp() AT TIME ZONE 'utc') + $2 * INTERVAL '1 second' END
        WHERE bucket.full_at <= (clock_timestamp() AT TIME ZONE 'utc') + ($3 - $2) * INTERVAL '1 second'
            OR bucket.full_at > (clock_timestamp() AT TIME ZONE 'utc') + $3 * INTERVAL '1 second'
        RETURNING full_at
    )
    SELECT CASE WHEN EXISTS (SELECT FROM taken) THEN NULL ELSE greatest(0.001, coalesce((
        SELECT extract(epoch FROM full_at - (clock_timestamp() AT TIME ZONE 'utc'))::float8 + $2 - $3
        FROM rate_limits WHERE key = $1
    ), $2)) END AS wait";

#[derive(QueryableByName)]
struct Wait {
    #[diesel(sql_type = Nullable<Double>)]
    wait: Option<f64>,
}

pub fn take(postgres: &mut PgConnection, bucket: &Bucket) -> QueryResult<Option<Duration>> {
    let Bucket { name, burst, refill } = bucket;
    let Wait { wait } = diesel::sql_query(TAKE)
        .bind::<Binary, _>(Sha256::digest(name).to_vec())
        .bind::<Double, _>(refill.as_secs_f64())
        .bind::<Double, _>((*refill * *burst).as_secs_f64())
        .get_result(postgres)?;
    Ok(wait.map(|seconds| Duration::try_from_secs_f64(seconds).unwrap_or(*refill)))
}

pub fn delete_full(postgres: &mut PgConnection, max: i64) -> QueryResult<usize> {
    let delete = "
        DELETE FROM rate_limits WHERE key = ANY(ARRAY(
            SELECT key FROM rate_limits WHERE full_at <= (clock_timestamp() AT TIME ZONE 'utc')
            LIMIT $1 FOR UPDATE SKIP LOCKED))";
    diesel::sql_query(delete).bind::<BigInt, _>(max).execute(postgres)
}
