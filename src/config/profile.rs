//! What people can say about themselves.

use serde::{Deserialize, Serialize};

use super::section::{one_of, section};

section! {
    #[serde(deny_unknown_fields)]
    pub struct Profile {
        /// With `optional`, people can give a name on the account page, which they and administrators see beside the address.
        /// With `off`, there is no form, and names that are stored are in the export of their owner alone.
        #[takes(one_of::<NameField>())]
        name: NameField = NameField::Optional,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case", expecting = "a string")]
pub enum NameField {
    Off,
    Optional,
}
