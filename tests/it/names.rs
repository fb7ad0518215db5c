//! The name that people can give: where it is shown, what is refused, and that an operator can do without.

use serde_json::{Value, json};

use crate::harness::{App, PASSWORD};
use frontdesk::config::NameField;

const EMAIL: &str = "alice@example.com";

async fn me(app: &App) -> Value {
    let (access, _) = app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens();
    app.browser().bearing(&access).get("/users/me").await.json()
}

#[rocket::async_test]
async fn a_name_is_shown_to_its_owner_to_administrators_and_to_programs() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    let page = alice.get("/account").await;
    assert_eq!(page.attribute("#name-form #name", "value").as_deref(), Some(""));
    assert_eq!(page.text(".viewer bdi").as_deref(), Some(EMAIL));
    assert_eq!(me(&app).await["name"], Value::Null);
    assert!(!root.get("/admin/users").await.has(".person-name"));

    let answer = alice.post("/account/name", &[("name", "  Zoe\u{308} \t <b>van\u{a0} Berg</b> ")]).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/account")));
    let name = "Zo\u{eb} <b>van Berg</b>";
    let page = alice.get("/account").await;
    assert_eq!(page.flash().as_deref(), Some("Name saved."));
    assert_eq!(page.attribute("#name", "value").as_deref(), Some(name));
    assert_eq!(page.attribute("#name", "dir").as_deref(), Some("auto"));
    assert_eq!(page.text(".viewer bdi").as_deref(), Some(name));
    assert_eq!(page.attribute(".account-menu .monogram", "data-initial").as_deref(), Some("Z"));
    assert!(!page.body.contains("<b>van"), "it is escaped");
    let list = root.get("/admin/users").await;
    assert_eq!(list.texts("#users .person-name bdi"), [name]);
    assert!(!list.body.contains("<b>van"));
    let person = root.get("/admin/users/2").await;
    assert_eq!(person.text("#person-name bdi").as_deref(), Some(name));
    assert!(!person.body.contains("<b>van"));

    assert_eq!(me(&app).await["name"], name);
    let (access, _) = app.browser().ask_for_tokens("root@example.org", PASSWORD).await.tokens();
    let found = app.browser().bearing(&access).get("/admin/api/users/2").await.json();
    assert_eq!(found["name"], name);
    let found = app.browser().bearing(&access).get("/admin/api/users").await.json();
    assert_eq!(found["users"][0]["name"], name);
    assert_eq!(found["users"][1]["name"], Value::Null);
    assert_eq!(alice.post("/account/export", &[]).await.json()["account"]["name"], name);

    for nothing in [&[("name", " \u{3000} ")][..], &[]] {
        alice.post("/account/name", &[("name", "Alice")]).await;
        assert_eq!(alice.post("/account/name", nothing).await.status, 303);
        assert_eq!(alice.get("/account").await.flash().as_deref(), Some("Name removed."));
        assert_eq!(me(&app).await["name"], Value::Null);
    }
}

#[rocket::async_test]
async fn a_refused_name_comes_back_and_changes_nothing() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    alice.post("/account/name", &[("name", "Alice")]).await;
    let unseen = "Your name contains characters that can't be seen. Type it again without them.";
    let long = "é".repeat(101);
    for (name, mistake) in [
        (long.as_str(), "Your name is too long. Use at most 100 characters."),
        ("Al\u{202e}ice", unseen),
        ("Al\u{200b}ice", unseen),
        ("Al\u{7}ice", unseen),
    ] {
        let page = alice.post("/account/name", &[("name", name)]).await;
        assert_eq!(page.status, 422, "{name:?}");
        assert_eq!(page.text("#name-error").as_deref(), Some(mistake));
        assert_eq!(page.attribute("#name", "aria-describedby").as_deref(), Some("name-hint name-error"));
        assert_eq!(page.attribute("#error-summary a", "href").as_deref(), Some("#name"));
        assert_eq!(page.attribute("#name", "value").as_deref(), Some(name));
        assert_eq!(page.text(".viewer bdi").as_deref(), Some("Alice"), "it has not changed");
    }
    assert_eq!(me(&app).await["name"], "Alice");
    let visitor = app.browser().post("/account/name", &[("name", "Mallory")]).await;
    assert_eq!((visitor.status, app.database.count("users WHERE name = 'Mallory'")), (303, 0));
}

#[rocket::async_test]
async fn an_operator_can_do_without_names() {
    let app = App::with(|config| config.profile.name = NameField::Off).await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    app.database.execute("UPDATE users SET name = 'Zora' WHERE id = 2");
    let page = alice.get("/account").await;
    assert!(!page.has("#name-form"));
    assert_eq!(page.attribute(".account-menu .monogram", "data-initial").as_deref(), Some("A"));
    assert_eq!(alice.post("/account/name", &[("name", "Alice")]).await.status, 404);
    assert_eq!(me(&app).await["name"], Value::Null);
    let (access, _) = app.browser().ask_for_tokens("root@example.org", PASSWORD).await.tokens();
    for path in ["/admin/api/users", "/admin/api/users/2"] {
        let answer = app.browser().bearing(&access).get(path).await;
        assert!(answer.status == 200 && !answer.body.contains("Zora"), "{path}");
    }
    for path in ["/admin/users", "/admin/users/2"] {
        assert!(!root.get(path).await.body.contains("Zora"), "{path}");
    }
    assert!(!page.body.contains("Zora"));
    let export = alice.post("/account/export", &[]).await.json();
    assert_eq!(export["account"]["name"], json!("Zora"), "it is stored all the same");
}
