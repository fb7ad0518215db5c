//! What the allocator keeps of the memory that was given back to it. This is about glibc's; others decide by themselves.

#![cfg_attr(
    all(target_os = "linux", target_env = "gnu"),
    expect(unsafe_code, reason = "only C functions reach glibc's allocator")
)]

use std::time::Duration;

/// How often memory that is free goes back to the system. A flood of connections leaves a hundred megabytes; the look takes
/// less than a millisecond where there are none.
const PAUSE: Duration = Duration::from_secs(30);

/// glibc gives its threads up to eight heaps for each core, and what is free in one is of no use to another. With one
/// for two cores a thousand connections take some megabytes less; a page that has to be rendered costs a tenth more.
pub fn keep_together() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let heaps = libc::c_int::try_from(cores.div_ceil(2)).unwrap_or(libc::c_int::MAX);
        // SAFETY: it sets a number in the allocator, which may be done at any time.
        unsafe { libc::mallopt(libc::M_ARENA_MAX, heaps) };
    }
}

/// Gives back what is free, again and again: by itself glibc does that only at the end of a heap.
pub async fn give_back() {
    loop {
        tokio::time::sleep(PAUSE).await;
        #[cfg(all(target_os = "linux", target_env = "gnu"))]
        {
            // SAFETY: it takes the allocator's own locks, and may be called at any time.
            let trimmed = tokio::task::spawn_blocking(|| unsafe { libc::malloc_trim(0) }).await;
            if let Err(error) = trimmed {
                tracing::error!("free memory is not given back: {error}");
            }
        }
    }
}
