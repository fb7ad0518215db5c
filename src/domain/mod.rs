//! The rules of the domain: pure types and functions, with no web, database, hashing or clock of their own.

mod authentication;
mod bearer;
mod client;
mod clock_tolerance;
pub(crate) mod coded;
mod device;
mod email_address;
mod event;
mod field_errors;
mod idempotency_key;
mod language;
mod local_path;
mod loopback;
mod mail;
mod mail_kind;
mod mail_link;
mod page_link;
mod password;
mod password_policy;
mod person_name;
mod phc_string;
mod program_tokens;
mod public_id;
mod public_url;
mod sealed;
mod signing_key;
mod theme;
mod time_text;
mod token;
mod trusted_proxies;
mod user;
mod user_list;

pub use authentication::{AuthenticationMethod, AuthenticationMethods};
pub use bearer::{Bearer, OWN_CLIENT, Permission, Scope};
pub use client::{Client, network, parse_address};
pub use clock_tolerance::{CLOCK_TOLERANCE, is_ahead};
pub use device::{DeviceKind, DeviceName, device_kind, device_name};
pub use email_address::{EmailAddress, fold, folded};
pub use event::{Actor, Event, EventId, EventKind, EventPage};
pub use field_errors::{Field, FieldErrors, Mistake};
pub use idempotency_key::IdempotencyKey;
pub use language::Language;
pub use local_path::LocalPath;
pub use loopback::is_loopback;
pub use mail::{
    AddressHoldId, MAX_MAIL_WAIT, Mail, MailCounts, MailFilter, MailId, MailPage, MailState, NotSentReason,
    PendingSignUpId, TRIED_FOR, UNCONFIRMED_WAIT, back_off,
};
pub use mail_kind::{ADDRESS_HELD, LinkTarget, MailKind, MailLink};
pub use mail_link::link_trouble;
pub use page_link::PageLink;
pub use password::Password;
pub use password_policy::{
    Blocklist, BlocklistUnreadable, MAXIMUM_PASSWORD_LENGTH, NewPassword, PasswordPolicy, PolicyError,
    Strength,
};
pub use person_name::PersonName;
pub use phc_string::PhcString;
pub use program_tokens::{AccessToken, IssuedTokens, RefreshToken};
pub use public_id::PublicId;
pub use public_url::{InvalidPublicUrl, PublicUrl};
pub use sealed::Sealed;
pub use signing_key::{
    Keyring, MAX_ACCESS_TOKEN_LIFETIME, PUBLISHED_BEFORE_USE, PUBLISHED_KEYS_KEPT, PrivateKey, PublicKey,
    SigningAlgorithm, SigningKey,
};
pub use theme::{Accent, InvalidAccent, Palette, Theme};
pub use time_text::time_text;
pub use token::{Token, TokenDigest};
pub use trusted_proxies::{InvalidNetwork, TrustedProxies};
pub use user::{
    AccountState, DeviceId, DevicePage, KnownDevice, Session, SessionId, SessionKind, SessionList,
    SessionPage, User, UserId,
};
pub use user_list::{Cursor, Direction, RoleFilter, Sort, SortKey, StateFilter, UserPage, UserQuery};
