//! TLS with a certificate from files, which may change while the server runs.

mod certificate;
mod files;
mod local;
mod settings;

use std::io;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use rustls::ServerConfig;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::{Instant, sleep};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use certificate::Certificate;
use files::Stamp;

pub use certificate::{certificate_name, check, warnings};
pub use local::local_tls;
pub use settings::{TlsError, TlsSettings};

/// The protocols that the server speaks above TLS (RFC 7301), the better one first.
const PROTOCOLS: [&[u8]; 2] = [b"http/1.1", b"http/1.0"];

/// How often the server looks whether the files have changed. It reads them once they have stayed the same for as long,
/// because a program that renews a certificate writes one file after the other.
const WATCH: Duration = Duration::from_secs(1);

/// How often the log repeats that the certificate expires soon.
const REMINDER: Duration = Duration::from_secs(24 * 3_600);

/// Speaks TLS with clients. Clones share one certificate.
#[derive(Clone)]
pub struct Tls {
    acceptor: TlsAcceptor,
    current: Arc<Current>,
}

/// The certificate of new connections.
#[derive(Debug)]
struct Current {
    settings: TlsSettings,
    /// The files as they were before the first reading, so that no later change is missed.
    first: Stamp,
    key: RwLock<Arc<CertifiedKey>>,
}

impl Tls {
    pub fn load(settings: TlsSettings) -> Result<Self, TlsError> {
        let first = Stamp::of(&settings);
        let certificate = Certificate::read(&settings)?;
        certificate.log();
        let current = Arc::new(Current { settings, first, key: RwLock::new(Arc::new(certificate.key)) });
        let mut config =
            ServerConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
                .with_safe_default_protocol_versions()
                .map_err(|error| TlsError { setting: "tls", reason: error.to_string() })?
                .with_no_client_auth()
                .with_cert_resolver(current.clone());
        config.alpn_protocols = PROTOCOLS.map(<[u8]>::to_vec).into();
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)), current })
    }

    /// The handshake. The caller limits its time.
    pub async fn accept<S: AsyncRead + AsyncWrite + Unpin>(&self, socket: S) -> io::Result<TlsStream<S>> {
        self.acceptor.accept(socket).await
    }

    /// Reads the files again. Logs what came of it: if they cannot be used, the certificate stays as it is.
    pub fn reload(&self) {
        match Certificate::read(&self.current.settings) {
            Ok(certificate) => {
                certificate.log();
                *self.current.key.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(certificate.key);
            }
            Err(error) => {
                tracing::error!("the certificate is not replaced, and the one in use stays: {error}");
            }
        }
    }

    /// Reads the files again each time they have changed since `load`. Does not end.
    pub async fn watch(self) {
        let mut read = self.current.first.clone();
        let mut seen = read.clone();
        let mut reminded = Instant::now();
        loop {
            sleep(WATCH).await;
            let now = Stamp::of(&self.current.settings);
            if now != read && now == seen {
                self.reload();
                read = now.clone();
            }
            if reminded.elapsed() >= REMINDER {
                reminded = Instant::now();
                self.remind();
            }
            seen = now;
        }
    }

    /// Warns of a certificate in use that expires.
    fn remind(&self) {
        let key = self.current.resolved();
        if let Some(warning) = certificate::expiry(&key) {
            tracing::warn!("{warning}");
        }
    }
}

impl Current {
    fn resolved(&self) -> Arc<CertifiedKey> {
        self.key.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl ResolvesServerCert for Current {
    /// One certificate, whatever name the client asks for: a site has one.
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.resolved())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use rcgen::{CertificateParams, KeyPair};

    use super::*;

    /// Writes a new certificate and its key.
    fn write(folder: &Path) {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(["localhost".to_owned()]).expect("a certificate");
        let certificate = params.self_signed(&key).expect("a certificate");
        fs::write(folder.join("cert.pem"), certificate.pem()).expect("a file");
        fs::write(folder.join("key.pem"), key.serialize_pem()).expect("a file");
    }

    #[tokio::test(start_paused = true)]
    async fn files_that_change_between_reading_and_watching_are_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path());
        let (certificate, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
        let tls =
            Tls::load(TlsSettings { certificate, key, host: "localhost".into() }).expect("a certificate");
        let first = tls.current.resolved();
        write(folder.path());
        tokio::spawn(tls.clone().watch());
        sleep(4 * WATCH).await;
        assert_ne!(tls.current.resolved().cert, first.cert);
    }
}
