//! The tables as both databases have them. A test compares this with the result of the migrations.

diesel::table! {
    users (id) {
        id -> BigInt,
        email -> Text,
        email_key -> Text,
        search_text -> Text,
        hashed_password -> Text,
        is_admin -> Bool,
        created_at -> Timestamp,
        last_log_in_at -> Nullable<Timestamp>,
        disabled_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        email_verified_at -> Nullable<Timestamp>,
        locked_at -> Nullable<Timestamp>,
        failed_log_ins -> BigInt,
        public_id -> Nullable<Text>,
        language -> Nullable<Text>,
        terms_accepted_at -> Nullable<Timestamp>,
        name -> Nullable<Text>,
    }
}

diesel::table! {
    sessions (id) {
        id -> BigInt,
        user_id -> BigInt,
        token_digest -> Binary,
        is_persistent -> Bool,
        created_at -> Timestamp,
        last_used_at -> Timestamp,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
        refresh_digest -> Nullable<Binary>,
        confirmed_at -> Nullable<Timestamp>,
        failed_confirmations -> BigInt,
        kind -> Text,
        methods -> Text,
        authenticated_at -> Nullable<Timestamp>,
        public_id -> Nullable<Text>,
    }
}

diesel::table! {
    events (id) {
        id -> BigInt,
        kind -> Text,
        actor_kind -> Text,
        actor_id -> Nullable<BigInt>,
        subject_id -> Nullable<BigInt>,
        occurred_at -> Timestamp,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
    }
}

diesel::table! {
    set_up_tokens (id) {
        id -> BigInt,
        token_digest -> Binary,
        created_at -> Timestamp,
    }
}

diesel::table! {
    signing_keys (id) {
        id -> BigInt,
        key_id -> Text,
        algorithm -> Text,
        private_key -> Binary,
        created_at -> Timestamp,
        sealed_by -> Nullable<Text>,
        public_x -> Nullable<Text>,
        public_y -> Nullable<Text>,
    }
}

diesel::table! {
    idempotency_keys (id) {
        id -> BigInt,
        key_digest -> Binary,
        user_id -> BigInt,
        created_at -> Timestamp,
    }
}

diesel::table! {
    mails (id) {
        id -> BigInt,
        kind -> Text,
        user_id -> Nullable<BigInt>,
        email -> Text,
        email_key -> Text,
        other_email -> Nullable<Text>,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
        created_at -> Timestamp,
        queued_at -> Timestamp,
        next_attempt_at -> Nullable<Timestamp>,
        attempts -> BigInt,
        sent_at -> Nullable<Timestamp>,
        given_up_at -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        not_sent_reason -> Nullable<Text>,
        message_id -> Nullable<Text>,
        unconfirmed_at -> Nullable<Timestamp>,
        address_hold_id -> Nullable<BigInt>,
        pending_sign_up_id -> Nullable<BigInt>,
        language -> Nullable<Text>,
    }
}

diesel::table! {
    mail_tokens (id) {
        id -> BigInt,
        mail_id -> BigInt,
        token_digest -> Binary,
        created_at -> Timestamp,
    }
}

diesel::table! {
    address_holds (id) {
        id -> BigInt,
        user_id -> BigInt,
        email -> Text,
        email_key -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    pending_sign_ups (id) {
        id -> BigInt,
        email -> Text,
        email_key -> Text,
        hashed_password -> Text,
        created_at -> Timestamp,
        terms_accepted_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    known_devices (id) {
        id -> BigInt,
        user_id -> BigInt,
        token_digest -> Binary,
        created_at -> Timestamp,
        last_used_at -> Timestamp,
        failed_log_ins -> BigInt,
    }
}

diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(known_devices -> users (user_id));
diesel::joinable!(mail_tokens -> mails (mail_id));
diesel::allow_tables_to_appear_in_same_query!(events, known_devices, sessions, users);
diesel::allow_tables_to_appear_in_same_query!(mail_tokens, mails);
