//! Writes lines to standard output from a thread of its own. If the reader of a pipe stops reading, only that thread
//! waits: lines are queued up to a limit, and counted beyond it. `docs/decisions/log_queue.md` says why this is not a
//! library.

use std::io::{self, ErrorKind, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::time::Duration;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The maximum size of the queue. In bytes and not in lines, because clients determine the length of lines.
const MAX_QUEUED: usize = 1024 * 1024;

/// The memory that a queued line takes in addition to its text.
const OVERHEAD: usize = 64;

/// How long the reader may take at the end to read the queued lines.
const FLUSH: Duration = Duration::from_secs(2);

/// The pause before another attempt to write to a full non-blocking descriptor.
const RETRY: Duration = Duration::from_millis(20);

/// The owner of the queue. When it is dropped, the queued lines are written, for at most [`FLUSH`].
pub struct Lines(Writer);

/// Queues whole lines, and never waits.
#[derive(Clone)]
pub struct Writer {
    entries: Sender<Entry>,
    counts: Arc<Counts>,
}

#[derive(Default)]
struct Counts {
    queued_bytes: AtomicUsize,
    /// The number of dropped lines that have not been reported yet.
    dropped: AtomicU64,
}

enum Entry {
    Line { text: Vec<u8>, dropped_before: u64 },
    Finish(Sender<()>),
}

impl Lines {
    pub fn start(out: impl Write + Send + 'static) -> io::Result<Self> {
        let (entries, queue) = mpsc::channel();
        let counts = Arc::new(Counts::default());
        let worker = Worker { out, counts: counts.clone() };
        std::thread::Builder::new().name("log".into()).spawn(move || worker.run(&queue))?;
        Ok(Self(Writer { entries, counts }))
    }

    pub fn writer(&self) -> Writer {
        self.0.clone()
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        let (done, finished) = mpsc::channel();
        if self.0.entries.send(Entry::Finish(done)).is_ok() {
            let _ = finished.recv_timeout(FLUSH);
        }
    }
}

impl Writer {
    /// Queues a text even if the queue is full: for the few texts that must not be lost.
    pub fn write_always(&self, text: String) {
        self.counts.queued_bytes.fetch_add(text.len() + OVERHEAD, Ordering::Relaxed);
        self.send(text.into_bytes());
    }

    fn send(&self, text: Vec<u8>) {
        let dropped_before = self.counts.dropped.swap(0, Ordering::Relaxed);
        // Cannot fail: the thread ends only with the process.
        let _ = self.entries.send(Entry::Line { text, dropped_before });
    }
}

impl Write for Writer {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let (queued, cost) = (&self.counts.queued_bytes, line.len() + OVERHEAD);
        if queued.fetch_add(cost, Ordering::Relaxed) + cost > MAX_QUEUED {
            queued.fetch_sub(cost, Ordering::Relaxed);
            self.counts.dropped.fetch_add(1, Ordering::Relaxed);
        } else {
            self.send(line.to_vec());
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Worker<W> {
    out: W,
    counts: Arc<Counts>,
}

impl<W: Write> Worker<W> {
    fn run(mut self, queue: &Receiver<Entry>) {
        loop {
            let entry = match queue.try_recv() {
                Ok(entry) => entry,
                Err(TryRecvError::Disconnected) => return,
                Err(TryRecvError::Empty) => {
                    self.report_rest();
                    let Ok(entry) = queue.recv() else { return };
                    entry
                }
            };
            match entry {
                Entry::Line { text, dropped_before } => {
                    self.report(dropped_before);
                    if !self.write(&text) {
                        self.counts.dropped.fetch_add(1, Ordering::Relaxed);
                    }
                    self.counts.queued_bytes.fetch_sub(text.len() + OVERHEAD, Ordering::Relaxed);
                }
                Entry::Finish(done) => {
                    self.report_rest();
                    let _ = done.send(());
                }
            }
        }
    }

    /// Reports the dropped lines if no further line is queued that could carry their number.
    fn report_rest(&mut self) {
        let dropped = self.counts.dropped.swap(0, Ordering::Relaxed);
        self.report(dropped);
    }

    fn report(&mut self, dropped: u64) {
        if dropped == 0 {
            return;
        }
        #[expect(clippy::disallowed_methods, reason = "the log shows the system's time")]
        let now = OffsetDateTime::now_utc().format(&Rfc3339).unwrap_or_default();
        let lines = if dropped == 1 { "line" } else { "lines" };
        let report =
            format!("{now}  WARN {dropped} {lines} of the log dropped: standard output did not take them\n");
        if !self.write(report.as_bytes()) {
            self.counts.dropped.fetch_add(dropped, Ordering::Relaxed);
        }
    }

    /// Returns false if the text is lost.
    #[expect(clippy::disallowed_methods, reason = "it runs on a thread of its own")]
    fn write(&mut self, mut text: &[u8]) -> bool {
        while !text.is_empty() {
            match self.out.write(text) {
                Ok(0) => return false,
                Ok(written) => text = &text[written..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => std::thread::sleep(RETRY),
                Err(_) => return false,
            }
        }
        self.out.flush().is_ok()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Condvar, Mutex};

    use super::*;

    /// Collects the written text, as a reader that can stop.
    #[derive(Clone, Default)]
    struct Pipe(Arc<(Mutex<State>, Condvar)>);

    #[derive(Default)]
    struct State {
        is_stuck: bool,
        text: String,
    }

    impl Pipe {
        fn stuck(is_stuck: bool) -> Self {
            let pipe = Self::default();
            pipe.set_stuck(is_stuck);
            pipe
        }

        fn set_stuck(&self, is_stuck: bool) {
            self.0.0.lock().expect("the state").is_stuck = is_stuck;
            self.0.1.notify_all();
        }

        fn text(&self) -> String {
            self.0.0.lock().expect("the state").text.clone()
        }
    }

    impl Write for Pipe {
        fn write(&mut self, text: &[u8]) -> io::Result<usize> {
            let state = self.0.0.lock().expect("the state");
            let mut state = self.0.1.wait_while(state, |state| state.is_stuck).expect("the state");
            state.text.push_str(str::from_utf8(text).expect("text"));
            Ok(text.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn line(number: usize) -> String {
        format!("{number} {}\n", "x".repeat(1_000))
    }

    #[test]
    fn what_a_stuck_reader_does_not_take_is_counted_and_told_when_it_is_back() {
        let pipe = Pipe::stuck(true);
        let lines = Lines::start(pipe.clone()).expect("a thread");
        let mut writer = lines.writer();
        for number in 0..2_000 {
            writer.write_all(line(number).as_bytes()).expect("never fails");
        }
        writer.write_always("the greeting\n".into());
        pipe.set_stuck(false);
        drop(lines);
        let text = pipe.text();
        let written = text.lines().filter(|line| line.ends_with('x')).count();
        assert!((900..1_100).contains(&written), "{written} fit");
        let report = format!("WARN {} lines of the log dropped: ", 2_000 - written);
        assert_eq!(text.matches(&report).count(), 1, "{}", &text[text.len() - 400..]);
        let (before, after) = text.split_once(&report).expect("the report");
        assert!(before.contains(&line(written - 1)), "it stands where the gap is");
        assert!(after.ends_with("the greeting\n"), "never dropped");
    }

    #[test]
    fn the_last_line_may_be_the_one_that_is_dropped() {
        let pipe = Pipe::stuck(true);
        let lines = Lines::start(pipe.clone()).expect("a thread");
        let mut writer = lines.writer();
        for number in 0..2_000 {
            writer.write_all(line(number).as_bytes()).expect("never fails");
        }
        pipe.set_stuck(false);
        drop(lines);
        assert!(pipe.text().ends_with("standard output did not take them\n"));
    }

    #[test]
    fn a_reader_that_never_comes_back_does_not_stop_the_end() {
        let lines = Lines::start(Pipe::stuck(true)).expect("a thread");
        lines.writer().write_all(b"a line\n").expect("never fails");
        drop(lines);
    }
}
