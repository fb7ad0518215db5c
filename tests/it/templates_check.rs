//! `frontdesk templates check`.

use std::fs;

use crate::harness::Program;

#[test]
fn the_built_in_templates_and_words_are_whole() {
    let checked = Program::new().run(&["templates", "check"], "");
    let told = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(checked.status.success(), "{told}{}", String::from_utf8_lossy(&checked.stderr));
    assert_eq!(told, "23 pages and 16 mails in 8 languages: nothing is missing.\n");
}

#[test]
fn it_names_what_an_operator_forgot() {
    let program =
        Program::new().with("FRONTDESK_TEMPLATES_DIR", "templates").with("FRONTDESK_LOCALES_DIR", "words");
    for (path, text) in [
        ("templates/home/index.html.tera", "{{ page.no_such_value }}"),
        ("templates/mail/test.txt.tera", "{{ t(key=\"no-such-message\") }}"),
        ("words/en/ours.ftl", "sign-up-title = Join { $club }\nsing-up-title = Join\n"),
        ("words/nl/ours.ftl", "language-name = Nederlands\n"),
    ] {
        let path = program.folder().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let checked = program.run(&["templates", "check"], "");
    assert_eq!(checked.status.code(), Some(1));
    let told = String::from_utf8_lossy(&checked.stdout).into_owned();
    for expected in [
        "nl: lacks log-in-title\n",
        "de: home/index.html: ",
        "page.no_such_value",
        "ja: mail/test: its template cannot be rendered: ",
        "no-such-message",
        "en: sign-up-title has the variables $club, and not (none)\n",
        "en: sing-up-title is not a message of Frontdesk\n",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    let error = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(error.ends_with(" mistakes\n"), "{error}");
}
