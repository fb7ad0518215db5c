//! The limit on open files of the process, as far as it limits connections.

/// The share of descriptors kept for the database, mail and files, in tenths.
const FOR_OTHERS: usize = 1;

/// How many of the wanted connections are possible. Raises the soft limit up to the hard limit: the usual soft limit of
/// 1,024 only protects programs that use `select`.
#[cfg(unix)]
pub fn connections(wanted: usize) -> usize {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};

    let Ok((soft, hard)) = getrlimit(Resource::RLIMIT_NOFILE) else { return wanted };
    let needed = u64::try_from(wanted.saturating_mul(10) / (10 - FOR_OTHERS) + 1).unwrap_or(u64::MAX);
    let raised = needed.min(hard).max(soft);
    let may_open = match setrlimit(Resource::RLIMIT_NOFILE, raised, hard) {
        Ok(()) => raised,
        Err(_) => soft,
    };
    let possible = usize::try_from(may_open).unwrap_or(usize::MAX) / 10 * (10 - FOR_OTHERS);
    if possible < wanted {
        tracing::warn!(
            "at most {possible} connections at once, and not {wanted}: the process may open {may_open} files (ulimit -n)"
        );
    }
    possible.min(wanted).max(1)
}

#[cfg(not(unix))]
pub fn connections(wanted: usize) -> usize {
    wanted
}
