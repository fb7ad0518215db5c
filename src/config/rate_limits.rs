//! How often a client may try.

use super::section::{TRUE_OR_FALSE, section};

section! {
    #[serde(deny_unknown_fields)]
    pub struct RateLimits {
        /// Turn it off for load tests. `most_failures` below holds all the same.
        #[takes(TRUE_OR_FALSE)]
        enabled: bool = true,

        /// What one client may attempt at once: sign-ups, log-ins (also of programs), changes and confirmations of the
        /// password, requests for a new one, changes of address, and uses of links. A client is one IPv4 address or one
        /// /64 of IPv6. All clients of one /48 together may try four times as often.
        #[takes("Attempts", 1..)]
        client_burst: u32 = 200,

        /// How fast a client's bucket fills again.
        #[takes("Attempts a minute", 1..)]
        client_per_minute: u32 = 60,

        /// Log-ins to one e-mail address at once: by all strangers together, or in one browser or from one network in
        /// which its owner has logged in before. Also, in one session, changes and confirmations of the password, and
        /// refreshes of a program.
        #[takes("Attempts", 1..)]
        address_burst: u32 = 20,

        /// How fast that bucket fills again.
        #[takes("Attempts a minute", 1..)]
        address_per_minute: u32 = 6,

        /// Mails of one kind to one mailbox at once that any visitor may cause: to sign up, to confirm an address again,
        /// for a new password, to change to the address. `a+1@…` and `a+2@…` are one mailbox. Whether the address is
        /// registered makes no difference. See [guessing](SECURITY.md#guessing-and-account-enumeration).
        #[takes("Mails", 1..)]
        mail_burst: u32 = 5,

        /// How fast that bucket fills again.
        #[takes("Mails an hour", 1..)]
        mail_per_hour: u32 = 6,

        /// After this many wrong passwords in a row, only browsers in which the owner has logged in before can log in to
        /// an account. 100 is the most that NIST SP 800-63B-4, section 3.2.2, allows. It is no bucket: the count is in the
        /// database. See [too many wrong passwords](features/lock.md).
        #[takes("Wrong passwords", 1..=100)]
        most_failures: u32 = 100,
    }
}
