//! Every flow in a real browser, with JavaScript and without. Needs Chromium, chromedriver and a built `frontdesk`:
//! `cargo build && cargo test -p frontdesk-browser-tests`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failed assumption ends a test; tests are set up by variables"
)]

mod accessibility;
mod account;
mod another_host;
mod api;
mod every_page;
mod languages;
mod log_in;
mod mail;
mod pictures;
mod register;
mod set_up;
mod sign_up;
mod times;
mod user;
