//! Who may be connected at once. When all places are taken, whoever has been waited for longest makes room.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;

use super::Limits;
use super::activity::Activity;
use crate::domain::network;

pub struct Places {
    most: usize,
    most_per_network: Option<usize>,
    taken: Mutex<Taken>,
}

#[derive(Default)]
struct Taken {
    last: u64,
    by_number: HashMap<u64, Taker>,
    of_network: HashMap<IpAddr, usize>,
}

struct Taker {
    network: IpAddr,
    activity: Arc<Activity>,
    /// None until its task runs.
    task: Option<AbortHandle>,
}

/// It is free again when the last copy is gone.
#[derive(Clone)]
pub struct Place(Arc<Held>);

struct Held {
    places: Arc<Places>,
    number: u64,
}

impl Places {
    pub fn new(limits: &Limits) -> Self {
        Self {
            most: limits.connections,
            most_per_network: limits.connections_per_network,
            taken: Mutex::default(),
        }
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One's own machine is a proxy, mostly, and what fills it is not from outside.
    fn most_of(&self, network: IpAddr) -> Option<usize> {
        self.most_per_network.filter(|_| !network.to_canonical().is_loopback())
    }
}

impl Taken {
    /// Whether somebody made room who is waited for, of this network or of any.
    fn make_room(&mut self, network: Option<IpAddr>) -> bool {
        let of_network = |taker: &&Taker| network.is_none_or(|network| taker.network == network);
        let waited_for =
            self.by_number.iter().filter(|(_, taker)| of_network(taker)).filter_map(|(number, taker)| {
                let task = taker.task.as_ref()?;
                Some((taker.activity.waits_since()?, *number, task))
            });
        let Some((_, number, task)) = waited_for.min_by_key(|(since, ..)| *since) else { return false };
        task.abort();
        self.free(number);
        true
    }

    fn free(&mut self, number: u64) {
        let Some(taker) = self.by_number.remove(&number) else { return };
        if let Some(count) = self.of_network.get_mut(&taker.network) {
            *count -= 1;
            if *count == 0 {
                self.of_network.remove(&taker.network);
            }
        }
    }
}

impl Place {
    /// None if all places are taken by clients whose requests are being answered.
    pub fn take(places: &Arc<Places>, peer: IpAddr, activity: Arc<Activity>) -> Option<Self> {
        let network = network(peer.to_canonical());
        let mut taken = places.taken();
        let of_network = taken.of_network.get(&network).copied().unwrap_or_default();
        if places.most_of(network).is_some_and(|most| of_network >= most) && !taken.make_room(Some(network)) {
            return None;
        }
        if taken.by_number.len() >= places.most && !taken.make_room(None) {
            return None;
        }
        taken.last += 1;
        let number = taken.last;
        taken.by_number.insert(number, Taker { network, activity, task: None });
        *taken.of_network.entry(network).or_default() += 1;
        drop(taken);
        Some(Self(Arc::new(Held { places: places.clone(), number })))
    }

    /// From now on it can be made to leave.
    pub fn hand_to(self, task: AbortHandle) {
        if let Some(taker) = self.0.places.taken().by_number.get_mut(&self.0.number) {
            taker.task = Some(task);
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.places.taken().free(self.number);
    }
}
