//! Puts hashes right that the fast engine got wrong.

use std::time::Duration;

use super::Housekeeping;
use crate::accounts::Failure;
use crate::domain::PhcString;
use crate::password_hashing::Repair;
use crate::storage::{self, Transaction, pending_sign_ups, users};

/// From a new hash to the end of the transaction that stores it.
const MAX_REQUEST: Duration = Duration::from_secs(60);

impl Housekeeping {
    /// To be called every second or so. Usually there is nothing to do. A hash that is not stored yet, or any more, is left:
    /// a later call finds it for as long as its request can take.
    pub async fn repair_hashes(&self) -> Result<(), Failure> {
        let mut failed = Ok(());
        for repair in self.hashing.take_repairs() {
            let Repair { faulty, right, .. } = repair.clone();
            let put_right = move |tx: &mut Transaction<'_>| replace(tx, &faulty, &right);
            match self.core.storage.write(put_right).await.map_err(Failure::from) {
                Ok(true) => {
                    tracing::warn!("a password hash of the fast engine was wrong, and has been put right")
                }
                Ok(false) if repair.found_at.elapsed() > MAX_REQUEST => {}
                Ok(false) => self.hashing.return_repair(repair),
                Err(error) => {
                    self.hashing.return_repair(repair);
                    failed = Err(error);
                }
            }
        }
        failed
    }
}

fn replace(tx: &mut Transaction<'_>, faulty: &PhcString, right: &PhcString) -> Result<bool, storage::Error> {
    let of_users = users::repair_password(tx, faulty, right)?;
    let of_pending = pending_sign_ups::repair_password(tx, faulty, right)?;
    Ok(of_users + of_pending > 0)
}
