//! The audit trail.

use super::section::section;

section! {
    #[serde(deny_unknown_fields)]
    pub struct Events {
        // The default is a little more than a year, so that yearly events can be compared.
        /// How long the audit trail keeps an event; housekeeping deletes older ones within the hour. The least is a
        /// month: a log-in looks in the trail for the networks of the account's owner, and an attack is rarely found on
        /// its first day.
        #[takes("Days", 30..=3_660)]
        kept_days: u32 = 400,

        /// Each event also goes to another system, such as a SIEM, as a line of JSON: see
        /// [forwarding](features/monitoring.md#events-for-another-system). Unset: to none.
        #[takes("File, `unix:/PATH` or `tcp://HOST:PORT`")]
        forward: Option<String> = None,
    }
}
