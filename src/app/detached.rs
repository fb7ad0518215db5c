//! Long work on a thread of its own, which a server that stops does not wait for.

use tokio::sync::oneshot;

/// Runs `work`, and returns its result. Unlike a blocking thread of the runtime, the thread does not delay the end of the
/// process: for work that may be killed at any time.
///
/// # Errors
///
/// If the thread cannot be started, or `work` panics.
pub async fn detached<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, std::io::Error> {
    let (done, result) = oneshot::channel();
    std::thread::Builder::new().name("back-up".to_owned()).spawn(move || {
        // The caller may be gone.
        let _ = done.send(work());
    })?;
    result.await.map_err(|_| std::io::Error::other("the work has panicked"))
}
