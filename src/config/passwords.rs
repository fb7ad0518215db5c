//! The policy for new passwords.

use std::path::PathBuf;

use super::section::section;

section! {
    #[serde(deny_unknown_fields)]
    pub struct Passwords {
        /// The shortest new password. NIST SP 800-63B-4, section 3.1.1.2, asks for at least 15 where the password is the
        /// only factor, and for 8 beside another one; set 15 for the strict reading. Existing passwords are not
        /// affected.
        #[takes("Code points", 8..=64, "NIST SP 800-63B-4")]
        minimum_length: usize = 8,

        /// Passwords to refuse beside the common ones that are compiled in, such as leaked ones: one per line, in UTF-8,
        /// at most 10,000,000 lines. Compared in NFC and without regard to case. When the server or `frontdesk migrate`
        /// starts and the file is new, or its size or time has changed, Frontdesk builds it into
        /// `password_blocklist.set` in the data folder, which takes 8 bytes of memory and of disk for each line;
        /// otherwise it uses the built form, and 256 KiB of memory. Change the file in place and restart.
        #[takes("File")]
        blocklist: Option<PathBuf> = None,
    }
}
