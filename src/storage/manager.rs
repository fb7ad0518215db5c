//! How the pool makes connections, and which of them it keeps. Diesel's own manager lets diesel choose the database by
//! trying, and SQLite takes any URL for a path.

use std::sync::Arc;

use diesel::r2d2::ManageConnection;

use super::connection::{Access, Connection, failed};
use super::sqlite_file::Files;
use super::{DatabaseUrl, OpenError};

pub struct Manager {
    pub url: DatabaseUrl,
    pub access: Access,
    /// Of SQLite: the files that every connection has to be to.
    pub files: Option<Arc<Files>>,
    /// Held by every connection while it is open, and by this.
    pub open: Arc<()>,
}

impl ManageConnection for Manager {
    type Connection = Connection;
    type Error = OpenError;

    fn connect(&self) -> Result<Connection, OpenError> {
        let mut connection = Connection::establish(&self.url)?;
        connection.configure(&self.url, self.access)?;
        if let Some(files) = &self.files {
            files.check().map_err(|reason| failed(&self.url, reason))?;
        }
        Ok(connection.counted_by(self.open.clone()))
    }

    fn is_valid(&self, connection: &mut Connection) -> Result<(), OpenError> {
        connection.ping(&self.url)
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.is_broken()
    }
}
