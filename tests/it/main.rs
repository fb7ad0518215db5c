//! What a user would notice, over HTTP and at the command line. Each test has a database of its own:
//! a SQLite file, or with FRONTDESK_TEST_DATABASE_URL one on that PostgreSQL server.

mod harness;

mod activity;
mod admin_mail;
mod admin_user;
mod admin_users;
mod api_admin;
mod api_cors;
mod api_keys;
mod api_me;
mod api_sign_up;
mod api_token;
mod change_email;
mod change_password;
mod close_account;
mod command_line;
mod confirm_password;
mod connections;
mod documents;
mod errors;
mod export;
mod hash_command;
mod hashing;
mod lock;
mod log_in;
mod notices;
mod outbox;
mod overload;
mod private_mode;
mod process;
mod race;
mod reference;
mod reset_password;
mod same_site;
mod schema;
mod security_headers;
mod sessions;
mod setup;
mod sign_up;
mod site;
mod soak;
mod throttle;
mod tidy;
mod undo_email_change;
mod verify_email;
