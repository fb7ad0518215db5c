//! What each message says, and what a mail looks like on the wire.

use std::net::IpAddr;

use insta::assert_snapshot;
use mailparse::MailHeaderMap;
use time::macros::datetime;

use std::path::PathBuf;

use super::*;

use crate::domain::{Client, EmailAddress, Language, MailKind, Theme, Token};
use crate::locale::Catalogue;

fn settings(site_name: &str) -> Settings {
    Settings {
        public_url: "https://id.example.com".parse().expect("a URL"),
        site_name: site_name.to_owned(),
        support_email: Some("help@example.com".to_owned()),
        logo_path: None,
        theme: Theme::default(),
        from: Sender::parse("desk@example.com", site_name).expect("a sender"),
        transport: TransportSettings::File(PathBuf::new()),
    }
}

fn outgoing(to: &str, message: Message) -> OutgoingMail {
    let address: IpAddr = "203.0.113.9".parse().expect("an address");
    let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    OutgoingMail {
        id: "6f1c0c8a4c3e4b0d9a7e2f5d8b1a3c4e".to_owned(),
        number: Some(17),
        to: EmailAddress::parse(to).expect("an address"),
        language: None,
        client: Client::new(Some(address), Some(firefox)),
        caused_at: datetime!(2026-11-25 14:03 UTC),
        message,
    }
}

fn link() -> Token {
    Token::parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8").expect("a token")
}

fn written(site_name: &str, outgoing: &OutgoingMail) -> String {
    let templates = Templates::load(None).expect("templates");
    let catalogue = Catalogue::load(None, "en").expect("messages");
    let renderer = Renderer::new(settings(site_name), &templates, &catalogue).expect("templates of mail");
    let written = renderer.write(outgoing, datetime!(2026-11-25 14:03:21 UTC)).expect("a mail");
    String::from_utf8(written.octets).expect("text").replace("\r\n", "\n")
}

/// One message of each kind, with all that it can say.
fn messages() -> impl Iterator<Item = Message> {
    let english = Language::parse("en").expect("a tag");
    OutgoingMail::samples(&english).into_iter().map(|mail| mail.message)
}

/// Subject, text and HTML, as a mail program shows them.
fn read(mail: &str) -> (String, String, String) {
    let mail = mailparse::parse_mail(mail.as_bytes()).expect("a mail");
    let part = |number: usize| mail.subparts[number].get_body().expect("a body").trim_end().to_owned();
    (mail.headers.get_first_value("Subject").expect("a subject"), part(0), part(1))
}

#[test]
fn every_message_reads_well_as_text_and_as_html() {
    for message in messages() {
        let name = message.name();
        let mail = written("Harbour Books", &outgoing("Alice@Example.com", message));
        let (subject, text, html) = read(&mail);
        assert_snapshot!(format!("{name}_text"), format!("Subject: {subject}\n\n{text}"));
        assert_snapshot!(format!("{name}_html"), html);
        let short = text.lines().filter(|line| !line.contains("://")).all(|line| line.chars().count() <= 78);
        assert!(short, "{text}");
    }
}

/// The mail about a change has no link if the change can no longer be undone, or if the previous address was not
/// confirmed.
#[test]
fn a_change_of_address_is_told_without_a_link() {
    for (new_email, told, untold) in [
        (Some("eve@example.org"), "could be undone with a link until 2 Dec 2026, 14:03 UTC", "token="),
        (None, "now uses a different one", "could be undone"),
    ] {
        let message =
            Message { new_email: new_email.map(str::to_owned), ..Message::of(MailKind::EmailChanged) };
        let (_, text, html) = read(&written("Harbour Books", &outgoing("alice@example.com", message)));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(told) && html.contains(told), "{text}");
        assert!(!text.contains(untold) && !html.contains(untold), "{text}");
    }
}

#[test]
fn a_mail_says_what_it_is_on_the_wire() {
    let mail = written(
        "Harbour Books",
        &outgoing(
            "Alice@Example.com",
            Message { link: Some(link()), ..Message::of(MailKind::PasswordReset) },
        ),
    );
    assert_snapshot!("the_whole_mail", mail);
}

#[test]
fn names_and_addresses_of_all_alphabets_are_encoded() {
    let mail =
        written("B\u{fc}cher am Hafen", &outgoing("bob@b\u{fc}cher.example", Message::new(About::Test)));
    let header = |name: &str| mail.lines().find(|line| line.starts_with(name)).map(str::to_owned);
    assert_eq!(header("To: ").as_deref(), Some("To: bob@xn--bcher-kva.example"));
    assert_eq!(
        header("From: ").as_deref(),
        Some("From: =?utf-8?b?QsO8Y2hlciBhbSBIYWZlbg==?= <desk@example.com>")
    );
    assert!(mail.is_ascii(), "{mail}");
    let (subject, text, _) = read(&mail);
    assert_eq!(subject, "Test email from B\u{fc}cher am Hafen");
    assert!(text.contains("bob@b\u{fc}cher.example"), "as typed: {text}");
}

#[test]
fn what_people_type_is_escaped_and_adds_no_header() {
    let evil = "<b>&\"'\nBcc: everybody@example.com";
    let message = Message {
        new_email: Some(evil.to_owned()),
        link: Some(link()),
        ..Message::of(MailKind::EmailChanged)
    };
    let mut outgoing = outgoing("alice@example.com", message);
    outgoing.client = Client::new(None, Some("<script>alert(1)</script>\r\nBcc: everybody@example.com"));
    let mail = written("<b>&\"'", &outgoing);
    let head = mail.split("\n\n").next().expect("a head");
    assert!(!head.contains("\nBcc:"), "{head}");
    let (_, _, html) = read(&mail);
    assert!(!html.contains("<b>") && !html.contains("<script>"), "{html}");
}

#[test]
fn a_sender_has_a_name() {
    for (text, shown) in [
        ("desk@example.com", "Harbour Books <desk@example.com>"),
        ("The Desk <desk@example.com>", "The Desk <desk@example.com>"),
        ("no-reply@localhost", "Harbour Books <no-reply@localhost>"),
    ] {
        let Sender(mailbox) = Sender::parse(text, "Harbour Books").expect(text);
        assert_eq!(mailbox.to_string(), shown);
    }
    for text in ["", "desk", "desk@", "two words@example.com"] {
        assert!(Sender::parse(text, "x").is_err(), "{text}");
    }
}
