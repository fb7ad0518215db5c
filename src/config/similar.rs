//! Which setting an operator may have meant.

use rocket::figment::value::{Dict, Value};

/// How many letters may be wrong, missing, extra or swapped.
const MAX_MISTAKES: usize = 2;

/// The setting whose name is most like `name`, as its path. Sections and names count as if they were joined by one
/// underscore, because two are easily forgotten.
pub fn similar(name: &str, known: &Dict) -> Option<Vec<String>> {
    let mut paths = Vec::new();
    collect(known, &[], &mut paths);
    let distance = |path: &[String]| strsim::osa_distance(name, &path.join("_"));
    let nearest = paths.into_iter().min_by_key(|path| distance(path))?;
    (distance(&nearest) <= MAX_MISTAKES).then_some(nearest)
}

fn collect(dict: &Dict, above: &[String], paths: &mut Vec<Vec<String>>) {
    for (name, value) in dict {
        let path = [above, std::slice::from_ref(name)].concat();
        match value {
            Value::Dict(_, section) => collect(section, &path, paths),
            _ => paths.push(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use rocket::figment::Provider;
    use rocket::figment::providers::Serialized;

    use super::*;
    use crate::config::Config;

    #[test]
    fn a_forgotten_underscore_and_a_slip_are_recognized() {
        let settings = Serialized::defaults(Config::default()).data().expect("settings");
        let known: Dict = settings.into_values().flatten().collect();
        for (name, expected) in [
            ("site_name", Some("site.name")),
            ("site_nmae", Some("site.name")),
            ("databse_url", Some("database_url")),
            ("mail_smtpurl", Some("mail.smtp_url")),
            ("colour", None),
            ("", None),
        ] {
            assert_eq!(similar(name, &known).map(|path| path.join(".")).as_deref(), expected, "{name}");
        }
    }
}
