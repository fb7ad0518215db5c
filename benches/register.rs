//! A database with many users in a temporary SQLite file, for the benchmarks.

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use frontdesk::accounts::{Accounts, Clock};
use frontdesk::app::{self, Parts, Settings};
use frontdesk::config::{Config, Layers};
use rocket::{Build, Rocket};
use tempfile::TempDir;

/// Of the users 1 in 20 is disabled, 1 in 1,000 is an administrator, and 1 in 100 is at rare.example. They signed up a
/// minute apart, and their addresses are in another order. The hash is as long as a real one.
const FILL: &str = "
    WITH RECURSIVE person (n, name) AS (
        SELECT 1, printf('%08x', 2654435761 % 4294967296)
        UNION ALL
        SELECT n + 1, printf('%08x', (n + 1) * 2654435761 % 4294967296) FROM person WHERE n < {people}
    )
    INSERT INTO users (email, email_key, search_text, hashed_password, is_admin, created_at, last_log_in_at, disabled_at)
    SELECT 'Person.' || name || at, 'person.' || name || at, 'person.' || name || at, hash, n % 1000 = 0, day, day,
        iif(n % 20 = 0, day, NULL)
    FROM (
        SELECT n, name, iif(n % 100 = 0, '@rare.example', '@example.com') AS at,
            strftime('%Y-%m-%d %H:%M:%S', 1700000000 + 60 * n, 'unixepoch') AS day,
            '$argon2id$v=19$m=65536,t=3,p=4$' || hex(zeroblob(33)) AS hash
        FROM person
    )";

/// The folder with the database, which is deleted when its value is dropped; a server on it; and its `Accounts`.
pub fn of(people: u32) -> (TempDir, Rocket<Build>, Accounts) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut config = Config { data_dir: folder.path().to_owned(), ..Config::default() };
    config.hashing.memory_kib = 64;
    config.hashing.passes = 1;
    config.hashing.lanes = 1;
    config.rate_limits.enabled = false;
    let figment =
        Layers::read(None).expect("the repository's own settings").figment.merge(("log_level", "off"));
    let settings = Settings::read(&figment, &config).expect("settings");
    let Parts { mailer, frontends } = app::build(&settings).expect("parts");
    let accounts = app::accounts(&settings, mailer, Clock::system()).expect("an empty register");
    let database = folder.path().join("frontdesk.db");
    SqliteConnection::establish(&database.to_string_lossy())
        .expect("a connection")
        .batch_execute(&FILL.replace("{people}", &people.to_string()))
        .expect("a filled register");
    (folder, app::rocket(figment, frontends, settings.monitoring, accounts.clone()), accounts)
}
