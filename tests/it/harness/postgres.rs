//! PostgreSQL servers that a test starts and stops itself: a primary and its standby.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::Port;

/// A server with a folder of its own. It stops when the value is dropped.
pub struct PostgresServer {
    folder: TempDir,
    pub port: u16,
    /// Held even while no server uses the port, so that no other program answers in place of a primary that was killed.
    _held: Port,
    process: Child,
}

/// The folder with the programs of the newest PostgreSQL on Debian.
fn programs() -> PathBuf {
    let versions =
        fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL is missing: apt-get install postgresql");
    let mut found: Vec<PathBuf> = versions.map(|entry| entry.expect("an entry").path().join("bin")).collect();
    found.retain(|bin| bin.join("initdb").exists());
    found.sort();
    found.pop().expect("PostgreSQL is missing: apt-get install postgresql")
}

/// A command that does not run as root, because PostgreSQL refuses to.
fn command(program: &str) -> Command {
    let program = programs().join(program);
    let is_root =
        fs::metadata("/proc/self").is_ok_and(|process| std::os::unix::fs::MetadataExt::uid(&process) == 0);
    if !is_root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(program);
    command
}

fn run(program: &str, arguments: &[&str]) {
    let output = command(program).args(arguments).current_dir("/").output().expect(program);
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    // The server runs as another user, who must own the folder.
    let _ = Command::new("chown").arg("postgres:").arg(folder.path()).stderr(Stdio::null()).status();
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

impl PostgresServer {
    /// A primary at which every commit waits until the standby with this name has it.
    pub fn primary(standby: &str) -> Self {
        let folder = folder();
        let data = folder.path().join("data");
        run(
            "initdb",
            &["--pgdata", text(&data), "--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8"],
        );
        Self::start(folder, &["synchronous_commit=on", &format!("synchronous_standby_names={standby}")])
    }

    /// A standby that follows this server. After its promotion its commits wait for no other standby.
    pub fn standby(&self, name: &str) -> Self {
        let folder = folder();
        let source = format!("host=127.0.0.1 port={} user=postgres application_name={name}", self.port);
        let data = folder.path().join("data");
        run(
            "pg_basebackup",
            &["--pgdata", text(&data), "--dbname", &source, "--write-recovery-conf", "--checkpoint=fast"],
        );
        Self::start(folder, &["synchronous_standby_names="])
    }

    fn start(folder: TempDir, settings: &[&str]) -> Self {
        let held = Port::hold();
        let port = held.number;
        let data = folder.path().join("data");
        let mut postgres = command("postgres");
        postgres.args([
            "-D",
            text(&data),
            "-k",
            text(folder.path()),
            "-h",
            "127.0.0.1",
            "-p",
            &port.to_string(),
        ]);
        // The standby has the data that must outlive the primary, so neither server needs to write it to the disk.
        for setting in ["fsync=off", "max_connections=100"].iter().chain(settings) {
            postgres.args(["-c", setting]);
        }
        let log = fs::File::create(std::env::temp_dir().join(format!("frontdesk-postgres-{port}.log")))
            .expect("a log");
        let process = postgres.current_dir("/").stdout(Stdio::null()).stderr(log).spawn().expect("postgres");
        let server = Self { folder, port, _held: held, process };
        let begin = Instant::now();
        while !server.is_ready() {
            assert!(begin.elapsed() < Duration::from_secs(60), "PostgreSQL does not start");
            std::thread::sleep(Duration::from_millis(100));
        }
        server
    }

    fn is_ready(&self) -> bool {
        let port = self.port.to_string();
        let mut ready = command("pg_isready");
        ready
            .args(["-q", "-h", "127.0.0.1", "-p", &port])
            .current_dir("/")
            .status()
            .is_ok_and(|status| status.success())
    }

    /// Runs one statement on this server, and returns the output.
    pub fn query(&self, statement: &str) -> String {
        let port = self.port.to_string();
        let output = command("psql")
            .args(["-h", "127.0.0.1", "-p", &port, "-U", "postgres", "-AtX", "-c", statement])
            .current_dir("/")
            .output()
            .expect("psql");
        assert!(output.status.success(), "{statement}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Kills the server as a power failure would: no process of the server shuts down cleanly.
    pub fn kill(&mut self) {
        // `setpriv` was replaced by the server, so this process is the postmaster. Its children end by themselves.
        self.process.kill().expect("a process");
        self.process.wait().expect("an end");
    }

    pub fn promote(&self) {
        let data = self.folder.path().join("data");
        run("pg_ctl", &["promote", "--pgdata", text(&data), "--wait"]);
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_file(std::env::temp_dir().join(format!("frontdesk-postgres-{}.log", self.port)));
    }
}
