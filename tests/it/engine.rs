//! What a wrong hash of the fast engine changes in the database, and what administrators see about the rechecks.

use frontdesk::domain::PhcString;
use frontdesk::storage::{Error, Storage, Transaction, passwords, pending_sign_ups};

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn a_wrong_hash_is_put_right_wherever_it_is_stored_and_no_other_is_touched() {
    let app = App::with(|config| config.signup.private = true).await;
    app.browser().sign_up("alice@example.com", PASSWORD).await;
    let confirm = app.last_mail_to("alice@example.com", "Finish signing up").await;
    app.browser().post("/confirm", &[("token", &confirm.token())]).await;
    app.browser().sign_up("bob@example.com", PASSWORD).await;
    let hash = |table: &str| {
        let query = format!("SELECT hashed_password AS value FROM {table}");
        app.database.texts(&query)[0].clone().expect("a hash")
    };
    let (of_alice, of_bob) = (hash("users"), hash("pending_sign_ups"));
    app.database.execute("UPDATE users SET hashed_password = 'faulty'");

    let storage = Storage::open(&app.database.url.parse().expect("a URL"), 1).expect("a database");
    let repair = async |faulty: &str, right: &str| {
        let (faulty, right) = (PhcString::new(faulty.to_owned()), PhcString::new(right.to_owned()));
        let work = move |tx: &mut Transaction<'_>| {
            let of_users = passwords::repair(tx, &faulty, &right)?;
            Ok::<_, Error>((of_users, pending_sign_ups::repair_password(tx, &faulty, &right)?))
        };
        storage.write(work).await.expect("repaired")
    };
    assert_eq!(repair("faulty", &of_alice).await, (1, 0));
    assert_eq!(repair(&of_bob, "right").await, (0, 1));
    assert_eq!(repair("faulty", "nothing").await, (0, 0));
    assert_eq!((hash("users"), hash("pending_sign_ups")), (of_alice, "right".to_owned()));
    assert_eq!(app.browser().log_in("alice@example.com", PASSWORD).await.status, 303);
}

#[rocket::async_test]
async fn administrators_see_that_hashes_are_checked_again() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.com").await;
    let text = root.get("/admin").await.text("#hashing-rechecked").expect("a line");
    assert!(text.ends_with("with the reference engine, none wrong"), "{text}");
}
