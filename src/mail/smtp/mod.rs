//! The SMTP client: hands one mail to a server, and reports how certain the result is. `docs/decisions/smtp_client.md`
//! says why it is our own.

mod connection;
mod extensions;
mod hello_name;
mod reply;
mod server;
mod session;
mod tls;
mod trouble;

use std::io;
use std::time::Duration;

use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout, timeout_at};

use super::rendered_mail::RenderedMail;
use super::send_error::SendError;
pub use hello_name::{HelloName, InvalidHelloName};
pub use server::{InvalidSmtpUrl, SmtpServer};
use server::{Login, Security};
use session::Session;
pub use tls::NoTls;
use tls::Tls;
use trouble::{Step, Trouble};

/// The longest time that sending one mail can take. The claim on a mail lasts longer.
pub const MAX_SENDING_TIME: Duration = Duration::from_secs(60);

/// How long a connection to each of the server's addresses may take.
const MAX_CONNECTING: Duration = Duration::from_secs(10);

/// A mail server, and what the client needs to talk to it.
#[derive(Clone)]
pub struct SmtpClient {
    server: SmtpServer,
    /// Set unless the connection is without TLS.
    tls: Option<Tls>,
    hello_name: HelloName,
}

impl SmtpClient {
    /// Reads the certificates that the system trusts, if the server uses TLS.
    pub fn new(server: SmtpServer, hello_name: HelloName) -> Result<Self, NoTls> {
        let tls = match &server.security {
            Security::Clear => None,
            Security::StartTls(name) | Security::Tls(name) => Some(Tls::new(name.clone())?),
        };
        Ok(Self { server, tls, hello_name })
    }

    pub fn server(&self) -> &SmtpServer {
        &self.server
    }

    /// Sends a mail, or gives up within [`MAX_SENDING_TIME`]. Each mail has a connection of its own.
    pub async fn send(&self, mail: &RenderedMail) -> Result<(), SendError> {
        let deadline = Deadline::after(MAX_SENDING_TIME);
        let mut session = within(deadline, Step::Connecting, self.open()).await?;
        let sent = converse(&mut session, self.server.login.as_ref(), mail, deadline).await;
        if sent.as_ref().err().is_none_or(Trouble::leaves_connection) {
            let _ = timeout_at(deadline.at, session.goodbye()).await;
        }
        Ok(sent?)
    }

    /// Connects, starts TLS and logs in, as for a mail, and sends none. The error does not repeat the log-in, which some
    /// servers quote.
    pub async fn try_log_in(&self, patience: Duration) -> Result<(), SendError> {
        let deadline = Deadline::after(patience);
        let tried = async {
            let mut session = within(deadline, Step::Connecting, self.open()).await?;
            let logged_in = match &self.server.login {
                Some(login) => within(deadline, Step::Auth, session.log_in(login)).await,
                None => Ok(()),
            };
            if logged_in.as_ref().err().is_none_or(Trouble::leaves_connection) {
                let _ = timeout_at(deadline.at, session.goodbye()).await;
            }
            logged_in
        };
        tried.await.map_err(|trouble: Trouble| {
            let SendError { reason, kind } = trouble.into();
            let login = self.server.login.as_ref();
            SendError { reason: login.map_or(reason.clone(), |login| login.hidden_in(reason)), kind }
        })
    }

    async fn open(&self) -> Result<Session, Trouble> {
        let stream = self.connect().await.map_err(|error| Trouble::broken(Step::Connecting, error))?;
        let hello_name = self.hello_name.text(stream.local_addr().ok());
        match (&self.tls, &self.server.security) {
            (Some(tls), Security::Tls(_)) => Session::open(tls.begin(stream).await?, &hello_name).await,
            (Some(tls), _) => Session::open(stream, &hello_name).await?.start_tls(tls, &hello_name).await,
            (None, _) => Session::open(stream, &hello_name).await,
        }
    }

    /// Connects to the first of the server's addresses that answers.
    async fn connect(&self) -> io::Result<TcpStream> {
        let mut last = io::Error::new(io::ErrorKind::NotFound, "the host has no address");
        for address in lookup_host((self.server.host.as_str(), self.server.port)).await? {
            match timeout(MAX_CONNECTING, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => {
                    stream.set_nodelay(true)?;
                    return Ok(stream);
                }
                Ok(Err(error)) => last = error,
                Err(_) => {
                    let told = format!("no connection after {} seconds", MAX_CONNECTING.as_secs());
                    last = io::Error::new(io::ErrorKind::TimedOut, told);
                }
            }
        }
        Err(last)
    }
}

/// When to give up, and after how long that is.
#[derive(Clone, Copy)]
struct Deadline {
    at: Instant,
    patience: Duration,
}

impl Deadline {
    fn after(patience: Duration) -> Self {
        Self { at: Instant::now() + patience, patience }
    }
}

async fn converse(
    session: &mut Session,
    login: Option<&Login>,
    mail: &RenderedMail,
    deadline: Deadline,
) -> Result<(), Trouble> {
    if let Some(login) = login {
        within(deadline, Step::Auth, session.log_in(login)).await?;
    }
    within(deadline, Step::Body, session.hand_over(mail)).await?;
    within(deadline, Step::EndOfMail, session.end_of_mail()).await
}

async fn within<T>(
    deadline: Deadline,
    step: Step,
    part: impl Future<Output = Result<T, Trouble>>,
) -> Result<T, Trouble> {
    let late = |_| {
        let told = format!("not done after {} seconds", deadline.patience.as_secs());
        Err(Trouble::broken(step, io::Error::new(io::ErrorKind::TimedOut, told)))
    };
    timeout_at(deadline.at, part).await.unwrap_or_else(late)
}

#[cfg(test)]
mod tests;
