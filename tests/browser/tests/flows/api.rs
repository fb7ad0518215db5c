//! The API, called by a page of another site, and its reference.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;

use frontdesk_browser_tests::{Browser, House, JavaScript, PASSWORD};
use serde_json::Value;

/// Starts another site, with one empty page, and returns its origin.
fn another_site() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let origin = format!("http://localhost:{}", listener.local_addr().expect("an address").port());
    std::thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            let _ = connection.read(&mut [0; 4_096]);
            let page = "<!doctype html><title>Shelf</title><link rel=icon href=data:,>";
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n";
            let _ = write!(connection, "{head}Content-Length: {}\r\n\r\n{page}", page.len());
        }
    });
    origin
}

/// The JavaScript example of `docs/features/api.md`, for this server.
fn example(url: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/features/api.md");
    let document = fs::read_to_string(path).expect("the document");
    let block =
        document.split("```js\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    block.replace("http://localhost:8000", url)
}

async fn run_example(page: &Browser, url: &str) -> Value {
    page.run_async(&format!("{}\nreturn me;", example(url))).await
}

#[tokio::test]
async fn the_example_runs_in_a_page_of_an_allowed_site() {
    let shelf = another_site();
    let allowed = format!("[\"{shelf}\"]");
    let house = House::open_with(JavaScript::On, &[("FRONTDESK_API__ALLOWED_ORIGINS", &allowed)]);
    let page = house.visitor().await;
    page.open_elsewhere(&shelf).await;
    let me = run_example(&page, &house.frontdesk.url).await;
    assert_eq!(me["email"], "dora@example.com", "{me}");

    page.open("/login").await;
    page.fill("Email", "dora@example.com").await;
    page.fill("Password", PASSWORD).await;
    page.press("Log in").await;
    let sessions = page.texts(".row-title").await;
    assert!(sessions.iter().any(|title| title.ends_with("Program")), "{sessions:?}");
    house.close().await;
}

#[tokio::test]
async fn a_page_of_any_other_site_gets_nothing() {
    let house = House::open(JavaScript::On);
    let page = house.visitor().await;
    page.open_elsewhere(&another_site()).await;
    let answer = run_example(&page, &house.frontdesk.url).await;
    assert_eq!(answer["error"], "TypeError: Failed to fetch", "{answer}");
    assert!(page.complaints().await.concat().contains("CORS"), "the browser says why");
}

#[tokio::test]
async fn the_reference_leads_from_an_operation_to_what_it_answers() {
    let house = House::open(JavaScript::Off);
    let reader = house.visitor().await;
    reader.open("/docs").await;
    reader.click_here("a[href='#signUp']").await;
    reader.click_here("#signUp a[href='#ValidationError']").await;
    assert_eq!(reader.path().await, "/docs#ValidationError");
    let shown = reader.texts("#ValidationError:target h3").await;
    assert_eq!(shown, ["ValidationError"]);
    house.close().await;
}

#[tokio::test]
async fn a_sample_of_the_reference_can_be_copied() {
    let house = House::open(JavaScript::On);
    let page = house.visitor().await;
    page.open("/docs").await;
    // Chromium asks before it gives a headless page the clipboard.
    page.run("navigator.clipboard.writeText = async (text) => { window.kept = text; }").await;
    let copy = "#signUp .sample[open] button";
    assert_eq!(page.text(copy).await, "Copy the sample for curl");
    page.click_here(copy).await;
    page.wait_until("it is copied", async || page.text(copy).await == "Copied").await;
    assert_eq!(page.text("p[role=status].visually-hidden").await, "Copied", "and announced");
    let kept = page.run("return window.kept").await;
    assert_eq!(kept, page.text("#signUp .sample[open] pre").await);
    house.close().await;

    let house = House::open(JavaScript::Off);
    let page = house.visitor().await;
    page.open("/docs").await;
    assert!(!page.shows("#signUp .sample button").await, "without a script it is text to select");
    page.click_here("#signUp .sample:nth-of-type(2) summary").await;
    assert!(page.text("#signUp .sample:nth-of-type(2) pre").await.contains("urlopen"));
    house.close().await;
}
