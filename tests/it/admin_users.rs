//! The list of users.

use crate::harness::{Answer, App, Browser};

/// Creates an administrator, and inserts this many other users, `person000@example.com` and so on, into the database.
async fn register(app: &App, others: usize) -> Browser<'_> {
    let browser = app.administrator("root@example.org").await;
    for number in 0..others {
        let email = format!("person{number:03}@example.com");
        let no = if app.database.is_sqlite() { "0" } else { "FALSE" };
        let second = number % 60;
        let minute = number / 60;
        app.database.execute(&format!(
            "INSERT INTO users (email, email_key, search_text, hashed_password, is_admin, created_at)
             VALUES ('{email}', '{email}', '{email}', '', {no}, '2026-01-01 00:{minute:02}:{second:02}')"
        ));
    }
    browser
}

fn emails(page: &Answer) -> Vec<String> {
    page.texts("#users tbody tr a")
}

#[rocket::async_test]
async fn only_administrators_see_it() {
    let app = App::new().await;
    let mut member = app.member("alice@example.com").await;
    for path in ["/admin", "/admin/users", "/admin/users/1", "/admin/users/none", "/admin/nothing"] {
        assert_eq!(member.get(path).await.status, 404, "{path}");
    }
    assert_eq!(member.post("/admin/users/1/make-admin", &[]).await.status, 404);
    assert_eq!(member.post("/admin/users", &[]).await.status, 404, "not even that another method works");
    let answer = app.browser().get("/admin/users?q=a%40b").await;
    assert_eq!((answer.status, answer.location()), (303, Some("/login?next=%2Fadmin%2Fusers%3Fq%3Da%2540b")));
    let mut administrator = app.administrator("root@example.org").await;
    let page = administrator.get("/admin/users").await;
    assert_eq!(page.status, 200);
    assert_eq!(emails(&page), ["root@example.org", "alice@example.com"], "the newest first");
    assert_eq!(page.text("#user-count").as_deref(), Some("2 users"));
}

#[rocket::async_test]
async fn pages_lead_forth_and_back_over_everybody_in_every_order() {
    let app = App::new().await;
    let mut browser = register(&app, 130).await;
    for order in ["", "?sort=signed_up&order=asc", "?sort=email&order=asc", "?sort=email&order=desc"] {
        let mut path = format!("/admin/users{order}");
        let mut forth = Vec::new();
        loop {
            let page = browser.get(&path).await;
            assert_eq!(page.text("#user-count").as_deref(), Some("131 users"));
            forth.push(emails(&page));
            assert_eq!(page.has("#previous-page"), forth.len() > 1, "{order} page {}", forth.len());
            match page.attribute("#next-page[rel=next]", "href") {
                Some(next) => path = next,
                None => break,
            }
        }
        assert_eq!(forth.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 31], "{order}");
        let mut all = forth.concat();
        let sorted_by_email = order.contains("email");
        if order.contains("desc") || order.is_empty() {
            all.reverse();
        }
        let mut sorted = all.clone();
        sorted.sort();
        match sorted_by_email {
            true => assert_eq!(all, sorted, "{order}"),
            false => assert_eq!(all[..130], sorted[..130], "{order}: numbered in the order of signing up"),
        }

        let mut back = Vec::new();
        loop {
            let page = browser.get(&path).await;
            back.push(emails(&page));
            match page.attribute("#previous-page[rel=prev]", "href") {
                Some(previous) => path = previous,
                None => break,
            }
            assert!(back.len() < 4, "{order}: an end");
        }
        back.reverse();
        assert_eq!(back, forth, "{order}: the same pages backwards");
    }
}

#[rocket::async_test]
async fn search_finds_part_of_an_address_and_stays_in_the_links() {
    let app = App::new().await;
    let mut browser = register(&app, 120).await;
    for odd in
        ["100%@example.com", "snake_case@example.com", "zo\u{eb}@b\u{fc}cher.example", "it's@example.com"]
    {
        app.member(odd).await;
    }
    for (search, expected) in [
        ("PERSON00", 10),
        ("@example.com", 123),
        ("person1", 20),
        ("%", 1),
        ("_", 1),
        ("'", 1),
        ("zoe\u{308}@", 1),
        ("b\u{fc}cher", 1),
        ("B\u{fc}ch", 1),
        ("bu\u{308}cher", 1),
        ("B\u{dc}CHER", 1),
        ("ZO\u{cb}@B\u{dc}CHER.example", 1),
        ("\u{fc}ch", 1),
        ("xn--bcher", 1),
        ("nobody", 0),
        ("  root  ", 1),
        ("person\u{0}000", 1),
        ("\\", 0),
    ] {
        let query: String = form_urlencoded::byte_serialize(search.as_bytes()).collect();
        let page = browser.get(&format!("/admin/users?q={query}")).await;
        assert_eq!(page.status, 200, "{search:?}");
        assert_eq!(page.text("#user-count").as_deref(), Some(&*format!("{expected} found")), "{search:?}");
    }
    let page = browser.get("/admin/users?q=person&sort=email&order=asc").await;
    assert_eq!(page.attribute("#q", "value").as_deref(), Some("person"));
    let next = page.attribute("#next-page", "href").expect("a next page");
    assert!(next.starts_with("/admin/users?q=person&sort=email&order=asc&after="), "{next}");
    assert_eq!(emails(&browser.get(&next).await).first().map(String::as_str), Some("person050@example.com"));
}

#[rocket::async_test]
async fn filters_combine() {
    let app = App::new().await;
    let mut browser = register(&app, 6).await;
    app.administrator("deputy@example.org").await;
    for email in ["person000@example.com", "person001@example.com", "deputy@example.org"] {
        app.database.execute(&format!(
            "UPDATE users SET disabled_at = '2026-02-01 00:00:00' WHERE email = '{email}'"
        ));
    }
    for (filter, expected) in [
        ("", 8),
        ("?state=active", 5),
        ("?state=disabled", 3),
        ("?role=admin", 2),
        ("?role=admin&state=disabled", 1),
        ("?role=admin&state=active&q=root", 1),
        ("?role=admin&q=person", 0),
        ("?state=nonsense&role=&sort=x&order=y", 8),
    ] {
        let page = browser.get(&format!("/admin/users{filter}")).await;
        let count = page.text("#user-count").expect("a count");
        assert!(count.starts_with(&format!("{expected} ")), "{filter}: {count}");
        assert_eq!(emails(&page).len(), expected, "{filter}");
    }
    let page = browser.get("/admin/users?role=admin&q=person").await;
    assert!(page.body.contains("No user matches"));
    assert!(!page.has("#users"));
    assert!(page.has("a[href='/admin/users']"), "a way to clear the filter");
    let page = browser.get("/admin/users?state=disabled&role=admin").await;
    assert!(page.has("#state option[value=disabled][selected]"));
    assert!(page.has("#role option[value=admin][selected]"));
}

#[rocket::async_test]
async fn a_place_that_cannot_be_read_is_the_first_page() {
    let app = App::new().await;
    let mut browser = register(&app, 60).await;
    let first = emails(&browser.get("/admin/users").await);
    for place in ["after=x", "before=%00", "after=ZWE", "after=&before=", "after=czEuMQ%3D%3D"] {
        let page = browser.get(&format!("/admin/users?{place}")).await;
        assert_eq!((page.status, emails(&page)), (200, first.clone()), "{place}");
    }
    let by_email = browser.get("/admin/users?sort=email&order=asc").await;
    let place = by_email.attribute("#next-page", "href").expect("a next page");
    let place = place.split("after=").nth(1).expect("a place");
    assert_eq!(
        emails(&browser.get(&format!("/admin/users?after={place}")).await),
        first,
        "made for another order"
    );
}

#[rocket::async_test]
async fn a_place_whose_rows_have_gone_is_the_first_page() {
    let app = App::new().await;
    let mut browser = register(&app, 60).await;
    let page = browser.get("/admin/users?state=active").await;
    let next = page.attribute("#next-page", "href").expect("a next page");
    app.database.execute("DELETE FROM users WHERE email < 'person020@example.com'");
    let page = browser.get(&next).await;
    assert_eq!(page.text("#user-count").as_deref(), Some("41 found"));
    assert_eq!(emails(&page).len(), 41);
}

#[rocket::async_test]
async fn a_page_survives_the_removal_of_the_row_it_starts_from() {
    let app = App::new().await;
    let mut browser = register(&app, 60).await;
    let page = browser.get("/admin/users?sort=email&order=asc").await;
    let next = page.attribute("#next-page", "href").expect("a next page");
    app.database.execute("DELETE FROM users WHERE email = 'person049@example.com'");
    assert_eq!(emails(&browser.get(&next).await).first().map(String::as_str), Some("person050@example.com"));
}
