//! The memory of this machine: how much of it hashing may use, and how much is left.

use std::path::Path;

use sysinfo::{MemoryRefreshKind, System};

/// All workers together may use this fraction of the memory, one in four: the machine needs the rest for other things.
const SHARE: u64 = 4;

const CONTROL_GROUPS: &str = "/sys/fs/cgroup";

/// The memory that hashing may use on this machine, in KiB.
pub fn memory_for_hashing_kib() -> u64 {
    all_memory_kib() / SHARE
}

/// The memory of this machine, in KiB: what the control group allows, or all memory if that is less.
pub fn all_memory_kib() -> u64 {
    let system = system();
    let of_container = system.cgroup_limits().map_or(u64::MAX, |limits| limits.total_memory);
    let of_groups = least_of_groups(Path::new(CONTROL_GROUPS), &own_group(), limit);
    of_container.min(of_groups).min(system.total_memory()) / 1_024
}

/// The memory that this process can still get, in KiB. Linux grants more memory than there is, and kills a process that
/// uses it, so code that needs a lot has to check this first.
pub fn left_kib() -> u64 {
    let system = system();
    let of_machine = system.available_memory().saturating_add(system.free_swap());
    // A control group releases the memory of cached files on demand, so only other memory counts as used.
    let of_container =
        system.cgroup_limits().map_or(u64::MAX, |limits| limits.total_memory.saturating_sub(limits.rss));
    let of_groups = least_of_groups(Path::new(CONTROL_GROUPS), &own_group(), left);
    of_machine.min(of_container).min(of_groups) / 1_024
}

fn system() -> System {
    let mut system = System::new();
    system.refresh_memory_specifics(MemoryRefreshKind::everything());
    system
}

/// The control groups of this process, as the system lists them.
fn own_group() -> String {
    std::fs::read_to_string("/proc/self/cgroup").unwrap_or_default()
}

/// The smallest figure of the control group (version 2) of a process and of its ancestors, in octets: a container sees
/// its own group as the root, and a service manager sets a limit further down.
fn least_of_groups(root: &Path, groups: &str, figure: impl Fn(&Path) -> Option<u64>) -> u64 {
    let Some(own) = groups.lines().find_map(|line| line.strip_prefix("0::/")) else { return u64::MAX };
    let around = Path::new(own).ancestors();
    around.filter_map(|group| figure(&root.join(group))).min().unwrap_or(u64::MAX)
}

fn limit(group: &Path) -> Option<u64> {
    std::fs::read_to_string(group.join("memory.max")).ok()?.trim().parse().ok()
}

fn left(group: &Path) -> Option<u64> {
    let limit = limit(group)?;
    let usage = std::fs::read_to_string(group.join("memory.stat")).ok()?;
    let anonymous = usage.lines().find_map(|line| line.strip_prefix("anon "))?.trim().parse().ok()?;
    Some(limit.saturating_sub(anonymous))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn this_machine_has_memory() {
        assert!(memory_for_hashing_kib() > 0);
        assert!(left_kib() > 0);
    }

    #[test]
    fn the_tightest_control_group_counts() {
        let root = tempfile::TempDir::new().expect("a folder");
        let group = |path: &str, max: &str, anonymous: u64| {
            let folder = root.path().join(path);
            fs::create_dir_all(&folder).expect("a folder");
            fs::write(folder.join("memory.max"), format!("{max}\n")).expect("written");
            let usage = format!("anon {anonymous}\nfile 900\nanon_thp 1\n");
            fs::write(folder.join("memory.stat"), usage).expect("written");
        };
        group("", "max", 5_000);
        group("system", "4000", 3_500);
        group("system/frontdesk", "2000", 100);
        let least =
            |groups: &str, figure: fn(&Path) -> Option<u64>| least_of_groups(root.path(), groups, figure);
        assert_eq!(least("0::/system/frontdesk\n", limit), 2_000);
        assert_eq!(least("0::/system/frontdesk\n", left), 500, "the one around it is nearly full");
        assert_eq!(least("0::/\n", left), u64::MAX);
        assert_eq!(least("0::/no/such/group\n", limit), u64::MAX);
        assert_eq!(least("12:memory:/docker\n", limit), u64::MAX);
    }
}
