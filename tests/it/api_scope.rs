//! What an access token allows: the client that it was issued to and its scope decide.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use frontdesk::domain::{Bearer, PublicId, Scope, SigningAlgorithm};
use frontdesk::token_signing::{Issuer, Settings};
use serde_json::Value;
use time::{Duration, OffsetDateTime};

use crate::harness::{App, PASSWORD};
use crate::secrets::sign_in_clear;

const EMAIL: &str = "root@example.com";

fn claims(token: &str) -> Value {
    let body = URL_SAFE_NO_PAD.decode(token.split('.').nth(1).expect("claims")).expect("base64url");
    serde_json::from_slice(&body).expect("JSON")
}

fn text(claims: &Value, name: &str) -> String {
    claims[name].as_str().expect("text").to_owned()
}

#[rocket::async_test]
async fn a_token_for_another_client_or_of_less_scope_does_not_open_the_administrators_api() {
    let app = App::new().await;
    app.administrator(EMAIL).await;
    let key = sign_in_clear(&app);
    let claims = claims(&app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens().0);
    let issuer = Issuer::new(Settings {
        issuer: text(&claims, "iss"),
        audience: text(&claims, "aud"),
        life: Duration::minutes(5),
        algorithm: SigningAlgorithm::EdDsa,
    });
    let token = |client: &str, scope: &str| {
        let bearer = Bearer {
            user: PublicId::from_text(text(&claims, "sub")),
            session: PublicId::from_text(text(&claims, "sid")),
            client: client.into(),
            scope: Scope::from_text(scope),
        };
        issuer.sign(&key, &bearer, OffsetDateTime::now_utc()).expect("a token").expose().to_owned()
    };
    for (client, scope, me, users) in [
        ("frontdesk", "account admin", 200, 200),
        ("frontdesk", "account", 200, 403),
        ("frontdesk", "admin", 401, 401),
        ("frontdesk", "", 401, 401),
        ("shelf", "account admin", 401, 401),
        ("", "account admin", 401, 401),
    ] {
        let token = token(client, scope);
        let status = async |path: &str| app.browser().bearing(&token).get(path).await.status;
        assert_eq!(status("/users/me").await, me, "{client:?} {scope:?}");
        assert_eq!(status("/admin/api/users").await, users, "{client:?} {scope:?}");
    }
}

#[rocket::async_test]
async fn a_token_names_user_and_session_by_ids_that_reveal_nothing_and_stay() {
    let app = App::new().await;
    app.member("one@example.com").await;
    app.member("two@example.com").await;
    let claims_of =
        async |email: &str| claims(&app.browser().ask_for_tokens(email, PASSWORD).await.tokens().0);
    let (first, again, other) = (
        claims_of("one@example.com").await,
        claims_of("one@example.com").await,
        claims_of("two@example.com").await,
    );
    assert_eq!(first["sub"], again["sub"], "the same user");
    assert_ne!(first["sub"], other["sub"]);
    assert_ne!(first["sid"], again["sid"], "another session");
    for claims in [&first, &again, &other] {
        for name in ["sub", "sid"] {
            assert_eq!(text(claims, name).len(), 22, "{claims}");
        }
        assert_eq!((&claims["client_id"], &claims["scope"]), (&"frontdesk".into(), &"account admin".into()));
    }
}
