//! The indexes that the migrations of this release make, and those that a database lacks.

use super::Examination;
use crate::storage::Error;

/// An index as a migration makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Index {
    pub name: &'static str,
    pub table: &'static str,
    /// Columns and condition, as SQLite writes them.
    what: &'static str,
    /// A constraint: without it there can be two accounts with one address, for example.
    pub is_unique: bool,
}

/// What is wrong with an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexFault {
    Missing,
    /// There is one of that name on another table, or that does not keep rows unique.
    Different,
    /// PostgreSQL could not finish making it, and does not use it.
    Invalid,
}

const fn plain(name: &'static str, table: &'static str, what: &'static str) -> Index {
    Index { name, table, what, is_unique: false }
}

const fn unique(name: &'static str, table: &'static str, what: &'static str) -> Index {
    Index { name, table, what, is_unique: true }
}

const INDEXES: [Index; 36] = [
    unique("users_email_key", "users", "(email_key)"),
    plain("users_created_at", "users", "(created_at, id)"),
    plain("users_admins_email_key", "users", "(email_key) WHERE is_admin = 1"),
    plain("users_admins_created_at", "users", "(created_at, id) WHERE is_admin = 1"),
    plain("users_disabled_email_key", "users", "(email_key) WHERE disabled_at IS NOT NULL"),
    plain("users_disabled_created_at", "users", "(created_at, id) WHERE disabled_at IS NOT NULL"),
    unique("sessions_token_digest", "sessions", "(token_digest)"),
    plain("sessions_user_id", "sessions", "(user_id)"),
    plain("events_subject_id", "events", "(subject_id, id)"),
    unique("set_up_tokens_token_digest", "set_up_tokens", "(token_digest)"),
    plain("events_subject_kind", "events", "(subject_id, kind, id)"),
    unique("signing_keys_key_id", "signing_keys", "(key_id)"),
    unique("idempotency_keys_key_digest", "idempotency_keys", "(key_digest)"),
    plain("idempotency_keys_created_at", "idempotency_keys", "(created_at)"),
    plain("idempotency_keys_user_id", "idempotency_keys", "(user_id)"),
    plain("users_closed_at", "users", "(closed_at) WHERE closed_at IS NOT NULL"),
    plain("events_actor_id", "events", "(actor_id, id)"),
    plain("mails_next_attempt_at", "mails", "(next_attempt_at, id) WHERE next_attempt_at IS NOT NULL"),
    plain("mails_sent_at", "mails", "(sent_at) WHERE sent_at IS NOT NULL"),
    plain("mails_given_up_at", "mails", "(given_up_at) WHERE given_up_at IS NOT NULL"),
    plain("mails_user_id", "mails", "(user_id, id)"),
    plain("mails_email_key", "mails", "(email_key, id)"),
    unique("mail_tokens_token_digest", "mail_tokens", "(token_digest)"),
    plain("mail_tokens_mail_id", "mail_tokens", "(mail_id)"),
    unique("pending_sign_ups_email_key", "pending_sign_ups", "(email_key)"),
    plain("pending_sign_ups_created_at", "pending_sign_ups", "(created_at)"),
    unique("known_devices_user_id", "known_devices", "(user_id, token_digest)"),
    plain("known_devices_last_used_at", "known_devices", "(last_used_at)"),
    plain("known_devices_token_digest", "known_devices", "(token_digest)"),
    plain("address_holds_email_key", "address_holds", "(email_key)"),
    plain("address_holds_user_id", "address_holds", "(user_id)"),
    plain("address_holds_created_at", "address_holds", "(created_at)"),
    plain("mails_address_hold_id", "mails", "(address_hold_id) WHERE address_hold_id IS NOT NULL"),
    plain("mails_pending_sign_up_id", "mails", "(pending_sign_up_id) WHERE pending_sign_up_id IS NOT NULL"),
    unique("users_public_id", "users", "(public_id)"),
    unique("sessions_public_id", "sessions", "(public_id)"),
];

impl Index {
    /// The statement that makes it.
    pub fn statement(&self, is_sqlite: bool) -> String {
        let what =
            if is_sqlite { self.what.to_owned() } else { self.what.replace("is_admin = 1", "is_admin") };
        let unique = if self.is_unique { "UNIQUE " } else { "" };
        format!("CREATE {unique}INDEX {} ON {} {what}", self.name, self.table)
    }
}

impl Examination {
    /// The indexes that are not as the migrations have made them, and the statement that makes each of them.
    pub fn index_faults(&mut self) -> Result<Vec<(Index, IndexFault, String)>, Error> {
        // The name of the index and of its table, whether it is unique, and whether it is in use.
        let present = self.texts(match self.is_sqlite() {
            true => {
                "SELECT i.name || ' ' || t.name || ' ' || i.\"unique\" || ' 1' AS value
                 FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table'"
            }
            false => {
                "SELECT i.relname || ' ' || t.relname || ' ' || x.indisunique::int || ' ' || x.indisvalid::int AS value
                 FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
                 WHERE i.relnamespace = current_schema()::regnamespace"
            }
        })?;
        let is_sqlite = self.is_sqlite();
        let fault = |index: &Index| {
            let found = format!("{} {} {} ", index.name, index.table, u8::from(index.is_unique));
            match present.iter().find_map(|line| line.strip_prefix(&found)) {
                Some("1") => None,
                Some(_) => Some(IndexFault::Invalid),
                None if present.iter().any(|line| line.split(' ').next() == Some(index.name)) => {
                    Some(IndexFault::Different)
                }
                None => Some(IndexFault::Missing),
            }
        };
        let faulty =
            INDEXES.iter().filter_map(|index| Some((*index, fault(index)?, index.statement(is_sqlite))));
        Ok(faulty.collect())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn the_list_is_what_the_migrations_make() {
        for (folder, is_sqlite) in [("sqlite", true), ("postgres", false)] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
            let mut made = BTreeSet::new();
            for migration in std::fs::read_dir(folder).expect("a folder") {
                let path = migration.expect("an entry").path().join("up.sql");
                let script = std::fs::read_to_string(path).expect("a script");
                for statement in script.split(';') {
                    let lines = statement.lines().filter(|line| !line.trim_start().starts_with("--"));
                    let statement = lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
                    assert!(!statement.starts_with("DROP INDEX"), "the list has to know: {statement}");
                    if statement.starts_with("CREATE") && statement.contains("INDEX") {
                        made.insert(statement);
                    }
                }
            }
            let listed: BTreeSet<_> = INDEXES.iter().map(|index| index.statement(is_sqlite)).collect();
            assert_eq!(listed, made);
        }
    }
}
