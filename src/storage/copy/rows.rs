//! How the rows of a table are copied and digested: [`tables!`] makes a type and two functions for each table.

use std::hash::Hasher;

use diesel::QueryResult;
use sha2::{Digest, Sha256};
use time::PrimitiveDateTime;

use crate::storage::engine::connection::AnyConnection;

/// How many rows one transaction copies. With the widest table that is 21,000 values: SQLite accepts 32,766 in one
/// statement, PostgreSQL 65,535.
pub const BATCH: i64 = 1_000;

/// The last id of some rows, and their number; `None` if there are no more rows.
pub type Step = Option<(i64, u64)>;

/// Copies the next rows after an id.
pub type CopyRows = fn(&mut AnyConnection, &mut AnyConnection, i64) -> Result<Step, RowError>;

/// Adds the next rows after an id to a digest.
pub type DigestRows = fn(&mut AnyConnection, i64, &mut RowDigest) -> QueryResult<Step>;

/// One table, with functions that know its columns.
pub struct Table {
    pub name: &'static str,
    pub copy: CopyRows,
    pub digest: DigestRows,
}

#[derive(Debug)]
pub enum RowError {
    Database(diesel::result::Error),
    /// A text has a NUL, which PostgreSQL cannot store.
    Nul {
        id: i64,
        column: &'static str,
    },
}

impl From<diesel::result::Error> for RowError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error)
    }
}

/// The SHA-256 of rows: of their values as the program has them, so it is the same for both databases.
#[derive(Default)]
pub struct RowDigest(Sha256);

impl Hasher for RowDigest {
    fn write(&mut self, octets: &[u8]) {
        self.0.update(octets);
    }

    /// Not used: 64 bits are too few.
    fn finish(&self) -> u64 {
        0
    }
}

impl RowDigest {
    pub fn end(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Whether a value is a text with a NUL.
pub trait HasNul {
    fn has_nul(&self) -> bool {
        false
    }
}

impl HasNul for i64 {}
impl HasNul for bool {}
impl HasNul for Vec<u8> {}
impl HasNul for PrimitiveDateTime {}

impl HasNul for String {
    fn has_nul(&self) -> bool {
        self.contains('\0')
    }
}

impl<T: HasNul> HasNul for Option<T> {
    fn has_nul(&self) -> bool {
        self.as_ref().is_some_and(T::has_nul)
    }
}

/// Declares the tables. Each gets a module with a type for its rows, which does not compile unless it has all columns of
/// the schema in their order.
macro_rules! tables {
    ($($table:ident { $($column:ident: $kind:ty),+ $(,)? })+) => {
        /// In an order in which each table follows those that it refers to.
        pub const TABLES: &[&str] = &[$(stringify!($table)),+];

        pub const ALL: &[Table] = &[
            $(Table { name: stringify!($table), copy: $table::copy, digest: $table::digest }),+
        ];

        $(mod $table {
            use std::hash::Hash;

            use diesel::prelude::*;

            use time::PrimitiveDateTime;

            use $crate::storage::copy::rows::{BATCH, HasNul, RowDigest, RowError, Step};
            use $crate::storage::engine::connection::AnyConnection;
            use $crate::storage::schema::$table;

            #[derive(Hash, Insertable, Queryable)]
            #[diesel(table_name = $table, treat_none_as_default_value = false)]
            struct Row {
                $($column: $kind),+
            }

            impl Row {
                fn column_with_nul(&self) -> Option<&'static str> {
                    $(if self.$column.has_nul() {
                        return Some(stringify!($column));
                    })+
                    None
                }
            }

            fn read(db: &mut AnyConnection, after: i64) -> QueryResult<Vec<Row>> {
                $table::table.filter($table::id.gt(after)).order($table::id).limit(BATCH).load(db)
            }

            pub fn copy(
                from: &mut AnyConnection,
                to: &mut AnyConnection,
                after: i64,
            ) -> Result<Step, RowError> {
                let rows = read(from, after)?;
                let Some(last) = rows.last().map(|row| row.id) else { return Ok(None) };
                let takes_nul = matches!(to, AnyConnection::Sqlite(_));
                let refused = rows.iter().find_map(|row| Some((row.id, row.column_with_nul()?)));
                if let Some((id, column)) = refused.filter(|_| !takes_nul) {
                    return Err(RowError::Nul { id, column });
                }
                match to {
                    AnyConnection::Sqlite(sqlite) => {
                        diesel::insert_into($table::table).values(&rows).execute(sqlite)?
                    }
                    #[cfg(feature = "postgres")]
                    AnyConnection::Postgres(postgres) => {
                        diesel::insert_into($table::table).values(&rows).execute(postgres)?
                    }
                };
                Ok(Some((last, rows.len() as u64)))
            }

            pub fn digest(
                db: &mut AnyConnection,
                after: i64,
                digest: &mut RowDigest,
            ) -> QueryResult<Step> {
                let rows = read(db, after)?;
                rows.iter().for_each(|row| row.hash(digest));
                Ok(rows.last().map(|row| (row.id, rows.len() as u64)))
            }
        })+
    };
}

pub(super) use tables;
