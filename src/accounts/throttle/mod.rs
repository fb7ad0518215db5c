//! Rate limits: how often one client, and all clients together for one address, may try. Ordinary use does not reach
//! them.
//!
//! A process asks its own buckets first, so that a flood costs the database nothing. What they allow, it takes from the
//! buckets that all processes on one PostgreSQL share (`storage/rate_limits/`). On SQLite each process has only its own.

mod buckets;
mod limiter;

use std::num::NonZeroU32;
use std::time::Duration;

use super::Failure;
use crate::domain::{Client, EmailAddress, SessionId, UserId};
use crate::storage::rate_limits::{self, Bucket};
use crate::storage::{Storage, Transaction};
use buckets::{Guessed, MailBucket};
use limiter::{ClientLimiter, Limiter};

pub use buckets::{Asker, KnownClient, MailCause};
pub use limiter::RateLimit;

#[derive(Clone, Debug)]
pub struct RateLimits {
    /// Attempts to sign up, to log in, to follow a link, to change or confirm a password, to request a new one, or to
    /// change an address, from one IPv4 address or one /64 of IPv6.
    pub client: RateLimit,
    /// Attempts to log in to one account: from all unknown networks together, or from one known network or browser.
    /// Also, in one session, attempts to change or confirm the password, and uses of its refresh tokens.
    pub address: RateLimit,
    /// Mails of one kind to one mailbox that any visitor can cause.
    pub mail: RateLimit,
}

/// How often a member may export their data: three times at once, and three times an hour.
const EXPORTS: RateLimit =
    RateLimit { burst: NonZeroU32::MIN.saturating_add(2), refill: Duration::from_secs(20 * 60) };

/// How often one client may ask how strong a password is that is being typed: after each pause in typing, but not as fast
/// as a program that tries a list.
const STRENGTH_CHECKS: RateLimit =
    RateLimit { burst: NonZeroU32::MIN.saturating_add(59), refill: Duration::from_secs(1) };

pub struct Throttle {
    /// `None` for no limits.
    limiters: Option<Limiters>,
    /// Has the buckets that all processes share. `None` if there are none.
    shared: Option<Storage>,
}

struct Limiters {
    attempts: ClientLimiter,
    account: Limiter<Guessed>,
    mail: Limiter<MailBucket>,
    export: Limiter<UserId>,
    strength: ClientLimiter,
}

impl Throttle {
    pub fn new(limits: Option<&RateLimits>, storage: &Storage) -> Self {
        let shared = storage.is_postgres().then(|| storage.clone());
        Self { limiters: limits.map(Limiters::new), shared }
    }

    pub async fn check_client(&self, client: &Client) -> Result<(), Failure> {
        let Some(limiters) = &self.limiters else { return Ok(()) };
        self.take(limiters.attempts.check(client)?).await
    }

    /// `known` is the device or network that the owner of the address has logged in with before.
    pub async fn check_address(
        &self,
        email: &EmailAddress,
        known: Option<KnownClient<'_>>,
    ) -> Result<(), Failure> {
        let key = email.key().to_owned();
        self.check_guess(match known {
            Some(KnownClient::Device(digest)) => Guessed::OnKnownDevice(key, digest.as_slice().to_vec()),
            Some(KnownClient::Network(network)) => Guessed::FromKnownNetwork(key, network),
            None => Guessed::ByStrangers(key),
        })
        .await
    }

    pub async fn check_session(&self, session: SessionId) -> Result<(), Failure> {
        self.check_guess(Guessed::InSession(session)).await
    }

    async fn check_guess(&self, guessed: Guessed) -> Result<(), Failure> {
        let Some(limiters) = &self.limiters else { return Ok(()) };
        self.take(vec![limiters.account.check(&guessed)?]).await
    }

    /// Whether a stranger may cause one more mail to this address. The limit is the same whether the address is
    /// registered or not.
    pub async fn check_mail(&self, cause: MailCause, to: &EmailAddress) -> Result<(), Failure> {
        self.check_mail_of(cause, to, Asker::Stranger).await
    }

    pub async fn check_mail_of(
        &self,
        cause: MailCause,
        to: &EmailAddress,
        asker: Asker,
    ) -> Result<(), Failure> {
        let Some(limiters) = &self.limiters else { return Ok(()) };
        self.take(vec![limiters.mail.check(&MailBucket { cause, mailbox: to.mailbox(), asker })?]).await
    }

    /// The first half of [`Throttle::check_mail`], for a thread that must not wait: this process's own bucket.
    pub fn check_mail_in_process(&self, cause: MailCause, to: &EmailAddress) -> Result<(), Failure> {
        let Some(limiters) = &self.limiters else { return Ok(()) };
        limiters.mail.check(&MailBucket::of_strangers(cause, to)).map(drop)
    }

    /// The second half: the bucket that all processes share.
    pub async fn check_mail_in_all(&self, cause: MailCause, to: &EmailAddress) -> Result<(), Failure> {
        let Some(limiters) = &self.limiters else { return Ok(()) };
        self.take(vec![limiters.mail.shared(&MailBucket::of_strangers(cause, to))]).await
    }

    /// Whether the owner of an account whose address is not confirmed may cause one more notice to it. In the
    /// transaction that claims the mail, so that the attempt counts if the claim does.
    pub fn allows_notice(&self, tx: &mut Transaction<'_>, to: &EmailAddress) -> Result<bool, Failure> {
        let Some(limiters) = &self.limiters else { return Ok(true) };
        match limiters.mail.check(&MailBucket::of_strangers(MailCause::Notice, to)) {
            Ok(bucket) => Ok(rate_limits::take(tx, &bucket)?.is_none()),
            Err(_) => Ok(false),
        }
    }

    pub async fn check_export(&self, user: UserId) -> Result<(), Failure> {
        let Some(limiters) = &self.limiters else { return Ok(()) };
        self.take(vec![limiters.export.check(&user)?]).await
    }

    /// Only by this process: the limit protects its processors, and what is typed is stored nowhere.
    pub fn check_strength(&self, client: &Client) -> Result<(), Failure> {
        let Some(limiters) = &self.limiters else { return Ok(()) };
        limiters.strength.check(client).map(drop)
    }

    /// Takes an attempt from each of these buckets that all processes share, or from none.
    async fn take(&self, buckets: Vec<Bucket>) -> Result<(), Failure> {
        let Some(storage) = self.shared.as_ref().filter(|_| !buckets.is_empty()) else { return Ok(()) };
        let take = move |tx: &mut Transaction<'_>| {
            for bucket in &buckets {
                if let Some(retry_after) = rate_limits::take(tx, bucket)? {
                    return Err(Failure::TooManyAttempts { retry_after });
                }
            }
            Ok(())
        };
        storage.write(take).await
    }
}

impl Limiters {
    fn new(limits: &RateLimits) -> Self {
        Self {
            attempts: ClientLimiter::new(limits.client),
            account: Limiter::new("account", limits.address),
            mail: Limiter::new("mail", limits.mail),
            export: Limiter::new("export", EXPORTS),
            strength: ClientLimiter::new(STRENGTH_CHECKS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limiters(each: Duration) -> Limiters {
        let one = RateLimit { burst: NonZeroU32::MIN, refill: each };
        Limiters::new(&RateLimits { client: one, address: one, mail: one })
    }

    fn client(address: &str) -> Client {
        Client::new(address.parse().ok(), None)
    }

    #[test]
    fn one_network_shares_a_bucket_and_another_has_its_own() {
        let limiters = limiters(Duration::from_secs(60));

        assert!(limiters.attempts.check(&client("2001:db8::1")).is_ok());
        assert!(limiters.attempts.check(&client("2001:db8::ffff:2")).is_err());
        assert!(limiters.attempts.check(&client("2001:db8:0:1::1")).is_ok());
        assert!(limiters.attempts.check(&client("192.0.2.1")).is_ok());
        assert!(limiters.attempts.check(&client("::ffff:192.0.2.1")).is_err(), "the same, mapped");
        let Err(Failure::TooManyAttempts { retry_after }) = limiters.attempts.check(&client("192.0.2.1"))
        else {
            panic!("the bucket is empty");
        };
        assert!((55..=60).contains(&retry_after.as_secs()), "{retry_after:?}");
    }

    /// Each /64 may try once, and all of a /48 four times.
    #[test]
    fn a_site_of_ipv6_has_a_larger_bucket_beside_those_of_its_networks() {
        let limiters = limiters(Duration::from_secs(240));
        let is_ok = |address: String| limiters.attempts.check(&client(&address)).is_ok();
        assert!(is_ok("2001:db8:1:1::1".to_owned()));
        for _ in 0..9 {
            assert!(!is_ok("2001:db8:1:1::1".to_owned()), "and it takes nothing from the others");
        }
        for network in 2..5 {
            assert!(is_ok(format!("2001:db8:1:{network}::1")), "{network}");
        }
        for network in 5..300 {
            assert!(!is_ok(format!("2001:db8:1:{network:x}::1")), "{network}");
        }
        assert!(is_ok("2001:db8:2:1::1".to_owned()), "another site");
        let wait = limiters.attempts.check(&client("2001:db8:1:ffff::1"));
        let Err(Failure::TooManyAttempts { retry_after }) = wait else {
            panic!("the site's bucket is empty")
        };
        assert!((50..=60).contains(&retry_after.as_secs()), "a quarter of a client's wait: {retry_after:?}");
    }

    #[test]
    fn so_has_the_strength_of_a_password() {
        let limiters = limiters(Duration::from_secs(240));
        let answered = |network: u16| {
            let client = client(&format!("2001:db8:1:{network:x}::1"));
            (0..100).filter(|_| limiters.strength.check(&client).is_ok()).count()
        };
        let answered: Vec<usize> = (1..9).map(answered).collect();
        assert!(answered[0] < 65 && answered.iter().sum::<usize>() < 4 * 65, "{answered:?}");
    }
}
