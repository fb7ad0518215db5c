//! Repairs hashes that the fast engine computed wrongly.

use std::time::Duration;

use super::Housekeeping;
use crate::accounts::Failure;
use crate::domain::PhcString;
use crate::password_hashing::Repair;
use crate::storage::{self, Transaction, passwords, pending_sign_ups};

/// The longest time from the computation of a hash to the end of the transaction that stores it.
const MAX_REQUEST: Duration = Duration::from_secs(60);

impl Housekeeping {
    /// To be called about once a second; usually there is nothing to do. A wrong hash that is not in the database stays
    /// on the list for `MAX_REQUEST`, because its request may store it later.
    pub async fn repair_hashes(&self) -> Result<(), Failure> {
        let mut failed = Ok(());
        for repair in self.hashing.take_repairs() {
            let Repair { faulty, right, .. } = repair.clone();
            let put_right = move |tx: &mut Transaction<'_>| replace(tx, &faulty, &right);
            match self.core.storage.write(put_right).await.map_err(Failure::from) {
                Ok(true) => {
                    tracing::warn!("a password hash of the fast engine was wrong, and has been repaired")
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
    let of_users = passwords::repair(tx, faulty, right)?;
    let of_pending = pending_sign_ups::repair_password(tx, faulty, right)?;
    Ok(of_users + of_pending > 0)
}
