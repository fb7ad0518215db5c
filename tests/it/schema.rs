//! The checked-in schema is the same as the one that the migrations create.

use std::collections::BTreeMap;

use crate::harness::App;

const SCHEMA: &str = include_str!("../../src/storage/schema.rs");

/// Columns by `table.column`, each with its type and whether it may be null.
type Columns = BTreeMap<String, (String, bool)>;

/// The columns of the `table!` blocks.
fn written() -> Columns {
    let mut columns = Columns::new();
    let mut table = None;
    for line in SCHEMA.lines().map(str::trim) {
        if let Some((name, _)) = line.split_once(" (id) {") {
            table = Some(name);
        }
        let column = line.strip_suffix(',').and_then(|line| line.split_once(" -> "));
        if let (Some(table), Some((name, kind))) = (table, column) {
            let inner = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
            columns.insert(format!("{table}.{name}"), (inner.unwrap_or(kind).to_owned(), inner.is_some()));
        }
    }
    columns
}

/// The columns of the database. Without the table of rate limits, which only PostgreSQL has.
fn made(app: &App) -> Columns {
    let query = if app.database.is_sqlite() {
        "SELECT t.name || ' ' || c.name || ' ' || c.type || ' ' || (1 - c.\"notnull\") AS value
         FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '\\_\\_%' ESCAPE '\\'"
    } else {
        "SELECT table_name || ' ' || column_name || ' ' || split_part(data_type, ' ', 1) || ' '
             || CASE is_nullable WHEN 'YES' THEN '1' ELSE '0' END AS value
         FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%' AND table_name <> 'rate_limits'"
    };
    let rows = app.database.texts(query);
    rows.iter()
        .flatten()
        .map(|row| {
            let [table, column, kind, nullable] = row.split(' ').collect::<Vec<_>>()[..] else {
                panic!("{row}");
            };
            (format!("{table}.{column}"), (kind.to_lowercase(), nullable == "1"))
        })
        .collect()
}

#[rocket::async_test]
async fn the_schema_is_what_the_migrations_make() {
    let app = App::new().await;
    let (written, made) = (written(), made(&app));
    assert!(written.len() > 20, "{written:?}");
    assert_eq!(written.keys().collect::<Vec<_>>(), made.keys().collect::<Vec<_>>());
    let is_sqlite = app.database.is_sqlite();
    for (column, (kind, nullable)) in &written {
        let expected = match (kind.as_str(), is_sqlite) {
            ("BigInt" | "Bool", true) => "integer",
            ("Text" | "Timestamp", true) => "text",
            ("Binary", true) => "blob",
            ("BigInt", false) => "bigint",
            ("Bool", false) => "boolean",
            ("Text", false) => "text",
            ("Timestamp", false) => "timestamp",
            ("Binary", false) => "bytea",
            (other, _) => panic!("{column}: {other}"),
        };
        assert_eq!(made[column], (expected.to_owned(), *nullable), "{column}");
    }
}

#[rocket::async_test]
async fn sqlite_is_set_up_to_lose_nothing() {
    let app = App::new().await;
    if !app.database.is_sqlite() {
        return;
    }
    let text = |query: &str| app.database.texts(query)[0].clone().expect("a value");
    assert_eq!(text("SELECT journal_mode AS value FROM pragma_journal_mode"), "wal");
    assert_eq!(text("SELECT integrity_check AS value FROM pragma_integrity_check"), "ok");
    let version: Vec<u32> =
        text("SELECT sqlite_version() AS value").split('.').filter_map(|part| part.parse().ok()).collect();
    assert!(version >= vec![3, 51, 3], "{version:?}");
    let lax = app.database.texts("SELECT name AS value FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'");
    assert_eq!(lax, Vec::<Option<String>>::new(), "all tables are strict");
}

/// If a statement on `users` violates a unique index, the code concludes that the address is registered. Only one
/// statement writes the public id, and no other request waits for it.
#[rocket::async_test]
async fn of_users_only_the_address_has_to_be_unique() {
    let app = App::new().await;
    let query = if app.database.is_sqlite() {
        "SELECT name AS value FROM pragma_index_list('users') WHERE \"unique\" = 1"
    } else {
        "SELECT indexrelid::regclass::text AS value FROM pg_index
         WHERE indrelid = 'users'::regclass AND indisunique AND NOT indisprimary"
    };
    let mut indexes: Vec<String> = app.database.texts(query).into_iter().flatten().collect();
    indexes.sort();
    assert_eq!(indexes, ["users_email_key", "users_public_id"]);
}
