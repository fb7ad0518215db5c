//! The list of mail, as administrators see it.

use frontdesk::config::{Secret, Transport};

use crate::harness::{App, SmtpServer};

async fn app(server: &SmtpServer) -> App {
    let url = server.url.clone();
    App::with(|config| {
        config.mail.transport = Transport::Smtp;
        config.mail.smtp_url = Some(Secret(url));
    })
    .await
}

/// Mail that is only written to a folder is not called sent.
#[rocket::async_test]
async fn administrators_are_told_that_no_mail_leaves_the_machine() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    send(&app).await;
    for path in ["/admin", "/admin/mail"] {
        let told = root.get(path).await.text("#mail-folder").expect("a notice");
        assert!(
            told.starts_with("Mail doesn't leave this machine") && told.contains("smtp_url"),
            "{path}: {told}"
        );
    }
    for path in ["/admin/mail?state=sent", "/admin/users/1"] {
        let titles = root.get(path).await.texts("[data-mail-id] .row-title");
        assert_eq!(titles, ["Confirm email address Written to a file"], "{path}");
    }
    let server = SmtpServer::start();
    let app = self::app(&server).await;
    let mut root = app.administrator("root@example.org").await;
    for path in ["/admin", "/admin/mail"] {
        assert!(!root.get(path).await.has("#mail-folder"), "{path}");
    }
}

async fn send(app: &App) {
    app.accounts.outbox().send_due(|| true).await.expect("an outbox");
}

#[rocket::async_test]
async fn waiting_sent_and_given_up_are_told_apart_and_the_last_is_tried_again() {
    let server = SmtpServer::start();
    let app = app(&server).await;
    let mut root = app.administrator("root@example.org").await;
    assert_eq!(root.get("/admin").await.text("#mail-waiting").as_deref(), Some("1 waiting to be sent"));
    assert_eq!(
        root.get("/admin/mail?state=waiting").await.texts(".row-title"),
        ["Confirm email address Waiting"]
    );
    send(&app).await;
    assert_eq!(root.get("/admin/mail?state=sent").await.texts(".row-title"), ["Confirm email address Sent"]);
    assert!(root.get("/admin/mail?state=waiting").await.has(".empty"));

    server.refuse(Some("550 5.1.1 no such mailbox"));
    app.member("alice@example.com").await;
    send(&app).await;
    let page = root.get("/admin/mail?state=given_up").await;
    assert_eq!(page.texts(".row-title"), ["Confirm email address Failed"]);
    let reason = page.text(".mail-error").expect("a reason");
    assert!(reason.starts_with("1 attempt.") && reason.contains("no such mailbox"), "{reason}");
    assert!(page.has("a[href='/admin/users/2']"));
    assert_eq!(root.get("/admin").await.text("#mail-given-up").as_deref(), Some("1 failed email"));
    assert_eq!(root.get("/admin/users/2").await.texts(".mail-error").len(), 1, "on the person's page, too");

    server.refuse(None);
    let retried = root.post("/admin/mail/2/retry", &[]).await;
    assert_eq!((retried.status, retried.location()), (303, Some("/admin/mail")));
    assert_eq!(root.get("/admin/mail").await.flash().as_deref(), Some("Sending again."));
    send(&app).await;
    assert_eq!(server.received().len(), 2);
    assert!(root.get("/admin/mail?state=given_up").await.has(".empty"));
    assert_eq!(app.events().last().map(String::as_str), Some("mail_retried"));
    root.post("/admin/mail/2/retry", &[]).await;
    assert_eq!(root.get("/admin/mail").await.flash().as_deref(), Some("Only failed mail can be sent again."));
}

#[rocket::async_test]
async fn pages_follow_and_others_find_nothing() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    for number in 0..60 {
        app.browser().sign_up(&format!("person{number}@example.com"), crate::harness::PASSWORD).await;
    }
    let first = root.get("/admin/mail").await;
    assert_eq!(first.texts("li[data-mail-id]").len(), 50);
    let older = first.attribute("#older", "href").expect("older ones");
    let second = root.get(&older).await;
    assert_eq!(second.texts("li[data-mail-id]").len(), 11);
    assert!(second.has("#newest") && !second.has("#older"));
    let mut member = app.member("member@example.com").await;
    assert_eq!(member.get("/admin/mail").await.status, 404);
    assert_eq!(member.post("/admin/mail/1/retry", &[]).await.status, 404);
    assert_eq!(app.browser().get("/admin/mail").await.location(), Some("/login?next=%2Fadmin%2Fmail"));
}
