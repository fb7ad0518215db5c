//! The real program, serving on a free port, with a folder and a database of its own.

use std::env;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use tempfile::TempDir;
use tokio::net::TcpSocket;

use crate::program::Program;

/// Cheap hashes, and no rate limits.
const SETTINGS: [(&str, &str); 4] = [
    ("FRONTDESK_HASHING__MEMORY_KIB", "64"),
    ("FRONTDESK_HASHING__PASSES", "1"),
    ("FRONTDESK_HASHING__LANES", "1"),
    ("FRONTDESK_RATE_LIMITS__ENABLED", "false"),
];

pub struct Frontdesk {
    /// The URL of the server, such as `http://localhost:41234`.
    pub url: String,
    /// The path of the link that makes the first administrator.
    pub set_up_link: String,
    program: Program,
    folder: TempDir,
    _port: TcpSocket,
}

impl Frontdesk {
    pub fn start(settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the server");
        let binary = binary();
        let (port, number) = hold_port();
        let mut serving = serve(&binary, folder.path(), number);
        serving.envs(settings.iter().copied());
        let program = Program::start(serving);
        let url = format!("http://localhost:{number}");
        let link = |line: &str| line.trim().strip_prefix(&url).map(str::to_owned);
        match program.hear(|line| link(line).filter(|path| path.starts_with("/setup?token="))) {
            Some(set_up_link) => Self { url, set_up_link, program, folder, _port: port },
            None => panic!("{} did not start. {}", binary.display(), program.said()),
        }
    }

    /// The data folder of the server.
    pub fn data_folder(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The path of the SQLite database.
    pub fn database(&self) -> PathBuf {
        self.data_folder().join("frontdesk.db")
    }

    /// Runs a subcommand on the same database.
    pub fn command(&self, arguments: &[&str]) {
        let output = command(&binary(), self.folder.path()).args(arguments).output().expect("frontdesk");
        assert!(output.status.success(), "frontdesk {arguments:?}: {output:?} {}", self.program.said());
    }
}

fn serve(binary: &Path, folder: &Path, port: u16) -> Command {
    let mut command = command(binary, folder);
    command.arg("serve").env("ROCKET_PORT", port.to_string());
    command
}

/// A command in isolation: without the environment of the machine and its settings, and without Rocket.toml.
fn command(binary: &Path, folder: &Path) -> Command {
    let mut command = Command::new(binary);
    command.current_dir(folder).env_clear().envs(SETTINGS);
    command
}

/// A free port that no other process gets: the socket is bound but never listens, so the server can bind the port, too.
fn hold_port() -> (TcpSocket, u16) {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_reuseaddr(true).expect("an option");
    socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).expect("a free port");
    let number = socket.local_addr().expect("an address").port();
    (socket, number)
}

/// `FRONTDESK_BIN`, or the newest program that cargo built beside this test.
fn binary() -> PathBuf {
    if let Some(path) = env::var_os("FRONTDESK_BIN") {
        let path = PathBuf::from(path);
        assert!(path.is_file(), "FRONTDESK_BIN: there is no file {}", path.display());
        return path.canonicalize().expect("FRONTDESK_BIN's place");
    }
    let test = env::current_exe().expect("the place of this test");
    let target = test.ancestors().nth(3).expect("the test is in target/<profile>/deps");
    ["release", "debug"]
        .map(|profile| target.join(profile).join("frontdesk"))
        .into_iter()
        .filter(|path| path.is_file())
        .max_by_key(|path| {
            path.metadata().and_then(|facts| facts.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
        })
        .unwrap_or_else(|| {
            panic!(
                "there is no frontdesk in {} to drive: run `cargo build` first, or name one in FRONTDESK_BIN",
                target.display()
            )
        })
}
