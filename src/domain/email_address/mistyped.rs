//! Domains that are one slip of the fingers away from one that many people have.

/// Large providers, whose names are long enough that a neighbour is more likely a slip than a domain of its own.
/// `static/app.js` has the same lists.
const COMMON: [&str; 18] = [
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
    "protonmail.com",
    "t-online.de",
    "outlook.de",
    "hotmail.fr",
    "orange.fr",
    "wanadoo.fr",
    "laposte.net",
    "hotmail.es",
    "uol.com.br",
    "bol.com.br",
    "interia.pl",
    "yahoo.co.jp",
];

/// Neighbours that are providers themselves.
const OTHERS: [&str; 6] = ["mail.com", "email.com", "ymail.com", "hotmail.de", "outlook.fr", "outlook.es"];

/// The common domain that was probably meant.
pub(super) fn meant(domain: &str) -> Option<&'static str> {
    if COMMON.contains(&domain) || OTHERS.contains(&domain) {
        return None;
    }
    COMMON.into_iter().find(|common| strsim::osa_distance(domain, common) == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_seen_and_nothing_else() {
        for slip in ["gmial.com", "gmai.com", "gmaill.com", "gnail.com", "gmail.con", "gmail.cm"] {
            assert_eq!(meant(slip), Some("gmail.com"), "{slip}");
        }
        assert_eq!(meant("hotmial.com"), Some("hotmail.com"));
        for other in
            ["gmail.com", "mail.com", "ymail.com", "example.com", "gmx.de", "gmx.at", "gmial.con", ""]
        {
            assert_eq!(meant(other), None, "{other}");
        }
    }

    #[test]
    fn the_script_has_the_same_lists() {
        let script = include_str!("../../../static/app.js");
        for (name, list) in [("COMMON", &COMMON[..]), ("OTHERS", &OTHERS[..])] {
            let quoted: Vec<String> = list.iter().map(|domain| format!("{domain:?}")).collect();
            let line = format!("const {name} = [{}];", quoted.join(", "));
            assert!(script.contains(&line), "{line}");
        }
    }
}
