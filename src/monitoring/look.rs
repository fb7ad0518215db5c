//! A look at something that may take long, such as a database: one at a time, however many ask, and none of them waits for ever.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::Mutex;
use tokio::time::timeout;

/// How long an answer is awaited. A balancer and a monitoring system wait for a few seconds, and ask again.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long an answer is repeated, so that many who ask cost one look.
const REPEATED_FOR: Duration = Duration::from_millis(500);

/// The last answer, and the only place from which the next one comes.
pub struct Look<T>(Arc<Mutex<Option<(Instant, T)>>>);

impl<T> Default for Look<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Clone + Send + 'static> Look<T> {
    /// The answer, `None` if it does not come in time. A look that has begun goes on without those who asked, and the next
    /// waits for it: so no number of requests takes more than one connection of the database.
    pub async fn answer(&self, look: impl Future<Output = T> + Send + 'static) -> Option<T> {
        let mut last = timeout(PATIENCE, self.0.clone().lock_owned()).await.ok()?;
        if let Some((_, answer)) = last.as_ref().filter(|(at, _)| at.elapsed() < REPEATED_FOR) {
            return Some(answer.clone());
        }
        let looking = tokio::spawn(async move {
            let answer = look.await;
            *last = Some((Instant::now(), answer.clone()));
            answer
        });
        timeout(PATIENCE, looking).await.ok()?.ok()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tokio::sync::Semaphore;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_look_that_hangs_is_the_only_one_and_its_answer_is_not_lost() {
        let (look, looks, gate) =
            (Look::default(), Arc::new(AtomicUsize::new(0)), Arc::new(Semaphore::new(0)));
        let ask = || {
            let (looks, gate) = (looks.clone(), gate.clone());
            look.answer(async move {
                let number = looks.fetch_add(1, Ordering::Relaxed) + 1;
                let _passed = gate.acquire().await;
                number
            })
        };
        for _ in 0..3 {
            assert_eq!(ask().await, None, "in time");
        }
        assert_eq!(looks.load(Ordering::Relaxed), 1);
        gate.add_permits(9);
        assert_eq!(ask().await, Some(1), "those who asked are gone, and the answer is there");
        tokio::time::advance(REPEATED_FOR).await;
        assert!(ask().await >= Some(1));
    }
}
