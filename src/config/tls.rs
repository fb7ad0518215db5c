//! TLS from certificate files.

use std::path::PathBuf;

use super::section::section;

section! {
    #[serde(deny_unknown_fields)]
    pub struct Tls {
        /// The certificate of the server, and after it those of the authorities that issued it, as in the `fullchain.pem` of
        /// an ACME client. With it and `tls.key` all addresses speak https, except for Unix sockets; see
        /// [OPERATIONS](OPERATIONS.md#tls). The server reads both files again when they have changed, and on SIGHUP.
        #[takes("File: PEM")]
        certificate: Option<PathBuf> = None,

        /// The private key of the certificate, without a passphrase.
        #[takes("File: PEM")]
        key: Option<PathBuf> = None,

        /// Where the server speaks http, to send clients to the same path below `public_url`, with 308.
        #[takes("Addresses, as for `listen`: `[\"0.0.0.0:80\", \"[::]:80\"]`")]
        redirect_from: Vec<String> = Vec::new(),
    }
}
