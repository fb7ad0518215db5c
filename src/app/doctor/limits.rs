//! The limits of the system and of the database server, compared with the settings.

use super::{Outcome, Subject};
use crate::listener;
use crate::storage::DatabaseUrl;

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let mut outcomes = vec![descriptors(subject)];
    outcomes.extend(database(subject));
    outcomes
}

/// The limit of this process is the one of the shell, and not that of a service.
fn descriptors(subject: &Subject) -> Outcome {
    let wanted = subject.settings.listener.limits.connections;
    let possible = listener::possible_connections(wanted);
    match possible < wanted {
        true => Outcome::warning(
            format_args!(
                "at most {possible} connections at once, and not {wanted} (connections.most): a process of this user \
                 may not open more files"
            ),
            "raise the hard limit: ulimit -n, or LimitNOFILE= of the service; or lower connections.most",
        ),
        false => Outcome::ok(format_args!("there can be {wanted} connections at once (connections.most)")),
    }
}

fn database(subject: &mut Subject) -> Vec<Outcome> {
    // A pooler decides itself how many connections there are.
    let is_direct =
        matches!(&subject.settings.database_url, DatabaseUrl::Postgres(uri) if uri.has_prepared_statements);
    if subject.database.is_none() || !is_direct {
        return Vec::new();
    }
    super::database::with_database(subject, |subject, database| {
        let wanted = subject.settings.database_connections;
        let most = database.max_connections()?;
        let too_few = most.filter(|most| *most < i64::from(wanted));
        let found = too_few.map(|most| {
            Outcome::error(
                format_args!("database.connections is {wanted}, and the server accepts {most}"),
                "raise max_connections of PostgreSQL, or lower database.connections, for all nodes together",
            )
        });
        Ok(found.into_iter().collect())
    })
}
