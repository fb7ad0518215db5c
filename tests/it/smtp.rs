//! The SMTP client against servers that violate the protocol, and against attackers on the network.

use std::net::TcpListener;
use std::time::{Duration as StdDuration, Instant};

use frontdesk::config::{Config, Secret, Transport};
use time::Duration;

use crate::harness::{App, Encryption, PASSWORD, Program, Reply, Script, ScriptedSmtp, curl};

const EMAIL: &str = "alice@example.com";

/// What an attacker injects after the answer to `STARTTLS`; a vulnerable client reads it as if it came over TLS.
const INJECTED: &[u8] =
    b"220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n235 in\r\n250 ok\r\n250 ok\r\n354 go on\r\n250 taken\r\n";

async fn app(url: String) -> App {
    App::with(move |config: &mut Config| {
        config.mail.transport = Transport::Smtp;
        config.mail.smtp_url = Some(Secret(url));
        config.mail.retry_seconds = 60;
    })
    .await
}

/// An application with one mail that waits, and the server that it will be sent to.
async fn with_a_mail(script: Script) -> (App, ScriptedSmtp, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let server = ScriptedSmtp::start(folder.path(), Encryption::None, script);
    let app = app(server.url()).await;
    app.member(EMAIL).await;
    (app, server, folder)
}

async fn try_to_send(app: &App) -> usize {
    app.accounts.outbox().send_due(|| true).await.expect("an outbox")
}

/// How many mails wait, how many are sent, and how many are given up.
fn states(app: &App) -> (usize, usize, usize) {
    let count = |column: &str| app.database.count(&format!("mails WHERE {column} IS NOT NULL"));
    (count("next_attempt_at"), count("sent_at"), count("given_up_at"))
}

fn reason(app: &App) -> String {
    let reasons = app.database.texts("SELECT last_error AS value FROM mails");
    reasons.into_iter().flatten().next().expect("a reason")
}

/// The program, configured for this SMTP URL, which trusts the authority of that server.
fn program(url: &str, trusted: &ScriptedSmtp) -> Program {
    Program::new()
        .with("FRONTDESK_MAIL__TRANSPORT", "smtp")
        .with("FRONTDESK_MAIL__SMTP_URL", url)
        .with("SSL_CERT_FILE", &trusted.authority.display().to_string())
}

/// Sends a test mail; returns whether the program reports it as sent, and the output.
fn test_mail(program: &Program) -> (bool, String) {
    let output = program.run(&["mail", "test", EMAIL], "");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[rocket::async_test]
async fn an_accepted_mail_is_sent_once_whatever_the_answer_says() {
    let scripts: [Script; 5] = [
        &[(".", Reply::Say(b"250 accept\xe9\r\n"))],
        &[(".", Reply::Say(b"250 \r\n"))],
        &[(".", Reply::Say(b"250\r\n"))],
        &[(".", Reply::Say(b"250-\xff\xfe\r\n250-550 5.1.1 no\r\n250 \x00\r\n")), ("QUIT", Reply::Close)],
        &[
            ("greeting", Reply::Say(b"220\r\n")),
            ("EHLO", Reply::Say(b"250\r\n")),
            ("DATA", Reply::Say(b"354\r\n")),
        ],
    ];
    for script in scripts {
        let (app, server, _folder) = with_a_mail(script).await;
        assert_eq!(try_to_send(&app).await, 1);
        assert_eq!((states(&app), server.mails()), ((0, 1, 0), 1));
        app.later(Duration::days(1));
        assert_eq!((try_to_send(&app).await, server.mails()), (0, 1));
    }
}

#[rocket::async_test]
async fn a_mail_that_is_perhaps_taken_is_tried_once_more_after_an_hour() {
    let scripts: [Script; 4] = [
        &[(".", Reply::Close)],
        &[(".", Reply::Say(b"taken\r\n"))],
        &[(".", Reply::Say(b"250-taken\r\n451 4.3.0 or not\r\n"))],
        &[(".", Reply::Endless(b"250 taken "))],
    ];
    for script in scripts {
        let (app, server, _folder) = with_a_mail(script).await;
        let mut root = app.administrator("root@example.org").await;
        app.database.execute("DELETE FROM mails WHERE email = 'root@example.org'");
        assert_eq!(try_to_send(&app).await, 1);
        assert_eq!((states(&app), server.mails()), ((1, 0, 0), 1));
        assert!(reason(&app).starts_with("perhaps taken: end of the mail: "), "{}", reason(&app));
        let shown = root.get("/admin/mail").await.texts(".mail-error");
        assert!(shown[0].contains("perhaps taken"), "administrators see it: {shown:?}");
        app.later(Duration::minutes(59));
        assert_eq!(try_to_send(&app).await, 0, "not within an hour");
        app.later(Duration::minutes(2));
        assert_eq!(try_to_send(&app).await, 1);
        assert_eq!((states(&app), server.mails()), ((0, 0, 1), 2), "and no more than that");
        let number = root.get("/admin/mail").await.attribute("li[data-mail-id]", "data-mail-id");
        let retry = format!("/admin/mail/{}/retry", number.expect("a number"));
        assert_eq!(root.post(&retry, &[]).await.status, 303);
        assert_eq!(try_to_send(&app).await, 1);
        assert_eq!(states(&app), (1, 0, 0), "an administrator's retry begins anew");
    }
}

#[rocket::async_test]
async fn a_mail_that_is_refused_at_its_end_is_tried_again_soon() {
    let (app, server, _folder) = with_a_mail(&[(".", Reply::Say(b"451\r\n"))]).await;
    for tries in 1..=2 {
        assert_eq!((try_to_send(&app).await, server.mails()), (1, tries));
        assert_eq!(states(&app), (1, 0, 0));
        app.later(Duration::minutes(3));
    }
}

#[rocket::async_test]
async fn an_answer_without_end_is_none() {
    let scripts: [Script; 3] = [
        &[("greeting", Reply::Endless(b"220 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))],
        &[("EHLO", Reply::Endless(b"250-\r\n"))],
        &[("RCPT", Reply::Endless(b"\r"))],
    ];
    for script in scripts {
        let (app, server, _folder) = with_a_mail(script).await;
        assert_eq!(try_to_send(&app).await, 1);
        assert_eq!((states(&app), server.mails()), ((1, 0, 0), 0));
        assert!(reason(&app).ends_with("too long"), "{}", reason(&app));
    }
}

#[rocket::async_test]
async fn what_is_kept_of_an_answer_cannot_act_on_a_terminal() {
    let script: Script =
        &[("RCPT", Reply::Say(b"550 5.1.1 \x1b[31mno\x9b31m \xc2\x9b31m \xe2\x80\xaesuch\x7f\x00\r\n"))];
    let (app, _server, _folder) = with_a_mail(script).await;
    try_to_send(&app).await;
    assert_eq!(states(&app), (0, 0, 1));
    assert_eq!(reason(&app), "RCPT TO: 550 5.1.1 [31mno\u{fffd}31m 31m such");
}

#[rocket::async_test]
async fn a_server_at_an_address_of_ipv6_is_reached() {
    let Ok(listener) = TcpListener::bind("[::1]:0") else { return eprintln!("there is no IPv6 here") };
    let folder = tempfile::tempdir().expect("a folder");
    let server = ScriptedSmtp::on(listener, folder.path(), Encryption::None, &[]);
    let app = app(format!("smtp://[::1]:{}", server.port)).await;
    app.member(EMAIL).await;
    assert_eq!((try_to_send(&app).await, states(&app)), (1, (0, 1, 0)));
}

#[test]
fn what_came_before_tls_is_not_believed_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = &[("STARTTLS", Reply::Say(INJECTED))];
    let server = ScriptedSmtp::start(folder.path(), Encryption::StartTls, script);
    let url = format!("smtp://desk:s3cret@localhost:{}?tls=required", server.port);
    let program = program(&url, &server);
    let (is_sent, said) = test_mail(&program);
    assert!(!is_sent && said.contains("STARTTLS: the server says more than it was asked"), "{said}");

    let running = program.serve();
    let form = format!("email={EMAIL}&password={PASSWORD}");
    curl(&[&format!("{}/signup", running.url), "-d", &form]);
    let deadline = Instant::now() + StdDuration::from_secs(30);
    while program.database.count("mails WHERE last_error IS NOT NULL") == 0 {
        assert!(Instant::now() < deadline, "{}", running.output());
        std::thread::sleep(StdDuration::from_millis(20));
    }
    assert_eq!(program.database.count("mails WHERE sent_at IS NOT NULL"), 0);
    let commands = server.commands();
    assert!(commands.iter().all(|line| line.starts_with("EHLO ") || line == "STARTTLS"), "{commands:?}");
}

#[test]
fn a_mail_goes_over_tls_to_the_server_that_is_meant() {
    let folder = tempfile::tempdir().expect("a folder");
    let stranger = ScriptedSmtp::start(folder.path(), Encryption::None, &[]);
    for (encryption, scheme, query, in_clear) in [
        (Encryption::StartTls, "smtp", "?tls=required", &["EHLO", "STARTTLS"][..]),
        (Encryption::FromStart, "smtps", "", &[]),
    ] {
        let server = ScriptedSmtp::start(folder.path(), encryption, &[]);
        let url = |host: &str| format!("{scheme}://desk:s3cret@{host}:{}{query}", server.port);
        let (is_sent, said) = test_mail(&program(&url("localhost"), &server));
        assert!(is_sent, "{said}");
        let sent: Vec<String> =
            server.commands().iter().filter_map(|line| Some(line.split(' ').next()?.to_owned())).collect();
        assert_eq!(sent, [in_clear, &["EHLO", "AUTH", "MAIL", "RCPT", "DATA", ".", "QUIT"]].concat());
        for (what, program) in [
            ("another name", program(&url("127.0.0.1"), &server)),
            ("another authority", program(&url("localhost"), &stranger)),
        ] {
            let (is_sent, said) = test_mail(&program);
            assert!(!is_sent && said.contains("TLS: invalid peer certificate"), "{what}: {said}");
        }
        assert_eq!((server.mails(), server.commands().len()), (1, sent.len() + 2 * in_clear.len()));
    }
}

#[test]
fn no_mail_goes_out_where_tls_is_required_and_not_offered() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = ScriptedSmtp::start(folder.path(), Encryption::None, &[]);
    let url = format!("smtp://desk:s3cret@localhost:{}?tls=required", server.port);
    let (is_sent, said) = test_mail(&program(&url, &server));
    assert!(!is_sent && said.contains("STARTTLS: the server does not offer it"), "{said}");
    let commands = server.commands();
    assert!(commands.len() == 2 && commands[0].starts_with("EHLO ") && commands[1] == "QUIT", "{commands:?}");
}

#[test]
fn the_server_is_greeted_by_a_full_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = ScriptedSmtp::start(folder.path(), Encryption::None, &[]);
    let (by_url, by_name) = ("https://id.example.com", "2001:db8::1");
    let of_site = program(&server.url(), &server).with("FRONTDESK_PUBLIC_URL", by_url);
    assert!(test_mail(&of_site).0);
    assert!(test_mail(&of_site.with("FRONTDESK_MAIL__HELLO_NAME", by_name)).0);
    assert!(test_mail(&program(&server.url(), &server)).0);
    let greetings: Vec<String> =
        server.commands().into_iter().filter(|line| line.starts_with("EHLO ")).collect();
    assert_eq!(greetings[..2], ["EHLO id.example.com", "EHLO [IPv6:2001:db8::1]"]);
    assert!(greetings[2].contains('.'), "a full name or an address: {greetings:?}");
}

#[test]
fn a_way_of_sending_that_gives_secrets_away_is_refused_or_warned_of() {
    for (name, url, expected) in [
        ("SMTP_URL", "smtp://desk:s3cret@mail.example.com", "mail.smtp_url: has a password and no TLS"),
        (
            "SMTP_URL",
            "smtp://desk:s3cret@mail.example.com?tls=opportunistic",
            "mail.smtp_url: must not have tls=opportunistic",
        ),
        ("SMTP_URL", "smtps://desk:s3#cret@mail.example.com", "mail.smtp_url: must be smtp://"),
        ("HELLO_NAME", "two words", "mail.hello_name: must be a host's name"),
    ] {
        let program = Program::new()
            .with("FRONTDESK_MAIL__TRANSPORT", "smtp")
            .with("FRONTDESK_MAIL__SMTP_URL", "smtp://localhost")
            .with(&format!("FRONTDESK_MAIL__{name}"), url);
        let output = program.run(&["migrate"], "");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.starts_with(&format!("frontdesk: {expected}")), "{error}");
        assert!(error.lines().count() == 1 && !error.contains("s3"), "{error}");
        assert_eq!(output.status.code(), Some(1));
    }
    let program = Program::new()
        .with("FRONTDESK_MAIL__TRANSPORT", "smtp")
        .with("FRONTDESK_MAIL__SMTP_URL", "smtp://mail.example.com");
    assert!(program.serve().output().contains("the mail server at mail.example.com is not encrypted"));
}

#[test]
fn tls_needs_certificates_to_trust() {
    let program = Program::new()
        .with("FRONTDESK_MAIL__TRANSPORT", "smtp")
        .with("FRONTDESK_MAIL__SMTP_URL", "smtps://mail.example.com")
        .with("SSL_CERT_FILE", "/nowhere.pem");
    let error = String::from_utf8_lossy(&program.run(&["migrate"], "").stderr).into_owned();
    assert!(error.starts_with("frontdesk: mail.smtp_url: needs TLS, and there is no certificate"), "{error}");
    assert!(error.contains("/nowhere.pem") && error.lines().count() == 1, "{error}");
}

#[rocket::async_test]
async fn a_message_id_tells_nothing_and_stays() {
    let app = App::new().await;
    app.member(EMAIL).await;
    app.member("bob@example.com").await;
    let first = app.mail_to(EMAIL).await;
    let second = app.mail_to("bob@example.com").await;
    let ids: Vec<&str> = [&first[0], &second[0]]
        .map(|mail| mail.id.trim_start_matches('<').split('@').next().expect("an id"))
        .into();
    for id in &ids {
        assert!(id.len() == 32 && id.chars().all(|c| c.is_ascii_hexdigit()), "{ids:?}");
    }
    let alike = ids[0].chars().zip(ids[1].chars()).filter(|(one, other)| one == other).count();
    assert!(alike < 16, "they have nothing in common: {ids:?}");
    app.database.execute("UPDATE mails SET sent_at = NULL, next_attempt_at = created_at");
    let again = app.mail_to(EMAIL).await;
    assert_eq!((again.len(), &again[0].id), (1, &first[0].id), "one file, one id, however often it is sent");
}
