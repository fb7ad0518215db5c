//! After the clock was ahead: what carries a date in the future is corrected.

use super::{Accounts, Failure};
use crate::storage::future_dates;

impl Accounts {
    /// Corrects stored dates that lie in the future, and says how many. `docs/OPERATIONS.md` lists what that means.
    pub async fn correct_future_dates(&self) -> Result<usize, Failure> {
        let now = self.0.clock.now();
        // All tables are read for it: not while others wait to write.
        if !self.0.storage.read(move |db| future_dates::has_any(db, now)).await? {
            return Ok(0);
        }
        let corrected = self.0.storage.write(move |tx| future_dates::correct(tx, now)).await?;
        tracing::warn!("{corrected} dates were in the future, and have been corrected: the clock was ahead");
        Ok(corrected)
    }
}
