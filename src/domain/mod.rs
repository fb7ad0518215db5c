//! The rules of the house: pure types and functions, with no web, database, hashing or clock of their own.

mod client;
mod email_address;
mod event;
mod field_errors;
mod local_path;
mod password;
mod password_policy;
mod phc_string;
mod public_url;
mod token;
mod user;
mod user_list;

pub use client::{Client, network};
pub use email_address::{EmailAddress, fold};
pub use event::{Actor, Event, EventKind};
pub use field_errors::{Field, FieldErrors, Mistake};
pub use local_path::LocalPath;
pub use password::Password;
pub use password_policy::{MAXIMUM_PASSWORD_LENGTH, NewPassword, PasswordPolicy};
pub use phc_string::PhcString;
pub use public_url::{InvalidPublicUrl, PublicUrl};
pub use token::{Token, TokenDigest};
pub use user::{Session, SessionId, User, UserId};
pub use user_list::{Cursor, Direction, RoleFilter, Sort, SortKey, StateFilter, UserPage, UserQuery};
