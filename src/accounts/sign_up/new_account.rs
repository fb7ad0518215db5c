//! A new account before it is added: the address and the password are accepted, and the hash is made.

use crate::accounts::throttle::MailCause;
use crate::accounts::{Accounts, Failure, SignUp, SignUpError};
use crate::domain::{
    Actor, EmailAddress, EventKind, Field, FieldErrors, MailKind, Mistake, NewPassword, Password, PhcString,
    User,
};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::users::{self, EmailError, NewUser};
use crate::storage::{Reader, Transaction};

pub(in crate::accounts) struct NewAccount {
    pub email: EmailAddress,
    pub hashed_password: PhcString,
    is_admin: bool,
    is_logging_in: bool,
    pub has_accepted_terms: bool,
    /// Whether the rate limits allow one more mail to the address.
    may_get_mail: bool,
}

/// What a new account needs in addition to address and password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::accounts) enum Needs {
    Nothing,
    /// The link in the mail. The account could not be used without it, so it is not added without it.
    Mail,
}

/// Whether the owner of a new account has accepted the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::accounts) enum Terms {
    /// The site does not ask for it, or an operator adds the account.
    NotRequired,
    Accepted,
    NotAccepted,
}

impl Accounts {
    pub(super) fn terms(&self, form: &SignUp<'_>) -> Terms {
        match (self.0.core.settings.are_terms_required, form.accept_terms) {
            (false, _) => Terms::NotRequired,
            (true, true) => Terms::Accepted,
            (true, false) => Terms::NotAccepted,
        }
    }

    /// Parses both fields, looks for a duplicate, and hashes.
    ///
    /// Reports a duplicate before other mistakes and without a hash: the owner of the account need not correct the
    /// password first.
    pub(in crate::accounts) async fn validate(
        &self,
        email: &str,
        password: Password,
        terms: Terms,
        needs: Needs,
    ) -> Result<NewAccount, SignUpError> {
        if let Ok(email) = EmailAddress::parse(email) {
            let find = move |db: &mut Reader<'_>| users::find_by_email(db, &email);
            if self.0.core.storage.read(find).await?.is_some() {
                return Err(duplicate());
            }
        }
        let new = self.validate_without_lookup(email, password, terms, needs).await?;
        // If the account can be used without the mail, add it even so: its owner can request the link later.
        let may_get_mail = new.may_get_mail
            || match self.0.core.throttle.check_mail(MailCause::SignUp, &new.email).await {
                Ok(()) => true,
                Err(Failure::TooManyAttempts { .. }) => false,
                Err(failure) => return Err(failure.into()),
            };
        Ok(NewAccount { may_get_mail, ..new })
    }

    /// Parses both fields and hashes, without looking up the address. If the account needs a mail and the mailbox has
    /// received too many from this process, makes no hash.
    pub(in crate::accounts) async fn validate_without_lookup(
        &self,
        email: &str,
        password: Password,
        terms: Terms,
        needs: Needs,
    ) -> Result<NewAccount, SignUpError> {
        let mut errors = FieldErrors::default();
        let email = errors.collect(Field::Email, EmailAddress::parse_new(email));
        let policy = self.0.core.settings.password_policy.clone();
        let known = email.clone();
        let check_policy = move || NewPassword::parse(password, &policy, known.as_ref());
        let Some(email) = email.filter(|_| terms != Terms::NotAccepted) else {
            let mistake = self.0.hashing.check_policy(check_policy).await?.err();
            errors.extend(Field::Password, mistake.map(Failure::or_mistake).transpose()?);
            errors.extend(
                Field::AcceptTerms,
                (terms == Terms::NotAccepted).then_some(Mistake::TermsNotAccepted),
            );
            return Err(SignUpError::Invalid(errors));
        };
        let (throttle, to) = (self.0.core.throttle.clone(), email.clone());
        let accept = move || {
            let refused = |mistake| SignUpError::Invalid(FieldErrors::of(Field::Password, mistake));
            let password = check_policy()
                .map_err(|error| Failure::or_mistake(error).map_or_else(Into::into, refused))?;
            // After the policy, so that a refused password does not use up a mail.
            if needs == Needs::Mail {
                throttle.check_mail_in_process(MailCause::SignUp, &to)?;
            }
            Ok::<_, SignUpError>(password)
        };
        let hashed_password = self.0.hashing.hash_new(accept).await?;
        if needs == Needs::Mail {
            self.0.core.throttle.check_mail_in_all(MailCause::SignUp, &email).await?;
        }
        let may_get_mail = needs == Needs::Mail;
        let has_accepted_terms = terms == Terms::Accepted;
        let (is_admin, is_logging_in) = (false, false);
        Ok(NewAccount { email, hashed_password, is_admin, is_logging_in, has_accepted_terms, may_get_mail })
    }
}

impl NewAccount {
    /// The same account, with a session that is opened in the same transaction.
    pub fn logging_in(self) -> Self {
        Self { is_logging_in: true, ..self }
    }

    /// The same account, as an administrator.
    pub fn with_admin_rights(self) -> Self {
        Self { is_admin: true, ..self }
    }
}

/// Adds the account. The unique index decides about duplicates.
pub(in crate::accounts) fn insert(
    tx: &mut Transaction<'_>,
    new: &NewAccount,
    audit: &AuditContext,
) -> Result<User, SignUpError> {
    let NewAccount { email, hashed_password, is_admin, is_logging_in, has_accepted_terms, .. } = new;
    let user = NewUser {
        email,
        hashed_password,
        is_admin: *is_admin,
        created_at: audit.at,
        last_log_in_at: is_logging_in.then_some(audit.at),
        email_verified_at: None,
        terms_accepted_at: has_accepted_terms.then_some(audit.at),
        language: audit.client.language.as_ref(),
    };
    users::insert(tx, &user).map_err(|error| match error {
        EmailError::EmailTaken => duplicate(),
        EmailError::Storage(error) => error.into(),
    })
}

/// Adds an account for its owner, with the audit event and the mail with the link that confirms the address.
pub(in crate::accounts) fn register(
    tx: &mut Transaction<'_>,
    new: &NewAccount,
    audit: &AuditContext,
) -> Result<User, SignUpError> {
    let user = insert(tx, new, audit)?;
    let audit = audit.by(Actor::User(user.id));
    events::record(tx, &audit, EventKind::SignedUp, Some(user.id))?;
    if new.may_get_mail {
        mails::enqueue(tx, &NewMail::to_owner(MailKind::EmailVerification, &user), &audit)?;
    }
    Ok(user)
}

fn duplicate() -> SignUpError {
    SignUpError::DuplicateEmail(FieldErrors::of(Field::Email, Mistake::EmailTaken))
}
