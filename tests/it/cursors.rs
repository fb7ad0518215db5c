//! No cursor in a URL and no search text makes a query fail: with an invalid cursor a page shows the beginning of its
//! list, and the API answers that the cursor is unknown.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::harness::{App, PASSWORD};

/// Pseudo-random numbers (xorshift) with a fixed seed, so that a failure can be repeated.
struct Generator(u64);

impl Generator {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize].clone()
    }

    /// A number as text: at the bounds of a type, or of any length.
    fn number(&mut self) -> String {
        const SECOND: i128 = 1_000_000_000;
        // The bounds of days in PostgreSQL, of dates in the `time` crate, of years with four digits, and of integers.
        let edges = [
            -210_866_803_200 * SECOND,
            9_224_318_016_000 * SECOND,
            -377_705_116_800 * SECOND,
            253_402_300_800 * SECOND,
            -62_167_219_200 * SECOND,
            -62_135_596_800 * SECOND,
            i128::from(i32::MIN),
            i128::from(i32::MAX),
            i128::from(i64::MIN),
            i128::from(i64::MAX),
            i128::from(u64::MAX),
            0,
        ];
        let near = |generator: &mut Self, edge: i128| (edge + i128::from(generator.below(5)) - 2).to_string();
        match self.below(8) {
            0..4 => {
                let edge = self.one(&edges);
                near(self, edge)
            }
            4 => self.next().to_string(),
            5 => format!("-{}", self.next()),
            6 => self.next().to_string().repeat(1 + self.below(20) as usize),
            _ => self.one(&["", "-", "+1", " 1", "1.5", "1e9", "0x1", "٣", "NaN", "00000000001"]).to_owned(),
        }
    }

    /// Characters that a database may refuse or misinterpret.
    fn text(&mut self) -> String {
        let characters = [
            '\0',
            '\u{1}',
            '\n',
            '\'',
            '"',
            '\\',
            '%',
            '_',
            '\u{7f}',
            '\u{85}',
            '\u{a0}',
            'é',
            '\u{301}',
            'ß',
            'İ',
            '\u{d7ff}',
            '\u{e000}',
            '\u{feff}',
            '\u{fffe}',
            '\u{ffff}',
            '\u{10ffff}',
            '😀',
            '@',
            '.',
            'a',
        ];
        (0..self.below(12)).map(|_| self.one(&characters)).collect()
    }

    /// A value for `after=` and `before=`, encoded for a URL.
    fn cursor(&mut self) -> String {
        let plain = match self.below(5) {
            0 => format!("s{}.{}", self.number(), self.number()).into_bytes(),
            1 => format!("s{}.1", self.number()).into_bytes(),
            2 => format!("e{}", self.text()).into_bytes(),
            3 => (0..self.below(20)).map(|_| self.next() as u8).collect(),
            _ => return encoded(&self.text()),
        };
        URL_SAFE_NO_PAD.encode(plain)
    }
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

const TRIES: usize = 250;

#[rocket::async_test]
async fn any_place_in_the_register_gives_a_page() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    let tokens = app.browser().ask_for_tokens("root@example.org", PASSWORD).await;
    let mut program = app.browser().bearing(&tokens.json_text("/access_token"));
    let mut generator = Generator(0x9e37_79b9_7f4a_7c15);
    let mut refused = 0;
    for _ in 0..TRIES {
        let (way, sort, order) = (
            generator.one(&["after", "before"]),
            generator.one(&["signed_up", "email"]),
            generator.one(&["asc", "desc"]),
        );
        let question = format!("sort={sort}&order={order}&{way}={}", generator.cursor());
        let page = administrator.get(&format!("/admin/users?{question}")).await;
        assert_eq!(page.status, 200, "{question}");
        assert_eq!(page.texts("#users tbody tr a"), ["root@example.org"], "{question}");
        let answer = program.get(&format!("/admin/api/users?{question}")).await;
        assert!([200, 422].contains(&answer.status), "{question}: {} {}", answer.status, answer.body);
        if answer.status == 422 {
            assert_eq!(answer.json()["errors"][way][0]["code"], "unknown_cursor", "{question}");
            refused += 1;
        }
    }
    assert!((1..TRIES).contains(&refused), "some are places, and some are not: {refused}");
}

#[rocket::async_test]
async fn times_that_no_database_has_are_no_places() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    let tokens = app.browser().ask_for_tokens("root@example.org", PASSWORD).await;
    let mut program = app.browser().bearing(&tokens.json_text("/access_token"));
    for (second, status) in [
        ("-210866803201", 422), // before the first day of PostgreSQL
        ("-62167219201", 422),  // the year -1
        ("-62167219200", 200),
        ("1764000000", 200),
        ("253402300799", 200),
        ("253402300800", 422), // the year 10000
        ("9224318016000", 422),
    ] {
        let place = URL_SAFE_NO_PAD.encode(format!("s{second}000000000.1"));
        for way in ["after", "before"] {
            let answer = program.get(&format!("/admin/api/users?{way}={place}")).await;
            assert_eq!(answer.status, status, "{second} {way}");
            assert_eq!(
                administrator.get(&format!("/admin/users?{way}={place}")).await.status,
                200,
                "{second} {way}"
            );
        }
    }
}

#[rocket::async_test]
async fn any_number_of_an_event_or_a_mail_gives_a_page() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    for path in ["/account/activity", "/admin/mail"] {
        for (number, is_place) in [
            ("1", true),
            ("9223372036854775807", true),
            ("0", false),
            ("-1", false),
            ("-9223372036854775808", false),
            ("9223372036854775808", false),
            ("x", false),
            ("%00", false),
            ("", false),
        ] {
            let page = administrator.get(&format!("{path}?before={number}")).await;
            assert_eq!((page.status, page.has("#newest")), (200, is_place), "{path} {number:?}");
        }
    }
    let mut generator = Generator(0xd1b5_4a32_d192_ed03);
    for _ in 0..TRIES {
        let number = encoded(&generator.number());
        for (path, statuses) in [
            (format!("/account/activity?before={number}"), [200, 200]),
            (format!("/admin/mail?before={number}&state={}", encoded(&generator.text())), [200, 200]),
            (format!("/admin/users/{number}"), [200, 404]),
        ] {
            let answer = administrator.get(&path).await;
            assert!(statuses.contains(&answer.status), "{path}: {}", answer.status);
        }
    }
}

#[rocket::async_test]
async fn any_text_can_be_typed() {
    let app = App::new().await;
    let mut administrator = app.administrator("root@example.org").await;
    let mut generator = Generator(0x2545_f491_4f6c_dd1d);
    for _ in 0..TRIES / 5 {
        let text = generator.text();
        let email = generator.one(&[
            text.clone(),
            format!("{text}@example.com"),
            format!("\"{text}\"@example.com"),
            format!("a@{text}"),
        ]);
        let found = administrator.get(&format!("/admin/users?q={}", encoded(&text))).await;
        assert_eq!(found.status, 200, "{text:?}");
        for answer in [
            app.browser()
                .header("User-Agent", &text.replace(['\0', '\n'], " "))
                .sign_up(&email, PASSWORD)
                .await,
            app.browser().log_in(&email, &text).await,
            app.browser().post("/password-reset", &[("email", &email)]).await,
            app.browser().ask_for_tokens(&email, &text).await,
            app.browser().refresh(&text).await,
            app.browser().post("/confirm", &[("token", &text)]).await,
        ] {
            assert!(answer.status < 500, "{email:?}: {}", answer.status);
        }
    }
}
