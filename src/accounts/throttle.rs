//! How often one client, and anybody for one address, may try. A person never meets these limits.

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
use crate::domain::{Client, EmailAddress, SessionId, TokenDigest};

#[derive(Clone, Debug)]
pub struct RateLimits {
    /// Attempts to sign up, log in, follow a link, or change or reset what is one's own, from one IP address (one /64 of
    /// IPv6).
    pub client: RateLimit,
    /// Attempts to log in to one account, from all networks that are new to it together, or from one that is not;
    /// and in one session attempts to change or confirm the password, and uses of its refresh tokens.
    pub address: RateLimit,
    /// Mails to one address that anybody may cause: links to sign up, to confirm an address, for a new password.
    pub mail: RateLimit,
}

/// A bucket of `burst` attempts, of which one comes back after each `refill`.
#[derive(Clone, Copy, Debug)]
pub struct RateLimit {
    pub burst: NonZeroU32,
    pub refill: Duration,
}

pub struct Throttle(Option<Limiters>);

struct Limiters {
    client: Limiter<IpAddr>,
    account: Limiter<Guessed>,
    mail: Limiter<String>,
}

/// Whose password somebody may be guessing, and from where. A browser in which the owner has logged in before has a bucket
/// of its own, and so has such a network, so that strangers cannot keep them out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Guessed {
    ByStrangers(String),
    FromKnownNetwork(String, IpAddr),
    OnKnownDevice(String, Vec<u8>),
    InSession(SessionId),
}

/// What somebody was recognized by.
#[derive(Clone, Copy)]
pub enum Familiar<'a> {
    Device(&'a TokenDigest),
    Network(IpAddr),
}

impl Throttle {
    pub fn new(limits: Option<&RateLimits>) -> Self {
        Self(limits.map(|limits| Limiters {
            client: Limiter::new(limits.client),
            account: Limiter::new(limits.address),
            mail: Limiter::new(limits.mail),
        }))
    }

    pub fn check_client(&self, client: &Client) -> Result<(), Failure> {
        match (&self.0, client.network()) {
            (Some(limiters), Some(network)) => limiters.client.check(&network),
            _ => Ok(()),
        }
    }

    /// `known` is what the owner of the address has logged in with before.
    pub fn check_address(&self, email: &EmailAddress, known: Option<Familiar<'_>>) -> Result<(), Failure> {
        let key = email.key().to_owned();
        self.check_guess(match known {
            Some(Familiar::Device(digest)) => Guessed::OnKnownDevice(key, digest.as_slice().to_vec()),
            Some(Familiar::Network(network)) => Guessed::FromKnownNetwork(key, network),
            None => Guessed::ByStrangers(key),
        })
    }

    /// Whether one more mail may go to this address. It is asked before anybody looks whether that is registered.
    pub fn check_mail(&self, email: &EmailAddress) -> Result<(), Failure> {
        let key = email.key().to_owned();
        self.0.as_ref().map_or(Ok(()), |limiters| limiters.mail.check(&key))
    }

    pub fn check_session(&self, session: SessionId) -> Result<(), Failure> {
        self.check_guess(Guessed::InSession(session))
    }

    fn check_guess(&self, guessed: Guessed) -> Result<(), Failure> {
        self.0.as_ref().map_or(Ok(()), |limiters| limiters.account.check(&guessed))
    }
}

struct Limiter<K: Hash + Eq + Clone> {
    limiter: RateLimiter<K, DashMapStateStore<K>, MonotonicClock, NoOpMiddleware<std::time::Instant>>,
    checks: AtomicU32,
}

impl<K: Hash + Eq + Clone + Debug> Limiter<K> {
    /// How often keys whose bucket is full again are forgotten.
    const CHECKS_BETWEEN_CLEANINGS: u32 = 4096;

    fn new(limit: RateLimit) -> Self {
        // None would be a limit that lets through everything at once.
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
}
