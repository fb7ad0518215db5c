//! One target under libFuzzer: `FUZZ_TARGET` says which. `just fuzz` runs them all.

#![no_main]
#![expect(clippy::disallowed_methods, reason = "libFuzzer reads the arguments, so the target is a variable")]

use std::sync::LazyLock;

static TARGET: LazyLock<frontdesk_fuzz::Target> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    frontdesk_fuzz::target(&name)
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| TARGET(data));
