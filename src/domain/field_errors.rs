//! What is wrong with a form: every mistake, at its field, as a code. The words are the page's.

/// A field that a person fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
        match self {
            Self::CurrentPassword => "current_password",
            Self::Email => "email",
            Self::NewEmail => "new_email",
            Self::NewPassword => "new_password",
            Self::Password => "password",
        }
    }
}

/// One thing that is wrong with a field. It never holds what the person typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    EmailMissing,
    EmailInvalid,
    EmailTooLong,
    EmailTaken,
    EmailUnchanged,
    PasswordMissing,
    PasswordTooShort { minimum: usize },
    PasswordTooLong { maximum: usize },
    PasswordUnreadable,
    PasswordCommon,
    PasswordGuessable,
    PasswordFromContext,
    PasswordWrong,
}

impl Mistake {
    /// What programs tell mistakes apart by; it never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::EmailMissing => "email_missing",
            Self::EmailInvalid => "email_invalid",
            Self::EmailTooLong => "email_too_long",
            Self::EmailTaken => "email_taken",
            Self::EmailUnchanged => "email_unchanged",
            Self::PasswordMissing => "password_missing",
            Self::PasswordTooShort { .. } => "password_too_short",
            Self::PasswordTooLong { .. } => "password_too_long",
            Self::PasswordUnreadable => "password_unreadable",
            Self::PasswordCommon => "password_common",
            Self::PasswordGuessable => "password_guessable",
            Self::PasswordFromContext => "password_from_context",
            Self::PasswordWrong => "password_wrong",
        }
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
