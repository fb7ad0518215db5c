//! How many connections there may be at once, in all and from one network. When all slots are taken, the connection
//! that has waited longest for its client is closed. A proxy, and this machine, may have any number of them.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::AbortHandle;

use super::Limits;
use super::activity::{Activity, Phase};
use super::ends::{Ends, Reason};
use crate::domain::{TrustedProxies, network};

pub struct Slots {
    limit: usize,
    limit_per_network: Option<usize>,
    proxies: TrustedProxies,
    taken: Mutex<Taken>,
    pub ends: Ends,
}

#[derive(Default)]
struct Taken {
    last_id: u64,
    by_id: HashMap<u64, Entry>,
    per_network: HashMap<IpAddr, usize>,
}

struct Entry {
    /// None for a proxy and for this machine, which no limit of a network concerns.
    network: Option<IpAddr>,
    activity: Arc<Activity>,
    /// None until the connection's task runs.
    task: Option<AbortHandle>,
}

/// The slot is free again when its last clone is dropped.
#[derive(Clone)]
pub struct Slot(Arc<Held>);

struct Held {
    slots: Arc<Slots>,
    id: u64,
}

impl Slots {
    pub fn new(limits: &Limits, proxies: TrustedProxies) -> Self {
        Self {
            limit: limits.connections,
            limit_per_network: limits.connections_per_network,
            proxies,
            taken: Mutex::default(),
            ends: Ends::default(),
        }
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn limit(&self) -> usize {
        self.limit
    }

    /// What each connection is doing.
    pub fn phases(&self) -> Vec<Phase> {
        self.taken().by_id.values().map(|entry| entry.activity.phase()).collect()
    }

    fn evict(&self, taken: &mut Taken, network: Option<IpAddr>) -> bool {
        let is_evicted = taken.evict(network);
        self.ends.count(if is_evicted { Reason::Evicted } else { Reason::NoRoom });
        is_evicted
    }

    /// The network for which a connection counts. None for a trusted proxy, even one in a network of clients, and for
    /// this machine: what connects from it is a proxy, or the operator.
    fn network(&self, peer: IpAddr) -> Option<IpAddr> {
        let peer = peer.to_canonical();
        (!peer.is_loopback() && !self.proxies.contains(peer)).then(|| network(peer))
    }

    /// Whether one more connection may come from this network, after an eviction if need be.
    fn has_room(&self, taken: &mut Taken, network: Option<IpAddr>) -> bool {
        let Some(network) = network else { return true };
        let from_network = taken.per_network.get(&network).copied().unwrap_or_default();
        let is_full = self.limit_per_network.is_some_and(|limit| from_network >= limit);
        !is_full || self.evict(taken, Some(network))
    }
}

impl Taken {
    /// Closes the connection that has waited longest for its client, of one network or of all. False if all of them are
    /// answering a request.
    fn evict(&mut self, network: Option<IpAddr>) -> bool {
        let waiting = self.by_id.iter().filter_map(|(id, entry)| {
            let is_candidate = network.is_none_or(|network| entry.network == Some(network));
            let task = entry.task.as_ref().filter(|_| is_candidate)?;
            Some((entry.activity.waits_since()?, *id, task))
        });
        let Some((_, id, task)) = waiting.min_by_key(|(since, ..)| *since) else { return false };
        task.abort();
        self.remove(id);
        true
    }

    fn remove(&mut self, id: u64) {
        if let Some(entry) = self.by_id.remove(&id) {
            self.leave(entry.network);
        }
    }

    fn join(&mut self, network: Option<IpAddr>) {
        if let Some(network) = network {
            *self.per_network.entry(network).or_default() += 1;
        }
    }

    fn leave(&mut self, network: Option<IpAddr>) {
        let Some(network) = network else { return };
        if let Some(count) = self.per_network.get_mut(&network) {
            *count -= 1;
            if *count == 0 {
                self.per_network.remove(&network);
            }
        }
    }
}

impl Slot {
    /// None if all slots are taken by connections that are answering a request.
    pub fn acquire(slots: &Arc<Slots>, peer: IpAddr, activity: Arc<Activity>) -> Option<Self> {
        let network = slots.network(peer);
        let mut taken = slots.taken();
        if !slots.has_room(&mut taken, network) {
            return None;
        }
        if taken.by_id.len() >= slots.limit && !slots.evict(&mut taken, None) {
            return None;
        }
        taken.last_id += 1;
        let id = taken.last_id;
        taken.by_id.insert(id, Entry { network, activity, task: None });
        taken.join(network);
        drop(taken);
        Some(Self(Arc::new(Held { slots: slots.clone(), id })))
    }

    /// Counts the connection, which a proxy has opened, for the network of its client. False if that network has as many
    /// connections as it may have, and all of them are answering a request.
    pub fn move_to(&self, client: IpAddr) -> bool {
        let network = self.0.slots.network(client);
        let mut taken = self.0.slots.taken();
        if !self.0.slots.has_room(&mut taken, network) {
            return false;
        }
        let Some(entry) = taken.by_id.get_mut(&self.0.id) else { return false };
        let previous = std::mem::replace(&mut entry.network, network);
        taken.leave(previous);
        taken.join(network);
        true
    }

    /// Counts the end of the connection.
    pub fn ended(&self, reason: Reason) {
        self.0.slots.ends.count(reason);
    }

    /// Names the connection's task. From now on the connection can be evicted.
    pub fn assign(self, task: AbortHandle) {
        if let Some(entry) = self.0.slots.taken().by_id.get_mut(&self.0.id) {
            entry.task = Some(task);
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.slots.taken().remove(self.id);
    }
}
