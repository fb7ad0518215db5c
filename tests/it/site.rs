//! The operator's own name, words, logo and templates.

use crate::harness::App;

#[rocket::async_test]
async fn name_tagline_and_support_address_are_the_operators() {
    let app = App::with(|config| {
        config.site.name = "Harbour & Books".into();
        config.site.tagline = Some("Read by the sea.".into());
        config.site.support_email = Some("help@harbour.example".into());
    })
    .await;
    let mut browser = app.browser();
    let page = browser.get("/").await;
    assert!(page.text("title").is_some_and(|title| title.ends_with("Harbour & Books")));
    assert!(page.texts("main").join(" ").contains("Read by the sea."));
    for path in ["/", "/signup", "/nothing"] {
        let page = browser.get(path).await;
        assert!(page.has("a[href='mailto:help@harbour.example']"), "{path}");
        assert!(!page.body.contains("Frontdesk"), "{path}: nothing of ours is left");
    }
}

#[rocket::async_test]
async fn a_site_without_a_tagline_has_one_in_the_language_of_its_reader() {
    let app = App::new().await;
    let lead =
        async |language| app.browser().header("Accept-Language", language).get("/").await.text(".lead");
    assert_eq!(lead("en").await.as_deref(), Some("Come in. It takes a minute."));
    assert_eq!(lead("de").await.as_deref(), Some("Kommen Sie herein. Es dauert nur eine Minute."));
    let app = App::with(|config| config.site.tagline = Some(String::new())).await;
    assert!(!app.browser().get("/").await.has(".lead"), "and none where the operator wants none");
}

#[rocket::async_test]
async fn a_logo_takes_the_place_of_the_mark() {
    let folder = tempfile::tempdir().expect("a folder");
    let logo = folder.path().join("logo.svg");
    std::fs::write(&logo, "<svg xmlns='http://www.w3.org/2000/svg'/>").expect("a file");
    let app = App::with(|config| config.site.logo = Some(logo)).await;
    let mut browser = app.browser();
    let page = browser.get("/signup").await;
    let path = page.attribute("header img", "src").expect("the logo");
    let file = browser.get(&path).await;
    assert_eq!((file.status, file.header("Content-Type")), (200, Some("image/svg+xml")));
}

#[rocket::async_test]
async fn a_template_of_the_operators_replaces_ours_and_builds_on_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("home")).expect("a folder");
    std::fs::write(
        folder.path().join("home/index.html.tera"),
        r#"{% extends "layouts/visitor.html" %}{% block card %}<h1>Ahoy from {{ site.name }} <{{ site.tagline }}></h1>{% endblock card %}"#,
    )
    .expect("a file");
    let templates = folder.path().to_owned();
    let app = App::with(|config| {
        config.templates_dir = Some(templates);
        config.site.tagline = Some("<b>".into());
    })
    .await;
    let page = app.browser().get("/").await;
    assert!(page.body.contains("<h1>Ahoy from Frontdesk <&lt;b&gt;></h1>"), "also there text is escaped");
    assert!(page.has("link[rel=stylesheet]"));
    assert_eq!(app.browser().get("/signup").await.status, 200);
}

#[rocket::async_test]
async fn search_engines_find_the_pages_for_those_who_have_no_account() {
    let app = App::new().await;
    let mut browser = app.browser();
    let rules = browser.get("/robots.txt").await;
    assert_eq!((rules.status, rules.header("Content-Type")), (200, Some("text/plain; charset=utf-8")));
    assert_eq!(rules.body, "User-agent: *\nAllow: /static/\nDisallow: /*?\n");
    for path in ["/account", "/admin/users"] {
        let sent = browser.get(path).await;
        assert_eq!(sent.status, 303, "{path}");
        assert!(
            sent.location().is_some_and(|to| to.starts_with("/login?")),
            "{path}: its target is not asked for"
        );
    }
    let description = browser.get("/").await.attribute("meta[name=description]", "content");
    assert_eq!(description.as_deref(), Some("Sign up for Frontdesk, log in, and manage your account."));
}
