//! Rate limits: how often one client, and all clients together for one address, may try. Ordinary use does not reach
//! them.

use std::fmt::Debug;
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use super::Failure;
use crate::domain::{Client, EmailAddress, SessionId, TokenDigest, UserId};

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

/// A bucket of `burst` attempts, of which one comes back after each `refill`.
#[derive(Clone, Copy, Debug)]
pub struct RateLimit {
    pub burst: NonZeroU32,
    pub refill: Duration,
}

impl RateLimit {
    fn times(self, factor: u32) -> Self {
        let factor = factor.max(1);
        let burst = self.burst.saturating_mul(NonZeroU32::MIN.saturating_add(factor - 1));
        Self { burst, refill: self.refill / factor }
    }
}

/// The limit of a /48 of IPv6, as a multiple of a client's: it may be a whole office, or one customer whose provider
/// assigns 65,536 networks.
const CLIENTS_OF_A_SITE: u32 = 4;

/// How often a member may export their data: three times at once, and three times an hour.
const EXPORTS: RateLimit =
    RateLimit { burst: NonZeroU32::MIN.saturating_add(2), refill: Duration::from_secs(20 * 60) };

/// How often one client may ask how strong a password is that is being typed: after each pause in typing, but not as fast
/// as a program that tries a list.
const STRENGTH_CHECKS: RateLimit =
    RateLimit { burst: NonZeroU32::MIN.saturating_add(59), refill: Duration::from_secs(1) };

pub struct Throttle(Option<Limiters>);

struct Limiters {
    attempts: ClientLimiter,
    account: Limiter<Guessed>,
    mail: Limiter<MailBucket>,
    export: Limiter<UserId>,
    strength: ClientLimiter,
}

/// The account whose password a client may be guessing, and where from. Each known browser and each known network has
/// its own bucket, so that strangers cannot keep the owner out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Guessed {
    ByStrangers(String),
    FromKnownNetwork(String, IpAddr),
    OnKnownDevice(String, Vec<u8>),
    InSession(SessionId),
}

/// How the owner of an account was recognized.
#[derive(Clone, Copy)]
pub enum KnownClient<'a> {
    Device(&'a TokenDigest),
    Network(IpAddr),
}

/// Each cause has its own buckets, so that mails of one kind do not use up the limit of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailCause {
    SignUp,
    Verification,
    PasswordReset,
    EmailChange,
    /// A notice to an account whose address is not confirmed.
    Notice,
}

/// The visitor who requests a mail.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    Stranger,
    /// A browser that the account knows, while the address is not confirmed. All of them share one bucket: an attacker
    /// who signs up with another person's address can have any number of them.
    UnconfirmedOwner,
    /// A browser that the account knows.
    Owner(TokenDigest),
}

/// The bucket of a mailbox: `a+1@` and `a+2@` share one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct MailBucket {
    cause: MailCause,
    mailbox: String,
    asker: Asker,
}

impl Throttle {
    pub fn new(limits: Option<&RateLimits>) -> Self {
        Self(limits.map(|limits| Limiters {
            attempts: ClientLimiter::new(limits.client),
            account: Limiter::new(limits.address),
            mail: Limiter::new(limits.mail),
            export: Limiter::new(EXPORTS),
            strength: ClientLimiter::new(STRENGTH_CHECKS),
        }))
    }

    pub fn check_client(&self, client: &Client) -> Result<(), Failure> {
        self.0.as_ref().map_or(Ok(()), |limiters| limiters.attempts.check(client))
    }

    /// `known` is the device or network that the owner of the address has logged in with before.
    pub fn check_address(&self, email: &EmailAddress, known: Option<KnownClient<'_>>) -> Result<(), Failure> {
        let key = email.key().to_owned();
        self.check_guess(match known {
            Some(KnownClient::Device(digest)) => Guessed::OnKnownDevice(key, digest.as_slice().to_vec()),
            Some(KnownClient::Network(network)) => Guessed::FromKnownNetwork(key, network),
            None => Guessed::ByStrangers(key),
        })
    }

    /// Whether a stranger may cause one more mail to this address. The limit is the same whether the address is
    /// registered or not.
    pub fn check_mail(&self, cause: MailCause, to: &EmailAddress) -> Result<(), Failure> {
        self.check_mail_of(cause, to, Asker::Stranger)
    }

    pub fn check_mail_of(&self, cause: MailCause, to: &EmailAddress, asker: Asker) -> Result<(), Failure> {
        let Some(limiters) = &self.0 else { return Ok(()) };
        limiters.mail.check(&MailBucket { cause, mailbox: to.mailbox(), asker })
    }

    pub fn check_session(&self, session: SessionId) -> Result<(), Failure> {
        self.check_guess(Guessed::InSession(session))
    }

    pub fn check_export(&self, user: UserId) -> Result<(), Failure> {
        self.0.as_ref().map_or(Ok(()), |limiters| limiters.export.check(&user))
    }

    pub fn check_strength(&self, client: &Client) -> Result<(), Failure> {
        self.0.as_ref().map_or(Ok(()), |limiters| limiters.strength.check(client))
    }

    fn check_guess(&self, guessed: Guessed) -> Result<(), Failure> {
        self.0.as_ref().map_or(Ok(()), |limiters| limiters.account.check(&guessed))
    }
}

/// A limit for each client, and a larger one for all clients of a site.
struct ClientLimiter {
    clients: Limiter<IpAddr>,
    sites: Limiter<IpAddr>,
}

impl ClientLimiter {
    fn new(limit: RateLimit) -> Self {
        Self { clients: Limiter::new(limit), sites: Limiter::new(limit.times(CLIENTS_OF_A_SITE)) }
    }

    fn check(&self, client: &Client) -> Result<(), Failure> {
        let Some(network) = client.network() else { return Ok(()) };
        self.clients.check(&network)?;
        client.site().map_or(Ok(()), |site| self.sites.check(&site))
    }
}

struct Limiter<K: Hash + Eq + Clone> {
    limiter: RateLimiter<K, DashMapStateStore<K>, MonotonicClock, NoOpMiddleware<std::time::Instant>>,
    checks: AtomicU32,
}

impl<K: Hash + Eq + Clone + Debug> Limiter<K> {
    /// The number of checks after which keys whose bucket is full are deleted.
    const CHECKS_BETWEEN_CLEANINGS: u32 = 4096;

    fn new(limit: RateLimit) -> Self {
        // `with_period` refuses a period of zero, which would mean no limit.
        let quota = Quota::with_period(limit.refill).unwrap_or(Quota::per_second(NonZeroU32::MIN));
        Self {
            limiter: RateLimiter::new(
                quota.allow_burst(limit.burst),
                DashMapStateStore::default(),
                MonotonicClock,
            ),
            checks: AtomicU32::new(0),
        }
    }

    fn check(&self, key: &K) -> Result<(), Failure> {
        if self.checks.fetch_add(1, Ordering::Relaxed).is_multiple_of(Self::CHECKS_BETWEEN_CLEANINGS) {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(key).map_err(|until| Failure::TooManyAttempts {
            retry_after: until.wait_time_from(MonotonicClock.now()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_network_shares_a_bucket_and_another_has_its_own() {
        let one = RateLimit { burst: NonZeroU32::MIN, refill: Duration::from_secs(60) };
        let throttle = Throttle::new(Some(&RateLimits { client: one, address: one, mail: one }));
        let client = |address: &str| Client::new(address.parse().ok(), None);

        assert!(throttle.check_client(&client("2001:db8::1")).is_ok());
        assert!(throttle.check_client(&client("2001:db8::ffff:2")).is_err());
        assert!(throttle.check_client(&client("2001:db8:0:1::1")).is_ok());
        assert!(throttle.check_client(&client("192.0.2.1")).is_ok());
        assert!(throttle.check_client(&client("::ffff:192.0.2.1")).is_err(), "the same, mapped");
        let Err(Failure::TooManyAttempts { retry_after }) = throttle.check_client(&client("192.0.2.1"))
        else {
            panic!("the bucket is empty");
        };
        assert!((55..=60).contains(&retry_after.as_secs()), "{retry_after:?}");
    }

    /// Each /64 may try once, and all of a /48 four times.
    #[test]
    fn a_site_of_ipv6_has_a_larger_bucket_beside_those_of_its_networks() {
        let one = RateLimit { burst: NonZeroU32::MIN, refill: Duration::from_secs(240) };
        let throttle = Throttle::new(Some(&RateLimits { client: one, address: one, mail: one }));
        let is_ok = |address: String| throttle.check_client(&Client::new(address.parse().ok(), None)).is_ok();
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
        let wait = throttle.check_client(&Client::new("2001:db8:1:ffff::1".parse().ok(), None));
        let Err(Failure::TooManyAttempts { retry_after }) = wait else {
            panic!("the site's bucket is empty")
        };
        assert!((50..=60).contains(&retry_after.as_secs()), "a quarter of a client's wait: {retry_after:?}");
    }

    #[test]
    fn so_has_the_strength_of_a_password() {
        let one = RateLimit { burst: NonZeroU32::MIN, refill: Duration::from_secs(240) };
        let throttle = Throttle::new(Some(&RateLimits { client: one, address: one, mail: one }));
        let answered = |network: u16| {
            let client = Client::new(format!("2001:db8:1:{network:x}::1").parse().ok(), None);
            (0..100).filter(|_| throttle.check_strength(&client).is_ok()).count()
        };
        let answered: Vec<usize> = (1..9).map(answered).collect();
        assert!(answered[0] < 65 && answered.iter().sum::<usize>() < 4 * 65, "{answered:?}");
    }
}
