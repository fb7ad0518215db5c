//! The buckets of one limit in this process, and their names in the database.

use std::hash::Hash;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};

use super::buckets::BucketKey;
use crate::accounts::Failure;
use crate::domain::Client;
use crate::storage::rate_limits::Bucket;

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

pub(super) struct Limiter<K: Hash + Eq + Clone> {
    purpose: &'static str,
    limit: RateLimit,
    limiter: RateLimiter<K, DashMapStateStore<K>, MonotonicClock, NoOpMiddleware<Instant>>,
    checks: AtomicU32,
}

impl<K: Hash + Eq + Clone + BucketKey> Limiter<K> {
    /// The number of checks after which keys whose bucket is full are deleted.
    const CHECKS_BETWEEN_CLEANINGS: u32 = 4096;

    pub fn new(purpose: &'static str, limit: RateLimit) -> Self {
        // `with_period` refuses a period of zero, which would mean no limit.
        let quota = Quota::with_period(limit.refill).unwrap_or(Quota::per_second(NonZeroU32::MIN));
        let limiter =
            RateLimiter::new(quota.allow_burst(limit.burst), DashMapStateStore::default(), MonotonicClock);
        Self { purpose, limit, limiter, checks: AtomicU32::new(0) }
    }

    /// Takes an attempt from the bucket of this process. Returns the bucket that all processes share, which the caller
    /// has yet to ask.
    pub fn check(&self, key: &K) -> Result<Bucket, Failure> {
        if self.checks.fetch_add(1, Ordering::Relaxed).is_multiple_of(Self::CHECKS_BETWEEN_CLEANINGS) {
            self.limiter.retain_recent();
        }
        self.limiter.check_key(key).map_err(|until| Failure::TooManyAttempts {
            retry_after: until.wait_time_from(MonotonicClock.now()),
        })?;
        Ok(self.shared(key))
    }

    pub fn shared(&self, key: &K) -> Bucket {
        let RateLimit { burst, refill } = self.limit;
        Bucket { name: format!("{} {}", self.purpose, key.name()), burst: burst.get(), refill }
    }
}

/// The limit of a /48 of IPv6, as a multiple of a client's: it may be a whole office, or one customer whose provider
/// assigns 65,536 networks.
const CLIENTS_OF_A_SITE: u32 = 4;

/// A limit for each client, and a larger one for all clients of a site.
pub(super) struct ClientLimiter {
    clients: Limiter<IpAddr>,
    sites: Limiter<IpAddr>,
}

impl ClientLimiter {
    pub fn new(limit: RateLimit) -> Self {
        let sites = Limiter::new("site", limit.times(CLIENTS_OF_A_SITE));
        Self { clients: Limiter::new("client", limit), sites }
    }

    /// As [`Limiter::check`], with a bucket for the client and one for its site, as far as there are any.
    pub fn check(&self, client: &Client) -> Result<Vec<Bucket>, Failure> {
        let Some(network) = client.network() else { return Ok(Vec::new()) };
        let mut shared = vec![self.clients.check(&network)?];
        if let Some(site) = client.site() {
            shared.push(self.sites.check(&site)?);
        }
        Ok(shared)
    }
}
