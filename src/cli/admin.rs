//! `frontdesk admin …`: administrators, from a shell on the machine.

use clap::Subcommand;

use super::{CliError, prompt, say, user};
use crate::accounts::{Accounts, Administered, AdministrativeAct, SignUpError};
use crate::domain::{FieldErrors, Mistake};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add a new account that is an administrator; the address need not be confirmed, because you vouch for it
    Create {
        /// The address of the new account
        email: String,
        /// Read the password from standard input instead of asking for it twice
        #[arg(long)]
        password_stdin: bool,
    },
    /// Make an existing account an administrator
    Grant {
        /// The address of the account, in any spelling
        email: String,
        /// Also if the address is not confirmed, because you know whose account it is
        #[arg(long)]
        unconfirmed: bool,
    },
    /// Make an administrator an ordinary account again
    Revoke {
        /// The address of the account, in any spelling
        email: String,
    },
    /// List the administrators, one address a line
    List,
}

impl Command {
    pub async fn run(self, accounts: Accounts) -> Result<(), CliError> {
        match self {
            Self::Create { email, password_stdin } => create(accounts, &email, password_stdin).await,
            Self::Grant { email, unconfirmed } => {
                let act = AdministrativeAct::GrantAdmin { even_unconfirmed: unconfirmed };
                let Administered { user, is_news } = user::administer(&accounts, &email, act).await?;
                let again = if is_news { ", and has to log in again" } else { "" };
                say(format_args!("{} is an administrator{again}.", user.email.as_typed()))
            }
            Self::Revoke { email } => {
                user::act(&accounts, &email, AdministrativeAct::RevokeAdmin, "is no administrator").await
            }
            Self::List => list(accounts).await,
        }
    }
}

async fn create(accounts: Accounts, email: &str, password_stdin: bool) -> Result<(), CliError> {
    // Before the password is asked for.
    if accounts.find_by_email(email).await?.is_some() {
        return Err(registered(email));
    }
    let password = prompt::new_password(password_stdin)?;
    match accounts.create_administrator(email, password).await {
        Ok(()) => say(format_args!("{email} is an administrator.")),
        Err(SignUpError::Failure(failure)) => Err(failure.into()),
        Err(SignUpError::DuplicateEmail(_)) => Err(registered(email)),
        Err(SignUpError::Invalid(errors)) => Err(CliError::Refused(explain(&errors))),
    }
}

fn registered(email: &str) -> CliError {
    CliError::Refused(format!(
        "{email} is registered already; make it an administrator with: frontdesk admin grant {email}"
    ))
}

async fn list(accounts: Accounts) -> Result<(), CliError> {
    let mut after = None;
    loop {
        let administrators = accounts.administrators(after).await?;
        let Some(last) = administrators.last() else { break };
        after = Some(last.id);
        for user in administrators {
            let state = match (user.is_disabled(), user.is_closed()) {
                (true, _) => "  (disabled)",
                (false, true) => "  (closed)",
                (false, false) => "",
            };
            say(format_args!("{}{state}", user.email.as_typed()))?;
        }
    }
    if after.is_none() {
        eprintln!("There is no administrator yet. Make one with: frontdesk admin create EMAIL");
    }
    Ok(())
}

fn explain(errors: &FieldErrors) -> String {
    let reasons: Vec<String> = errors.iter().map(|(_, mistake)| reason(mistake)).collect();
    reasons.join("; ")
}

fn reason(mistake: Mistake) -> String {
    match mistake {
        Mistake::EmailMissing | Mistake::EmailInvalid => "that is no email address".into(),
        Mistake::EmailTooLong => "the email address is longer than 254 characters".into(),
        Mistake::EmailLookAlike => {
            "the email address mixes alphabets, or has letters that only look like others".into()
        }
        Mistake::EmailTaken => "the email address is registered already".into(),
        Mistake::EmailUnchanged => "the email address is the present one".into(),
        Mistake::PasswordMissing => "the password is empty".into(),
        Mistake::PasswordTooShort { minimum } => format!("the password needs at least {minimum} characters"),
        Mistake::PasswordTooLong { maximum } => format!("the password may have at most {maximum} characters"),
        Mistake::PasswordUnreadable => "the password has characters that could not be read".into(),
        Mistake::PasswordCommon => "the password is among the first that a guesser tries".into(),
        Mistake::PasswordGuessable => "the password follows a pattern that is easy to guess".into(),
        Mistake::PasswordFromContext => "the password is made from the address or the site's name".into(),
        Mistake::PasswordBlocklisted => "the password is on the list that passwords.blocklist names".into(),
        Mistake::PasswordWrong => "the password is wrong".into(),
        Mistake::TermsNotAccepted => "the terms are not accepted".into(),
        Mistake::NameTooLong { maximum } => format!("the name has more than {maximum} characters"),
        Mistake::NameUnreadable => "the name has invisible characters".into(),
    }
}
