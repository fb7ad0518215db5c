//! Creates keys, and converts them for the library and for publication.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair};
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::jwk::{AlgorithmParameters, Jwk, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use time::OffsetDateTime;

use super::SigningError;
use crate::domain::{PrivateKey, PublicKey, SigningAlgorithm, SigningKey};

/// A new key from the system's random generator.
pub fn generate(algorithm: SigningAlgorithm, now: OffsetDateTime) -> Result<SigningKey, SigningError> {
    let generated = match algorithm {
        SigningAlgorithm::EdDsa => {
            Ed25519KeyPair::generate().and_then(|pair| pair.to_pkcs8v1()).map(|der| der.as_ref().to_vec())
        }
        SigningAlgorithm::Es256 => EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)
            .and_then(|pair| pair.to_pkcs8v1())
            .map(|der| der.as_ref().to_vec()),
    };
    let private_key = PrivateKey::new(generated.map_err(|_| SigningError::Generator)?);
    let mut key = SigningKey { id: String::new(), algorithm, private_key, created_at: now };
    key.id = jwk(&key)?.thumbprint(ThumbprintHash::SHA256)?;
    Ok(key)
}

/// The public key that verifies signatures of this key.
pub fn public_key(key: &SigningKey) -> Result<PublicKey, SigningError> {
    let (x, y) = match jwk(key)?.algorithm {
        AlgorithmParameters::OctetKeyPair(parameters) => (parameters.x, None),
        AlgorithmParameters::EllipticCurve(parameters) => (parameters.x, Some(parameters.y)),
        _ => return Err(ErrorKind::InvalidKeyFormat.into()),
    };
    Ok(PublicKey { id: key.id.clone(), algorithm: key.algorithm, x, y, created_at: key.created_at })
}

pub fn algorithm(algorithm: SigningAlgorithm) -> Algorithm {
    match algorithm {
        SigningAlgorithm::EdDsa => Algorithm::EdDSA,
        SigningAlgorithm::Es256 => Algorithm::ES256,
    }
}

pub fn private(key: &SigningKey) -> EncodingKey {
    match key.algorithm {
        SigningAlgorithm::EdDsa => EncodingKey::from_ed_der(key.private_key.expose()),
        SigningAlgorithm::Es256 => EncodingKey::from_ec_der(key.private_key.expose()),
    }
}

pub fn public(key: &PublicKey) -> Result<DecodingKey, SigningError> {
    Ok(match key.algorithm {
        SigningAlgorithm::EdDsa => DecodingKey::from_ed_components(&key.x)?,
        SigningAlgorithm::Es256 => {
            DecodingKey::from_ec_components(&key.x, key.y.as_deref().unwrap_or_default())?
        }
    })
}

fn jwk(key: &SigningKey) -> Result<Jwk, SigningError> {
    Ok(Jwk::from_encoding_key(&private(key), algorithm(key.algorithm))?)
}
