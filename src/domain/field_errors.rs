//! What is wrong with a form: every mistake, at its field, as a code. The words are the page's.

use strum::IntoStaticStr;

/// A field that a person fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    CurrentPassword,
    Email,
    NewEmail,
    NewPassword,
    Password,
}

impl Field {
    /// The field's name in forms and in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// One thing that is wrong with a field. It never holds what the person typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Mistake {
    EmailMissing,
    EmailInvalid,
    EmailTooLong,
    EmailLookAlike,
    EmailTaken,
    EmailUnchanged,
    PasswordMissing,
    PasswordTooShort { minimum: usize },
    PasswordTooLong { maximum: usize },
    PasswordUnreadable,
    PasswordCommon,
    PasswordGuessable,
    PasswordFromContext,
    PasswordBlocklisted,
    PasswordWrong,
}

impl Mistake {
    /// What programs tell mistakes apart by; it never changes.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// The mistakes of one form, in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<(Field, Mistake)>);

impl FieldErrors {
    pub fn of(field: Field, mistake: Mistake) -> Self {
        Self(vec![(field, mistake)])
    }

    pub fn add(&mut self, field: Field, mistake: Mistake) {
        self.0.push((field, mistake));
    }

    pub fn extend(&mut self, field: Field, mistakes: impl IntoIterator<Item = Mistake>) {
        self.0.extend(mistakes.into_iter().map(|mistake| (field, mistake)));
    }

    /// Takes the value out of a parse, or notes its mistake.
    pub fn collect<T>(&mut self, field: Field, parsed: Result<T, Mistake>) -> Option<T> {
        parsed.map_err(|mistake| self.add(field, mistake)).ok()
    }

    pub fn contains(&self, field: Field, mistake: Mistake) -> bool {
        self.0.contains(&(field, mistake))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Field, Mistake)> + '_ {
        self.0.iter().copied()
    }
}
