//! TLS from two files: what clients get, what an operator is told, and what happens when the files change.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use time::OffsetDateTime;

use crate::harness::{Authority, PASSWORD, Program, curl, with_tls};

const LONG: Duration = Duration::from_secs(20);

fn over_tls(authority: &Authority, arguments: &[&str]) -> String {
    let file = authority.file.to_str().expect("a path");
    curl(&[&["--cacert", file], arguments].concat())
}

fn error(program: &Program, arguments: &[&str]) -> String {
    let output = program.run(arguments, "");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(text.lines().count(), 1, "{text}");
    text
}

#[test]
fn two_files_are_all_that_https_needs() {
    let (program, authority) = with_tls();
    let server = program.serve();
    server.wait_for("https with the certificate of localhost");
    let url = format!("https://localhost:{}", server.port());
    assert!(server.output().contains(&format!("is ready: {url}\n")), "{}", server.output());

    let form = format!("email=alice@example.com&password={PASSWORD}");
    let answer = over_tls(&authority, &[&format!("{url}/signup"), "-d", &form]);
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(answer.contains("set-cookie: __Host-session="), "{answer}");
    assert!(answer.to_ascii_lowercase().contains("strict-transport-security: "), "{answer}");
    assert!(
        answer.lines().filter(|line| line.starts_with("set-cookie: ")).all(|line| line.contains("Secure"))
    );

    for offered in [&["--tls-max", "1.2"][..], &["--tlsv1.3"], &["--http1.0"], &["--no-alpn"]] {
        assert!(authority.vouches_for(&server, offered), "{offered:?}");
    }
    let old = ["--tlsv1.0", "--tls-max", "1.1", "--ciphers", "DEFAULT@SECLEVEL=0"];
    assert!(!authority.vouches_for(&server, &old), "TLS 1.1 is too old");
    let other = Authority::new(program.folder().join("other.pem"));
    assert!(!other.vouches_for(&server, &[]));
    // A client that speaks http at this port is led to https.
    let plain = format!("http://localhost:{}/login?next=%2Fadmin", server.port());
    let answer = curl(&[&plain, "-H", "Host: evil.example"]);
    assert!(answer.starts_with("HTTP/1.1 308 "), "{answer}");
    assert!(answer.contains(&format!("location: {url}/login?next=%2Fadmin\r\n")), "{answer}");
    assert!(server.terminate().success());
}

#[test]
fn files_that_cannot_be_used_are_told_with_what_to_do() {
    let (program, authority) = with_tls();
    let folder = program.folder();
    let other = Authority::new(folder.join("other.pem")).issue(&["localhost"]);
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
    write("other.key", &other.key_pem());
    write("text.pem", "nothing of this is PEM\n");
    write("damaged.pem", "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n");
    write("broken.pem", "-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n");
    write(
        "secret.key",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\naGVsbG8=\n-----END ENCRYPTED PRIVATE KEY-----\n",
    );
    for (certificate, key, expected) in [
        ("none.pem", "key.pem", "tls.certificate: cannot read none.pem: No such file or directory"),
        ("cert.pem", "none.key", "tls.key: cannot read none.key: No such file or directory"),
        ("text.pem", "key.pem", "tls.certificate: text.pem contains no certificate; it must be PEM"),
        ("key.pem", "key.pem", "tls.certificate: key.pem contains no certificate; it must be PEM"),
        ("damaged.pem", "key.pem", "tls.certificate: damaged.pem is damaged"),
        ("broken.pem", "key.pem", "tls.certificate: broken.pem cannot be used"),
        ("cert.pem", "text.pem", "tls.key: text.pem contains no private key; it must be PEM"),
        ("cert.pem", "cert.pem", "tls.key: cert.pem contains no private key; it must be PEM"),
        (
            "cert.pem",
            "secret.key",
            "tls.key: secret.key has a passphrase; write the key without it: openssl pkey",
        ),
        ("cert.pem", "other.key", "tls.key: other.key does not belong to the first certificate in cert.pem"),
    ] {
        let program = program
            .clone()
            .with("FRONTDESK_TLS__CERTIFICATE", certificate)
            .with("FRONTDESK_TLS__KEY", key)
            .with("FRONTDESK_PUBLIC_URL", "https://localhost");
        for arguments in [&["serve"][..], &["migrate"]] {
            let told = error(&program, arguments);
            assert!(told.starts_with(&format!("frontdesk: {expected}")), "{certificate}, {key}: {told}");
        }
    }
    drop(authority);
}

#[test]
fn what_browsers_will_refuse_is_a_warning() {
    let (program, authority) = with_tls();
    let folder = program.folder();
    let now = OffsetDateTime::now_utc();
    let days = time::Duration::days;
    for (from, until, told) in [
        (now - days(30), now - days(3), "the certificate has expired 3 days ago: browsers refuse it"),
        (now + days(2), now + days(30), "the certificate is not valid yet: browsers refuse it"),
        (now - days(30), now + days(5) + time::Duration::HOUR, "the certificate expires in 5 days: renew it"),
    ] {
        authority.issue_for(&["localhost"], from, until).write(&folder);
        let server = program.serve();
        let log = server.wait_for(told);
        assert!(log.lines().any(|line| line.contains(" WARN ") && line.contains(told)), "{log}");
    }
    authority.issue(&["id.example.com", "*.example.org"]).write(&folder);
    fs::set_permissions(folder.join("key.pem"), fs::Permissions::from_mode(0o644)).expect("a mode");
    let server = program.clone().with("FRONTDESK_PUBLIC_URL", "https://localhost").serve();
    let log = server.wait_for("the certificate is not for localhost, the host of public_url");
    assert!(
        log.contains("every user of this machine can use key.pem; close it with: chmod o= key.pem"),
        "{log}"
    );
    drop(server);
    let server = program.clone().with("FRONTDESK_PUBLIC_URL", "https://desk.example.org").serve();
    let log = server.wait_for("listening on");
    assert!(!log.contains("the certificate is not for"), "{log}");
}

#[test]
fn files_that_have_changed_are_read_again() {
    let (program, first) = with_tls();
    let folder = program.folder();
    let server = program.serve();
    assert!(first.vouches_for(&server, &[]));

    // The files have not changed, so only the signal makes the server read them.
    let readings = || server.output().matches("https with the certificate of localhost").count();
    assert_eq!(readings(), 1);
    server.signal("HUP");
    let started = Instant::now();
    while readings() < 2 {
        assert!(started.elapsed() < LONG, "{}", server.output());
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(!server.output().contains("SIGHUP is ignored"));

    let second = Authority::new(folder.join("second.pem"));
    second.issue(&["localhost"]).write(&folder);
    let started = Instant::now();
    while !second.vouches_for(&server, &[]) {
        assert!(started.elapsed() < LONG, "the new certificate is not used: {}", server.output());
    }
    assert!(!first.vouches_for(&server, &[]));

    // A pair that does not belong together is logged, and the old one stays.
    fs::write(folder.join("key.pem"), first.issue(&["localhost"]).key_pem()).expect("a file");
    server.wait_for(
        "the certificate is not replaced, and the one in use stays: tls.key: key.pem does not belong",
    );
    assert!(second.vouches_for(&server, &[]));
}
