//! The operator's colour, icon, font, style sheet and other files.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::harness::{Answer, App, Program};

const A_YEAR: Option<&str> = Some("public, max-age=31536000, immutable");
const AN_HOUR: Option<&str> = Some("public, max-age=3600");
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg'/>";

/// A folder with a file for each setting, and `own/` with more.
fn files() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, contents) in [
        ("logo.svg", SVG),
        ("icon.png", "not looked into"),
        ("font.woff2", "wOF2 and the rest"),
        ("site.css", ".card { border-radius: 0 }"),
        ("secret.txt", "outside"),
        ("own/pier.webp", "a picture"),
        ("own/deep/er/map.js", "// a script"),
        ("own/deep/\"a b\".svg", SVG),
        ("own/.env", "not for everybody"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, contents).expect("a file");
    }
    folder
}

fn path(folder: &TempDir, name: &str) -> Option<PathBuf> {
    Some(folder.path().join(name))
}

/// The style sheets that a page loads, in their order.
fn style_sheets(page: &Answer) -> Vec<String> {
    let head = page.body.split("</head>").next().unwrap_or_default();
    let links = head.split("<link rel=\"stylesheet\" href=\"").skip(1);
    links.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

#[rocket::async_test]
async fn without_settings_there_is_one_style_sheet() {
    let app = App::new().await;
    let page = app.browser().get("/").await;
    assert_eq!(style_sheets(&page).len(), 1);
    assert!(page.has("svg.rack"), "the house's own picture");
}

#[rocket::async_test]
async fn pages_load_the_operators_colour_font_and_style_sheet_after_ours() {
    let folder = files();
    let app = App::with(|config| {
        config.site.accent = Some("#ffd400".into());
        config.site.font = path(&folder, "font.woff2");
        config.site.css = path(&folder, "site.css");
    })
    .await;
    let mut browser = app.member("alice@example.com").await;
    for page in ["/", "/account", "/nothing"] {
        let page = browser.get(page).await;
        let sheets = style_sheets(&page);
        let stems: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.split('-').next()).collect();
        assert_eq!(stems, ["/static/app", "/static/theme", "/static/site"]);
        assert_eq!(page.attribute("meta[name=theme-color]", "content").as_deref(), Some("#ffd400"));
        for sheet in sheets {
            let sheet = browser.get(&sheet).await;
            let content_type = sheet.header("Content-Type");
            assert_eq!((sheet.status, content_type), (200, Some("text/css; charset=utf-8")));
            assert_eq!(sheet.header("Cache-Control"), A_YEAR);
        }
    }
    let page = browser.get("/").await;
    let theme = browser.get(&style_sheets(&page)[1]).await.body;
    assert!(
        theme.contains("--accent-fill:#ffd400") && theme.contains("prefers-color-scheme:dark"),
        "{theme}"
    );
    let font = theme.split("url(").nth(1).and_then(|rest| rest.split(')').next()).expect("a font");
    let font = browser.get(font).await;
    assert_eq!((font.status, font.header("Content-Type")), (200, Some("font/woff2")));
    let policy = font.header("Content-Security-Policy").expect("a policy");
    assert!(policy.contains("font-src 'self'"), "{policy}");
}

#[rocket::async_test]
async fn mails_have_the_operators_colour() {
    let app = App::with(|config| config.site.accent = Some("#ffd400".into())).await;
    app.member("alice@example.com").await;
    let mail = app.mail_to("alice@example.com").await.pop().expect("a mail");
    assert!(
        mail.html.contains("background-color:#ffd400") && !mail.html.contains("#0a6650"),
        "{}",
        mail.html
    );
}

#[rocket::async_test]
async fn the_icon_is_the_operators_or_the_logo() {
    let folder = files();
    let (logo, icon) = (path(&folder, "logo.svg"), path(&folder, "icon.png"));
    for (favicon, content_type) in [(None, "image/svg+xml"), (icon, "image/png")] {
        let app = App::with(|config| (config.site.logo, config.site.favicon) = (logo.clone(), favicon)).await;
        let mut browser = app.browser();
        let page = browser.get("/login").await;
        assert_eq!(page.attribute("link[rel=icon]", "type").as_deref(), Some(content_type));
        for path in [page.attribute("link[rel=icon]", "href").as_deref(), Some("/favicon.ico")] {
            let icon = browser.get(path.expect("an icon")).await;
            assert_eq!((icon.status, icon.header("Content-Type")), (200, Some(content_type)), "{path:?}");
        }
        assert!(!page.has("svg.rack"), "a site with a logo has looks of its own");
    }
}

#[rocket::async_test]
async fn a_logo_that_shows_the_name_stands_alone() {
    let folder = files();
    let app = App::with(|config| {
        config.site.name = "Harbour Books".into();
        config.site.logo = path(&folder, "logo.svg");
        config.site.logo_shows_name = true;
    })
    .await;
    let page = app.browser().get("/login").await;
    assert_eq!(page.attribute(".brand img", "alt").as_deref(), Some("Harbour Books"));
    assert!(!page.has(".brand span"));
}

#[rocket::async_test]
async fn files_of_the_operators_folder_are_served_below_own() {
    let (folder, templates) = (files(), tempfile::tempdir().expect("a folder"));
    fs::create_dir(templates.path().join("home")).expect("a folder");
    fs::write(
        templates.path().join("home/index.html.tera"),
        r#"{% extends "layouts/visitor.html" %}{% block card %}<img id="pier" src="{{ asset(name="own/pier.webp") | safe }}" alt=""><img id="odd" src="{{ asset(name='own/deep/"a b".svg') | safe }}" alt="">{% endblock card %}"#,
    )
    .expect("a template");
    let app = App::with(|config| {
        config.static_dir = path(&folder, "own");
        config.templates_dir = Some(templates.path().to_owned());
    })
    .await;
    let mut browser = app.browser();
    for (path, content_type) in
        [("/static/own/pier.webp", "image/webp"), ("/static/own/deep/er/map.js", "text/javascript")]
    {
        let file = browser.get(path).await;
        assert_eq!((file.status, file.header("Content-Type")), (200, Some(content_type)), "{path}");
        assert_eq!(file.header("Cache-Control"), AN_HOUR, "it may be another one tomorrow");
        assert_eq!(file.header("X-Content-Type-Options"), Some("nosniff"));
    }
    for picture in ["#pier", "#odd"] {
        let versioned = browser.get("/").await.attribute(picture, "src").expect("the picture");
        assert_eq!(browser.get(&versioned).await.header("Cache-Control"), A_YEAR, "{versioned}");
    }
    assert_eq!(browser.get("/static/own/pier.webp?v=0").await.header("Cache-Control"), AN_HOUR);
}

#[rocket::async_test]
async fn no_path_leads_out_of_the_operators_folder() {
    let folder = files();
    let app = App::with(|config| config.static_dir = path(&folder, "own")).await;
    let mut browser = app.browser();
    for path in [
        "/static/own",
        "/static/own/",
        "/static/own/nothing",
        "/static/own/deep",
        "/static/own/.env",
        "/static/own/../secret.txt",
        "/static/own/..%2fsecret.txt",
        "/static/own/%2e%2e/secret.txt",
        "/static/own/deep/../../../secret.txt",
        "/static/own/..%5csecret.txt",
        "/static/own//etc/passwd",
        "/static/own/%2fetc%2fpasswd",
        "/static/own/secret.txt%00",
        "/static/secret.txt",
        "/static/pier.webp",
    ] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.body.contains("outside"), "{path}");
    }
}

#[test]
fn a_setting_that_cannot_be_used_is_named_at_the_start() {
    let folder = files();
    let file = |name: &str| folder.path().join(name).display().to_string();
    for (variable, value, told) in [
        ("SITE__ACCENT", "greenish".to_owned(), "site.accent: must be an opaque colour as CSS writes it"),
        ("SITE__ACCENT", "#0a665080".to_owned(), "site.accent: must be an opaque colour"),
        ("SITE__ACCENT", "oklch(46% 0.09)".to_owned(), "site.accent: must be an opaque colour"),
        ("SITE__FAVICON", file("site.css"), "site.favicon: must be an .svg, .png, .ico"),
        ("SITE__FONT", file("icon.png"), "site.font: must be a .woff2 file"),
        ("SITE__CSS", file("logo.svg"), "site.css: must be a .css file"),
        ("SITE__CSS", "/nowhere/a.css".to_owned(), "site.css: cannot read /nowhere"),
        ("STATIC_DIR", "/nowhere".to_owned(), "static_dir: cannot read /nowhere"),
    ] {
        let program = Program::new().with(&format!("FRONTDESK_{variable}"), &value);
        let output = program.run(&["migrate"], "");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{variable}={value}");
        assert!(error.starts_with(&format!("frontdesk: {told}")), "{variable}={value}: {error}");
    }
    fs::write(folder.path().join("text.woff2"), "text").expect("a file");
    let program = Program::new().with("FRONTDESK_SITE__FONT", &file("text.woff2"));
    let error = String::from_utf8_lossy(&program.run(&["migrate"], "").stderr).into_owned();
    assert!(error.contains("site.font: is no WOFF2 font"), "{error}");
}

#[rocket::async_test]
async fn the_menu_and_the_list_of_users_have_monograms() {
    let app = App::new().await;
    let mut administrator = app.administrator("zoe@example.com").await;
    app.member("bob@example.com").await;
    let page = administrator.get("/admin/users").await;
    assert_eq!(page.attribute(".account-menu .monogram", "data-initial").as_deref(), Some("Z"));
    assert_eq!(page.attribute("#users .monogram", "data-initial").as_deref(), Some("B"));
    assert!(page.has(".account-menu #log-out-form button"));
}
