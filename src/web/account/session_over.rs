//! The answer to a form of a session that has ended meanwhile.

use crate::accounts::SessionOver;
use crate::domain::LocalPath;
use crate::web::page::{Cookies, Flash, SeeOther};
use crate::web::ways::to_log_in;

/// For a session that is over: its cookie opens nothing any more. `form` is the page of the form, to which a member comes
/// back who logs in again.
pub fn session_over(cookies: Cookies<'_>, over: SessionOver, form: Option<&str>) -> SeeOther {
    cookies.end_session();
    match over {
        SessionOver::TooManyFailures => to_log_in(None).saying(Flash::SessionEndedByFailures),
        SessionOver::EndedMeanwhile => {
            to_log_in(form.and_then(LocalPath::parse).as_ref()).saying(Flash::PleaseLogIn)
        }
    }
}
