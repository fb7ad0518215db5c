//! Certificates for servers, each from an authority of its own test.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use time::{Duration, OffsetDateTime};

use super::{Program, Server};

/// A program with a certificate for `localhost`, and the authority that issued it.
pub fn with_tls() -> (Program, Authority) {
    let program =
        Program::new().with("FRONTDESK_TLS__CERTIFICATE", "cert.pem").with("FRONTDESK_TLS__KEY", "key.pem");
    let authority = Authority::new(program.folder().join("authority.pem"));
    authority.issue(&["localhost"]).write(&program.folder());
    (program, authority)
}

pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    certificate: CertificateDer<'static>,
    /// Its certificate, for clients.
    pub file: PathBuf,
}

/// A certificate with its key.
pub struct Issued {
    certificate: rcgen::Certificate,
    key: KeyPair,
}

impl Authority {
    /// A new authority, with its certificate in this file.
    pub fn new(file: PathBuf) -> Self {
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new([]).expect("an authority");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        // OpenSSL finds the issuer by its name.
        params.distinguished_name.push(DnType::CommonName, file.to_string_lossy().into_owned());
        let certificate = params.self_signed(&key).expect("an authority");
        fs::write(&file, certificate.pem()).expect("a file");
        Self { issuer: Issuer::new(params, key), certificate: certificate.der().clone(), file }
    }

    /// A certificate for these hosts, for a year.
    pub fn issue(&self, hosts: &[&str]) -> Issued {
        let now = OffsetDateTime::now_utc();
        self.issue_for(hosts, now - Duration::DAY, now + Duration::days(365))
    }

    pub fn issue_for(&self, hosts: &[&str], from: OffsetDateTime, until: OffsetDateTime) -> Issued {
        let hosts: Vec<String> = hosts.iter().map(ToString::to_string).collect();
        let mut params = CertificateParams::new(hosts).expect("a certificate");
        (params.not_before, params.not_after) = (from, until);
        let key = KeyPair::generate().expect("a key");
        Issued { certificate: params.signed_by(&key, &self.issuer).expect("a certificate"), key }
    }

    /// Whether curl, which trusts this authority alone, gets an answer from the server.
    pub fn vouches_for(&self, server: &Server, more: &[&str]) -> bool {
        let file = self.file.to_str().expect("a path");
        let url = format!("https://localhost:{}/login", server.port());
        let curl =
            Command::new("curl").args(["-s", "-o", "/dev/null", "--cacert", file, &url]).args(more).status();
        curl.expect("curl").success()
    }

    /// The settings of a client that trusts this authority alone.
    pub fn client(&self) -> Arc<ClientConfig> {
        let mut roots = RootCertStore::empty();
        roots.add(self.certificate.clone()).expect("an authority");
        let builder = ClientConfig::builder_with_provider(provider());
        let builder = builder.with_safe_default_protocol_versions().expect("TLS");
        Arc::new(builder.with_root_certificates(roots).with_no_client_auth())
    }
}

impl Issued {
    pub fn certificate_pem(&self) -> String {
        self.certificate.pem()
    }

    pub fn key_pem(&self) -> String {
        self.key.serialize_pem()
    }

    /// Puts `cert.pem` and `key.pem` into the folder, each at once in place of the file that was there.
    pub fn write(&self, folder: &Path) {
        for (name, content, mode) in
            [("cert.pem", self.certificate_pem(), 0o644), ("key.pem", self.key_pem(), 0o600)]
        {
            let new = folder.join(format!("{name}.new"));
            fs::write(&new, content).expect("a file");
            fs::set_permissions(&new, fs::Permissions::from_mode(mode)).expect("a mode");
            fs::rename(&new, folder.join(name)).expect("renamed");
        }
    }

    pub fn server_config(&self) -> ServerConfig {
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(self.key.serialize_der()));
        let builder = ServerConfig::builder_with_provider(provider());
        let builder = builder.with_safe_default_protocol_versions().expect("TLS");
        let builder = builder.with_no_client_auth();
        builder.with_single_cert(vec![self.certificate.der().clone()], key).expect("TLS")
    }
}

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::aws_lc_rs::default_provider())
}
