//! The description of the API, and its page.

use std::process::Command;

use scraper::{Html, Selector};

use crate::harness::{App, Program, curl};

/// The operations of the description, such as `POST /token`.
fn operations(document: &serde_json::Value) -> Vec<String> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods").keys();
            methods.map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect()
}

#[rocket::async_test]
async fn the_description_has_every_route_of_the_api() {
    let app = App::new().await;
    let answer = app.browser().get("/openapi.json").await;
    assert_eq!(answer.status, 200);
    let document = answer.json();
    assert_eq!((&document["openapi"], &document["info"]["title"]), (&"3.1.0".into(), &"Frontdesk".into()));
    let mut described = operations(&document);
    let is_of_api = |path: &str| {
        ["/users", "/token", "/admin/api", "/.well-known/jwks.json"].iter().any(|base| path.starts_with(base))
    };
    let mut routes: Vec<String> = app
        .client
        .rocket()
        .routes()
        .filter(|route| is_of_api(route.uri.path()))
        .map(|route| format!("{} {}", route.method, route.uri.path().replace('<', "{").replace('>', "}")))
        .collect();
    described.sort();
    routes.sort();
    assert_eq!(described, routes);
}

#[rocket::async_test]
async fn it_says_what_is_set_here() {
    let app = App::with(|config| {
        config.public_url = Some("https://id.example.com".into());
        config.passwords.minimum_length = 15;
    })
    .await;
    let document = app.browser().get("/openapi.json").await.json();
    assert_eq!(document["servers"][0]["url"], "https://id.example.com");
    assert_eq!(document["components"]["schemas"]["NewAccount"]["properties"]["password"]["minLength"], 15);
}

#[rocket::async_test]
async fn the_page_shows_every_operation_and_schema_and_loads_nothing_from_elsewhere() {
    let app = App::new().await;
    let document = app.browser().get("/openapi.json").await.json();
    let page = app.browser().get("/docs").await;
    assert_eq!(page.status, 200);
    let shown: Vec<String> = page.texts(".operation .endpoint");
    for operation in operations(&document) {
        assert!(shown.iter().any(|text| text.starts_with(&operation)), "{operation}: {shown:?}");
    }
    for schema in document["components"]["schemas"].as_object().expect("schemas").keys() {
        assert!(page.has(&format!("#{schema} h3")), "{schema}");
    }
    for link in page.body.split("href=\"").skip(1).chain(page.body.split("src=\"").skip(1)) {
        let target = link.split('"').next().expect("a target").replace("&#x2F;", "/");
        assert!(target.starts_with('/') || target.starts_with('#'), "{target}");
        if let Some(name) = target.strip_prefix('#') {
            assert!(page.has(&format!("[id='{name}']")), "{name} is not on the page");
        }
    }
    assert!(!page.body.contains("``") && !page.body.contains("<code></code>"), "a stray backtick");
}

#[rocket::async_test]
async fn every_operation_has_a_sample_for_each_language() {
    let app = App::with(|config| config.public_url = Some("https://id.example.com".into())).await;
    let document = app.browser().get("/openapi.json").await.json();
    let page = app.browser().get("/docs").await;
    let languages = ["curl", "Python", "JavaScript"].repeat(operations(&document).len());
    assert_eq!(page.texts(".operation .sample summary"), languages);
    assert!(page.texts(".sample pre").iter().all(|sample| sample.contains("https://id.example.com/")));
    let list = page.texts("#listUsers .sample pre");
    assert!(list[0].contains("-H \"Authorization: Bearer $ACCESS_TOKEN\""), "{list:?}");
    assert!(
        list[1].contains("Bearer {access_token}") && list[2].contains("Bearer ${accessToken}"),
        "{list:?}"
    );
}

/// Runs a command, whose output has no error.
fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().expect("a program");
    assert!(output.status.success(), "{program} {arguments:?}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_samples_run() {
    let server = Program::new().serve();
    let page = Html::parse_document(&curl(&[&format!("{}/docs", server.url)]));
    let samples = |operation: &str| {
        let selector = Selector::parse(&format!("#{operation} .sample pre")).expect("a selector");
        page.select(&selector).map(|sample| sample.text().collect()).collect::<Vec<String>>()
    };
    let run =
        |sample: &str| output("sh", &["-c", &format!("curl() {{ command curl -sS \"$@\"; }}; {sample}")]);

    let account = run(&samples("signUp")[0]);
    assert!(account.contains("\"email\":\"alice@example.com\""), "{account}");
    let tokens: serde_json::Value = serde_json::from_str(&run(&samples("getToken")[0])).expect("JSON");
    let token = tokens["access_token"].as_str().expect("an access token");
    let me = run(&format!("ACCESS_TOKEN={token}; {}", samples("whoAmI")[0]));
    assert!(me.contains("alice@example.com"), "{me}");

    let again = output("python3", &["-c", &samples("getToken")[1]]);
    assert!(again.starts_with("200 {\"access_token\":"), "{again}");
    let me = samples("whoAmI")[1].replace('…', token);
    assert!(output("python3", &["-c", &me]).contains("alice@example.com"), "{me}");
}
