//! A sample of every page, to render each template without a request.

use serde_json::{Value, json};

/// The templates of pages, each with the values of its `page`. The order is that of the folders.
pub fn samples() -> Vec<(&'static str, Value)> {
    let (email, errors) = ("alice@example.com", errors());
    let (token, minimum_length) = ("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8", 8);
    let older = json!("/account/activity?before=17");
    let next = "/account";
    let ways = json!({ "sign_up": "/signup", "log_in": "/login", "reset": "/password-reset" });
    vec![
        ("home/index.html", Value::Null),
        (
            "sign_up/form.html",
            json!({
                "email": email, "next": next, "suggestion": email, "errors": errors, "duplicate": true,
                "minimum_length": minimum_length, "requires_terms": true, "accept_terms": true, "ways": ways,
            }),
        ),
        (
            "log_in/form.html",
            json!({
                "email": email, "remember": true, "next": next, "suggestion": null, "errors": errors, "ways": ways,
            }),
        ),
        (
            "check_mail/page.html",
            json!({
                "email": null, "suggestion": null, "awaited": null, "undelivered": false, "wait": null,
                "ways": ways,
            }),
        ),
        (
            "check_mail/page.html",
            json!({
                "email": email, "suggestion": email, "awaited": "sign_up", "undelivered": false, "wait": 170,
                "ways": ways,
            }),
        ),
        (
            "check_mail/page.html",
            json!({
                "email": email, "suggestion": null, "awaited": "sign_up", "undelivered": true, "wait": null,
                "ways": ways,
            }),
        ),
        (
            "check_mail/page.html",
            json!({
                "email": email, "suggestion": null, "awaited": "password_reset", "undelivered": false,
                "wait": null, "ways": ways,
            }),
        ),
        (
            "reset_password/request.html",
            json!({ "email": email, "next": next, "suggestion": email, "errors": errors, "ways": ways }),
        ),
        (
            "reset_password/form.html",
            json!({ "token": token, "email": email, "errors": errors, "minimum_length": minimum_length }),
        ),
        (
            "setup/form.html",
            json!({
                "token": token, "email": email, "errors": errors, "minimum_length": minimum_length,
                "log_in_url": "/login",
            }),
        ),
        ("mail_link/page.html", json!({ "token": token, "kind": "email_verification", "email": email })),
        ("mail_link/page.html", json!({ "token": token, "kind": "sign_up_confirmation", "email": email })),
        ("mail_link/page.html", json!({ "token": token, "kind": "email_change", "email": email })),
        ("mail_link/page.html", json!({ "token": token, "kind": "email_changed", "email": email })),
        ("mail_link/page.html", json!({ "token": token, "kind": "account_locked", "email": email })),
        (
            "error/page.html",
            json!({
                "status": 404, "title": text("error-404-title"), "text": text("error-404-text"), "wait": null,
                "reference": null, "ways": [{ "url": "/", "label": "error-page-home" }],
            }),
        ),
        (
            "error/page.html",
            json!({
                "status": 500, "title": text("error-500-title"), "text": text("error-500-text"),
                "wait": count("try-again-minutes", 3), "reference": "7QK2-M9XD", "ways": [],
            }),
        ),
        (
            "account/index.html",
            json!({
                "email": email, "has_names": true, "name": "Alice", "errors": { "name": [text("mistake-name-unreadable")] },
                "verified": false, "undelivered": true, "locked": true, "pending_email": email,
                "member_since": time(), "last_log_in": null,
                "sessions": sessions(), "has_more_sessions": true, "events": events(),
            }),
        ),
        ("account/activity.html", json!({ "events": events(), "older_url": older, "is_older": true })),
        (
            "change_email/form.html",
            json!({
                "email": email, "new_email": "alice@example.org", "pending_email": email, "errors": errors,
            }),
        ),
        (
            "change_password/form.html",
            json!({ "email": email, "errors": errors, "minimum_length": minimum_length }),
        ),
        ("close_account/form.html", json!({ "email": email, "days": 14 })),
        (
            "confirm_password/form.html",
            json!({ "email": email, "next": "/account/export", "errors": errors }),
        ),
        ("export/form.html", Value::Null),
        ("admin/overview.html", overview()),
        ("admin/users.html", users()),
        (
            "admin/user.html",
            json!({
                "user": user("closed"), "deleted_on": time(), "is_self": false, "sessions": sessions(),
                "has_more_sessions": true, "events": events(),
                "older_url": older, "is_older": true, "mails": mails(), "has_more_mails": true,
            }),
        ),
        ("admin/make_admin.html", json!({ "user": user("unconfirmed") })),
        (
            "admin/mail.html",
            json!({
                "state": "all", "mails": mails(), "older_url": older, "is_older": true, "folder": "/srv/mail",
            }),
        ),
        (
            "admin/refusals.html",
            json!({ "events": events(), "older_url": older, "is_older": true, "left_out": 5_008 }),
        ),
        ("reference/index.html", Value::Null),
    ]
}

/// A message without variables.
fn text(key: &str) -> Value {
    json!({ "key": key })
}

fn count(key: &str, count: u32) -> Value {
    json!({ "key": key, "args": { "count": count } })
}

fn time() -> Value {
    json!({ "iso": "2026-11-22T14:03:00Z" })
}

fn errors() -> Value {
    json!({
        "email": [text("mistake-email-missing")],
        "password": [{ "key": "mistake-password-too-short", "args": { "minimum": 8 } }],
    })
}

fn device() -> Value {
    json!({ "key": "device-browser-on-system", "args": { "browser": "Firefox", "system": "Linux" } })
}

fn sessions() -> Value {
    let session = |current: bool, program: bool| {
        json!({
            "id": 1, "device": device(), "kind": if program { "program" } else { "phone" }, "program": program, "address": "203.0.113.9", "started": time(),
            "last_used": time(), "current": current,
        })
    };
    json!([session(true, false), session(false, true)])
}

fn events() -> Value {
    json!([
        {
            "time": time(), "text": text("event-logged-in"), "actor": text("actor-you"), "address": "203.0.113.9",
            "device": device(),
        },
        { "time": time(), "text": text("event-disabled"), "actor": text("actor-command-line"), "address": null, "device": null },
    ])
}

fn user(state: &str) -> Value {
    json!({
        "id": 17, "email": "alice@example.com", "name": "Alice Example", "initial": "A", "signed_up": time(), "last_log_in": null,
        "state": state, "closed": true, "verified": false, "locked": true, "is_admin": true,
    })
}

fn users() -> Value {
    json!({
        "search": "alice", "state": "all", "role": "all", "sort": "email", "order": "asc",
        "sort_links": { "email": "/admin/users?sort=email", "signed_up": "/admin/users" }, "users": [user("active"), user("disabled"), user("closed"), user("locked"), user("unconfirmed")],
        "count": 5_008, "filtered": true, "next_url": "/admin/users?after=1", "previous_url": "/admin/users?before=1",
        "clear_url": "/admin/users",
    })
}

fn mails() -> Value {
    let mail = |state: &str, reason: Value, error: Value| {
        json!({
            "id": 1, "text": text("mail-kind-password-reset"), "to": "alice@example.com", "user_id": 17, "created": time(),
            "state": state, "at": time(), "reason": reason, "attempts": 2, "error": error,
            "retry_url": "/admin/mail/1/retry",
        })
    };
    json!([
        mail("waiting", Value::Null, json!("550")),
        mail("sent", Value::Null, Value::Null),
        mail("given_up", Value::Null, json!("550")),
        mail("not_sent", text("not-sent-replaced"), Value::Null),
    ])
}

fn overview() -> Value {
    json!({
        "user_count": 5_008, "mail_waiting": 1, "mail_given_up": 2, "mail_folder": "/srv/mail",
        "hashing": {
            "engine": "argon2", "memory": count("unit-mebibytes", 64), "passes": 3, "lanes": 4, "workers": 2, "threads": 4,
            "memory_in_all": count("unit-mebibytes", 128), "busy_workers": 1, "log_ins_waiting": 1,
            "sign_ups_waiting": 2, "queue_depth": 256, "longest_wait": count("unit-seconds", 2),
            "expected_wait": count("unit-milliseconds", 120),
            "waits": { "of": 100, "median": count("unit-milliseconds", 30), "longest": count("unit-seconds", 1) },
            "served": 5_008, "refused": 1, "left": 1, "rechecked": 300, "found_wrong": 1,
        },
    })
}
