//! Codes: the texts by which databases, URLs, cookies and tokens name the values of an enum. A stored code never
//! changes.

/// Adds `code` and `from_code` to enums with strum's `EnumString`, `IntoStaticStr` and `VariantArray`.
macro_rules! coded {
    ($($name:ty),+ $(,)?) => {
        $(
            impl $name {
                pub fn code(self) -> &'static str {
                    self.into()
                }

                /// `None` for an unknown code.
                pub fn from_code(code: &str) -> Option<Self> {
                    code.parse().ok()
                }

                pub fn all() -> &'static [Self] {
                    <Self as strum::VariantArray>::VARIANTS
                }
            }
        )+
    };
}
pub(crate) use coded;

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use crate::domain::*;

    /// Databases, tokens and other people's scripts contain these codes. A line of this list is added with a value, and
    /// never changed.
    #[test]
    fn the_codes_stay_as_they_are() {
        let mut list = String::new();
        macro_rules! add {
            ($($name:ident),+ $(,)?) => {
                $(
                    let codes: Vec<&str> = $name::all().iter().map(|value| value.code()).collect();
                    for (value, code) in $name::all().iter().zip(&codes) {
                        assert_eq!($name::from_code(code), Some(*value));
                    }
                    assert_eq!(($name::from_code(""), $name::from_code("None")), (None, None));
                    writeln!(list, "{}: {}", stringify!($name), codes.join(", ")).expect("a text");
                )+
            };
        }
        add! {
            AuthenticationMethod, EventKind, MailFilter, MailKind, NotSentReason, Permission, RoleFilter, SessionKind,
            SigningAlgorithm, SortKey, StateFilter,
        }
        insta::assert_snapshot!("codes", list);
    }
}
