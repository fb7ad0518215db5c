//! A certificate with its key, and what an operator should know about it.

use std::path::Path;
use std::time::Duration;

use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::sign::CertifiedKey;
use rustls::{Error, InconsistentKeys};
use webpki::{EndEntityCert, KeyUsage};

use super::files;
use super::settings::{TlsError, TlsSettings};

const CERTIFICATE: &str = "tls.certificate";
const KEY: &str = "tls.key";

/// How long before the end of the certificate the log warns of it. ACME clients renew a month before.
const SOON: Duration = Duration::from_secs(14 * 24 * 3_600);

pub struct Certificate {
    pub key: CertifiedKey,
    names: Vec<String>,
    warnings: Vec<String>,
}

impl Certificate {
    pub fn read(settings: &TlsSettings) -> Result<Self, TlsError> {
        let chain = chain(&settings.certificate)?;
        let private = private_key(&settings.key)?;
        let key = CertifiedKey::from_der(chain, private, &rustls::crypto::aws_lc_rs::default_provider());
        let key = key.map_err(|error| unusable(error, settings))?;
        let names = names(&key.cert[0], &settings.certificate)?;
        let mut warnings: Vec<String> =
            [files::openness(&settings.key), expiry(&key)].into_iter().flatten().collect();
        if !is_for(&key, &settings.host) {
            let host = &settings.host;
            warnings.push(format!(
                "the certificate is not for {host}, the host of public_url: browsers refuse it"
            ));
        }
        Ok(Self { key, names, warnings })
    }

    pub fn log(&self) {
        tracing::info!("https with the certificate of {}", self.names.join(", "));
        for warning in &self.warnings {
            tracing::warn!("{warning}");
        }
    }
}

/// # Errors
///
/// If the files do not contain a certificate and its key.
pub fn check(settings: &TlsSettings) -> Result<(), TlsError> {
    Certificate::read(settings).map(drop)
}

/// What an operator should know about the certificate: that it ends soon, for example.
///
/// # Errors
///
/// As [`check`].
pub fn warnings(settings: &TlsSettings) -> Result<Vec<String>, TlsError> {
    Certificate::read(settings).map(|certificate| certificate.warnings)
}

/// The first host that a certificate is for. A name with `*` is none.
///
/// # Errors
///
/// If the file has no certificate.
pub fn certificate_name(path: &Path) -> Result<Option<String>, TlsError> {
    let chain = chain(path)?;
    Ok(names(&chain[0], path)?.into_iter().find(|name| !name.contains('*')))
}

/// At least one certificate.
fn chain(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let text = files::read(CERTIFICATE, path)?;
    let chain: Result<Vec<_>, pem::Error> = CertificateDer::pem_slice_iter(&text).collect();
    let wrong =
        |reason: String| TlsError { setting: CERTIFICATE, reason: format!("{} {reason}", path.display()) };
    match chain {
        Ok(chain) if chain.is_empty() => {
            Err(wrong("contains no certificate; it must be PEM, with -----BEGIN CERTIFICATE-----".to_owned()))
        }
        Ok(chain) => Ok(chain),
        Err(error) => Err(wrong(format!("is damaged: {error}"))),
    }
}

fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, TlsError> {
    let text = files::read(KEY, path)?;
    let wrong = |reason: String| TlsError { setting: KEY, reason: format!("{} {reason}", path.display()) };
    PrivateKeyDer::from_pem_slice(&text).map_err(|error| match error {
        pem::Error::NoItemsFound if text.windows(9).any(|word| word == b"ENCRYPTED") => wrong(format!(
            "has a passphrase; write the key without it: openssl pkey -in {} -out NEW",
            path.display()
        )),
        pem::Error::NoItemsFound => {
            wrong("contains no private key; it must be PEM, with -----BEGIN PRIVATE KEY-----".to_owned())
        }
        error => wrong(format!("is damaged: {error}")),
    })
}

fn unusable(error: Error, settings: &TlsSettings) -> TlsError {
    let certificate = settings.certificate.display();
    let reason = match error {
        Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => format!(
            "{} does not belong to the first certificate in {certificate}, which must be the server's own",
            settings.key.display()
        ),
        Error::InvalidCertificate(error) => {
            return TlsError {
                setting: CERTIFICATE,
                reason: format!("{certificate} cannot be used: {error}"),
            };
        }
        error => format!("{} cannot be used: {error}", settings.key.display()),
    };
    TlsError { setting: KEY, reason }
}

fn names(certificate: &CertificateDer<'_>, path: &Path) -> Result<Vec<String>, TlsError> {
    let parsed = EndEntityCert::try_from(certificate).map_err(|error| TlsError {
        setting: CERTIFICATE,
        reason: format!("{} cannot be used: {error}", path.display()),
    })?;
    Ok(parsed.valid_dns_names().map(str::to_owned).collect())
}

fn is_for(key: &CertifiedKey, host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let certificate = key.end_entity_cert().ok().and_then(|der| EndEntityCert::try_from(der).ok());
    let name = ServerName::try_from(host);
    certificate
        .zip(name.ok())
        .is_some_and(|(certificate, name)| certificate.verify_is_valid_for_subject_name(&name).is_ok())
}

/// A warning, if the certificate has expired, expires soon, or is not valid yet.
pub fn expiry(key: &CertifiedKey) -> Option<String> {
    let certificate = EndEntityCert::try_from(key.end_entity_cert().ok()?).ok()?;
    let now = UnixTime::now();
    let soon = UnixTime::since_unix_epoch(Duration::from_secs(now.as_secs()) + SOON);
    // Without authorities the check always fails, and first of all because of the dates.
    let error_at =
        |time| certificate.verify_for_usage(&[], &[], &[], time, KeyUsage::server_auth(), None, None).err();
    match (error_at(now), error_at(soon)) {
        (Some(webpki::Error::CertExpired { not_after, .. }), _) => {
            let days = now.as_secs().saturating_sub(not_after.as_secs()) / 86_400;
            Some(format!("the certificate has expired {days} days ago: browsers refuse it"))
        }
        (Some(webpki::Error::CertNotValidYet { .. }), _) => {
            Some("the certificate is not valid yet: browsers refuse it".to_owned())
        }
        (_, Some(webpki::Error::CertExpired { not_after, .. })) => {
            let days = not_after.as_secs().saturating_sub(now.as_secs()) / 86_400;
            Some(format!("the certificate expires in {days} days: renew it"))
        }
        _ => None,
    }
}
