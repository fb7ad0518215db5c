//! The sign-up, and the second one with the same address.

use super::{Checked, Door, Existence, Journey};
use crate::smoke::answer::{Answer, quoted};
use crate::smoke::browser::Browser;
use crate::smoke::report::Outcome;

const FORM: &str = "sign-up-form";

impl Journey<'_> {
    pub(super) fn sign_up(&mut self) -> Checked {
        let open = self.browser.get("/signup")?;
        if open.status != 200 {
            return Err(self.unexpected("200 from /signup", &open));
        }
        let page = open.page();
        if page.form(FORM).is_none() {
            return Err("The page /signup has no form #sign-up-form.".to_owned());
        }
        // The answer may get lost on its way.
        self.existence = Existence::Perhaps;
        let typed = [("email", self.account.email.as_str()), ("password", self.account.first.expose())];
        let answer = self.browser.fill_in(&page, "/signup", FORM, &typed)?;
        self.door = self.door_behind(&answer);
        self.existence = match answer.status {
            // 409: an attempt before this one was answered with 503 although it was stored.
            303 | 409 => Existence::Yes,
            400..=499 if answer.status != 408 => Existence::No,
            _ => Existence::Perhaps,
        };
        if self.door == Door::Shut {
            return Err(self.unexpected("303 to /account or /check-mail", &answer));
        }
        match self.browser.cookie_faults() {
            [] => Ok(()),
            faults => Err(format!("About the cookies: {}.", faults.join("; "))),
        }
    }

    fn door_behind(&self, answer: &Answer) -> Door {
        match () {
            () if self.leads_to(answer, "/account") => Door::Open,
            () if self.leads_to(answer, "/check-mail") => Door::Mail,
            () => Door::Shut,
        }
    }

    /// In another browser, in another spelling, and with another password.
    pub(super) fn sign_up_again(&mut self) -> Outcome {
        let (email, mut browser) = (self.account.other_spelling(), Browser::new(self.client));
        let typed = [("email", email.as_str()), ("password", self.account.wrong.expose())];
        let answer = match browser.submit("/signup", FORM, &typed) {
            Ok(answer) => answer,
            Err(sentence) => return Outcome::Failed(sentence),
        };
        if self.door == Door::Mail && self.leads_to(&answer, "/check-mail") {
            self.door = Door::Private;
            return Outcome::NotFollowed(
                "Private mode: the answer is the same for every address, and so it was.".to_owned(),
            );
        }
        let checked = self.is_told_of_duplicate(&answer);
        if self.door == Door::Mail {
            self.door = Door::Unconfirmed;
        }
        checked.into()
    }

    fn is_told_of_duplicate(&self, answer: &Answer) -> Checked {
        let expected = format!("409 with \"{}\"", self.options.duplicate_text);
        if answer.status != 409 {
            return Err(self.unexpected(&expected, answer));
        }
        let page = answer.page();
        let Some(flash) = page.flash.as_ref().filter(|flash| flash.is_error) else {
            return Err(
                "The status is 409, and the page has no #flash with the class flash-error.".to_owned()
            );
        };
        if flash.text != self.options.duplicate_text {
            return Err(format!(
                "The status is 409, and the flash says \"{}\" in place of \"{}\". If these words are yours, name them with \
                 --duplicate-text.",
                quoted(&flash.text),
                self.options.duplicate_text
            ));
        }
        match page.form(FORM).is_some() && page.has("email-error") {
            true => Ok(()),
            false => {
                Err("The status is 409, and the page lacks the form or the mistake at its email.".to_owned())
            }
        }
    }
}
