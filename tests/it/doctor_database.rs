//! `frontdesk doctor` with databases, keys, mail servers, addresses, certificates and templates that are not as they should
//! be.

use std::fs;
use std::net::TcpListener;
use std::sync::Arc;

use time::{Duration, OffsetDateTime};

use crate::doctor::{examine, examine_only, expect};
use crate::harness::{App, Encryption, Program, Reply, Script, ScriptedSmtp, TestDatabase, with_tls};

fn migrated() -> Program {
    let program = Program::new();
    assert!(program.run(&["migrate"], "").status.success());
    program
}

#[test]
fn a_database_of_another_release_or_in_the_middle_of_something_is_told() {
    let program = Program::on(Arc::new(TestDatabase::before("2026-11-26-170000")));
    let examined = examine_only(&program, &["migrations", "signing_keys"]);
    examined.expect("migrations", "warning", "of this release are missing, from 20261126170000 on");
    examined.expect("signing_keys", "skipped", "does not have the tables of this release");
    assert_eq!(examined.code, Some(0));

    let program = migrated();
    let insert = "INSERT INTO __diesel_schema_migrations (version) VALUES ('20990101000000')";
    program.database.execute(insert);
    expect(&program, "migrations", "error", "a later release has migrated the database");

    let program = migrated();
    program.database.execute("CREATE TABLE frontdesk_copy (id INTEGER)");
    expect(&program, "migrations", "error", "a copy that is not finished");

    let program = migrated();
    program.database.execute("DROP TABLE idempotency_keys");
    expect(&program, "migrations", "error", "tables are missing, although their migrations were applied");

    let program = Program::on(Arc::new(TestDatabase::not_utf8()));
    expect(&program, "database_encoding", "error", "and has to be in UTF-8");
}

#[test]
fn a_file_that_is_no_database_or_belongs_to_a_restore_is_told() {
    let database = TestDatabase::sqlite_file();
    let folder = database.folder.path().to_owned();
    let at = |name: &str| folder.join(name);
    let (file, log, marker) = (at("frontdesk.db"), at("frontdesk.db-wal"), at("frontdesk.db-restoring"));
    let program = Program::on(Arc::new(database));
    fs::write(
        &file,
        "no database, although it is as long as the head of one is: 100 octets or more. ".repeat(9),
    )
    .expect("a file");
    expect(&program, "database", "error", "cannot be read");
    fs::remove_file(&file).expect("removed");
    assert!(program.run(&["migrate"], "").status.success());
    // The command may have ended before its last connection was closed.
    let _ = fs::remove_file(at("frontdesk.db-shm"));
    fs::write(&log, "a log").expect("a file");
    let examined = examine_only(&program, &["database"]);
    examined.expect("database", "warning", "has a log (-wal) without its index");
    assert!(!program.folder().join("frontdesk.db-shm").exists(), "looking makes none");
    fs::remove_file(&log).expect("removed");
    fs::write(&marker, "").expect("a file");
    expect(&program, "database", "error", "a restore of ");
    assert!(!program.run(&["migrate"], "").status.success(), "the server refuses it, too");
}

#[test]
fn a_missing_index_is_told_with_the_statement_that_makes_it() {
    let program = migrated();
    program.database.execute("DROP INDEX users_email_key; DROP INDEX users_admins_email_key");
    let examined = examine_only(&program, &["indexes"]);
    examined.expect("indexes", "error", "the index users_email_key on users is missing");
    examined.expect("indexes", "warning", "the index users_admins_email_key on users is missing");
    for (_, _, statement) in examined.of_check("indexes") {
        program.database.execute(statement);
    }
    expect(&program, "indexes", "ok", "every index is there");
    program.database.execute("DROP INDEX users_email_key; CREATE INDEX users_email_key ON users (email_key)");
    let examined = examine_only(&program, &["indexes"]);
    examined.expect("indexes", "error", "nothing keeps its rows unique");
    for (_, _, statements) in examined.of_check("indexes") {
        statements.split("; ").for_each(|statement| program.database.execute(statement));
    }
    expect(&program, "indexes", "ok", "every index is there");
}

#[rocket::async_test]
async fn dates_that_only_a_wrong_clock_can_have_written_are_told() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    let program = Program::on(app.database.clone());
    expect(&program, "clock", "ok", "UTC");
    app.database.execute("UPDATE users SET created_at = '2099-01-01 00:00:00'");
    expect(&program, "clock", "warning", "rows have dates in the future");
    app.database.execute("UPDATE events SET occurred_at = '2099-01-01 00:00:00'");
    expect(&program, "clock", "error", "this clock is behind, or one was ahead");
}

#[test]
fn keys_that_are_lost_exchanged_or_damaged_are_told() {
    let program = Program::new();
    assert!(program.serve().terminate().success());
    let file = program.folder().join("data/secrets.key");
    let (keys, examined) = (fs::read(&file).expect("keys"), examine(&program));
    examined.expect("secret_keys", "ok", "data/secrets.key has ");
    let secret = String::from_utf8_lossy(&keys);
    let secret = secret.lines().last().expect("a key");
    assert!(!examined.text.contains(secret));
    fs::remove_file(&file).expect("removed");
    let examined = examine_only(&program, &["secret_keys", "signing_keys"]);
    examined.expect("secret_keys", "error", "data/secrets.key does not have it");
    examined.expect(
        "signing_keys",
        "error",
        "cannot be used: a secret in the database is encrypted with the key",
    );
    assert!(!file.exists(), "looking makes none");
    fs::write(&file, "no key").expect("a file");
    expect(&program, "secret_keys", "error", "must be 32 octets in base64");
    fs::write(&file, &keys).expect("a file");
    let damaged = match program.database.is_sqlite() {
        true => "UPDATE signing_keys SET private_key = zeroblob(99)",
        false => "UPDATE signing_keys SET private_key = decode(repeat('00', 99), 'hex')",
    };
    program.database.execute(damaged);
    expect(&program, "signing_keys", "error", "cannot be decrypted");
}

#[test]
fn the_mail_server_is_asked_to_let_in_and_gets_no_mail() {
    let folder = tempfile::tempdir().expect("a folder");
    let smtp = |url: &str, trusted: &str| {
        let program = Program::new().with("FRONTDESK_MAIL__TRANSPORT", "smtp");
        program.with("FRONTDESK_MAIL__SMTP_URL", url).with("SSL_CERT_FILE", trusted)
    };
    let server = ScriptedSmtp::start(folder.path(), Encryption::StartTls, &[]);
    let url = format!("smtp://desk:hunter2@localhost:{}?tls=required", server.port);
    let trusted = server.authority.display().to_string();
    let examined = examine_only(&smtp(&url, &trusted), &["mail_server"]);
    examined.expect("mail_server", "ok", "with STARTTLS and a log-in: it lets this machine in");
    let commands = server.commands();
    assert!(commands.iter().any(|command| command.starts_with("AUTH")), "{commands:?}");
    assert!(!commands.iter().any(|command| command.starts_with("MAIL")), "{commands:?}");

    // Its certificate is from an authority that the system does not trust.
    let other = ScriptedSmtp::start(folder.path(), Encryption::None, &[]);
    let examined = examine_only(&smtp(&url, &other.authority.display().to_string()), &["mail_server"]);
    examined.expect("mail_server", "error", "TLS: ");

    let script: Script =
        &[("AUTH", Reply::Say(b"535 5.7.8 no desk with hunter2 (AGRlc2sAaHVudGVyMg==)\r\n"))];
    let refusing = ScriptedSmtp::start(folder.path(), Encryption::None, script);
    let url = format!("smtp://desk:hunter2@127.0.0.1:{}", refusing.port);
    let examined = examine_only(&smtp(&url, &trusted), &["mail_server"]);
    examined.expect("mail_server", "error", "AUTH: 535 5.7.8 no … with … (…)");
    for secret in ["hunter2", "AGRlc2sAaHVudGVyMg"] {
        assert!(!examined.text.contains(secret), "{}", examined.text);
    }

    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let closed = listener.local_addr().expect("an address").port();
    drop(listener);
    let examined = examine_only(&smtp(&format!("smtp://127.0.0.1:{closed}"), &trusted), &["mail_server"]);
    examined.expect("mail_server", "error", "connecting: ");

    expect(&Program::new(), "mail_server", "skipped", "it is written into data/mail");
    let in_use = Program::new().with("FRONTDESK_PUBLIC_URL", "https://id.example.com");
    expect(&in_use, "mail_server", "warning", "it is written into data/mail");
}

#[rocket::async_test]
async fn mails_that_wait_for_long_or_were_given_up_are_told() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    let program = Program::on(app.database.clone());
    app.database.execute("UPDATE mails SET next_attempt_at = created_at, sent_at = NULL");
    expect(&program, "outbox", "ok", "mails that wait: 1");
    app.database.execute("UPDATE mails SET created_at = '2026-01-01 00:00:00'");
    expect(&program, "outbox", "warning", "has waited for more than an hour");
    app.database.execute("UPDATE mails SET next_attempt_at = NULL, given_up_at = created_at");
    expect(&program, "outbox", "warning", "that were given up: 1");
}

#[test]
fn addresses_that_do_not_fit_together_are_told() {
    let public = |url: &str| Program::new().with("FRONTDESK_PUBLIC_URL", url);
    let open = |program: Program| program.with("ROCKET_ADDRESS", "0.0.0.0");
    expect(&open(Program::new()), "public_url", "warning", "links in mails work on this machine alone");
    let examined = examine_only(&public("http://id.example.com"), &["public_url", "cookies", "proxies"]);
    examined.expect("public_url", "warning", "passwords and cookies cross the network unencrypted");
    examined.expect("cookies", "warning", "has neither Secure nor the __Host- prefix");
    let examined = examine_only(&public("https://id.example.com"), &["public_url", "cookies", "proxies"]);
    examined.expect("public_url", "ok", "https://id.example.com");
    examined.expect("cookies", "ok", "__Host-session");
    examined.expect("proxies", "warning", "neither trusted_proxies nor ip_header is set");
    let trusting = public("https://id.example.com").with("FRONTDESK_TRUSTED_PROXIES", r#"["127.0.0.1"]"#);
    expect(&trusting, "proxies", "ok", "comes from trusted proxies");
    let header = public("https://id.example.com").with("ROCKET_IP_HEADER", "X-Real-IP");
    expect(&header, "proxies", "ok", "is in X-Real-IP");
    expect(&open(header), "proxies", "warning", "clients that connect without the proxy can send it");
}

#[test]
fn a_role_that_may_not_write_and_a_server_that_is_gone_are_told_without_the_password() {
    let program = migrated();
    if program.database.is_sqlite() {
        return;
    }
    let url = program.database.url.clone();
    let (scheme, rest) = url.split_once("://").expect("a URL");
    let place = rest.split_once('@').map_or(rest, |(_, place)| place);
    let role = place.split(['/', '?']).nth(1).expect("a name").to_owned() + "_reads";
    program.database.execute(&format!(
        "CREATE ROLE {role} LOGIN PASSWORD 'hunter2'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}"
    ));
    let reads = Program::on(program.database.clone())
        .with("DATABASE_URL", &format!("{scheme}://{role}:hunter2@{place}"));
    let examined = examine_only(&reads, &["database_rights"]);
    examined.expect("database_rights", "error", "the role may not read and change users, ");
    assert!(!examined.text.contains("hunter2"), "{}", examined.text);
    program.database.execute(&format!("DROP OWNED BY {role}; DROP ROLE {role}"));
    let gone = Program::new().with("DATABASE_URL", "postgres://app:hunter2@127.0.0.1:1/frontdesk");
    let examined = examine(&gone);
    examined.expect("database", "error", "cannot connect to postgres://127.0.0.1:1/frontdesk");
    assert!(!examined.text.contains("hunter2"), "{}", examined.text);
}

#[test]
fn a_certificate_that_browsers_refuse_and_a_template_that_fails_are_told() {
    let (program, authority) = with_tls();
    expect(&program, "certificate", "ok", "is for localhost");
    let elsewhere = program.clone().with("FRONTDESK_PUBLIC_URL", "https://id.example.com");
    expect(&elsewhere, "certificate", "error", "is not for id.example.com");
    let now = OffsetDateTime::now_utc();
    authority
        .issue_for(&["localhost"], now - Duration::days(9), now + Duration::days(3))
        .write(&program.folder());
    expect(&program, "certificate", "warning", "renew it");
    expect(
        &program.clone().with("FRONTDESK_PUBLIC_URL", "http://localhost:8000"),
        "configuration",
        "error",
        "public_url: must begin with https://",
    );
    let program = Program::new().with("FRONTDESK_TEMPLATES_DIR", "mine");
    fs::create_dir_all(program.folder().join("mine/home")).expect("a folder");
    fs::write(program.folder().join("mine/home/index.html.tera"), "{{ nothing.at.all }}").expect("a file");
    expect(&program, "templates", "error", "home/index.html");
}
