//! After the clock was ahead: what carries a date in the future is corrected.

use super::Housekeeping;
use crate::accounts::Failure;
use crate::storage::future_dates;

impl Housekeeping {
    /// Corrects stored dates that lie in the future, and says how many. `docs/OPERATIONS.md` lists what that means.
    pub async fn correct_future_dates(&self) -> Result<usize, Failure> {
        let now = self.core.clock.now();
        // All tables are read for it: not while others wait to write.
        if !self.core.storage.read(move |db| future_dates::has_any(db, now)).await? {
            return Ok(0);
        }
        let corrected = self.core.storage.write(move |tx| future_dates::correct(tx, now)).await?;
        tracing::warn!("{corrected} dates were in the future, and have been corrected: the clock was ahead");
        Ok(corrected)
    }
}
