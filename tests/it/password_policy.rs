//! Which passwords are refused: by pages and the API, with the operator's block list, and by `frontdesk password
//! check`.

use std::process::Output;

use crate::harness::{App, PASSWORD, Program, TestDatabase};

const BLOCKLISTED: &str = "This password isn't allowed here. Choose another one.";
const COMMON: &str = "This password is too common. Try a few unrelated words.";
const FROM_CONTEXT: &str = "Don't use your email address or the name of this site in your password.";

fn told(output: &Output) -> (Option<i32>, Vec<String>, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    let lines = text(&output.stdout).lines().map(str::to_owned).collect();
    (output.status.code(), lines, text(&output.stderr))
}

#[rocket::async_test]
async fn weak_passwords_are_refused_with_their_reason() {
    let app = App::with(|config| {
        config.site.name = "Harbour Books".into();
        config.public_url = Some("https://id.quayside.example".into());
    })
    .await;
    for (email, password, expected) in [
        ("a@example.com", "Summer2026!", COMMON),
        ("a@example.com", "correct horse battery staple", COMMON),
        ("a@example.com", "Harbour-Books-2026", FROM_CONTEXT),
        ("a@example.com", "quayside2026!!", FROM_CONTEXT),
        ("brian.thompson@example.com", "Brian Thompson", FROM_CONTEXT),
    ] {
        let page = app.browser().sign_up(email, password).await;
        assert_eq!(page.status, 422, "{password}");
        assert_eq!(page.texts("#error-summary li"), [expected], "{password}");
    }
    for (number, password) in ["SecurePass123", "MySecure123", PASSWORD].into_iter().enumerate() {
        let answer = app.browser().sign_up(&format!("person{number}@example.com"), password).await;
        assert_eq!(answer.status, 303, "{password}");
    }
}

#[rocket::async_test]
async fn the_operators_list_holds_at_every_door() {
    let database = std::sync::Arc::new(TestDatabase::new());
    let list = database.folder.path().join("refused.txt");
    std::fs::write(&list, "copper meadow thistle\r\nZOE\u{308} AND THE LANTERN\r\n").expect("a list");
    let app = App::on(database, |config| config.passwords.blocklist = Some(list)).await;
    for password in ["Copper Meadow Thistle", "zo\u{eb} and the lantern"] {
        let page = app.browser().sign_up("a@example.com", password).await;
        assert_eq!((page.status, page.texts("#error-summary li")), (422, vec![BLOCKLISTED.to_owned()]));
        let body = serde_json::json!({ "email": "a@example.com", "password": password }).to_string();
        let answer = app.browser().post_json("/users/signup", &body).await;
        assert_eq!(answer.status, 422);
        assert_eq!(answer.json()["errors"]["password"][0]["code"], "password_blocklisted");
    }
    let mut kate = app.member("kate@example.com").await;
    let form = [("current_password", PASSWORD), ("new_password", "copper meadow thistle")];
    let page = kate.post("/account/password", &form).await;
    assert_eq!((page.status, page.texts("#error-summary li")), (422, vec![BLOCKLISTED.to_owned()]));
    assert_eq!(app.users(), 1);
}

#[test]
fn a_list_that_cannot_be_used_stops_the_start_and_names_its_key() {
    for (content, expected) in
        [(None, "cannot read "), (Some(&b""[..]), "has no lines"), (Some(b"one\ntwo\n\xff\n"), "line 3 of ")]
    {
        let program = Program::new().with("FRONTDESK_PASSWORDS__BLOCKLIST", "refused.txt");
        if let Some(content) = content {
            std::fs::write(program.folder().join("refused.txt"), content).expect("a list");
        }
        for command in ["migrate", "serve"] {
            let (code, _, error) = told(&program.run(&[command], ""));
            assert_eq!(code, Some(1), "{command}: {error}");
            assert!(error.starts_with("frontdesk: passwords.blocklist: "), "{error}");
            assert!(error.contains(expected) && error.contains("refused.txt"), "{error}");
            assert_eq!(error.lines().count(), 1, "{error}");
        }
    }
}

#[test]
fn the_command_says_of_each_line_what_sign_up_would() {
    let program = Program::new();
    let lines =
        format!("Summer2026!\n{PASSWORD}\r\nshort\n\nabcdefghijkl\nadmin@example.net1\nFrontdesk2026!");
    let check = ["password", "check", "--email", "admin@example.net"];
    let (code, said, error) = told(&program.run(&check, &lines));
    assert_eq!(
        said,
        [
            "password_common",
            "accepted",
            "password_too_short",
            "password_missing",
            "password_guessable",
            "password_from_context",
            "password_from_context",
        ]
    );
    assert_eq!((code, error.as_str()), (Some(1), "frontdesk: 6 of 7 passwords are refused"));
    let (code, said, error) = told(&program.run(&["password", "check"], PASSWORD));
    assert_eq!((code, said, error), (Some(0), vec!["accepted".to_owned()], String::new()));
    let (code, _, error) = told(&program.run(&["password", "check", "--email", "nobody"], PASSWORD));
    assert_eq!((code, error.as_str()), (Some(1), "frontdesk: that is no email address"));
    assert!(!program.folder().join("data").exists(), "nothing is made");
}
