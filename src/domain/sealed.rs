//! A secret as the database stores it: encrypted with a key that is not in the database.

/// The ciphertext, and which key encrypted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The id of the secret key that decrypts it.
    pub key_id: String,
    pub octets: Vec<u8>,
}
