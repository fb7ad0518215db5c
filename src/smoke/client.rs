//! HTTP with the site: one request, one answer. It follows no redirect, and knows no cookies.

use std::cell::Cell;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use ureq::http::{Method, Request, Response};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Body, Error};

use super::answer::Answer;
use super::options::{Options, Trust};
use super::trouble::{SetUpError, sentence};
use crate::domain::PublicUrl;

/// How soon a client that waits notices that the run was stopped.
const PAUSE: Duration = Duration::from_millis(100);

/// No page of Frontdesk is longer.
const LONGEST_BODY: u64 = 4 * 1_024 * 1_024;

pub struct Client<'a> {
    agent: Agent,
    site: PublicUrl,
    timeout: Duration,
    /// The time of all answers so far.
    spent: Cell<Duration>,
    /// How long the client may still wait when the server says to try again later.
    patience: Cell<Duration>,
    is_stopped: &'a dyn Fn() -> bool,
    /// Whether the client waits also when the run was stopped.
    is_last: Cell<bool>,
}

impl<'a> Client<'a> {
    /// # Errors
    ///
    /// If the certificates that are trusted cannot be read.
    pub fn new(options: &Options, is_stopped: &'a dyn Fn() -> bool) -> Result<Self, SetUpError> {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(options.timeout))
            .user_agent(concat!("frontdesk-smoke/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls(options)?);
        Ok(Self {
            agent: config.build().new_agent(),
            site: options.site.clone(),
            timeout: options.timeout,
            spent: Cell::default(),
            patience: Cell::new(options.patience),
            is_stopped,
            is_last: Cell::new(false),
        })
    }

    pub fn site(&self) -> &PublicUrl {
        &self.site
    }

    /// The time of all answers so far.
    pub fn spent(&self) -> Duration {
        self.spent.get()
    }

    pub fn is_stopped(&self) -> bool {
        (self.is_stopped)()
    }

    /// The patience that is left.
    pub fn patience(&self) -> Duration {
        self.patience.get()
    }

    /// Lets the client wait for so long again, also when the run was stopped.
    pub fn renew_patience(&self, patience: Duration) {
        self.patience.set(patience);
        self.is_last.set(true);
    }

    /// Waits as long as the server asks for, and returns true, if there is patience left for it and the run is not stopped.
    #[expect(clippy::disallowed_methods, reason = "no async thread is here")]
    pub fn waits(&self, wait: Duration) -> bool {
        let Some(left) = self.patience.get().checked_sub(wait) else { return false };
        self.patience.set(left);
        let started = Instant::now();
        while started.elapsed() < wait {
            if !self.is_last.get() && (self.is_stopped)() {
                return false;
            }
            std::thread::sleep(PAUSE.min(wait));
        }
        true
    }

    /// # Errors
    ///
    /// The sentence about an answer that does not come.
    pub fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, String)],
        body: String,
    ) -> Result<Answer, String> {
        let started = Instant::now();
        let answer = self.exchange(method, path, headers, body);
        let time = started.elapsed();
        self.spent.set(self.spent.get() + time);
        let (response, body) =
            answer.map_err(|error| sentence(&error, &self.site.to_string(), self.timeout))?;
        let (parts, _) = response.into_parts();
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body, time })
    }

    fn exchange(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, String)],
        body: String,
    ) -> Result<(Response<Body>, String), Error> {
        let has_body = method == Method::POST;
        let mut request = Request::builder().method(method).uri(self.site.link(path));
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let mut response = match has_body {
            true => self.agent.run(request.body(body)?)?,
            false => self.agent.run(request.body(())?)?,
        };
        let mut octets = Vec::new();
        response.body_mut().with_config().limit(LONGEST_BODY).reader().read_to_end(&mut octets)?;
        Ok((response, String::from_utf8_lossy(&octets).into_owned()))
    }
}

fn tls(options: &Options) -> Result<TlsConfig, SetUpError> {
    let tls = TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()));
    if !options.site.is_https() {
        return Ok(tls.build());
    }
    Ok(match &options.trust {
        Trust::Any => tls.disable_verification(true).build(),
        Trust::File(file) => tls.root_certs(roots(&read(file)?)).build(),
        Trust::System => {
            let found = rustls_native_certs::load_native_certs().certs;
            if found.is_empty() {
                return Err(SetUpError::NothingTrusted);
            }
            tls.root_certs(roots(&found)).build()
        }
    })
}

fn roots(certificates: &[CertificateDer<'static>]) -> RootCerts {
    let certificates = certificates.iter().map(|certificate| Certificate::from_der(certificate).to_owned());
    RootCerts::new_with_certs(&certificates.collect::<Vec<_>>())
}

fn read(file: &Path) -> Result<Vec<CertificateDer<'static>>, SetUpError> {
    let pem = std::fs::read(file).map_err(|error| SetUpError::unreadable(file, error))?;
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    match certificates {
        Ok(certificates) if !certificates.is_empty() => Ok(certificates),
        _ => Err(SetUpError::NoCertificate(file.display().to_string())),
    }
}
