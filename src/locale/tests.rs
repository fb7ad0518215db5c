//! What readers of each language get.

use std::fs;

use tera::{Context, Tera};

use super::*;
use crate::domain::Language;

/// The built-in catalogue, with messages of an operator.
fn catalogue(files: &[(&str, &str)]) -> Result<Catalogue, LocaleError> {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    Catalogue::load(Some(folder.path()), "en")
}

fn language(tag: &str) -> Option<Language> {
    Language::parse(tag)
}

fn render(catalogue: &Catalogue, tag: &str, template: &str) -> String {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![".html"]);
    catalogue.add_functions(&mut tera);
    tera.add_raw_template("page.html", template).expect("a template");
    let mut context = Context::new();
    context.insert("email", "<b>@example.com");
    context.insert("message", &Message::new("test-people").with("count", 5_008_i64));
    catalogue.speak(language(tag).as_ref(), || tera.render("page.html", &context)).expect("a page")
}

const TEST: &str = "
test-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
test-sent-html = Sent to <strong>{ $email }</strong>
test-plain = 2 > 1
";

#[test]
fn templates_say_things_in_the_language_of_the_reader() {
    let german = "number-group = .\ntest-people = { $count } Leute\n";
    let catalogue = catalogue(&[("en/test.ftl", TEST), ("de-TEST/test.ftl", german)]).expect("messages");
    for (tag, template, expected) in [
        ("en", "{{ t(message=message) }}", "5,008 people"),
        ("en", "{{ t(key='test-people', count=1) }}", "1 person"),
        ("en", "{{ t(key='test-plain') }}", "2 &gt; 1"),
        (
            "en",
            "{{ html(key='test-sent-html', email=email) }}",
            "Sent to <strong>&lt;b&gt;@example.com</strong>",
        ),
        ("de-TEST", "{{ t(message=message) }}", "5.008 Leute"),
        // A language that does not have it says it in English, and an unknown language is the site's own.
        ("de-TEST", "{{ t(key='test-plain') }}", "2 &gt; 1"),
        ("xx", "{{ t(message=message) }}", "5,008 people"),
        ("en", "{{ date_time(iso='2026-11-02T01:03:09Z') }}", "2 Nov 2026, 01:03 UTC"),
    ] {
        assert_eq!(render(&catalogue, tag, template), expected, "{tag} {template}");
    }
}

#[test]
fn a_browser_gets_the_first_language_that_there_is() {
    let catalogue = catalogue(&[("nl/a.ftl", ""), ("xx/a.ftl", ""), ("xy-BR/a.ftl", "")]).expect("languages");
    for (header, expected) in [
        ("nl", Some("nl")),
        ("NL-BE", Some("nl")),
        ("xx;q=0.8, nl;q=0.9", Some("nl")),
        ("nl;q=0, xx;q=0.1", Some("xx")),
        ("xy-PT, nl;q=0.5", Some("xy-BR")),
        ("qq, nl;q=0.5", Some("nl")),
        ("qq", None),
        ("*", None),
        ("", None),
        ("nl;q=nonsense", None),
    ] {
        let found = catalogue.negotiate(header);
        assert_eq!(found.as_ref().map(Language::tag), expected, "{header}");
    }
}

#[test]
fn a_file_that_cannot_be_used_is_named_with_the_line() {
    let error = catalogue(&[("en/mine.ftl", "good = Good\nbad = { $\n")]).map(|_| ()).expect_err("a mistake");
    let told = error.to_string();
    assert!(told.contains("en/mine.ftl:2: "), "{told}");
    let error = catalogue(&[("no_tag/mine.ftl", "")]).map(|_| ()).expect_err("a mistake");
    assert!(error.to_string().contains("no_tag: the name of the folder"), "{error}");
    assert_eq!(
        Catalogue::load(None, "qq").map(|_| ()).expect_err("a mistake").to_string(),
        "there is no language `qq`"
    );
}

#[test]
fn a_missing_variable_is_an_error_and_not_a_gap() {
    let catalogue = catalogue(&[("en/test.ftl", TEST)]).expect("messages");
    assert_eq!(catalogue.text(None, &Message::new("test-sent-html")), None);
    assert_eq!(catalogue.text(None, &Message::new("no-such-message")), None);
}
