//! The language of pages and mails: the member's own, else the one that the browser keeps, else the first that it asks
//! for, else the site's.

use std::fs;

use tempfile::TempDir;

use crate::harness::{Answer, App, Browser, PASSWORD};

/// Two languages of the operator's, each with a few words. Everything else is in English.
fn languages() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (tag, words) in [
        (
            "xx",
            "language-name = Xish\nlog-in-title = Xog in\nlanguage-direction = rtl\n\
             mail-email-verification-subject = Xonfirm for { $site }\nflash-please-log-in = Xlease\n\
             mail-password-reset-subject = Xassword for { $site }\n",
        ),
        ("yy-ZZ", "language-name = Yish\nlog-in-title = Yog in\nmistake-email-missing = Yail is missing.\n"),
    ] {
        fs::create_dir(folder.path().join(tag)).expect("a folder");
        fs::write(folder.path().join(tag).join("words.ftl"), words).expect("a file");
    }
    folder
}

async fn app(folder: &TempDir, own: &str) -> App {
    App::with(|config| {
        config.locales_dir = Some(folder.path().to_owned());
        config.site.language = own.to_owned();
    })
    .await
}

async fn heading(browser: &mut Browser<'_>) -> String {
    browser.get("/login").await.text("h1").expect("a heading")
}

/// The title as it is on the page for logging in, in English, Xish and Yish.
const WORDS: [&str; 3] = ["Log in", "Xog in", "Yog in"];

#[rocket::async_test]
async fn a_visitor_gets_the_language_of_the_browser_and_can_choose_another() {
    let folder = languages();
    let app = app(&folder, "en").await;
    let [english, xish, yish] = WORDS;
    for (header, expected) in [
        ("xx", xish),
        ("fo, yy;q=0.5, xx;q=0.1", yish),
        ("yy-QQ", yish),
        ("fo", english),
        ("*;q=0.5, en;q=0.1", english),
        ("\u{1}nonsense;;q=", english),
    ] {
        let mut browser = app.browser().header("Accept-Language", header);
        assert_eq!(heading(&mut browser).await, expected, "{header}");
    }
    let mut browser = app.browser().header("Accept-Language", "xx");
    let page = browser.get("/login?next=%2Faccount").await;
    assert_eq!((page.attribute("html", "lang"), page.attribute("html", "dir")), attributes("xx", "rtl"));
    assert!(page.header("Vary").is_some_and(|vary| vary.contains("Accept-Language")));
    assert_eq!(page.text("#language option[selected]").as_deref(), Some("Xish"));
    assert_eq!(
        page.attribute("#language-form [name=back]", "value").as_deref(),
        Some("/login?next=%2Faccount")
    );

    let chosen =
        browser.post("/language", &[("language", "yy-zz"), ("back", "/login?next=%2Faccount")]).await;
    assert_eq!((chosen.status, chosen.location()), (303, Some("/login?next=%2Faccount")));
    assert_eq!(heading(&mut browser).await, yish, "the choice is stronger than the header");
    let page = browser.post("/signup", &[("email", ""), ("password", PASSWORD)]).await;
    assert_eq!((page.status, page.text("#email-error").as_deref()), (422, Some("Yail is missing.")));
    assert_eq!(page.attribute("html", "lang").as_deref(), Some("yy-ZZ"));
}

fn attributes(lang: &str, dir: &str) -> (Option<String>, Option<String>) {
    (Some(lang.to_owned()), Some(dir.to_owned()))
}

#[rocket::async_test]
async fn a_language_that_there_is_not_is_refused_and_no_other_site_is_visited() {
    let folder = languages();
    let app = app(&folder, "en").await;
    for language in ["", "qq", "../en", "en\r\nX: y"] {
        let answer = app.browser().post("/language", &[("language", language)]).await;
        assert_eq!(answer.status, 422, "{language:?}");
        assert!(answer.header("Set-Cookie").is_none_or(|cookie| !cookie.starts_with("language=")));
    }
    for back in ["", "https://evil.example", "//evil.example", "/\\evil.example"] {
        let answer = app.browser().post("/language", &[("language", "xx"), ("back", back)]).await;
        assert_eq!((answer.status, answer.location()), (303, Some("/")), "{back:?}");
    }
}

/// These pages are rendered once for all visitors.
#[rocket::async_test]
async fn a_common_page_is_kept_for_each_language_and_without_the_query() {
    let folder = languages();
    let app = app(&folder, "en").await;
    for _ in 0..2 {
        for (language, expected) in [("en", WORDS[0]), ("xx", WORDS[1]), ("yy", WORDS[2])] {
            let mut browser = app.browser().header("Accept-Language", language);
            let page = browser.get("/login?secret=of-another-visitor").await;
            assert_eq!(page.text("h1").as_deref(), Some(expected));
            let back = page.attribute("#language-form [name=back]", "value");
            assert_eq!(back.as_deref(), Some("/login"));
        }
    }
}

#[rocket::async_test]
async fn a_member_reads_one_language_everywhere() {
    let folder = languages();
    let app = app(&folder, "en").await;
    let mut here = app.browser().header("Accept-Language", "xx");
    here.sign_up("alice@example.com", PASSWORD).await;
    app.last_mail_to("alice@example.com", "Xonfirm for Frontdesk").await;

    let mut elsewhere = app.browser().header("Accept-Language", "yy");
    elsewhere.log_in("alice@example.com", PASSWORD).await;
    assert_eq!(language(&elsewhere.get("/account").await), "xx", "what she signed up with");
    let chosen = elsewhere.post("/language", &[("language", "yy-ZZ"), ("back", "/account")]).await;
    assert_eq!((chosen.status, chosen.location()), (303, Some("/account")));
    assert_eq!(language(&elsewhere.get("/account").await), "yy-ZZ");
    assert_eq!(language(&here.get("/account").await), "yy-ZZ", "it belongs to the account");

    // Another person asks for the link; it is written in the owner's language.
    here.post("/language", &[("language", "xx"), ("back", "/account")]).await;
    let mut stranger = app.browser().header("Accept-Language", "yy");
    stranger.post("/password-reset", &[("email", "alice@example.com")]).await;
    app.last_mail_to("alice@example.com", "Xassword for Frontdesk").await;
}

fn language(page: &Answer) -> String {
    page.attribute("html", "lang").expect("a language")
}

#[rocket::async_test]
async fn the_site_has_a_language_of_its_own() {
    let folder = languages();
    let app = app(&folder, "yy-ZZ").await;
    assert_eq!(heading(&mut app.browser()).await, WORDS[2]);
    assert_eq!(heading(&mut app.browser().header("Accept-Language", "en")).await, WORDS[0]);
    let missing = app.browser().get("/no-such-page").await;
    assert_eq!((missing.status, language(&missing).as_str()), (404, "yy-ZZ"));
    // Programs get English, whatever the site speaks.
    let answer = app.browser().header("Accept", "application/json").get("/no-such-page").await;
    assert_eq!(answer.body, r#"{"detail":"Page not found"}"#);
}
