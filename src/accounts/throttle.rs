//! How often one client, and anybody for one address, may try. A person never meets these limits.

use std::fmt::Debug;
use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use super::Failure;
use crate::domain::{Client, EmailAddress, SessionId};

#[derive(Clone, Debug)]
pub struct RateLimits {
    /// Attempts to sign up, log in or change a password, from one IP address (one /64 of IPv6).
    pub client: RateLimit,
    /// Attempts to log in to one account, from all networks that are new to it together, or from one that is not;
    /// and in one session attempts to change or confirm the password, and uses of its refresh tokens.
    pub address: RateLimit,
}

/// A bucket of `burst` attempts that fills again at `per_minute`.
#[derive(Clone, Copy, Debug)]
pub struct RateLimit {
    pub burst: NonZeroU32,
    pub per_minute: NonZeroU32,
}

pub struct Throttle(Option<Limiters>);

struct Limiters {
    client: Limiter<IpAddr>,
    account: Limiter<Guessed>,
}

/// Whose password somebody may be guessing, and from where. A network from which the owner has logged in before
/// has a bucket of its own, so that strangers cannot keep them out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Guessed {
    ByStrangers(String),
    FromKnownNetwork(String, IpAddr),
    InSession(SessionId),
}

impl Throttle {
    pub fn new(limits: Option<&RateLimits>) -> Self {
        Self(limits.map(|limits| Limiters {
            client: Limiter::new(limits.client),
            account: Limiter::new(limits.address),
        }))
    }

    pub fn check_client(&self, client: &Client) -> Result<(), Failure> {
        match (&self.0, client.network()) {
            (Some(limiters), Some(network)) => limiters.client.check(&network),
            _ => Ok(()),
        }
    }

    /// `known` is the client's network, if the owner of the address has logged in from there before.
    pub fn check_address(&self, email: &EmailAddress, known: Option<IpAddr>) -> Result<(), Failure> {
        let key = email.key().to_owned();
        self.check_guess(match known {
            Some(network) => Guessed::FromKnownNetwork(key, network),
            None => Guessed::ByStrangers(key),
        })
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
        let quota = Quota::per_minute(limit.per_minute).allow_burst(limit.burst);
        Self {
            limiter: RateLimiter::new(quota, DashMapStateStore::default(), MonotonicClock),
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
        let one = RateLimit { burst: NonZeroU32::MIN, per_minute: NonZeroU32::MIN };
        let throttle = Throttle::new(Some(&RateLimits { client: one, address: one }));
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
