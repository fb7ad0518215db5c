//! How much the digits and symbols around a word add to it.

/// The symbols that people put after a word. Other symbols occur in random text as often.
const USUAL_SYMBOLS: &str = " !@#$%&*?.,-_+=";

/// How many characters of a run an attacker has to find one by one. A year, a date, a repetition or a row of keys
/// weighs less than its length, because attackers try those first.
pub fn weight(run: &[char]) -> usize {
    // The least weight of the run from each position on, computed from the end.
    let mut least = vec![0; run.len() + 1];
    for start in (0..run.len()).rev() {
        let rest = &run[start..];
        least[start] = pieces(rest).map(|(length, cost)| cost + least[start + length]).min().unwrap_or(0);
    }
    least[0]
}

/// The ways to read the beginning of a run, each with its length and its weight.
fn pieces(rest: &[char]) -> impl Iterator<Item = (usize, usize)> + '_ {
    let same = rest.iter().take_while(|&&c| c == rest[0]).count();
    let pairs = rest.iter().enumerate().take_while(|&(place, &c)| c == rest[place % 2]).count();
    let row = row(rest);
    let digits = rest.iter().map_while(|c| c.to_digit(10)).collect::<Vec<u32>>();
    [
        Some((1, if rest[0].is_ascii_digit() || USUAL_SYMBOLS.contains(rest[0]) { 1 } else { 2 })),
        (same >= 2).then_some((same, 1)),
        (pairs >= 4).then_some((pairs, 2)),
        (row >= 3).then_some((row, 2)),
        is_year(&digits).then_some((4, 2)),
        is_short_date(&digits).then_some((6, 4)),
        is_long_date(&digits).then_some((8, 4)),
    ]
    .into_iter()
    .flatten()
}

/// How many keys are adjacent, in one direction, in the row of the digits.
fn row(rest: &[char]) -> usize {
    const ROWS: [&str; 2] = ["01234567890", "!@#$%^&*()"];
    let follows = |pair: &[char]| ROWS.iter().any(|row| row.contains(&String::from_iter(pair)));
    let up = rest.windows(2).take_while(|pair| follows(pair)).count();
    let down = rest.windows(2).take_while(|pair| follows(&[pair[1], pair[0]])).count();
    up.max(down) + 1
}

fn number(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + digit)
}

fn is_year(digits: &[u32]) -> bool {
    digits.len() >= 4 && (1900..2100).contains(&number(&digits[..4]))
}

fn is_day_and_month(digits: &[u32]) -> bool {
    let (one, other) = (number(&digits[..2]), number(&digits[2..4]));
    (1..=31).contains(&one.max(other)) && (1..=12).contains(&one.min(other))
}

fn is_short_date(digits: &[u32]) -> bool {
    digits.len() >= 6 && (is_day_and_month(digits) || is_day_and_month(&digits[2..]))
}

fn is_long_date(digits: &[u32]) -> bool {
    digits.len() >= 8
        && (is_day_and_month(digits) && is_year(&digits[4..])
            || is_year(digits) && is_day_and_month(&digits[4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_guessers_try_first_counts_for_less() {
        for (run, expected) in [
            ("", 0),
            ("7", 1),
            ("483", 3),
            ("2026", 2),
            ("2026!", 3),
            ("!!!!!!", 1),
            ("123", 2),
            ("987654321", 2),
            ("!@#$%", 2),
            ("6969", 2),
            ("24121990", 4),
            ("19901224", 4),
            ("241290", 4),
            ("48213", 5),
            ("90210!?", 6),
            ("~7", 3),
        ] {
            assert_eq!(weight(&run.chars().collect::<Vec<_>>()), expected, "{run:?}");
        }
    }
}
