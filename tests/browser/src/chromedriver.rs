//! Chromedriver, which starts and controls browsers.

use std::env;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::program::Program;

const HOW_TO_INSTALL: &str = "on Debian, `apt-get install chromium chromium-driver`";

/// How long the browsers may take to close.
const LONGEST_END: Duration = Duration::from_secs(10);

pub struct Chromedriver {
    port: u16,
    program: Program,
}

impl Chromedriver {
    /// Starts chromedriver. It and its browsers write their temporary files into `folder`.
    pub fn start(folder: &Path) -> Self {
        let driver = match env::var_os("CHROMEDRIVER") {
            Some(path) => PathBuf::from(path),
            None => in_path(&["chromedriver"])
                .unwrap_or_else(|| panic!("there is no chromedriver in PATH: {HOW_TO_INSTALL}")),
        };
        assert!(driver.is_file(), "there is no chromedriver at {}: {HOW_TO_INSTALL}", driver.display());
        let mut command = Command::new(&driver);
        command.arg("--port=0").env("TMPDIR", folder);
        let program = Program::start(command);
        match program.hear(port) {
            Some(port) => Self { port, program },
            None => panic!("{} did not start. {}", driver.display(), program.said()),
        }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks chromedriver to end every browser and then itself. An answer means that it has begun.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port))?;
        connection.set_read_timeout(Some(LONGEST_END))?;
        write!(connection, "GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        connection.read_to_end(&mut Vec::new()).map(|_| ())
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // If chromedriver is killed, its browsers go on, so ask it to shut down first.
        match self.shut_down() {
            Ok(()) if self.program.ends_within(LONGEST_END) => {}
            Ok(()) => eprintln!("chromedriver is still closing its browsers"),
            Err(error) => eprintln!("chromedriver did not close its browsers: {error}"),
        }
    }
}

/// The path of the browser.
pub fn chromium() -> PathBuf {
    in_path(&["chromium", "chromium-browser", "google-chrome"])
        .unwrap_or_else(|| panic!("there is no chromium in PATH: {HOW_TO_INSTALL}"))
}

fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

fn in_path(names: &[&str]) -> Option<PathBuf> {
    let path: OsString = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let found = |name: &&str| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    names.iter().find_map(found)
}
