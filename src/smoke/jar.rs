//! The cookies of one browser.

use std::collections::BTreeMap;

#[derive(Default)]
pub struct Jar {
    kept: BTreeMap<String, String>,
    /// What a browser would not do with the cookies that came, in words.
    faults: Vec<String>,
}

impl Jar {
    /// Reads one `Set-Cookie`. `is_https` is about the site, `keeps_secure` about the connection: browsers keep a `Secure`
    /// cookie only over https, or from this machine.
    pub fn set(&mut self, line: &str, is_https: bool, keeps_secure: bool) {
        let mut parts = line.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { return };
        let attributes: Vec<String> = parts.map(str::to_ascii_lowercase).collect();
        let has = |attribute: &str| attributes.iter().any(|found| found == attribute);
        let ends = has("max-age=0") || attributes.iter().any(|found| found.starts_with("max-age=-"));
        if ends {
            self.kept.remove(name);
            return;
        }
        if has("secure") && !keeps_secure {
            self.fault(format!(
                "the cookie {name} is Secure, and browsers keep it only over https: give the https address of the site"
            ));
            return;
        }
        for (attribute, is_wanted) in [("httponly", true), ("samesite=lax", true), ("secure", is_https)] {
            if is_wanted && !has(attribute) {
                self.fault(format!("the cookie {name} lacks the attribute {attribute}"));
            }
        }
        if attributes.iter().any(|found| found.starts_with("domain=")) {
            self.fault(format!("the cookie {name} is for other hosts, too (Domain)"));
        }
        self.kept.insert(name.to_owned(), value.to_owned());
    }

    /// The header `Cookie`, if there are any.
    pub fn header(&self) -> Option<String> {
        let pairs: Vec<String> = self.kept.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// What was wrong with the cookies so far.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    fn fault(&mut self, fault: String) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_kept_replaced_and_removed() {
        let mut jar = Jar::default();
        assert_eq!(jar.header(), None);
        jar.set("session=a=b; HttpOnly; SameSite=Lax; Path=/", false, false);
        jar.set("notice=1; Path=/; HttpOnly; SameSite=Lax", false, false);
        jar.set("nonsense", false, false);
        assert_eq!(jar.header().as_deref(), Some("notice=1; session=a=b"));
        jar.set("session=c; HttpOnly; SameSite=Lax", false, false);
        jar.set("notice=; Max-Age=0; Path=/", false, false);
        assert_eq!(jar.header().as_deref(), Some("session=c"));
        assert!(jar.faults().is_empty(), "{:?}", jar.faults());
    }

    #[test]
    fn a_secure_cookie_is_not_kept_over_http() {
        let mut jar = Jar::default();
        jar.set("__Host-session=a; Secure; HttpOnly; SameSite=Lax", false, false);
        assert_eq!(jar.header(), None);
        assert!(jar.faults()[0].starts_with("the cookie __Host-session is Secure"));
    }

    #[test]
    fn what_a_script_or_another_site_could_use_is_a_fault() {
        let mut jar = Jar::default();
        jar.set("session=a; Domain=example.com", true, true);
        assert_eq!(jar.faults().len(), 4, "{:?}", jar.faults());
    }
}
