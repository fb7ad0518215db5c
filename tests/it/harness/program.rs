//! The program itself: started as an operator starts it, in a folder of its own.

use std::io::{BufRead, BufReader, PipeWriter, Read, Write};
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use super::{Connection, PASSWORD, Port, TestDatabase};

#[derive(Clone)]
pub struct Program {
    pub database: Arc<TestDatabase>,
    environment: Vec<(String, String)>,
    /// The working directory, below the folder of the program.
    started_in: PathBuf,
}

/// A server that is ready. It ends when the value is dropped.
pub struct Server {
    child: Child,
    pub url: String,
    output: Arc<Mutex<String>>,
    /// While a test holds this lock, the output is not read.
    reading: Arc<Mutex<()>>,
    _port: Option<Port>,
    /// Keeps the folder as long as the server lives, because a server whose file is removed answers 503.
    _database: Arc<TestDatabase>,
}

impl Program {
    pub fn new() -> Self {
        Self::on(Arc::new(TestDatabase::new()))
    }

    /// A program on an existing database, and in the folder of that database.
    pub fn on(database: Arc<TestDatabase>) -> Self {
        Self { database, environment: Vec::new(), started_in: PathBuf::new() }
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Starts the program in a folder below its own.
    pub fn inside(mut self, name: &str) -> Self {
        std::fs::create_dir_all(self.folder().join(name)).expect("a folder");
        self.started_in = name.into();
        self
    }

    pub fn folder(&self) -> PathBuf {
        self.database.folder.path().to_owned()
    }

    /// The command, not started yet.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontdesk"));
        self.prepare(command.args(arguments));
        command
    }

    /// A command that starts the server with this socket, as systemd does: as descriptor 3, of which the environment
    /// tells. The shell becomes the server, so that `LISTEN_PID` is right.
    fn command_on(&self, socket: OwnedFd) -> Command {
        let mut command = Command::new("sh");
        let script = "exec 3<&0 </dev/null; export LISTEN_PID=$$ LISTEN_FDS=1; exec \"$@\"";
        self.prepare(command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_frontdesk"), "serve"]));
        command.stdin(socket);
        command
    }

    fn prepare(&self, command: &mut Command) {
        command
            .current_dir(self.folder().join(&self.started_in))
            .env_clear()
            .env("DATABASE_URL", &self.database.url)
            .env(
                "FRONTDESK_DATABASE__PREPARED_STATEMENTS",
                self.database.has_prepared_statements().to_string(),
            )
            .env("FRONTDESK_HASHING__MEMORY_KIB", "64")
            .env("FRONTDESK_HASHING__PASSES", "1")
            .env("FRONTDESK_HASHING__LANES", "1")
            .envs(self.environment.iter().cloned())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
    }

    /// Runs a subcommand to its end, with this standard input.
    pub fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.command(arguments).spawn().expect("the program");
        // The program may end without reading its input.
        let _ = child.stdin.take().expect("standard input").write_all(input.as_bytes());
        child.wait_with_output().expect("an end")
    }

    /// Runs a subcommand whose standard output goes to a file.
    pub fn run_into(&self, arguments: &[&str], output: std::fs::File) -> Output {
        self.command(arguments).stdout(output).spawn().and_then(Child::wait_with_output).expect("an end")
    }

    /// Starts the server with a descriptor that it should refuse.
    pub fn run_on(&self, descriptor: OwnedFd) -> Output {
        self.command_on(descriptor).spawn().and_then(Child::wait_with_output).expect("an end")
    }

    /// Creates an administrator, and returns the cookie of their session. The hash is cheap, whatever the settings are.
    pub fn administrator(&self) -> String {
        let cheap = Self::on(self.database.clone());
        let made = cheap.run(&["admin", "create", "root@example.org", "--password-stdin"], PASSWORD);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let server = cheap.serve();
        let form = format!("email=root@example.org&password={PASSWORD}");
        session_of(&curl(&[&format!("{}/login", server.url), "-d", &form])).to_owned()
    }

    /// Starts the server on a free port, and waits until it logs that it is ready.
    pub fn serve(&self) -> Server {
        let port = Port::hold();
        let mut command = self.command(&["serve"]);
        command.env("ROCKET_PORT", port.number.to_string());
        self.started(command, format!("http://localhost:{}", port.number), Some(port))
    }

    /// Starts the server with a listening socket, as systemd does, and waits until it logs that it is ready.
    pub fn serve_on(&self, socket: OwnedFd, url: &str) -> Server {
        self.started(self.command_on(socket), url.to_owned(), None)
    }

    fn started(&self, mut command: Command, url: String, port: Option<Port>) -> Server {
        let mut child = command.stderr(Stdio::inherit()).spawn().expect("the program");
        let mut lines = BufReader::new(child.stdout.take().expect("standard output"));
        let mut first = String::new();
        while !first.contains("is ready") {
            assert_ne!(lines.read_line(&mut first).expect("a line"), 0, "the server ended: {first}");
        }
        let output = Arc::new(Mutex::new(first));
        let reading = Arc::new(Mutex::new(()));
        let (rest, turn) = (output.clone(), reading.clone());
        std::thread::spawn(move || {
            let mut line = String::new();
            while lines.read_line(&mut line).is_ok_and(|read| read > 0) {
                rest.lock().expect("the output").push_str(&std::mem::take(&mut line));
                drop(turn.lock());
            }
        });
        Server { child, url, output, reading, _port: port, _database: self.database.clone() }
    }

    /// Starts the server on a free port, with the output into a pipe, and waits until it answers.
    pub fn serve_into(&self, output: PipeWriter) -> Server {
        let port = Port::hold();
        let child = self
            .command(&["serve"])
            .env("ROCKET_PORT", port.number.to_string())
            .stdout(output)
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program");
        let server = Server {
            child,
            url: format!("http://localhost:{}", port.number),
            output: Arc::default(),
            reading: Arc::default(),
            _port: Some(port),
            _database: self.database.clone(),
        };
        let started = Instant::now();
        while Connection::open(&server.url).is_err() {
            assert!(started.elapsed() < Duration::from_secs(30), "it does not answer");
            std::thread::sleep(Duration::from_millis(5));
        }
        server
    }
}

impl Server {
    /// The output so far.
    pub fn output(&self) -> String {
        self.output.lock().expect("the output").clone()
    }

    /// The peak of memory while `act` runs, beyond the memory before, in KiB.
    #[cfg(target_os = "linux")]
    pub fn memory_for(&self, act: impl FnOnce()) -> u64 {
        let folder = PathBuf::from(format!("/proc/{}", self.id()));
        let status = |name: &str| -> u64 {
            let status = std::fs::read_to_string(folder.join("status")).expect("a status");
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a line of the status");
            line.trim_matches(|c: char| !c.is_ascii_digit()).parse().expect("a number")
        };
        // This resets the peak to the current size (proc(5)).
        std::fs::write(folder.join("clear_refs"), "5").expect("the peak can be reset");
        let before = status("VmRSS:");
        act();
        status("VmHWM:").saturating_sub(before)
    }

    /// Stops reading the output until the value is dropped.
    pub fn pause_reading(&self) -> MutexGuard<'_, ()> {
        self.reading.lock().expect("the turn")
    }

    /// Waits until the output contains this text, and returns the output.
    pub fn wait_for(&self, text: &str) -> String {
        let started = Instant::now();
        loop {
            let output = self.output();
            if output.contains(text) {
                return output;
            }
            assert!(started.elapsed() < Duration::from_secs(30), "no {text:?} in: {output}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// How many hashes are in progress, and how many wait, as the overview shows it to this administrator.
    pub fn hashing(&self, administrator: &str) -> (usize, usize) {
        let page = curl(&[&format!("{}/admin", self.url), "-b", &format!("session={administrator}")]);
        let number = |id: &str| {
            let text = page.split(&format!("id=\"{id}\">")).nth(1).unwrap_or_else(|| panic!("{page}"));
            text.split(' ').next().and_then(|number| number.parse().ok()).expect("a number")
        };
        (number("hashing-workers"), number("hashing-waiting"))
    }

    pub fn wait_for_hashing(&self, administrator: &str, busy: usize, waiting: usize) {
        let started = Instant::now();
        while self.hashing(administrator) != (busy, waiting) {
            assert!(started.elapsed() < Duration::from_secs(30), "{:?}", self.hashing(administrator));
        }
    }

    /// The addresses in the line of the log that names them.
    pub fn addresses(&self) -> Vec<String> {
        let log = self.wait_for("listening on ");
        let line = log.split("listening on ").nth(1).and_then(|rest| rest.lines().next()).expect("a line");
        line.split(", ").map(str::to_owned).collect()
    }

    pub fn port(&self) -> u16 {
        self.url.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port")
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.id().to_string()]).status().expect("kill");
        assert!(sent.success());
    }

    /// Asks the server to shut down, as a service manager does, and waits until it has ended.
    pub fn terminate(mut self) -> std::process::ExitStatus {
        self.signal("TERM");
        self.child.wait().expect("an end")
    }

    /// Kills the server as `kill -9` does: it gets no chance to shut down cleanly.
    pub fn kill(mut self) -> std::process::ExitStatus {
        self.child.kill().expect("a process");
        self.child.wait().expect("an end")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The session cookie in the output of curl.
pub fn session_of(answer: &str) -> &str {
    answer.split("session=").nth(1).and_then(|rest| rest.split(';').next()).expect("a session")
}

/// Runs curl, and returns the head and the body of the answer.
pub fn curl(arguments: &[&str]) -> String {
    let mut child = Command::new("curl")
        .args(["-s", "-i"])
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .expect("curl is missing: install it (Debian: apt-get install curl)");
    let mut text = String::new();
    child.stdout.take().expect("standard output").read_to_string(&mut text).expect("text");
    assert!(child.wait().expect("an end").success(), "curl {arguments:?}");
    text
}
