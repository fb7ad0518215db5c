//! The base of the browser tests: the real `frontdesk`, a real Chromium, and functions named after the actions and the
//! observations of a user. The tests themselves are in `tests/flows`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failed assumption ends a test; tests wait for processes, and are set up by variables"
)]

mod axe;
mod browser;
mod chromedriver;
mod chromium;
mod frontdesk;
mod house;
mod keyboard;
mod mail;
mod people;
mod program;
pub mod pseudo;
mod reading;
pub mod tour;
mod vnu;

pub use axe::Axe;
pub use browser::Browser;
pub use chromium::Screen;
pub use frontdesk::Frontdesk;
pub use house::{House, JavaScript};
pub use people::{PASSWORD, Past};
pub use reading::Flash;
pub use vnu::Vnu;
