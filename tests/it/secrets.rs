//! Stored secrets that must be read back are encrypted with a key that is not in the database.

use std::fs;

use frontdesk::domain::{PrivateKey, SigningAlgorithm, SigningKey};
use frontdesk::token_signing;
use time::OffsetDateTime;

use crate::harness::{App, PASSWORD, Program};

const EMAIL: &str = "alice@example.com";

fn sealed_by(app: &App) -> Vec<Option<String>> {
    app.database.texts("SELECT sealed_by AS value FROM signing_keys ORDER BY id")
}

/// The stored signing keys, in hexadecimal digits.
fn stored_keys(app: &App) -> Vec<String> {
    let query = match app.database.is_sqlite() {
        true => "SELECT hex(private_key) AS value FROM signing_keys",
        false => "SELECT upper(encode(private_key, 'hex')) AS value FROM signing_keys",
    };
    app.database.texts(query).into_iter().flatten().collect()
}

fn hex(key: &PrivateKey) -> String {
    key.expose().iter().map(|octet| format!("{octet:02X}")).collect()
}

async fn access_token(app: &App) -> String {
    app.browser().ask_for_tokens(EMAIL, PASSWORD).await.json_text("/access_token")
}

async fn status(app: &App, token: &str) -> u16 {
    app.browser().bearing(token).get("/users/me").await.status
}

#[rocket::async_test]
async fn the_database_alone_holds_no_signing_key() {
    let app = App::new().await;
    let file = fs::read_to_string(app.database.folder.path().join("secrets.key")).expect("a key file");
    assert!(file.starts_with("# The keys that encrypt"));
    assert_eq!(sealed_by(&app).len(), 1);
    assert!(sealed_by(&app)[0].is_some());
    let stored = stored_keys(&app);
    // The beginning of an Ed25519 key in PKCS #8 (RFC 8410, section 7).
    assert!(stored.iter().all(|key| !key.contains("300506032B6570")), "{stored:?}");
}

/// Makes the app sign with a new key that is stored as release 0.1 did: in clear, and without the public key.
pub fn sign_in_clear(app: &App) -> SigningKey {
    let key = token_signing::generate(SigningAlgorithm::EdDsa, OffsetDateTime::now_utc()).expect("a key");
    let octets = hex(&key.private_key);
    let literal = match app.database.is_sqlite() {
        true => format!("X'{octets}'"),
        false => format!("'\\x{octets}'"),
    };
    app.database.execute(&format!(
        "UPDATE signing_keys SET key_id = '{}', private_key = {literal}, sealed_by = NULL, public_x = NULL",
        key.id
    ));
    key
}

#[rocket::async_test]
async fn a_key_of_0_1_is_encrypted_at_the_next_start_and_its_tokens_stay_good() {
    let first = App::new().await;
    first.member(EMAIL).await;
    let octets = hex(&sign_in_clear(&first).private_key);
    let token = access_token(&first).await;
    assert_eq!(status(&first, &token).await, 200);

    let second = App::on(first.database.clone(), |_| {}).await;
    assert!(sealed_by(&second)[0].is_some());
    assert!(!stored_keys(&second)[0].contains(&octets));
    assert_eq!(status(&second, &token).await, 200, "the same key");
    assert_eq!(status(&first, &token).await, 200, "and for who runs on");
}

#[rocket::async_test]
async fn a_new_key_takes_over_at_the_next_start_and_those_who_run_on_find_it() {
    let first = App::new().await;
    first.member(EMAIL).await;
    let token = access_token(&first).await;
    let old = sealed_by(&first)[0].clone().expect("a key");
    let new = first.accounts.tokens().rotate_secret_key().await.expect("rotated").expect("a file");
    assert_ne!(new, old);
    assert_eq!(sealed_by(&first), [Some(old.clone())], "until a start nothing else changes");

    let second = App::on(first.database.clone(), |_| {}).await;
    assert_eq!(sealed_by(&second), [Some(new.clone())]);
    for app in [&first, &second] {
        assert_eq!(status(app, &token).await, 200);
        let keys = app.accounts.tokens().secret_keys().await.expect("keys");
        let used: Vec<_> = keys.iter().map(|key| (key.id.as_str(), key.is_current, key.used)).collect();
        assert_eq!(used, [(new.as_str(), true, 1), (old.as_str(), false, 0)]);
    }
}

#[rocket::async_test]
async fn a_key_that_was_moved_to_another_row_signs_nothing() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let token = access_token(&app).await;
    app.database.execute("UPDATE signing_keys SET key_id = 'another'");
    assert_ne!(status(&app, &token).await, 200);
    assert_eq!(app.browser().ask_for_tokens(EMAIL, PASSWORD).await.status, 500);
}

#[test]
fn a_node_with_another_key_refuses_to_start_and_leaves_no_key_behind() {
    let program = Program::new();
    program.serve().terminate();
    let elsewhere = tempfile::TempDir::new().expect("a folder");
    let data_dir = elsewhere.path().display().to_string();
    let other = Program::on(program.database.clone()).with("FRONTDESK_DATA_DIR", &data_dir);
    let refused = |program: &Program, has: &str| {
        let output = program.run(&["serve"], "");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), error.lines().count()), (Some(1), 1), "{error}");
        assert!(error.contains("secrets.key has ") && error.contains(has), "{error}");
    };
    refused(&other, "has none");
    assert!(!elsewhere.path().join("secrets.key").exists(), "no key that no other node has");
    fs::write(elsewhere.path().join("secrets.key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        .expect("written");
    refused(&other, "--forget-old");

    let output = other.run(&["keys", "rotate", "--forget-old"], "");
    assert!(output.status.success(), "{output:?}");
    other.serve().terminate();
    refused(&program, "give this node the keys");
}

#[test]
fn the_key_can_be_given_in_the_configuration() {
    let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    let program = Program::new().with("FRONTDESK_SECRETS__KEY", key);
    program.serve().terminate();
    assert!(!program.folder().join("data/secrets.key").exists());
    let listed = program.run(&["secrets", "list"], "");
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.lines().nth(1).is_some_and(|line| line.ends_with("  yes       1 secret")), "{listed}");
    let rotated = program.run(&["secrets", "rotate"], "");
    assert_eq!(rotated.status.code(), Some(1));
    for (name, value, says) in [
        ("FRONTDESK_SECRETS__KEY", "short", "secrets.key: must be 32 octets"),
        ("FRONTDESK_SECRETS__KEY_FILE", "a.key", "secrets.key: is set, and secrets.key_file, too"),
    ] {
        let output = Program::new().with("FRONTDESK_SECRETS__KEY", key).with(name, value).run(&["serve"], "");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(1) && error.contains(says), "{error}");
    }
}
