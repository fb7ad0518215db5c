//! Whether mail can be sent: connects to the server and logs in, without sending a mail; and whether mails wait.

use std::time::Duration;

use super::database::with_tables;
use super::{Outcome, Subject};
use crate::mail::Mailer;
use crate::storage::mail_list;

/// How long the mail server may take to let Frontdesk in.
const PATIENCE: Duration = Duration::from_secs(15);

/// A mail that waits for longer has failed several times.
const LONG_WAIT: time::Duration = time::Duration::hours(1);

pub fn server(subject: &mut Subject) -> Vec<Outcome> {
    let Some(parts) = &subject.parts else {
        return vec![Outcome::skipped("the configuration is not complete")];
    };
    let (mailer, is_https) = (&parts.mailer, subject.settings.public_url.is_https());
    if let Some(folder) = mailer.folder() {
        let told = format!("mail is not sent: it is written into {}", folder.display());
        // A site with https is in real use.
        return vec![match is_https {
            true => Outcome::warning(told, "set mail.transport and mail.smtp_url"),
            false => Outcome::skipped(told),
        }];
    }
    let place = mailer.server().unwrap_or_default();
    let tried = try_server(mailer).map_err(|error| error.to_string());
    let mut outcomes = vec![match tried {
        Ok(()) => {
            Outcome::ok(format_args!("{place}: it lets this machine in; `frontdesk mail test` sends a mail"))
        }
        Err(reason) => Outcome::error(
            format_args!("{place}: {reason}"),
            "check mail.smtp_url and that server: `frontdesk mail test`",
        ),
    }];
    if let Some(host) = mailer.host_in_clear() {
        outcomes.push(Outcome::warning(
            format_args!("the connection to the mail server at {host} is not encrypted"),
            "set ?tls=required or smtps:// in mail.smtp_url",
        ));
    }
    outcomes
}

fn try_server(mailer: &Mailer) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let tried = runtime.block_on(mailer.try_server(PATIENCE));
    // The system may still look for the name of the server.
    runtime.shutdown_background();
    Ok(tried?)
}

pub fn outbox(subject: &mut Subject) -> Vec<Outcome> {
    with_tables(subject, |subject, database| {
        let counts = database.read(mail_list::counts)?;
        let oldest = database.read(mail_list::oldest_waiting)?;
        let (waiting, given_up) = (counts.waiting, counts.given_up);
        let told = format!("mails that wait: {waiting}, and that were given up: {given_up}");
        let is_stuck = oldest.is_some_and(|oldest| subject.now - oldest > LONG_WAIT);
        Ok(vec![match (is_stuck, given_up) {
            (true, _) => Outcome::warning(
                format_args!("{told}; one has waited for more than an hour"),
                "see why at /admin/mail; a running server sends them",
            ),
            (false, 1..) => Outcome::warning(told, "see why at /admin/mail, and send them again from there"),
            _ => Outcome::ok(told),
        }])
    })
}
