//! The outbox: a mail is committed with its cause, retried, given up, and sent once by any number of processes.

use std::net::TcpListener;
use std::time::{Duration as StdDuration, Instant};

use frontdesk::config::{Config, Secret, Transport};
use rocket::futures::future::join_all;
use time::Duration;

use crate::harness::{App, PASSWORD, Port, Program, SmtpServer, curl, mails_in};

const EMAIL: &str = "alice@example.com";

fn by_smtp(url: &str) -> impl FnOnce(&mut Config) + use<> {
    let url = url.to_owned();
    move |config| {
        config.mail.transport = Transport::Smtp;
        config.mail.smtp_url = Some(Secret(url));
        config.mail.retry_seconds = 60;
    }
}

async fn try_to_send(app: &App) -> usize {
    app.accounts.outbox().send_due(|| true).await.expect("an outbox")
}

fn states(app: &App) -> (usize, usize, usize) {
    let count = |column: &str| app.database.count(&format!("mails WHERE {column} IS NOT NULL"));
    (count("next_attempt_at"), count("sent_at"), count("given_up_at"))
}

#[rocket::async_test]
async fn a_mail_goes_out_by_smtp() {
    let server = SmtpServer::start();
    let app = App::with(by_smtp(&server.url)).await;
    app.member(EMAIL).await;
    assert_eq!(states(&app), (1, 0, 0), "it waits with its cause");
    assert_eq!(try_to_send(&app).await, 1);
    assert_eq!(states(&app), (0, 1, 0));
    let [mail] = &server.received()[..] else { panic!("{:?}", server.received()) };
    assert_eq!(
        (mail.to.as_str(), mail.subject.as_str()),
        (EMAIL, "Confirm your email address for Frontdesk")
    );
    assert_eq!(app.browser().post("/confirm", &[("token", &mail.token())]).await.status, 303);
    assert_eq!(try_to_send(&app).await, 0);
}

#[rocket::async_test]
async fn a_server_that_is_away_is_tried_again_later_and_later_for_a_day() {
    let closed = Port::hold();
    let app = App::with(by_smtp(&format!("smtp://127.0.0.1:{}", closed.number))).await;
    app.member(EMAIL).await;
    assert_eq!(try_to_send(&app).await, 1);
    assert_eq!(states(&app), (1, 0, 0));
    assert_eq!(try_to_send(&app).await, 0, "not at once");
    app.later(Duration::seconds(76));
    assert_eq!(try_to_send(&app).await, 1, "after a minute and a quarter at the most");
    app.later(Duration::seconds(76));
    assert_eq!(try_to_send(&app).await, 0, "then after twice as long");
    let mut tries = 2;
    for _ in 0..40 {
        app.later(Duration::minutes(76));
        tries += try_to_send(&app).await;
    }
    assert_eq!(states(&app), (0, 0, 1), "after a day it is given up");
    assert!((15..30).contains(&tries), "{tries}");
    let reason = app.database.texts("SELECT last_error AS value FROM mails");
    assert!(reason[0].as_deref().is_some_and(|reason| reason.contains("refused")), "{reason:?}");
}

#[rocket::async_test]
async fn a_recipient_that_does_not_exist_is_given_up_at_once_and_a_busy_server_is_not() {
    let server = SmtpServer::start();
    let app = App::with(by_smtp(&server.url)).await;
    app.member(EMAIL).await;
    server.refuse(Some("451 4.3.0 later please"));
    try_to_send(&app).await;
    assert_eq!(states(&app), (1, 0, 0));
    server.refuse(Some("535 5.7.8 who are you"));
    app.later(Duration::minutes(2));
    try_to_send(&app).await;
    assert_eq!(states(&app), (1, 0, 0), "the operator may mend that");
    server.refuse(Some("550 5.7.1 relaying denied"));
    app.later(Duration::minutes(10));
    try_to_send(&app).await;
    assert_eq!(states(&app), (1, 0, 0), "and that");
    server.refuse(Some("550 5.1.1 no such mailbox"));
    app.later(Duration::minutes(20));
    try_to_send(&app).await;
    assert_eq!(states(&app), (0, 0, 1));
    assert_eq!(server.attempts(), 4);
}

#[rocket::async_test]
async fn the_same_mail_keeps_its_name_and_every_link_that_went_out_works() {
    let server = SmtpServer::start();
    let app = App::with(by_smtp(&server.url)).await;
    app.member(EMAIL).await;
    try_to_send(&app).await;
    // Simulate a server that was killed after it sent the mail, and before it recorded that.
    app.database.execute("UPDATE mails SET sent_at = NULL, next_attempt_at = created_at");
    try_to_send(&app).await;
    let [first, second] = &server.received()[..] else { panic!("{:?}", server.received()) };
    assert_eq!(first.id, second.id, "a mail program can tell that it is one");
    assert_ne!(first.token(), second.token());
    assert_eq!(app.browser().get(&first.link()).await.status, 200);
    assert_eq!(app.browser().get(&second.link()).await.status, 200);
    assert_eq!(app.browser().post("/confirm", &[("token", &first.token())]).await.status, 303);
    assert_eq!(
        app.browser().post("/confirm", &[("token", &second.token())]).await.status,
        410,
        "one mail, one use"
    );
}

#[rocket::async_test]
async fn several_processes_send_each_mail_once() {
    let server = SmtpServer::start();
    let first = App::with(by_smtp(&server.url)).await;
    let second = App::on(first.database.clone(), by_smtp(&server.url)).await;
    let signing_up = (0..60).map(|number| {
        let mut browser = first.browser();
        async move { browser.sign_up(&format!("person{number}@example.com"), PASSWORD).await.status }
    });
    assert_eq!(join_all(signing_up).await, [303; 60]);
    let senders = [&first, &second, &first, &second, &first, &second, &first, &second];
    let tried: usize = join_all(senders.map(try_to_send)).await.into_iter().sum();
    assert_eq!(tried, 60);
    let mut recipients: Vec<String> = server.received().into_iter().map(|mail| mail.to).collect();
    recipients.sort();
    recipients.dedup();
    assert_eq!((recipients.len(), server.received().len()), (60, 60));
}

#[rocket::async_test]
async fn what_another_has_claimed_is_left_alone_until_the_claim_is_over() {
    let server = SmtpServer::start();
    let app = App::with(by_smtp(&server.url)).await;
    app.member(EMAIL).await;
    // To the other processes, a sender whose SMTP server does not answer looks like a sender that was killed.
    let hanging = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("smtp://{}", hanging.local_addr().expect("an address"));
    let stuck = App::on(app.database.clone(), by_smtp(&url)).await;
    let sending = tokio::time::timeout(StdDuration::from_millis(500), try_to_send(&stuck)).await;
    assert!(sending.is_err(), "it hangs");
    assert_eq!(try_to_send(&app).await, 0);
    app.later(Duration::seconds(121));
    assert_eq!(try_to_send(&app).await, 1);
    assert_eq!(server.received().len(), 1);
}

#[rocket::async_test]
async fn a_cause_that_is_undone_leaves_no_mail() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let attempts = (0..16).map(|_| {
        let mut browser = app.browser();
        async move { browser.sign_up("bob@example.com", PASSWORD).await.status }
    });
    join_all(attempts).await;
    assert_eq!(app.mail_to("bob@example.com").await.len(), 1);
}

#[rocket::async_test]
async fn a_server_that_takes_a_mail_and_says_no_more_has_taken_it() {
    let server = SmtpServer::start();
    server.be_silent_at_the_end();
    let app = App::with(by_smtp(&server.url)).await;
    app.member(EMAIL).await;
    let sent = tokio::time::timeout(StdDuration::from_secs(10), try_to_send(&app)).await;
    assert_eq!((sent, states(&app)), (Ok(1), (0, 1, 0)));
}

#[rocket::async_test]
async fn what_was_given_up_and_then_withdrawn_cannot_be_tried_again() {
    let server = SmtpServer::start();
    let app = App::with(by_smtp(&server.url)).await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    try_to_send(&app).await;
    server.refuse(Some("550 5.1.1 no such mailbox"));
    let change = [("current_password", PASSWORD), ("new_email", "thief@example.net")];
    alice.post("/account/email", &change).await;
    try_to_send(&app).await;
    assert_eq!(root.get("/admin/mail?state=given_up").await.texts("li[data-mail-id]").len(), 1);
    let change = [("current_password", PASSWORD), ("new_password", "copper meadow thistle")];
    alice.post("/account/password", &change).await;
    assert!(root.get("/admin/mail?state=given_up").await.has(".empty"));
}

#[rocket::async_test]
async fn old_mail_is_forgotten() {
    let app = App::new().await;
    app.member(EMAIL).await;
    app.mail_to(EMAIL).await;
    app.later(Duration::days(29));
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.database.count("mails"), 1);
    app.later(Duration::days(1));
    assert_eq!(app.accounts.housekeeping().clean_up().await.mails, 1);
    assert_eq!((app.database.count("mails"), app.database.count("mail_tokens")), (0, 0));
}

#[test]
fn a_first_run_leaves_files_for_its_owner_alone_and_a_line_with_the_link() {
    use std::os::unix::fs::PermissionsExt;
    let program = Program::new();
    let server = program.serve();
    curl(&[
        &format!("{}/signup", server.url),
        "-d",
        &format!("email={EMAIL}"),
        "-d",
        &format!("password={PASSWORD}"),
    ]);
    let folder = program.folder().join("data");
    let deadline = Instant::now() + StdDuration::from_secs(10);
    while mails_in(&folder).is_empty() || !server.output().contains(".eml") {
        assert!(Instant::now() < deadline, "{}", server.output());
        std::thread::sleep(StdDuration::from_millis(20));
    }
    let [mail] = &mails_in(&folder)[..] else { panic!("one mail") };
    let link = format!("{}{}", server.url, mail.link());
    assert!(server.output().contains(&link), "{}", server.output());
    let page = curl(&[&link]);
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    let answer = curl(&[&format!("{}/confirm", server.url), "-d", &format!("token={}", mail.token())]);
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let mode = |path: &std::path::Path| path.metadata().expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&folder.join("mail")), 0o700);
    for file in std::fs::read_dir(folder.join("mail")).expect("a folder") {
        assert_eq!(mode(&file.expect("a file").path()), 0o600);
    }
}

#[test]
fn a_test_mail_says_whether_it_went() {
    let server = SmtpServer::start();
    let program = Program::new();
    let by_file = program.run(&["mail", "test", EMAIL], "");
    assert!(by_file.status.success());
    assert!(String::from_utf8_lossy(&by_file.stdout).contains("is a file in data/mail"), "{by_file:?}");

    let program = program
        .with("FRONTDESK_MAIL__TRANSPORT", "smtp")
        .with("FRONTDESK_MAIL__SMTP_URL", &server.url)
        .with("FRONTDESK_MAIL__FROM", "The Desk <desk@example.com>");
    let by_smtp = program.run(&["mail", "test", EMAIL], "");
    assert!(by_smtp.status.success(), "{by_smtp:?}");
    assert_eq!(server.received()[0].subject, "Test email from Frontdesk");
    server.refuse(Some("550 5.1.1 no such mailbox"));
    let refused = program.run(&["mail", "test", EMAIL], "");
    let reason = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        reason.starts_with("frontdesk: the mail cannot be sent: ") && reason.contains("no such mailbox"),
        "{reason}"
    );
    let no_address = program.run(&["mail", "test", "nobody"], "");
    assert_eq!(String::from_utf8_lossy(&no_address.stderr), "frontdesk: nobody is no email address\n");
}

#[test]
fn a_wrong_setting_is_told_by_its_name() {
    for (name, value, expected) in [
        ("FRONTDESK_MAIL__TRANSPORT", "pigeon", "frontdesk: mail.transport: must be file or smtp"),
        (
            "FRONTDESK_MAIL__TRANSPORT",
            "smtp",
            "frontdesk: mail.smtp_url: is needed with mail.transport = smtp",
        ),
        ("FRONTDESK_MAIL__FROM", "nobody", "frontdesk: mail.from: must be an email address"),
        ("FRONTDESK_MAIL__RETRY_SECONDS", "0", "frontdesk: mail.retry_seconds: must be from 1 to 3600"),
    ] {
        let output = Program::new().with(name, value).run(&["migrate"], "");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.starts_with(expected) && error.lines().count() == 1, "{error}");
    }
    let secret = Program::new()
        .with("FRONTDESK_MAIL__TRANSPORT", "smtp")
        .with("FRONTDESK_MAIL__SMTP_URL", "http://desk:s3cret@mail.example.com")
        .run(&["migrate"], "");
    let error = String::from_utf8_lossy(&secret.stderr).into_owned();
    assert!(
        error.starts_with("frontdesk: mail.smtp_url: must be smtp://") && !error.contains("s3cret"),
        "{error}"
    );
}
