//! How long a log-in lasts.

use super::section::section;

section! {
    #[serde(deny_unknown_fields)]
    pub struct Sessions {
        /// A session ends when it is not used for this long. 336 hours are two weeks, and the most is a year: no session
        /// should last longer.
        #[takes("Hours", 1..=8_784)]
        idle_hours: u32 = 14 * 24,

        /// A session ends after this long, however much it is used; a persistent cookie lasts as long. NIST SP 800-63B-4
        /// asks for at most 30.
        #[takes("Days", 1..=366)]
        absolute_days: u32 = 30,

        /// The name of the session cookie; with https it gets the prefix `__Host-`. Browsers send a host's cookies to all
        /// of its ports, so a second instance on the same host needs another name. With `desk` the others are
        /// `desk-notice`, `desk-device` and `desk-carried`, so no name may be or end in `notice`, `device` or `carried`.
        /// Changing it logs all browsers out.
        #[takes("Name: 1 to 64 letters, digits or any of `! $ & ' * + - . _ ~`, not beginning with `__`")]
        cookie_name: String = "session".into(),
    }
}
