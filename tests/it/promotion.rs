//! Administrator rights granted and revoked: an unconfirmed address needs a second confirmation, and the owner gets a
//! mail.

use crate::harness::{App, Mail, PASSWORD, Program};

const EMAIL: &str = "alice@example.com";
const MAKE_ADMIN: &str = "/admin/users/2/make-admin";

#[rocket::async_test]
async fn an_unconfirmed_address_needs_a_second_word() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    app.member(EMAIL).await;
    let asked = root.post(MAKE_ADMIN, &[]).await;
    assert_eq!((asked.status, asked.location()), (303, Some(MAKE_ADMIN)));
    assert!(!app.events().contains(&"admin_granted".to_owned()), "not yet");
    let page = root.get(MAKE_ADMIN).await;
    assert_eq!(page.text("h1").as_deref(), Some("This address is not confirmed"));
    assert!(page.body.contains(EMAIL));
    let action = page.attribute("#make-admin-form", "action").expect("a form");
    let done = root.post(&action, &[]).await;
    assert_eq!((done.status, done.location()), (303, Some("/admin/users/2")));
    assert_eq!(app.events().last().map(String::as_str), Some("admin_granted"));
    let mut alice = app.browser();
    alice.log_in(EMAIL, PASSWORD).await;
    assert_eq!(alice.get("/admin").await.status, 200);
    assert_eq!(root.get(MAKE_ADMIN).await.location(), Some("/admin/users/2"), "there is nothing to ask");
}

#[rocket::async_test]
async fn a_confirmed_one_does_not_and_others_find_no_such_page() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    assert_eq!(alice.get(MAKE_ADMIN).await.status, 404);
    assert_eq!(app.browser().get(MAKE_ADMIN).await.status, 303);
    assert_eq!(root.get("/admin/users/99/make-admin").await.status, 404);
    let link = app.last_mail_to(EMAIL, "Confirm your email address").await;
    alice.post("/confirm", &[("token", &link.token())]).await;
    assert_eq!(root.get(MAKE_ADMIN).await.location(), Some("/admin/users/2"));
    assert_eq!(root.post(MAKE_ADMIN, &[]).await.location(), Some("/admin/users/2"));
    assert_eq!(app.events().last().map(String::as_str), Some("admin_granted"));
}

async fn told(app: &App, subject: &str) -> Vec<Mail> {
    app.mail_to(EMAIL).await.into_iter().filter(|mail| mail.subject == subject).collect()
}

#[rocket::async_test]
async fn the_owner_is_told_what_an_administrator_does_and_not_from_where() {
    let app = App::new().await;
    let root = app.administrator("root@example.org").await;
    let mut root = root.from([198, 51, 100, 7]).header("User-Agent", "shelf/2.1");
    app.member(EMAIL).await;
    for (act, subject, says) in [
        ("make-admin?unconfirmed=yes", "You're now an administrator of Frontdesk", "log in again"),
        ("remove-admin", "You're no longer an administrator of Frontdesk", "You can still use your account"),
        ("disable", "Your Frontdesk account is disabled", "You've been logged out everywhere"),
        ("enable", "Your Frontdesk account is enabled again", "Your password hasn't changed"),
    ] {
        for _ in 0..2 {
            assert_eq!(root.post(&format!("/admin/users/2/{act}"), &[]).await.status, 303);
        }
        let mails = told(&app, subject).await;
        assert_eq!(mails.len(), 1, "{act}: what was so already is no news");
        let Mail { text, html, .. } = &mails[0];
        let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(folded.contains(says), "{act}: {folded}");
        assert!(folded.contains("If you didn't expect this"), "{act}: what to do");
        for place in ["198.51.100.7", "shelf", "root@example.org"] {
            assert!(!text.contains(place) && !html.contains(place), "{act}: {place}");
        }
    }
    let mut alice = app.browser();
    alice.log_in(EMAIL, PASSWORD).await;
    let file = alice.post("/account/export", &[]).await;
    assert!(!file.body.contains("198.51.100.7"), "nor in what is taken along");
}

#[rocket::async_test]
async fn what_no_longer_holds_is_not_told() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    app.member(EMAIL).await;
    for act in ["disable", "enable", "make-admin?unconfirmed=yes", "remove-admin"] {
        root.post(&format!("/admin/users/2/{act}"), &[]).await;
    }
    let subjects: Vec<String> = app.mail_to(EMAIL).await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(
        subjects,
        [
            "Confirm your email address for Frontdesk",
            "Your Frontdesk account is enabled again",
            "You're no longer an administrator of Frontdesk"
        ]
    );
}

#[rocket::async_test]
async fn the_set_up_link_vouches_for_its_first_administrator_who_is_told_if_the_account_was_there() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let token = app.accounts.offer_set_up().await.expect("storage").expect("no administrator").expose();
    assert_eq!(alice.post("/setup", &[("token", &token)]).await.location(), Some("/admin"));
    let mails = told(&app, "You're now an administrator of Frontdesk").await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("192.0.2.1"), "it was the owner, or a thief: {}", mails[0].text);
}

#[test]
fn the_command_line_asks_for_a_second_word_too() {
    let program = Program::new();
    let run = |arguments: &[&str]| program.run(arguments, PASSWORD);
    run(&["admin", "create", "root@example.org", "--password-stdin"]);
    run(&["admin", "create", "deputy@example.org", "--password-stdin"]);
    run(&["admin", "revoke", "deputy@example.org"]);
    let refused = run(&["admin", "grant", "deputy@example.org"]);
    assert_eq!(refused.status.code(), Some(1));
    let error = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(error.contains("not confirmed") && error.contains("--unconfirmed"), "{error}");
    let done = run(&["admin", "grant", "deputy@example.org", "--unconfirmed"]);
    let says = String::from_utf8_lossy(&done.stdout).into_owned();
    assert_eq!(says.trim_end(), "deputy@example.org is an administrator, and has to log in again.");
    let again = run(&["admin", "grant", "deputy@example.org"]);
    let says = String::from_utf8_lossy(&again.stdout).into_owned();
    assert_eq!(says.trim_end(), "deputy@example.org is an administrator.", "it is one, whatever the address");
    let kinds = program.database.texts("SELECT kind AS value FROM mails ORDER BY id");
    let kinds: Vec<String> = kinds.into_iter().flatten().collect();
    assert_eq!(kinds, ["admin_revoked", "admin_granted"]);
}
