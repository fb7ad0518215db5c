//! Watches the database: its file may be removed or replaced while the process runs.

use super::Housekeeping;
use crate::accounts::Failure;

impl Housekeeping {
    /// To be called twice a second. A database that takes the place of a removed one has to pass the checks of a start.
    pub async fn watch_storage(&self) {
        if !self.core.storage.watch().await {
            return;
        }
        if let Err(failure) = self.tokens.prepare().await {
            self.core.storage.refuse(reason(failure)).await;
        }
    }
}

fn reason(failure: Failure) -> String {
    match failure {
        Failure::Unavailable { source, .. } | Failure::Unexpected(source) => source.to_string(),
        failure => failure.to_string(),
    }
}
