//! The mail that the server writes into its folder, as its recipient reads it.

use std::fs;
use std::time::{Duration, Instant};

use mailparse::MailHeaderMap;

use crate::frontdesk::Frontdesk;

/// The server looks for mail every second.
const PATIENCE: Duration = Duration::from_secs(15);
const GLANCE: Duration = Duration::from_millis(50);

impl Frontdesk {
    /// Path and query of the link in the last mail to this address with this subject. Waits for the mail.
    pub async fn link_in_mail(&self, to: &str, subject: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(link) = self.links(to, Some(subject)).pop() {
                return link;
            }
            assert!(Instant::now() < deadline, "{to} has no mail {subject:?}");
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Path and query of the last link in the mails to this address that is none of those known. Waits for the mail.
    pub async fn next_link(&self, to: &str, known: &[String]) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let link = self.links(to, None).into_iter().rfind(|link| !known.contains(link));
            if let Some(link) = link {
                return link;
            }
            assert!(Instant::now() < deadline, "{to} has no new link");
            tokio::time::sleep(GLANCE).await;
        }
    }

    fn links(&self, to: &str, subject: Option<&str>) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.data_folder().join("mail")) else { return Vec::new() };
        let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "eml"));
        files.sort();
        let read = |path| fs::read(path).expect("a mail");
        files.iter().map(read).filter_map(|source| link(&source, to, subject, &self.url)).collect()
    }
}

/// The link in a mail, if the mail is to this address and has this subject.
fn link(source: &[u8], to: &str, subject: Option<&str>, site: &str) -> Option<String> {
    let mail = mailparse::parse_mail(source).expect("a mail");
    let header = |name| mail.headers.get_first_value(name).unwrap_or_default();
    if header("To") != to || subject.is_some_and(|subject| header("Subject") != subject) {
        return None;
    }
    let text = mail.subparts.first().expect("a text").get_body().expect("a text");
    let links = text.split_whitespace().filter_map(|word| word.strip_prefix(site));
    links.map(str::to_owned).find(|path| path.contains("?token="))
}
