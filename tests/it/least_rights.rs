//! On PostgreSQL the server needs fewer rights than the migrations.

use crate::harness::{Program, TestDatabase, curl};

/// The URL of the same database for another role with a password.
fn url_as(database: &TestDatabase, role: &str, password: &str) -> String {
    let (scheme, rest) = database.url.split_once("://").expect("a URL");
    let place = rest.split_once('@').map_or(rest, |(_, place)| place);
    format!("{scheme}://{role}:{password}@{place}")
}

#[test]
fn a_server_runs_as_a_role_that_may_change_no_table() {
    let program = Program::new();
    let database = program.database.clone();
    if database.is_sqlite() {
        return;
    }
    assert!(program.run(&["migrate"], "").status.success());
    let role = format!(
        "{}_serves",
        database.url.rsplit('/').next().and_then(|name| name.split('?').next()).expect("a name")
    );
    for statement in [
        &format!("CREATE ROLE {role} LOGIN PASSWORD 'kettle'"),
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        &format!("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"),
        &format!("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"),
    ] {
        database.execute(statement);
    }

    let server =
        Program::on(database.clone()).with("DATABASE_URL", &url_as(&database, &role, "kettle")).serve();
    let form = ["-d", "email=alice@example.com", "--data-urlencode", "password=violet harbour kettle"];
    let answer = curl(&[&form[..], &[&format!("{}/signup", server.url)]].concat());
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    server.terminate();

    let limited = Program::on(database.clone()).with("DATABASE_URL", &url_as(&database, &role, "kettle"));
    let backup = limited.run(&["backup", "mine.dump"], "");
    assert!(backup.status.success(), "{}", String::from_utf8_lossy(&backup.stderr));

    database.execute("DELETE FROM __diesel_schema_migrations WHERE version = (SELECT max(version) FROM __diesel_schema_migrations)");
    let output = Program::on(database.clone())
        .with("DATABASE_URL", &url_as(&database, &role, "kettle"))
        .run(&["serve"], "");
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("cannot bring the tables of") && error.contains("permission denied"), "{error}");
    for statement in [&format!("DROP OWNED BY {role}"), &format!("DROP ROLE {role}")] {
        database.execute(statement);
    }
}
