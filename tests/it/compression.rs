//! What is sent compressed, and what never is.

use crate::harness::{Answer, App, PASSWORD};

const ALICE: &str = "alice@example.com";

/// As browsers send it.
const ALL: &str = "gzip, deflate, br, zstd";

async fn asking(app: &App, accept_encoding: &str, path: &str) -> Answer {
    app.browser().header("Accept-Encoding", accept_encoding).get(path).await
}

async fn style_sheet(app: &App) -> String {
    app.browser().get("/").await.attribute("link[rel=stylesheet]", "href").expect("a style sheet")
}

#[rocket::async_test]
async fn files_and_common_pages_are_sent_as_the_client_takes_them() {
    let app = App::new().await;
    for path in [style_sheet(&app).await.as_str(), "/", "/signup", "/login", "/docs"] {
        let plain = app.browser().get(path).await;
        assert_eq!(plain.header("Content-Encoding"), None, "{path}");
        assert!(plain.header("Vary").is_some_and(|vary| vary.contains("Accept-Encoding")), "{path}");
        for (accepted, coding) in
            [(ALL, Some("br")), ("gzip, deflate", Some("gzip")), ("br;q=0, gzip;q=0", None), ("zstd", None)]
        {
            // The second answer is the one that was kept.
            for _ in 0..2 {
                let answer = asking(&app, accepted, path).await;
                assert_eq!(answer.header("Content-Encoding"), coding, "{path} {accepted}");
                assert_eq!(answer.body, plain.body, "{path} {accepted}");
                let most = if coding.is_some() { plain.octets_sent / 2 } else { plain.octets_sent };
                assert!(answer.octets_sent <= most, "{path} {accepted}: {}", answer.octets_sent);
                assert_eq!(answer.header("Vary"), plain.header("Vary"), "{path} {accepted}");
            }
        }
    }
}

/// The length of a compressed answer tells what else stands in it (BREACH).
#[rocket::async_test]
async fn what_one_visitor_sees_is_not_compressed() {
    let app = App::new().await;
    let mut alice = app.browser().header("Accept-Encoding", ALL);
    let refused = alice.sign_up("nobody", PASSWORD).await;
    assert_eq!((refused.status, refused.header("Content-Encoding")), (422, None));
    alice.sign_up(ALICE, PASSWORD).await;
    for path in ["/account", "/", "/account/password"] {
        let page = alice.get(path).await;
        assert_eq!((page.status, page.header("Content-Encoding")), (200, None), "{path}");
    }
    for path in ["/login?next=%2Faccount", "/signup?next=%2Faccount"] {
        let page = asking(&app, ALL, path).await;
        assert_eq!((page.status, page.header("Content-Encoding")), (200, None), "{path}");
    }
}

#[rocket::async_test]
async fn pictures_are_sent_as_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("sea.webp"), [0; 4096]).expect("a file");
    std::fs::write(
        folder.path().join("sea.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg'> </svg>".repeat(9),
    )
    .expect("a file");
    let own = folder.path().to_owned();
    let app = App::with(|config| config.static_dir = Some(own)).await;
    let codings =
        [asking(&app, ALL, "/static/own/sea.webp").await, asking(&app, ALL, "/static/own/sea.svg").await];
    let codings = codings.each_ref().map(|answer| (answer.status, answer.header("Content-Encoding")));
    assert_eq!(codings, [(200, None), (200, Some("br"))]);
}

/// A first visit: the page, its style, its script and its icon.
#[rocket::async_test]
async fn a_first_visit_weighs_less_than_45_kilobytes() {
    let app = App::new().await;
    let page = asking(&app, ALL, "/signup").await;
    let files = [
        page.attribute("link[rel=stylesheet]", "href"),
        page.attribute("script", "src"),
        page.attribute("link[rel=icon]", "href"),
    ];
    let mut octets = page.octets_sent;
    for file in files {
        octets += asking(&app, ALL, &file.expect("a file")).await.octets_sent;
    }
    println!("a first visit to /signup: {octets} octets");
    assert!(octets < 45_000, "{octets}");
}
