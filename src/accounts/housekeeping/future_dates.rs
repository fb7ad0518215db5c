//! Corrects stored dates in the future, after the clock was ahead.

use super::Housekeeping;
use crate::accounts::Failure;
use crate::storage::future_dates;

impl Housekeeping {
    /// Corrects stored dates that lie in the future, and returns how many. `docs/OPERATIONS.md` lists the effects.
    pub async fn correct_future_dates(&self) -> Result<usize, Failure> {
        let now = self.core.clock.now();
        // Check outside the transaction: it reads all tables, and must not block other writers.
        if !self.core.storage.read(move |db| future_dates::has_any(db, now)).await? {
            return Ok(0);
        }
        let corrected = self.core.storage.write(move |tx| future_dates::correct(tx, now)).await?;
        tracing::warn!("{corrected} dates were in the future, and have been corrected: the clock was ahead");
        Ok(corrected)
    }
}
