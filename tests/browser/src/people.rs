//! Users who have accounts before the test begins.

use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{Connection, RunQueryDsl, SqliteConnection, sql_query};
use http::header::CONTENT_TYPE;
use http::{Request, StatusCode};
use http_body_util::Full;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

use crate::browser::Browser;
use crate::frontdesk::Frontdesk;

/// The password of every user.
pub const PASSWORD: &str = "violet harbour kettle";

/// When a user signed up and last logged in, as `2026-03-01 09:30:00.000000`.
pub struct Past<'a> {
    pub email: &'a str,
    pub signed_up: &'a str,
    pub last_log_in: Option<&'a str>,
}

impl Frontdesk {
    /// Signs users up one after another, with the same form that a browser sends.
    pub async fn welcome<E: AsRef<str>>(&self, emails: impl IntoIterator<Item = E>) {
        let client = Client::builder(TokioExecutor::new()).build_http::<Full<std::io::Cursor<Vec<u8>>>>();
        for email in emails {
            let email = email.as_ref();
            let form = form_urlencoded::Serializer::new(String::new())
                .append_pair("email", email)
                .append_pair("password", PASSWORD)
                .finish();
            let request = Request::post(format!("{}/signup", self.url))
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Full::new(std::io::Cursor::new(form.into_bytes())))
                .expect("a request");
            let response = client.request(request).await.expect("an answer");
            assert_eq!(response.status(), StatusCode::SEE_OTHER, "{email} signs up");
        }
    }

    /// Writes past times of a user into the database, as if they had signed up long ago.
    pub fn remember(&self, past: &Past<'_>) {
        let mut database = self.open_database();
        let last_log_in = past.last_log_in.unwrap_or_default();
        let changed =
            sql_query("UPDATE users SET created_at = ?, last_log_in_at = nullif(?, '') WHERE email = ?")
                .bind::<Text, _>(past.signed_up)
                .bind::<Text, _>(last_log_in)
                .bind::<Text, _>(past.email)
                .execute(&mut database)
                .expect("the past can be written");
        assert_eq!(changed, 1, "{} is in the register", past.email);
    }

    /// As if the mail server of this address had refused the mail for good.
    pub fn give_up_mail_to(&self, email: &str) {
        let given_up = "UPDATE mails SET given_up_at = created_at, sent_at = NULL, next_attempt_at = NULL WHERE email = ?";
        let changed = sql_query(given_up).bind::<Text, _>(email).execute(&mut self.open_database());
        assert_eq!(changed.expect("the mail can be given up"), 1, "{email} has a mail");
    }

    fn open_database(&self) -> SqliteConnection {
        let path = self.database();
        let mut database = SqliteConnection::establish(&path.to_string_lossy()).expect("the database");
        // The server may be writing.
        database.batch_execute("PRAGMA busy_timeout = 10000").expect("a timeout");
        database
    }
}

impl Browser {
    pub async fn log_in(&self, email: &str) {
        self.open("/login").await;
        self.fill("Email", email).await;
        self.fill("Password", PASSWORD).await;
        self.press("Log in").await;
        assert_eq!(self.path().await, "/account", "{email} is logged in");
    }

    /// Logs out by the menu of the account.
    pub async fn log_out(&self) {
        self.find(".account-menu summary").await.click().await.expect("the menu opens");
        self.press("Log out").await;
    }
}
