//! The tables that a copy consists of: their rows as types of Rust, which both databases read and write the same way.
//! A column that is missing here does not compile, and a table that is missing fails a test.

use super::rows::{Table, tables};

tables! {
    users {
        id: i64,
        email: String,
        email_key: String,
        search_text: String,
        hashed_password: String,
        is_admin: bool,
        created_at: PrimitiveDateTime,
        last_log_in_at: Option<PrimitiveDateTime>,
        disabled_at: Option<PrimitiveDateTime>,
        closed_at: Option<PrimitiveDateTime>,
        email_verified_at: Option<PrimitiveDateTime>,
        locked_at: Option<PrimitiveDateTime>,
        failed_log_ins: i64,
        public_id: Option<String>,
        language: Option<String>,
        terms_accepted_at: Option<PrimitiveDateTime>,
        name: Option<String>,
    }
    address_holds {
        id: i64,
        user_id: i64,
        email: String,
        email_key: String,
        created_at: PrimitiveDateTime,
    }
    pending_sign_ups {
        id: i64,
        email: String,
        email_key: String,
        hashed_password: String,
        created_at: PrimitiveDateTime,
        terms_accepted_at: Option<PrimitiveDateTime>,
    }
    mails {
        id: i64,
        kind: String,
        user_id: Option<i64>,
        email: String,
        email_key: String,
        other_email: Option<String>,
        address: Option<String>,
        user_agent: Option<String>,
        created_at: PrimitiveDateTime,
        queued_at: PrimitiveDateTime,
        next_attempt_at: Option<PrimitiveDateTime>,
        attempts: i64,
        sent_at: Option<PrimitiveDateTime>,
        given_up_at: Option<PrimitiveDateTime>,
        last_error: Option<String>,
        not_sent_reason: Option<String>,
        message_id: Option<String>,
        unconfirmed_at: Option<PrimitiveDateTime>,
        address_hold_id: Option<i64>,
        pending_sign_up_id: Option<i64>,
        language: Option<String>,
    }
    mail_tokens {
        id: i64,
        mail_id: i64,
        token_digest: Vec<u8>,
        created_at: PrimitiveDateTime,
    }
    sessions {
        id: i64,
        user_id: i64,
        token_digest: Vec<u8>,
        is_persistent: bool,
        created_at: PrimitiveDateTime,
        last_used_at: PrimitiveDateTime,
        address: Option<String>,
        user_agent: Option<String>,
        refresh_digest: Option<Vec<u8>>,
        confirmed_at: Option<PrimitiveDateTime>,
        failed_confirmations: i64,
        kind: String,
        methods: String,
        authenticated_at: Option<PrimitiveDateTime>,
        public_id: Option<String>,
    }
    known_devices {
        id: i64,
        user_id: i64,
        token_digest: Vec<u8>,
        created_at: PrimitiveDateTime,
        last_used_at: PrimitiveDateTime,
        failed_log_ins: i64,
    }
    idempotency_keys {
        id: i64,
        key_digest: Vec<u8>,
        user_id: i64,
        created_at: PrimitiveDateTime,
    }
    signing_keys {
        id: i64,
        key_id: String,
        algorithm: String,
        private_key: Vec<u8>,
        created_at: PrimitiveDateTime,
        sealed_by: Option<String>,
        public_x: Option<String>,
        public_y: Option<String>,
    }
    set_up_tokens {
        id: i64,
        token_digest: Vec<u8>,
        created_at: PrimitiveDateTime,
    }
    events {
        id: i64,
        kind: String,
        actor_kind: String,
        actor_id: Option<i64>,
        subject_id: Option<i64>,
        occurred_at: PrimitiveDateTime,
        address: Option<String>,
        user_agent: Option<String>,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::TABLES;

    #[test]
    fn every_table_is_copied() {
        let schema = include_str!("../schema.rs");
        let tables: BTreeSet<&str> =
            schema.lines().filter_map(|line| line.trim().strip_suffix(" (id) {")).collect();
        assert_eq!(tables, TABLES.iter().copied().collect());
    }
}
