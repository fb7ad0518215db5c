//! TLS to a server: version 1.2 or later, with a certificate that the system trusts and that names the server.

use std::io;
use std::sync::Arc;

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio_rustls::TlsConnector;

use super::connection::Stream;
use super::trouble::{Step, Trouble};

#[derive(Clone)]
pub struct Tls {
    connector: TlsConnector,
    name: ServerName<'static>,
}

#[derive(Debug, thiserror::Error)]
pub enum NoTls {
    #[error(
        "needs TLS, and there is no certificate that the system trusts{0}: install ca-certificates, or name a file of them in SSL_CERT_FILE"
    )]
    NoCertificates(String),
    #[error("needs TLS, which cannot be set up: {0}")]
    Broken(#[from] rustls::Error),
}

impl Tls {
    /// Reads the certificates that the system trusts, or those of `SSL_CERT_FILE`.
    pub fn new(name: ServerName<'static>) -> Result<Self, NoTls> {
        let found = rustls_native_certs::load_native_certs();
        let mut roots = RootCertStore::empty();
        if roots.add_parsable_certificates(found.certs).0 == 0 {
            let reason = found.errors.first().map(|error| format!(" ({error})")).unwrap_or_default();
            return Err(NoTls::NoCertificates(reason));
        }
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { connector: TlsConnector::from(Arc::new(config)), name })
    }

    pub async fn begin(&self, stream: impl Stream + 'static) -> Result<impl Stream + 'static, Trouble> {
        let begun: io::Result<_> = self.connector.connect(self.name.clone(), stream).await;
        begun.map_err(|error| Trouble::broken(Step::Tls, error))
    }
}
