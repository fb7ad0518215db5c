//! Frontdesk, the front door of an application: visitors sign up, log in and look after their account; administrators
//! see and manage all users.
//!
//! The modules in reading order: [`domain`] has the rules; [`password_hashing`], [`token_signing`], [`secrets`],
//! [`storage`] and [`mail`] do the work; [`accounts`] has the flows; [`web`], [`api`] and [`cli`] are the interfaces,
//! the first two on [`http`] and behind the [`listener`]; [`monitoring`] answers programs that watch the server, and
//! [`smoke`] tries one out from outside; pages and mail share [`templates`] and the words of [`locale`]; [`config`] and [`app`] put everything together.

pub mod domain;

pub mod locale;
pub mod mail;
pub mod password_blocklist;
pub mod password_hashing;
pub mod secrets;
pub mod storage;
pub mod token_signing;

pub mod backup;

pub mod accounts;

pub mod listener;

pub mod smoke;

pub mod monitoring;

pub mod http;

pub mod api;
pub mod cli;
pub mod web;

pub mod templates;

pub mod app;
pub mod config;
