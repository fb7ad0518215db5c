//! The answer to a form of a session that has ended meanwhile.

use rocket::uri;

use crate::accounts::SessionOver;
use crate::web::page::{Cookies, Flash, SeeOther};

/// For a session that is over: its cookie opens nothing any more.
pub fn session_over(cookies: Cookies<'_>, over: SessionOver) -> SeeOther {
    cookies.end_session();
    SeeOther::to(uri!(crate::web::log_in::form(next = None::<&str>))).saying(match over {
        SessionOver::TooManyFailures => Flash::SessionEndedByFailures,
        SessionOver::EndedMeanwhile => Flash::PleaseLogIn,
    })
}
