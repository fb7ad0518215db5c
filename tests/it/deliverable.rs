//! Mail can be sent to every address that sign-up accepts: the whole mailer sends to generated addresses by SMTP.

use frontdesk::config::{Secret, Transport};

use crate::harness::{App, PASSWORD, SmtpServer};

/// How many addresses are tried.
const TRIES: usize = 200;

/// Letters of many scripts, with their combining marks. A local part or a label may consist of each of these scripts.
const SCRIPTS: [&str; 18] = [
    "abcxyz",
    "\u{e9}\u{fc}\u{f8}\u{df}\u{142}\u{1ebf}",
    "e\u{301}o\u{308}n\u{303}a\u{30a}",
    "q\u{323}\u{307}m\u{302}x\u{304}",
    "\u{43f}\u{43e}\u{447}\u{442}\u{430}\u{439}",
    "\u{3bb}\u{3cc}\u{3b3}\u{3bf}\u{3c2}",
    "\u{5d3}\u{5d5}\u{5d0}\u{5b8}\u{5e8}",
    "\u{628}\u{631}\u{64a}\u{62f}\u{64e}",
    "\u{939}\u{93f}\u{928}\u{94d}\u{926}\u{940}",
    "\u{9ac}\u{9be}\u{982}\u{9b2}\u{9be}",
    "\u{ba4}\u{bae}\u{bbf}\u{bb4}\u{bcd}",
    "\u{e17}\u{e35}\u{e48}\u{e19}\u{e49}\u{e33}",
    "\u{10e4}\u{10dd}\u{10e1}\u{10e2}\u{10d0}",
    "\u{561}\u{580}\u{565}\u{582}",
    "\u{4fe1}\u{7bb1}\u{90ae}",
    "\u{304b}\u{306a}\u{30ab}\u{30ca}\u{6f22}",
    "\u{c6b0}\u{d3b8}\u{d568}",
    "\u{1784}\u{17d2}\u{1782}\u{17b6}",
];

/// The characters besides letters that an unquoted local part may contain (RFC 5322, section 3.2.3).
const SPECIALS: &str = "!#$%&'*+-/=?^_`{|}~.0123456789";

/// Pseudo-random numbers with a fixed seed, so that a failure can be repeated.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn script(&mut self) -> &'static str {
        SCRIPTS[self.below(SCRIPTS.len())]
    }

    /// Some whole copies of the letters of a script, so that marks stay with their letters, with specials between them.
    fn local(&mut self) -> String {
        let script = self.script();
        let mut local = script.to_owned();
        for _ in 0..self.below(9) {
            match self.below(2) {
                0 => local.extend(SPECIALS.chars().nth(self.below(SPECIALS.len()))),
                _ => local += script,
            }
        }
        local
    }

    fn domain(&mut self) -> String {
        let labels: Vec<String> = (0..self.below(3))
            .map(|_| format!("{}{}", self.script(), ["", "-1", "9"][self.below(3)]))
            .chain(["example".to_owned()])
            .collect();
        labels.join(".")
    }
}

/// Addresses of the maximum length: of the local part, of a label, and of the whole address.
fn longest() -> [String; 4] {
    let label = "d".repeat(63);
    let rest = "e".repeat(254 - 64 - "@".len() - 2 * (63 + ".".len()) - ".example".len());
    [
        format!("{}@{label}.{label}.{rest}.example", "a".repeat(64)),
        format!("{}@example.com", "\u{e9}".repeat(32)),
        format!("{}@{}.example", "\u{928}\u{93f}".repeat(10), "\u{928}\u{93f}".repeat(20)),
        format!("{}@{}.example", "e\u{301}".repeat(32), "\u{4fe1}\u{7bb1}".repeat(9)),
    ]
}

/// The address in the envelope: NFC before the `@`, A-labels after it.
fn recipient(typed: &str) -> String {
    let (local, domain) = typed.rsplit_once('@').expect("an address");
    let local: String = unicode_normalization::UnicodeNormalization::nfc(local).collect();
    format!("{local}@{}", idna::domain_to_ascii_strict(domain).expect("a domain"))
}

#[rocket::async_test]
async fn every_address_that_can_sign_up_can_be_written_to() {
    let server = SmtpServer::start();
    let url = server.url.clone();
    let app = App::with(|config| {
        config.mail.transport = Transport::Smtp;
        config.mail.smtp_url = Some(Secret(url));
    })
    .await;
    let mut numbers = Numbers(88_172_645_463_325_252);
    let generated = (0..TRIES).map(|_| format!("{}@{}.org", numbers.local(), numbers.domain()));
    let mut expected = Vec::new();
    for (number, email) in longest().into_iter().chain(generated).enumerate() {
        let body = serde_json::json!({ "email": email, "password": PASSWORD }).to_string();
        let answer = app.browser().post_json("/users/signup", &body).await;
        if answer.status == 201 {
            expected.push(recipient(&email));
        }
        assert!(answer.status == 201 || number >= longest().len(), "{email}: {}", answer.body);
    }
    assert!(expected.len() > TRIES / 2, "{} are taken", expected.len());
    app.accounts.outbox().send_due(|| true).await.expect("an outbox");
    let envelopes = server.envelopes();
    let sent: Vec<&str> = envelopes.iter().map(|envelope| envelope.to.as_str()).collect();
    for recipient in &expected {
        assert!(sent.contains(&recipient.as_str()), "{recipient} got nothing");
    }
    assert_eq!(sent.len(), expected.len());
    for envelope in &envelopes {
        assert_eq!(envelope.has_smtputf8, !envelope.to.is_ascii(), "{}", envelope.to);
    }
    for mail in server.received() {
        assert!(sent.contains(&mail.to.as_str()), "the header names {}", mail.to);
    }
    assert_eq!(app.database.count("mails WHERE sent_at IS NULL"), 0);
}
