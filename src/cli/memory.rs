//! Returns free memory from the allocator to the system. Only for glibc; other allocators do so by themselves.

#![cfg_attr(
    all(target_os = "linux", target_env = "gnu"),
    expect(unsafe_code, reason = "only C functions reach glibc's allocator")
)]

use std::time::Duration;

/// How often free memory is returned. A flood of connections leaves a hundred megabytes; if there are none, the call
/// takes less than a millisecond.
const PAUSE: Duration = Duration::from_secs(30);

/// Limits the number of heaps to one for each core. glibc gives its threads up to eight for each, and a heap cannot use
/// free memory of another. With fewer than one, threads wait for each other: a page took up to twice the time.
pub fn keep_together() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let heaps = libc::c_int::try_from(cores).unwrap_or(libc::c_int::MAX);
        // SAFETY: this sets a number in the allocator, which is allowed at any time.
        unsafe { libc::mallopt(libc::M_ARENA_MAX, heaps) };
    }
}

/// Returns free memory regularly: by itself glibc returns only the end of a heap.
pub async fn give_back() {
    loop {
        tokio::time::sleep(PAUSE).await;
        #[cfg(all(target_os = "linux", target_env = "gnu"))]
        {
            // SAFETY: this takes the allocator's own locks, and may be called at any time.
            let trimmed = tokio::task::spawn_blocking(|| unsafe { libc::malloc_trim(0) }).await;
            if let Err(error) = trimmed {
                tracing::error!("free memory is not given back: {error}");
            }
        }
    }
}
