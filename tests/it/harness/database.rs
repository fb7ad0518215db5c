//! A database for one test.

use std::fs;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use tempfile::TempDir;

/// The server on which each test creates a PostgreSQL database. Without it the tests use SQLite files.
const SERVER: &str = "FRONTDESK_TEST_DATABASE_URL";

fn migrations_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations")
}

pub struct TestDatabase {
    pub url: String,
    /// Also the data folder of the application under test.
    pub folder: TempDir,
    server: Option<String>,
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Nullable<Text>)]
    value: Option<String>,
}

impl TestDatabase {
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        match std::env::var(SERVER) {
            Ok(server) => postgres::create(server, folder),
            Err(_) => {
                let url = format!("sqlite://{}", folder.path().join("frontdesk.db").display());
                Self { url, folder, server: None }
            }
        }
    }

    /// A SQLite database, whatever the other tests use.
    pub fn sqlite_file() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let url = format!("sqlite://{}", folder.path().join("frontdesk.db").display());
        Self { url, folder, server: None }
    }

    /// The databases of this run between which rows are copied: two files, or a file and a PostgreSQL database.
    pub fn pair() -> [Self; 2] {
        let other = Self::new();
        let file = Self::sqlite_file();
        [file, other]
    }

    /// A new database whose encoding is not UTF-8.
    pub fn not_utf8() -> Self {
        let mut database = Self::new();
        match &database.server {
            Some(server) => database.url = postgres::create_latin1(server),
            None => {
                let statements = "PRAGMA encoding = 'UTF-16'; CREATE TABLE others (id INTEGER)";
                database.sqlite().batch_execute(statements).expect("statements");
            }
        }
        database
    }

    /// A database as the release before this migration left it.
    pub fn before(migration: &str) -> Self {
        Self::migrated(|name| name < migration, |_, _| {})
    }

    /// A database with only the wanted migrations. After each migration `then` may add rows.
    pub fn migrated(is_wanted: impl Fn(&str) -> bool, then: impl Fn(&Self, &str)) -> Self {
        Self::new().with_migrations(is_wanted, then)
    }

    /// This empty database with only the wanted migrations.
    pub fn with_migrations(self, is_wanted: impl Fn(&str) -> bool, then: impl Fn(&Self, &str)) -> Self {
        let database = self;
        database.execute(
            "CREATE TABLE __diesel_schema_migrations \
             (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)",
        );
        let kind = if database.is_sqlite() { "sqlite" } else { "postgres" };
        for name in Self::migrations().into_iter().filter(|name| is_wanted(name)) {
            let script = migrations_folder().join(kind).join(&name).join("up.sql");
            database.execute(&fs::read_to_string(script).expect("a script"));
            let version = name.split('_').next().expect("a version").replace('-', "");
            database
                .execute(&format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{version}')"));
            then(&database, &name);
        }
        database
    }

    /// The names of all migrations, in order.
    pub fn migrations() -> Vec<String> {
        let entries = fs::read_dir(migrations_folder().join("sqlite")).expect("migrations");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name in UTF-8"))
            .collect();
        names.sort();
        names
    }

    /// False if the server is a PgBouncer.
    pub fn has_prepared_statements(&self) -> bool {
        std::env::var("FRONTDESK_TEST_POOLER").is_err()
    }

    pub fn is_sqlite(&self) -> bool {
        self.server.is_none()
    }

    /// The values of the only column of a query, which must be of type text and named `value`.
    pub fn texts(&self, query: &str) -> Vec<Option<String>> {
        let rows: Vec<Value> = if self.is_sqlite() {
            diesel::sql_query(query).load(&mut self.sqlite()).expect("a query")
        } else {
            postgres::load(&self.url, query)
        };
        rows.into_iter().map(|row| row.value).collect()
    }

    pub fn count(&self, table: &str) -> usize {
        self.texts(&format!("SELECT CAST(count(*) AS TEXT) AS value FROM {table}"))
            .first()
            .and_then(|count| count.as_deref()?.parse().ok())
            .expect("a number")
    }

    /// Runs a statement, for changes that no page makes.
    pub fn execute(&self, statement: &str) {
        if self.is_sqlite() {
            self.sqlite().batch_execute(statement).expect("a statement");
        } else {
            postgres::execute(&self.url, statement);
        }
    }

    /// Locks a SQLite database exclusively until the value is dropped.
    pub fn lock(&self) -> impl Send + use<> {
        let mut connection = self.sqlite();
        connection.batch_execute("BEGIN EXCLUSIVE").expect("a lock");
        connection
    }

    /// Runs a statement in a transaction that stays open, so that other writes wait until it is committed.
    pub fn begin(&self, statement: &str) -> OpenTransaction {
        let (begin, mut connection): (_, Box<dyn SimpleConnection + Send>) = match self.is_sqlite() {
            true => ("BEGIN IMMEDIATE", Box::new(self.sqlite())),
            false => ("BEGIN", postgres::open(&self.url)),
        };
        connection.batch_execute(begin).expect("a transaction");
        connection.batch_execute(statement).expect("a statement");
        OpenTransaction(connection)
    }

    fn sqlite(&self) -> SqliteConnection {
        let path = self.url.trim_start_matches("sqlite://");
        let mut connection = SqliteConnection::establish(path).expect("the database file");
        diesel::sql_query("PRAGMA busy_timeout = 5000").execute(&mut connection).expect("a pragma");
        connection
    }
}

pub struct OpenTransaction(Box<dyn SimpleConnection + Send>);

impl OpenTransaction {
    pub fn commit(mut self) {
        self.0.batch_execute("COMMIT").expect("a commit");
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(server) = &self.server {
            postgres::drop_database(server, &self.url);
        }
    }
}

#[cfg(feature = "postgres")]
mod postgres {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    static NEXT: AtomicU32 = AtomicU32::new(1);

    fn next_name() -> String {
        format!("frontdesk_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
    }

    fn connect(url: &str) -> PgConnection {
        PgConnection::establish(url).expect("a PostgreSQL server at FRONTDESK_TEST_DATABASE_URL")
    }

    pub fn create(server: String, folder: TempDir) -> TestDatabase {
        let name = next_name();
        execute(&server, &format!("CREATE DATABASE {name}"));
        TestDatabase { url: with_name(&server, &name), folder, server: Some(server) }
    }

    pub fn create_latin1(server: &str) -> String {
        let name = next_name();
        let options = "ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0";
        execute(server, &format!("CREATE DATABASE {name} {options}"));
        with_name(server, &name)
    }

    pub fn drop_database(server: &str, url: &str) {
        let name = url.split('?').next().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
        execute(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    pub fn execute(url: &str, statement: &str) {
        connect(url).batch_execute(statement).expect("a statement");
    }

    pub fn open(url: &str) -> Box<dyn SimpleConnection + Send> {
        Box::new(connect(url))
    }

    pub fn load(url: &str, query: &str) -> Vec<Value> {
        diesel::sql_query(query).load(&mut connect(url)).expect("a query")
    }

    /// The URL, such as `postgres://host/postgres?a=b`, with the name of another database.
    fn with_name(server: &str, name: &str) -> String {
        let (path, query) =
            server.split_once('?').map_or((server, None), |(path, query)| (path, Some(query)));
        let (base, _) = path.rsplit_once('/').expect("a URL with a database");
        query.map_or_else(|| format!("{base}/{name}"), |query| format!("{base}/{name}?{query}"))
    }
}

#[cfg(not(feature = "postgres"))]
mod postgres {
    use super::*;

    const BUILT_WITHOUT: &str = "FRONTDESK_TEST_DATABASE_URL needs `cargo test --features postgres`";

    pub fn create(_server: String, _folder: TempDir) -> TestDatabase {
        panic!("{BUILT_WITHOUT}")
    }

    pub fn create_latin1(_server: &str) -> String {
        panic!("{BUILT_WITHOUT}")
    }

    pub fn drop_database(_server: &str, _url: &str) {}

    pub fn execute(_url: &str, _statement: &str) {
        panic!("{BUILT_WITHOUT}")
    }

    pub fn open(_url: &str) -> Box<dyn SimpleConnection + Send> {
        panic!("{BUILT_WITHOUT}")
    }

    pub fn load(_url: &str, _query: &str) -> Vec<Value> {
        panic!("{BUILT_WITHOUT}")
    }
}
