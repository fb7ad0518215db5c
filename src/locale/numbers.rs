//! How a language writes numbers: `5,008.5` and `5.008,5`.

use std::cell::Cell;

use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

/// The signs of a language, from its messages `number-group`, `number-group-from` and `number-decimal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberSigns {
    pub group: char,
    /// How many digits a number has before its digits are grouped.
    pub group_from: usize,
    pub decimal: char,
}

impl Default for NumberSigns {
    fn default() -> Self {
        Self { group: ',', group_from: 4, decimal: '.' }
    }
}

thread_local! {
    /// Of the language that is being formatted. Fluent calls a formatter without any context.
    static SIGNS: Cell<NumberSigns> = const { Cell::new(NumberSigns { group: ',', group_from: 4, decimal: '.' }) };
}

/// Runs `format` with the signs of its language.
pub(super) fn with_signs<T>(signs: NumberSigns, format: impl FnOnce() -> T) -> T {
    SIGNS.set(signs);
    format()
}

/// Writes the numbers in messages; leaves all other values to Fluent.
pub(super) fn formatter(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(write(&number.as_string(), SIGNS.get())),
        _ => None,
    }
}

fn write(plain: &str, signs: NumberSigns) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = sign.to_owned();
    for (position, digit) in whole.chars().enumerate() {
        let left = whole.len() - position;
        if position > 0 && left.is_multiple_of(3) && whole.len() >= signs.group_from {
            text.push(signs.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(signs.decimal);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        let english = NumberSigns::default();
        for (plain, expected) in
            [("0", "0"), ("999", "999"), ("5008", "5,008"), ("-1234567.5", "-1,234,567.5"), ("1.4", "1.4")]
        {
            assert_eq!(write(plain, english), expected);
        }
        let polish = NumberSigns { group: '\u{a0}', group_from: 5, decimal: ',' };
        assert_eq!(
            (write("5008", polish), write("50080.5", polish)),
            ("5008".into(), "50\u{a0}080,5".into())
        );
    }
}
