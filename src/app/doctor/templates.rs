//! Whether every page and every mail can be rendered in every language.

use super::{Outcome, Subject};
use crate::app::review::{TemplateReview, review_templates};

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let Some(parts) = &subject.parts else {
        return vec![Outcome::skipped("the configuration is not complete")];
    };
    let advice = "see all of them: frontdesk templates check";
    vec![match review_templates(&subject.settings, parts) {
        Err(error) => Outcome::error(error, advice),
        Ok(TemplateReview { pages, mails, languages, mistakes }) => match mistakes.first() {
            None => Outcome::ok(format_args!("{pages} pages and {mails} mails in {languages} languages")),
            Some(first) if mistakes.len() == 1 => Outcome::error(first, advice),
            Some(first) => {
                Outcome::error(format_args!("{first}, and {} more mistakes", mistakes.len() - 1), advice)
            }
        },
    }]
}
