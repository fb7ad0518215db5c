//! The program itself: started as anybody starts it, in a folder of its own.

use std::io::{BufRead, BufReader, PipeWriter, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use super::{PASSWORD, Port, TestDatabase};

#[derive(Clone)]
pub struct Program {
    pub database: Arc<TestDatabase>,
    environment: Vec<(String, String)>,
    /// Where it is started, below its folder.
    started_in: PathBuf,
}

/// A server that is ready, and ends with this value.
pub struct Server {
    child: Child,
    pub url: String,
    output: Arc<Mutex<String>>,
    /// Who holds it keeps the output from being read.
    reading: Arc<Mutex<()>>,
    _port: Port,
    /// Its folder lives as long as the server: one that loses its file answers 503.
    _database: Arc<TestDatabase>,
}

impl Program {
    pub fn new() -> Self {
        Self::on(Arc::new(TestDatabase::new()))
    }

    /// On the database of another one, and in its folder.
    pub fn on(database: Arc<TestDatabase>) -> Self {
        Self { database, environment: Vec::new(), started_in: PathBuf::new() }
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Is started in a folder below its own.
    pub fn inside(mut self, name: &str) -> Self {
        std::fs::create_dir_all(self.folder().join(name)).expect("a folder");
        self.started_in = name.into();
        self
    }

    pub fn folder(&self) -> PathBuf {
        self.database.folder.path().to_owned()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_frontdesk"));
        command
            .args(arguments)
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
        command
    }

    /// Runs a subcommand to its end, with this on its standard input.
    pub fn run(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self.command(arguments).spawn().expect("the program");
        // It may have ended without reading.
        let _ = child.stdin.take().expect("standard input").write_all(input.as_bytes());
        child.wait_with_output().expect("an end")
    }

    /// Runs a subcommand whose standard output goes to a file.
    pub fn run_into(&self, arguments: &[&str], output: std::fs::File) -> Output {
        self.command(arguments).stdout(output).spawn().and_then(Child::wait_with_output).expect("an end")
    }

    /// Makes an administrator, and gives the cookie of their session. The hash costs little, whatever is set here.
    pub fn administrator(&self) -> String {
        let cheap = Self::on(self.database.clone());
        let made = cheap.run(&["admin", "create", "root@example.org", "--password-stdin"], PASSWORD);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let server = cheap.serve();
        let form = format!("email=root@example.org&password={PASSWORD}");
        session_of(&curl(&[&format!("{}/login", server.url), "-d", &form])).to_owned()
    }

    /// Starts the server on a free port and waits until it says that it is ready.
    pub fn serve(&self) -> Server {
        let port = Port::hold();
        let mut child = self
            .command(&["serve"])
            .env("ROCKET_PORT", port.number.to_string())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program");
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
        let url = format!("http://localhost:{}", port.number);
        Server { child, url, output, reading, _port: port, _database: self.database.clone() }
    }

    /// Starts the server on a free port, with its output into a pipe, and waits until it answers.
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
            _port: port,
            _database: self.database.clone(),
        };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", server._port.number)).is_err() {
            assert!(started.elapsed() < Duration::from_secs(30), "it does not answer");
            std::thread::sleep(Duration::from_millis(5));
        }
        server
    }
}

impl Server {
    /// What it has written so far.
    pub fn output(&self) -> String {
        self.output.lock().expect("the output").clone()
    }

    /// How much memory it had at the most since `act` began, beyond what it had before, in KiB.
    #[cfg(target_os = "linux")]
    pub fn memory_for(&self, act: impl FnOnce()) -> u64 {
        let folder = PathBuf::from(format!("/proc/{}", self.id()));
        let status = |name: &str| -> u64 {
            let status = std::fs::read_to_string(folder.join("status")).expect("a status");
            let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a line of the status");
            line.trim_matches(|c: char| !c.is_ascii_digit()).parse().expect("a number")
        };
        // From here on the greatest size is that of now (proc(5)).
        std::fs::write(folder.join("clear_refs"), "5").expect("the peak can be reset");
        let before = status("VmRSS:");
        act();
        status("VmHWM:").saturating_sub(before)
    }

    /// Nothing reads its output while the value lives.
    pub fn pause_reading(&self) -> MutexGuard<'_, ()> {
        self.reading.lock().expect("the turn")
    }

    /// What it has written, as soon as this is in it.
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

    /// How many hashes are being made, and how many wait: as its overview shows it to this administrator.
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

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.id().to_string()]).status().expect("kill");
        assert!(sent.success());
    }

    /// Asks it to end, as a service manager does, and waits for that.
    pub fn terminate(mut self) -> std::process::ExitStatus {
        self.signal("TERM");
        self.child.wait().expect("an end")
    }

    /// Ends it as `kill -9` does: it learns nothing of it, and leaves everything as it is.
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

/// The session's cookie in what curl printed.
pub fn session_of(answer: &str) -> &str {
    answer.split("session=").nth(1).and_then(|rest| rest.split(';').next()).expect("a session")
}

/// What curl prints of an answer: the head and the body.
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
