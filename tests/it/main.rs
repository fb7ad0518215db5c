//! Tests of what a user notices, over HTTP and on the command line. Each test has a database of its own:
//! a SQLite file, or with FRONTDESK_TEST_DATABASE_URL a database on that PostgreSQL server.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failed assumption ends a test; tests wait for processes, and are set up by variables"
)]

mod harness;

mod activity;
mod admin_mail;
mod admin_user;
mod admin_users;
mod api_admin;
mod api_cors;
mod api_keys;
mod api_me;
mod api_scope;
mod api_sign_up;
mod api_token;
mod backup;
mod backup_programs;
mod branding;
mod carried;
mod catalogue;
mod change_email;
mod change_password;
mod changed_cost;
mod check_mail;
mod clock;
mod close_account;
mod command_line;
mod compression;
mod configuration;
mod confirm_password;
mod confirmation_failures;
mod connections;
mod cookie_name;
mod cookies;
mod cursors;
mod database_copy;
mod database_errors;
mod database_file;
mod dead_links;
mod deliverable;
mod doctor;
mod doctor_database;
mod documents;
mod engine;
mod errors;
mod event_forwarding;
mod export;
#[cfg(feature = "postgres")]
mod fail_over;
mod hash_command;
mod hashing;
mod health_command;
mod idempotency;
mod imports;
mod languages;
mod least_rights;
mod listener;
mod lock;
mod log;
mod log_in;
mod long_lists;
mod look_alikes;
mod mail_limits;
mod mail_templates;
mod malformed_bodies;
mod many_nodes;
mod migrations;
mod monitoring;
mod names;
mod notices;
mod opening;
mod outbox;
mod overload;
mod packages;
mod password_policy;
mod password_strength;
mod private_mode;
mod private_mode_time;
mod process;
mod promotion;
mod proxies;
mod race;
mod recipients;
mod reference;
mod refusals;
mod rehearsal;
mod request_head;
mod request_id;
mod reset_password;
mod restart;
mod restore;
mod retention;
mod same_site;
mod schema;
mod secrets;
mod security_headers;
mod service_manager;
mod session_rotation;
mod sessions;
mod settings;
mod setup;
mod shared_limits;
mod sign_up;
mod site;
mod slow_clients;
mod smoke;
mod smtp;
mod soak;
mod sockets;
mod templates_check;
mod terms;
mod throttle;
mod tidy;
mod tls;
mod tls_connections;
mod undo_email_change;
mod upgrade;
mod verify_email;
