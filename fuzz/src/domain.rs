//! What is parsed into types of the domain.

use frontdesk::domain::{Cursor, EmailAddress, LocalPath, SortKey, fold};
use url::Url;

/// The longest address that SMTP can carry, in octets.
const LONGEST_ADDRESS: usize = 254;

/// What identifies an account must not depend on how often it was read, and mail must be possible.
pub fn email_address(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    assert_eq!(fold(&fold(text)), fold(text), "folding once is enough");
    let Ok(email) = EmailAddress::parse(text) else {
        assert!(EmailAddress::parse_new(text).is_err(), "a new address is an address");
        return;
    };
    assert!(email.as_typed().len() <= LONGEST_ADDRESS && email.key().len() <= LONGEST_ADDRESS);
    assert!(!email.as_typed().contains(char::is_control) && !email.key().contains(char::is_control));
    let again = EmailAddress::parse(email.as_typed()).expect("what was accepted is accepted again");
    assert_eq!(again, email);
    assert!(email.is_spelled_like(&again));
    assert!(email.search_text().contains(email.key()), "a search finds it by its key");
    if let Ok(new) = EmailAddress::parse_new(text) {
        let (local, domain) = new.deliverable();
        assert!(local.len() + "@".len() + domain.len() <= LONGEST_ADDRESS && domain.is_ascii());
        let sent_to =
            EmailAddress::parse(&format!("{local}@{domain}")).expect("where mail goes is an address");
        assert_eq!(sent_to.key(), email.key());
    }
}

/// No path leads to another site, in the eyes of a browser (the URL standard).
pub fn local_path(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let Some(path) = LocalPath::parse(text) else { return };
    assert_eq!(path.as_str(), text);
    let site = Url::parse("https://id.example.com/login?next=x").expect("an address");
    let target = site.join(text).expect("a path is an address");
    assert_eq!(target.origin(), site.origin());
    assert_eq!(target.fragment(), None);
}

/// A cursor that was read is the same after it was written and read again, and only in its own order.
pub fn cursor(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    for (order, other) in [(SortKey::Email, SortKey::SignedUp), (SortKey::SignedUp, SortKey::Email)] {
        let Some(cursor) = Cursor::decode(text, order) else { continue };
        assert_eq!(Cursor::decode(&cursor.encode(), order).as_ref(), Some(&cursor));
        assert_eq!(Cursor::decode(text, other), None);
    }
}
