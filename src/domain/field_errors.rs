//! The mistakes in a form: all of them, each with its field, as codes. The pages supply the sentences.

use strum::IntoStaticStr;

/// A field that a user fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    CurrentPassword,
    Email,
    Name,
    NewEmail,
    NewPassword,
    Password,
    AcceptTerms,
}

impl Field {
    /// The field's name in forms and in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A mistake in one field. It never holds what the user typed.
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
    TermsNotAccepted,
    NameTooLong { maximum: usize },
    NameUnreadable,
}

impl Mistake {
    /// The code by which programs distinguish mistakes; it never changes.
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

    /// Takes the value from a parse, or records its mistake.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_kept_at_their_fields_in_order() {
        let (short, taken) = (Mistake::PasswordTooShort { minimum: 8 }, Mistake::EmailTaken);
        let mut errors = FieldErrors::default();
        assert!(errors.is_empty());
        assert_eq!(errors.collect(Field::Password, Err::<(), _>(short)), None);
        assert_eq!(errors.collect(Field::Email, Ok(7)), Some(7));
        errors.add(Field::Email, taken);
        errors.extend(Field::NewPassword, [short]);
        let all = [(Field::Password, short), (Field::Email, taken), (Field::NewPassword, short)];
        assert_eq!(errors.iter().collect::<Vec<_>>(), all);
        assert!(!errors.is_empty() && errors.contains(Field::Email, taken));
        assert!(!errors.contains(Field::Password, taken));
        assert!(FieldErrors::of(Field::Email, taken).contains(Field::Email, taken));
    }

    #[test]
    fn names_and_codes_are_a_contract() {
        assert_eq!(
            (Field::NewEmail.name(), Field::CurrentPassword.name()),
            ("new_email", "current_password")
        );
        assert_eq!(Mistake::PasswordTooShort { minimum: 8 }.code(), "password_too_short");
    }
}
