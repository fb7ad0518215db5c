//! The colours that follow from an accent.

use proptest::prelude::*;

use super::*;

/// Everything that a page puts on something else.
fn assert_is_legible(theme: &Theme, about: &str) {
    for (scheme, it) in [("light", &theme.light), ("dark", &theme.dark)] {
        let text = [
            ("a link on the ground", it.accent, it.ground),
            ("a link on a panel", it.accent, it.surface),
            ("a badge", it.accent, it.accent_tint),
            ("a link under the pointer", it.accent_strong, it.surface),
            ("a link under the pointer on the ground", it.accent_strong, it.ground),
            ("the label of a button", it.on_accent, it.accent_fill),
            ("the label of a button under the pointer", it.on_accent, it.accent_fill_strong),
            ("text", it.ink, it.surface),
            ("text in a message", it.ink, it.accent_tint),
            ("a hint", it.muted, it.ground),
            ("a hint on a panel", it.muted, it.surface),
        ];
        for (what, one, other) in text {
            assert!(one.contrast(other) >= TEXT_CONTRAST, "{about}, {scheme}: {what}: {one} on {other}");
        }
        for (what, one, other) in [
            ("the edge of a button", it.accent_edge, it.surface),
            ("the edge of a button on the ground", it.accent_edge, it.ground),
            ("the ring around the focus", it.accent, it.surface),
        ] {
            assert!(one.contrast(other) >= CONTROL_CONTRAST, "{about}, {scheme}: {what}: {one} on {other}");
        }
    }
}

fn theme(accent: &str) -> Theme {
    Theme::of(accent.parse().unwrap_or_else(|error| panic!("{accent}: {error}")))
}

#[test]
fn everything_is_legible_in_both_schemes_whatever_the_accent_is() {
    assert_is_legible(&Theme::default(), "built in");
    for accent in [
        "#ff0",
        "#ffd400",
        "#000",
        "#fff",
        "#808080",
        "#f00",
        "#00f",
        "#0f0",
        "#0ff",
        "#f0f",
        "#635bff",
        "#1a1a2e",
        "#e91e63",
        "#ff7f50",
        "#0a6650",
        "oklch(0.7 0.2 145)",
        "oklch(90% 0.4 100)",
    ] {
        assert_is_legible(&theme(accent), accent);
    }
}

proptest! {
    #[test]
    fn no_accent_is_an_exception(red: u8, green: u8, blue: u8) {
        let accent = format!("#{red:02x}{green:02x}{blue:02x}");
        assert_is_legible(&theme(&accent), &accent);
    }

    #[test]
    fn no_text_stops_the_parser(text: String) {
        let _ = text.parse::<Accent>();
    }
}

#[test]
fn a_button_on_paper_has_the_operators_own_colour() {
    for accent in ["#0a6650", "#ffd400", "#635bff", "#e91e63"] {
        assert_eq!(theme(accent).light.accent_fill.to_string(), accent);
    }
}

#[test]
fn black_is_white_at_night() {
    let theme = theme("#000000");
    assert_eq!(theme.light.accent_fill, Rgb::BLACK);
    assert_eq!(theme.dark.accent_fill, Rgb::WHITE);
    assert_eq!(theme, self::theme("#ffffff"));
}

#[test]
fn an_accent_is_an_opaque_colour() {
    for good in
        ["#0a6650", "#abc", " #0A6650 ", "oklch(46% 0.09 168)", "oklch(0.46 0.09 168deg)", "rgb(10 102 80)"]
    {
        assert!(good.parse::<Accent>().is_ok(), "{good}");
    }
    for bad in [
        "",
        "green-ish",
        "yellow",
        "#12345",
        "#0a665080",
        "oklch(0.46 0.09)",
        "rgb(0 0 0 / 50%)",
        "url(x)",
        "}",
    ] {
        assert!(bad.parse::<Accent>().is_err(), "{bad}");
    }
}

/// The sheet has the built-in colours as tokens.
#[test]
fn the_style_sheet_has_the_same_colours() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/static/app.css");
    let sheet = std::fs::read_to_string(path).expect("the style sheet");
    let (light, dark) = sheet.split_once("prefers-color-scheme: dark").expect("both schemes");
    let theme = Theme::default();
    for (part, palette) in [(light, &theme.light), (dark, &theme.dark)] {
        for (name, color) in palette.tokens() {
            assert!(part.contains(&format!("--{name}: {color};")), "--{name}: {color}");
        }
    }
}
