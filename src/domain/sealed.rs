//! A secret as it is stored: encrypted with a key that is not in the database.

/// What was encrypted, and with which key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Which of the operator's keys opens it.
    pub key_id: String,
    pub octets: Vec<u8>,
}
