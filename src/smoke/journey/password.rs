//! The change of the password.

use super::{Checked, Journey};

impl Journey<'_> {
    pub(super) fn change_password(&mut self) -> Checked {
        let typed = [
            ("current_password", self.account.first.expose()),
            ("new_password", self.account.second.expose()),
        ];
        let answer = self.browser.submit("/account/password", "change-password-form", &typed)?;
        if !self.leads_to(&answer, "/account") {
            return Err(self.unexpected("303 to /account", &answer));
        }
        let after = self.browser.get("/account")?;
        let flash = after.page().flash;
        match (after.status, flash) {
            (200, Some(flash)) if !flash.is_error => Ok(()),
            (200, _) => {
                Err("The account page does not say that the password is changed: it has no #flash."
                    .to_owned())
            }
            _ => Err(self.unexpected("200 from /account", &after)),
        }
    }
}
