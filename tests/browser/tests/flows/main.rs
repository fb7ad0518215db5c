//! Every flow in a real browser, with JavaScript and without. Needs Chromium, chromedriver and a built `frontdesk`:
//! `cargo build && cargo test -p frontdesk-browser-tests`.

mod sign_up;
