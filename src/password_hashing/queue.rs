//! Who may hash now: a fixed number of workers and a line in front of them that has an end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub struct Queue {
    workers: Arc<Semaphore>,
    waiting: AtomicUsize,
    depth: usize,
    longest_wait: Duration,
}

/// No worker came free in time, or too many are waiting already.
#[derive(Debug, PartialEq, Eq)]
pub struct Full {
    pub retry_after: Duration,
}

impl Queue {
    pub fn new(workers: usize, depth: usize, longest_wait: Duration) -> Self {
        Self { workers: Arc::new(Semaphore::new(workers)), waiting: AtomicUsize::new(0), depth, longest_wait }
    }

    /// Waits for a worker, in the order of asking. The worker is free again when the permit is dropped.
    pub async fn enter(&self) -> Result<OwnedSemaphorePermit, Full> {
        if let Ok(worker) = self.workers.clone().try_acquire_owned() {
            return Ok(worker);
        }
        let full = Full { retry_after: self.longest_wait.max(Duration::from_secs(1)) };
        let Some(_place) = Place::take(&self.waiting, self.depth) else {
            return Err(full);
        };
        match tokio::time::timeout(self.longest_wait, self.workers.clone().acquire_owned()).await {
            Ok(Ok(worker)) => Ok(worker),
            Ok(Err(_)) | Err(_) => Err(full),
        }
    }
}

/// A place in the line, given back when the one who waits is served or gives up.
struct Place<'q>(&'q AtomicUsize);

impl<'q> Place<'q> {
    fn take(waiting: &'q AtomicUsize, depth: usize) -> Option<Self> {
        waiting
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |taken| (taken < depth).then_some(taken + 1))
            .ok()
            .map(|_| Self(waiting))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_too_many_is_told_at_once_and_places_come_back() {
        let queue = Arc::new(Queue::new(1, 1, Duration::from_secs(60)));
        let working = queue.enter().await.expect("a free worker");
        let waiting = tokio::spawn({
            let queue = queue.clone();
            async move { queue.enter().await.is_ok() }
        });
        while queue.waiting.load(Ordering::Acquire) == 0 {
            tokio::task::yield_now().await;
        }
        let refused = queue.enter().await.expect_err("the line is full");
        assert_eq!(refused.retry_after, Duration::from_secs(60));

        drop(working);
        assert!(waiting.await.expect("the waiting one"));
        assert_eq!(queue.waiting.load(Ordering::Acquire), 0);
        assert!(queue.enter().await.is_ok(), "the worker is free again");
    }

    #[tokio::test]
    async fn waiting_has_an_end() {
        let queue = Queue::new(1, 1, Duration::from_millis(5));
        let _working = queue.enter().await.expect("a free worker");
        assert!(queue.enter().await.is_err());
        assert_eq!(queue.waiting.load(Ordering::Acquire), 0);
    }
}
