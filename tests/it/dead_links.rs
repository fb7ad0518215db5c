//! No mail is sent with an invalid link, and administrators see why it was not sent.

use frontdesk::config::{Secret, Transport};
use frontdesk::domain::Password;
use time::Duration;

use crate::change_email::{ask, follow, member};
use crate::harness::{App, Browser, Mail, PASSWORD, SmtpServer};

const EMAIL: &str = "alice@example.com";
const NEW: &str = "alice@example.org";

async fn by_smtp(server: &SmtpServer) -> App {
    let url = server.url.clone();
    App::with(|config| {
        config.mail.transport = Transport::Smtp;
        config.mail.smtp_url = Some(Secret(url));
        config.rate_limits.most_failures = 3;
        config.closing.deleted_after_days = 60;
    })
    .await
}

async fn send(app: &App) {
    app.accounts.outbox().send_due(|| true).await.expect("an outbox");
}

fn last(server: &SmtpServer, to: &str) -> Mail {
    server.received().into_iter().rfind(|mail| mail.to == to).expect("a mail")
}

/// What the list of mail says about mails that were not sent.
async fn not_sent(root: &mut Browser<'_>) -> Vec<String> {
    root.get("/admin/mail?state=not_sent").await.texts(".not-sent")
}

/// Retries the mails that were given up.
async fn try_again(app: &App, root: &mut Browser<'_>) {
    let page = root.get("/admin/mail?state=given_up").await;
    let button = page.attribute("form.action[action*=retry]", "action").expect("a button");
    assert_eq!(root.post(&button, &[]).await.status, 303);
    send(app).await;
}

#[rocket::async_test]
async fn a_disabled_account_is_sent_no_link() {
    let app = App::with(|config| config.rate_limits.most_failures = 3).await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = member(&app, EMAIL).await;
    app.member("bob@example.com").await;
    let before = app.mail_to(EMAIL).await.len();
    for _ in 0..3 {
        app.browser().log_in(EMAIL, "a wrong guess").await;
    }
    ask(&mut alice, NEW).await;
    app.browser().post("/password-reset", &[("email", EMAIL)]).await;
    let id = app.id_of(EMAIL);
    root.post(&format!("/admin/users/{id}/disable"), &[]).await;
    let mails = app.mail_to(EMAIL).await;
    assert_eq!((mails.len(), app.mail_to(NEW).await.len()), (before + 1, 0), "only that it is disabled");
    assert!(mails.last().is_some_and(|mail| !mail.text.contains("token=")));
    let told = not_sent(&mut root).await;
    assert_eq!(told, ["Not sent: the account is disabled, so the link wouldn't work."; 3]);
    assert_eq!(root.get(&format!("/admin/users/{id}")).await.texts(".not-sent").len(), 3);
    assert_eq!(root.get("/admin").await.text("#mail-given-up").as_deref(), Some("No failed mail"));
    assert!(root.get("/admin/mail?state=given_up").await.has(".empty"));
    root.post(&format!("/admin/users/{id}/enable"), &[]).await;
    app.browser().post("/password-reset", &[("email", EMAIL)]).await;
    let reset = app.last_mail_to(EMAIL, "Set a new password").await;
    assert_eq!(app.browser().get(&reset.link()).await.status, 200);
}

#[rocket::async_test]
async fn a_change_of_address_is_told_for_as_long_as_it_is_tried_and_taken_back_for_a_week() {
    for (days, has_link) in [(6, true), (7, false), (29, false)] {
        let server = SmtpServer::start();
        let app = by_smtp(&server).await;
        let mut root = app.administrator("root@example.org").await;
        let mut alice = app.member(EMAIL).await;
        send(&app).await;
        follow(&app, &last(&server, EMAIL).token()).await;
        ask(&mut alice, NEW).await;
        send(&app).await;
        follow(&app, &last(&server, NEW).token()).await;
        server.refuse(Some("550 5.1.1 no such mailbox"));
        send(&app).await;
        app.later(Duration::days(days));
        server.refuse(None);
        let mut root = {
            root.log_in("root@example.org", PASSWORD).await;
            root
        };
        try_again(&app, &mut root).await;
        let mail =
            server.received().into_iter().find(|mail| mail.to == EMAIL && mail.subject.contains("changed"));
        let mail = mail.expect("the notice");
        assert!(mail.text.contains(NEW), "{}", mail.text);
        assert_eq!(mail.text.contains("token="), has_link, "{days} days: {}", mail.text);
        if has_link {
            assert_eq!(app.browser().get(&mail.link()).await.status, 200);
        }
    }
}

#[rocket::async_test]
async fn a_sign_up_that_is_too_old_is_not_finished_by_trying_again() {
    let server = SmtpServer::start();
    let url = server.url.clone();
    let app = App::with(|config| {
        config.signup.private = true;
        config.mail.transport = Transport::Smtp;
        config.mail.smtp_url = Some(Secret(url));
    })
    .await;
    let made = app.accounts.create_administrator("root@example.org", Password::typed(PASSWORD)).await;
    made.expect("an administrator");
    let mut root = app.browser();
    root.log_in("root@example.org", PASSWORD).await;
    server.refuse(Some("550 5.1.1 no such mailbox"));
    app.browser().sign_up(EMAIL, PASSWORD).await;
    send(&app).await;
    server.refuse(None);
    app.later(Duration::hours(23));
    try_again(&app, &mut root).await;
    app.later(Duration::hours(23));
    let link = last(&server, EMAIL).link();
    assert_eq!(app.browser().get(&link).await.status, 200, "for a day from then");

    server.refuse(Some("550 5.1.1 no such mailbox"));
    app.browser().sign_up("bob@example.com", PASSWORD).await;
    send(&app).await;
    server.refuse(None);
    app.later(Duration::hours(25));
    try_again(&app, &mut root).await;
    assert_eq!(server.received().len(), 1);
    assert_eq!(not_sent(&mut root).await, ["Not sent: it's so old that the link would have expired."]);
}

#[rocket::async_test]
async fn what_is_done_meanwhile_or_replaced_is_not_sent_and_says_so() {
    let server = SmtpServer::start();
    let app = by_smtp(&server).await;
    let mut root = app.administrator("root@example.org").await;
    send(&app).await;
    server.refuse(Some("550 5.1.1 no such mailbox"));
    let mut alice = app.member(EMAIL).await;
    send(&app).await;
    server.refuse(None);
    app.browser().post("/password-reset", &[("email", EMAIL)]).await;
    send(&app).await;
    let fields = [("token", &*last(&server, EMAIL).token()), ("new_password", "copper meadow thistle")];
    app.browser().post("/password-reset/new", &fields).await;
    try_again(&app, &mut root).await;
    assert_eq!(not_sent(&mut root).await, ["Not sent: it's no longer needed."]);
    alice.log_in(EMAIL, "copper meadow thistle").await;
    for new in [NEW, "alice@example.net"] {
        let fields = [("current_password", "copper meadow thistle"), ("new_email", new)];
        alice.post("/account/email", &fields).await;
    }
    send(&app).await;
    assert_eq!(not_sent(&mut root).await[0], "Not sent: a newer one has replaced it.");
    assert!(server.received().iter().all(|mail| mail.to != NEW));
}

#[rocket::async_test]
async fn trying_again_counts_anew_and_leads_back_to_where_it_was_asked_for() {
    let server = SmtpServer::start();
    let app = by_smtp(&server).await;
    let mut root = app.administrator("root@example.org").await;
    server.refuse(Some("550 5.1.1 no such mailbox"));
    for number in 0..52 {
        app.member(&format!("person{number}@example.com")).await;
    }
    send(&app).await;
    let first = root.get("/admin/mail?state=given_up").await;
    let older = first.attribute("#older", "href").expect("older ones");
    let second = root.get(&older).await;
    assert_eq!(second.texts("li[data-mail-id]").len(), 3);
    let button = second.attribute("form.action[action*=retry]", "action").expect("a button");
    assert_eq!(root.post(&button, &[]).await.location(), Some(older.as_str()));
    let again = root.get(&older).await;
    assert_eq!(again.flash().as_deref(), Some("Sending again."));
    assert_eq!(again.texts("li[data-mail-id]").len(), 2);
    let waiting = root.get("/admin/mail?state=waiting").await.text(".mail-error").expect("a reason");
    assert!(waiting.starts_with("Sending again. Last error: "), "{waiting}");
    assert_eq!(root.get("/admin").await.text("#mail-given-up").as_deref(), Some("52 failed emails"));
    send(&app).await;
    assert_eq!(root.get("/admin").await.text("#mail-given-up").as_deref(), Some("53 failed emails"));

    let page = format!("/admin/users/{}", app.id_of("person7@example.com"));
    let button = root.get(&page).await.attribute("form.action[action*=retry]", "action").expect("a button");
    assert_eq!(root.post(&button, &[]).await.location(), Some(page.as_str()));
    for foreign in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let url = format!("/admin/mail/1/retry?next={foreign}");
        assert_eq!(root.post(&url, &[]).await.location(), Some("/admin/mail"), "{foreign}");
    }
}

/// An attacker can sign up with any address, and change the password of that account any number of times.
#[rocket::async_test]
async fn notices_to_an_address_that_is_not_confirmed_are_few() {
    let app = App::with(|config| {
        config.rate_limits.enabled = true;
        config.rate_limits.mail_burst = 2;
    })
    .await;
    let mut root = app.administrator("root@example.org").await;
    let mut mallory = app.member("victim+1@example.com").await;
    let mut alice = member(&app, EMAIL).await;
    let mut current = PASSWORD.to_owned();
    for number in 0..5 {
        let new = format!("copper meadow thistle {number}");
        let fields = [("current_password", &*current), ("new_password", &*new)];
        assert_eq!(mallory.post("/account/password", &fields).await.status, 303);
        assert_eq!(alice.post("/account/password", &fields).await.status, 303);
        current = new;
    }
    let changed =
        |mails: Vec<Mail>| mails.iter().filter(|mail| mail.subject.ends_with("was changed")).count();
    assert_eq!(changed(app.mail_to("victim+1@example.com").await), 2);
    assert_eq!(changed(app.mail_to(EMAIL).await), 5, "whose address it is gets all");
    let told = not_sent(&mut root).await;
    assert_eq!(told, ["Not sent: this unconfirmed address has already received too many."; 3]);
}
