//! Which access tokens are accepted, and which are not.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};

use super::*;

fn issuer() -> Issuer {
    Issuer::new(Settings {
        issuer: "https://id.example.com".into(),
        audience: "https://id.example.com".into(),
        life: Duration::minutes(10),
        algorithm: SigningAlgorithm::EdDsa,
    })
}

fn now() -> OffsetDateTime {
    OffsetDateTime::UNIX_EPOCH + Duration::days(20_000)
}

fn bearer() -> Bearer {
    Bearer {
        user: PublicId::from_text("a-user".into()),
        session: PublicId::from_text("a-session".into()),
        client: "frontdesk".into(),
        scope: Scope::from_text("account admin"),
    }
}

fn key(algorithm: SigningAlgorithm) -> SigningKey {
    generate(algorithm, now()).expect("a key")
}

fn ring(key: &SigningKey) -> Keyring {
    Keyring::new(vec![public_key(key).expect("a public key")])
}

fn part(token: &str, number: usize) -> Value {
    let text = token.split('.').nth(number).expect("a part");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).expect("base64url")).expect("JSON")
}

/// A token that is signed with the server's own key but has other claims.
fn forged(key: &SigningKey, header: &Header, change: impl FnOnce(&mut Value)) -> String {
    let mut claims = json!({
        "iss": "https://id.example.com", "aud": "https://id.example.com", "sub": "a-user", "sid": "a-session",
        "jti": "x", "client_id": "frontdesk", "scope": "account admin",
        "iat": now().unix_timestamp(), "exp": now().unix_timestamp() + 600,
    });
    change(&mut claims);
    encode(header, &claims, &keys::private(key)).expect("a token")
}

fn header(key: &SigningKey) -> Header {
    Header {
        typ: Some(TYPE.into()),
        kid: Some(key.id.clone()),
        ..Header::new(keys::algorithm(key.algorithm))
    }
}

#[test]
fn a_token_of_either_algorithm_is_accepted_until_it_expires() {
    for algorithm in [SigningAlgorithm::EdDsa, SigningAlgorithm::Es256] {
        let key = key(algorithm);
        let token = issuer().sign(&key, &bearer(), now()).expect("a token");
        assert_eq!(issuer().verify(token.expose(), &ring(&key), now()), Ok(bearer()));
        let (header, claims) = (part(token.expose(), 0), part(token.expose(), 1));
        assert_eq!(header["alg"], algorithm.code());
        assert_eq!((&header["typ"], &header["kid"]), (&json!("at+jwt"), &json!(key.id)));
        assert_eq!((&claims["sub"], &claims["sid"]), (&json!("a-user"), &json!("a-session")));
        assert_eq!((&claims["client_id"], &claims["scope"]), (&json!("frontdesk"), &json!("account admin")));
        assert_eq!(claims["exp"].as_i64().zip(claims["iat"].as_i64()).map(|(exp, iat)| exp - iat), Some(600));
        let just_before = now() + Duration::seconds(598);
        assert_eq!(issuer().verify(token.expose(), &ring(&key), just_before), Ok(bearer()));
        let later = now() + Duration::seconds(601);
        assert_eq!(issuer().verify(token.expose(), &ring(&key), later), Err(InvalidToken::Expired));
    }
}

#[test]
fn no_two_tokens_are_the_same() {
    let key = key(SigningAlgorithm::EdDsa);
    let at = now();
    let ids: Vec<Value> = (0..2)
        .map(|_| part(issuer().sign(&key, &bearer(), at).expect("a token").expose(), 1)["jti"].clone())
        .collect();
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn what_was_signed_for_others_or_by_others_is_refused() {
    let (ours, theirs) = (key(SigningAlgorithm::EdDsa), key(SigningAlgorithm::EdDsa));
    let refused = |token: &str, why: &str| {
        assert_eq!(issuer().verify(token, &ring(&ours), now()), Err(InvalidToken::Foreign), "{why}");
    };
    assert_eq!(issuer().verify(&forged(&ours, &header(&ours), |_| ()), &ring(&ours), now()), Ok(bearer()));
    refused(
        &forged(&ours, &header(&ours), |claims| claims["aud"] = json!("https://other.example")),
        "audience",
    );
    refused(
        &forged(&ours, &header(&ours), |claims| claims["iss"] = json!("https://other.example")),
        "issuer",
    );
    for claim in ["iss", "aud", "sub", "sid", "exp", "client_id", "scope"] {
        let without = |claims: &mut Value| drop(claims.as_object_mut().expect("claims").remove(claim));
        refused(&forged(&ours, &header(&ours), without), claim);
    }
    refused(&forged(&ours, &header(&ours), |claims| claims["sub"] = json!(7)), "no text");
    refused(&forged(&ours, &Header { kid: None, ..header(&ours) }, |_| ()), "no key named");
    refused(&forged(&ours, &Header { typ: Some("JWT".into()), ..header(&ours) }, |_| ()), "another type");
    refused(&forged(&theirs, &header(&theirs), |_| ()), "an unknown key");
    refused(&forged(&theirs, &header(&ours), |_| ()), "our key's name under another's signature");
    for text in ["", ".", "..", "a.b.c", "eyJ.eyJ.", &"a".repeat(10_000)] {
        refused(text, text);
    }
}

#[test]
fn a_token_does_not_choose_its_algorithm() {
    let ours = key(SigningAlgorithm::EdDsa);
    let good = issuer().sign(&ours, &bearer(), now()).expect("a token").expose().to_owned();
    let (body, signature) =
        (good.split('.').nth(1).expect("claims"), good.rsplit('.').next().expect("signature"));
    let refused = |token: &str, why: &str| {
        assert_eq!(issuer().verify(token, &ring(&ours), now()), Err(InvalidToken::Foreign), "{why}");
    };
    for algorithm in ["none", "None", "NONE", "HS256", "ES256", "RS256", "EDDSA", ""] {
        let header = json!({ "typ": TYPE, "alg": algorithm, "kid": ours.id }).to_string();
        let header = URL_SAFE_NO_PAD.encode(header);
        refused(&format!("{header}.{body}."), algorithm);
        refused(&format!("{header}.{body}.{signature}"), algorithm);
    }
    // The public key as the secret of a MAC, in the common formats.
    let x = public_key(&ours).expect("a public key").x;
    for secret in [x.clone().into_bytes(), URL_SAFE_NO_PAD.decode(&x).expect("base64url")] {
        let header =
            Header { typ: Some(TYPE.into()), kid: Some(ours.id.clone()), ..Header::new(Algorithm::HS256) };
        let claims = part(&good, 1);
        let token = encode(&header, &claims, &EncodingKey::from_secret(&secret)).expect("a token");
        refused(&token, "HS256 with the public key");
    }
}

#[test]
fn a_changed_token_is_refused() {
    let ours = key(SigningAlgorithm::EdDsa);
    let token = issuer().sign(&ours, &bearer(), now()).expect("a token").expose().to_owned();
    let parts: Vec<&str> = token.split('.').collect();
    let mut claims = part(&token, 1);
    claims["sub"] = json!("another-user");
    let claims = URL_SAFE_NO_PAD.encode(claims.to_string());
    let changed = format!("{}.{claims}.{}", parts[0], parts[2]);
    assert_eq!(issuer().verify(&changed, &ring(&ours), now()), Err(InvalidToken::Foreign));
    let unsigned = format!("{}.{}.", parts[0], parts[1]);
    assert_eq!(issuer().verify(&unsigned, &ring(&ours), now()), Err(InvalidToken::Foreign));
}

#[test]
fn a_key_is_named_by_its_thumbprint() {
    use sha2::Digest;
    let key = key(SigningAlgorithm::EdDsa);
    let x = public_key(&key).expect("a public key").x;
    let canonical = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#);
    assert_eq!(key.id, URL_SAFE_NO_PAD.encode(sha2::Sha256::digest(canonical)), "RFC 8037, appendix A.3");
}
