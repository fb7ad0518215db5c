//! A program that a test starts, whose output it reads, and that it ends.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Both programs are ready in well under a second; on a busy machine it may take longer.
const LONGEST_START: Duration = Duration::from_secs(30);

/// The program ends when the value is dropped. If a test fails, the output of the program is shown with the failure.
pub struct Program {
    name: String,
    child: Child,
    lines: Receiver<String>,
    said: Arc<Mutex<Vec<String>>>,
}

impl Program {
    pub fn start(mut command: Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("cannot start {name}: {error}"));
        let (sender, lines) = channel();
        let said = Arc::default();
        if let Some(output) = child.stdout.take() {
            listen(output, sender.clone(), Arc::clone(&said));
        }
        if let Some(errors) = child.stderr.take() {
            listen(errors, sender, Arc::clone(&said));
        }
        Self { name, child, lines, said }
    }

    /// Waits for a line in which `find` finds something. `None` if the program ends without such a line.
    pub fn hear<T>(&self, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let deadline = Instant::now() + LONGEST_START;
        loop {
            match self.lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if let Some(found) = find(&line) {
                        return Some(found);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => panic!("{} is not ready. {}", self.name, self.said()),
            }
        }
    }

    /// Waits until the program ends by itself; returns whether it did within the limit.
    pub fn ends_within(&mut self, limit: Duration) -> bool {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return true;
            }
            thread::sleep(Duration::from_millis(10));
        }
        false
    }

    pub fn said(&self) -> String {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        format!("It said:\n{}", said.join("\n"))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // The program may have ended by itself, which is fine.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if thread::panicking() {
            eprintln!("--- {}. {}", self.name, self.said());
        }
    }
}

/// Reads a pipe to its end: a pipe without a reader fills up and blocks the program.
fn listen(pipe: impl Read + Send + 'static, sender: Sender<String>, said: Arc<Mutex<Vec<String>>>) {
    thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            said.lock().unwrap_or_else(PoisonError::into_inner).push(line.clone());
            // There is no receiver any more once the program is ready.
            let _ = sender.send(line);
        }
    });
}
