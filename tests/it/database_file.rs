//! The SQLite file is removed, moved or replaced during sign-ups: no acknowledged sign-up is only in a file that is
//! gone, and the server uses a back-up that replaces the file.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use diesel::Connection as _;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::harness::{Connection, PASSWORD, Program, Server};

const CLIENTS: usize = 3;
const DATABASE: &str = "frontdesk.db";
const FILES: [&str; 3] = [DATABASE, "frontdesk.db-wal", "frontdesk.db-shm"];

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    email: String,
}

fn emails(database: &Path) -> HashSet<String> {
    let mut connection = SqliteConnection::establish(&database.to_string_lossy()).expect("a database");
    let rows: Vec<Row> = diesel::sql_query("SELECT email FROM users").load(&mut connection).expect("users");
    rows.into_iter().map(|row| row.email).collect()
}

/// A sign-up that was answered: its address, when it was sent, and the status of the answer.
struct Answered {
    email: String,
    sent: Instant,
    status: u16,
}

/// A server with a database in use, a back-up of it, and clients that sign up users one after another.
struct Scene {
    program: Program,
    server: Server,
    acknowledged: AtomicUsize,
    stop: AtomicBool,
}

impl Scene {
    fn new() -> Option<Self> {
        let program = Program::new().with("FRONTDESK_RATE_LIMITS__ENABLED", "false");
        if !program.database.is_sqlite() {
            return None;
        }
        let server = program.serve();
        let mut connection = Connection::open(&server.url).expect("a connection");
        assert_eq!(connection.post("/signup", "first@example.com", PASSWORD), Some(303));
        let scene = Self { program, server, acknowledged: AtomicUsize::new(0), stop: AtomicBool::new(false) };
        scene.program.database.execute(&format!("VACUUM INTO '{}'", scene.path("backup.db").display()));
        Some(scene)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.program.folder().join(name)
    }

    /// Keeps the content of the files by hard links, whatever happens to their names.
    fn keep(&self) {
        fs::create_dir(self.path("kept")).expect("a folder");
        for name in FILES {
            fs::hard_link(self.path(name), self.path("kept").join(name)).expect("a link");
        }
    }

    fn sign_up_on_and_on(&self, client: usize) -> Vec<Answered> {
        let mut connection = Connection::open(&self.server.url).expect("a connection");
        let mut answered = Vec::new();
        for number in 0.. {
            if self.stop.load(Ordering::Relaxed) {
                break;
            }
            let (email, sent) = (format!("person{client}.{number}@example.com"), Instant::now());
            let status = connection.post("/signup", &email, PASSWORD).expect("an answer");
            self.acknowledged.fetch_add(usize::from(status == 303), Ordering::Relaxed);
            answered.push(Answered { email, sent, status });
        }
        answered
    }

    fn sign_up_once(&self, email: &str) -> Option<u16> {
        Connection::open(&self.server.url).expect("a connection").post("/signup", email, PASSWORD)
    }

    fn await_line(&self, words: &str) {
        let started = Instant::now();
        while !self.server.output().contains(words) {
            assert!(started.elapsed() < Duration::from_secs(30), "{words}: {}", self.server.output());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until some more sign-ups have succeeded.
    fn await_sign_ups(&self) {
        let enough = self.acknowledged.load(Ordering::Relaxed) + 2 * CLIENTS;
        let started = Instant::now();
        while self.acknowledged.load(Ordering::Relaxed) < enough {
            assert!(started.elapsed() < Duration::from_secs(30), "{}", self.server.output());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Runs `act` during sign-ups, and returns the answers to them.
    fn meanwhile(&self, act: impl FnOnce()) -> Vec<Answered> {
        thread::scope(|scope| {
            let clients: Vec<_> =
                (0..CLIENTS).map(|client| scope.spawn(move || self.sign_up_on_and_on(client))).collect();
            self.await_sign_ups();
            act();
            self.await_sign_ups();
            self.stop.store(true, Ordering::Relaxed);
            clients.into_iter().flat_map(|client| client.join().expect("a client")).collect()
        })
    }

    fn is_logged_once(&self, words: &str) {
        let output = self.server.output();
        assert_eq!(output.matches(words).count(), 1, "{words}: {output}");
    }
}

/// Every acknowledged sign-up is in one of the files; one that was sent after the old files were gone is in the present
/// file.
fn check(answered: &[Answered], gone: Instant, before: &HashSet<String>, present: &HashSet<String>) {
    let with = |status| answered.iter().filter(|answer| answer.status == status).count();
    assert_eq!(with(303) + with(503), answered.len(), "any other answer");
    for answer in answered.iter().filter(|answer| answer.status == 303) {
        let is_kept =
            present.contains(&answer.email) || (answer.sent < gone && before.contains(&answer.email));
        assert!(is_kept, "{} is acknowledged, and nowhere", answer.email);
    }
    let is_signed_up = |answer: &&Answered| answer.status == 303;
    assert!(answered.iter().filter(is_signed_up).any(|answer| answer.sent < gone), "none before");
    assert!(answered.iter().filter(is_signed_up).any(|answer| answer.sent > gone), "none afterwards");
}

#[test]
fn what_is_signed_up_after_the_file_is_removed_is_in_the_back_up_that_replaces_it_or_refused() {
    let Some(scene) = Scene::new() else { return };
    let mut gone = Instant::now();
    let answered = scene.meanwhile(|| {
        scene.keep();
        fs::remove_file(scene.path(DATABASE)).expect("removed");
        gone = Instant::now();
        scene.await_line("frontdesk.db was removed while it was in use");
        assert_eq!(scene.sign_up_once("nobody@example.com"), Some(503));
        assert!(!scene.path(DATABASE).exists(), "an empty one was made in its place");
        fs::copy(scene.path("backup.db"), scene.path(DATABASE)).expect("a copy");
        scene.await_line("is there again, and in use");
        assert_eq!(scene.sign_up_once("somebody@example.com"), Some(303));
    });
    scene.is_logged_once("while it was in use");
    scene.is_logged_once("is there again");
    let present = emails(&scene.path(DATABASE));
    check(&answered, gone, &emails(&scene.path("kept").join(DATABASE)), &present);
    assert!(present.contains("somebody@example.com") && !present.contains("nobody@example.com"));
    // The newest commits of the old database are in its log, which the server did not apply to the new database.
    let is_aside = |entry: fs::DirEntry| entry.file_name().to_string_lossy().contains("-wal.of-removed-");
    assert!(fs::read_dir(scene.program.folder()).expect("a folder").flatten().any(is_aside));
    assert_eq!(
        scene.program.database.texts("SELECT integrity_check AS value FROM pragma_integrity_check"),
        [Some("ok".to_owned())]
    );
}

#[test]
fn a_back_up_that_is_moved_over_the_file_is_used() {
    let Some(scene) = Scene::new() else { return };
    let mut gone = Instant::now();
    let answered = scene.meanwhile(|| {
        scene.keep();
        fs::rename(scene.path("backup.db"), scene.path(DATABASE)).expect("moved");
        gone = Instant::now();
        scene.await_line("frontdesk.db was replaced while it was in use");
        scene.await_line("is there again, and in use");
        assert_eq!(scene.sign_up_once("somebody@example.com"), Some(303));
    });
    scene.is_logged_once("while it was in use");
    let present = emails(&scene.path(DATABASE));
    check(&answered, gone, &emails(&scene.path("kept").join(DATABASE)), &present);
    assert!(present.contains("first@example.com"));
}

#[test]
fn files_that_are_moved_away_and_back_lose_nothing() {
    let Some(scene) = Scene::new() else { return };
    let mut gone = Instant::now();
    let answered = scene.meanwhile(|| {
        fs::create_dir(scene.path("away")).expect("a folder");
        let away = |name| fs::rename(scene.path(name), scene.path("away").join(name)).expect("moved");
        FILES.into_iter().for_each(away);
        gone = Instant::now();
        scene.await_line("was removed while it was in use");
        let back = |name| fs::rename(scene.path("away").join(name), scene.path(name)).expect("moved");
        // Move the database back last: without its log it is a different database.
        FILES.into_iter().rev().for_each(back);
        scene.await_line("is there again, and in use");
        assert_eq!(scene.sign_up_once("somebody@example.com"), Some(303));
    });
    check(&answered, gone, &HashSet::new(), &emails(&scene.path(DATABASE)));
}

#[test]
fn a_log_that_is_removed_loses_nothing() {
    let Some(scene) = Scene::new() else { return };
    let mut gone = Instant::now();
    let answered = scene.meanwhile(|| {
        fs::remove_file(scene.path(FILES[1])).expect("removed");
        gone = Instant::now();
        scene.await_line("frontdesk.db-wal was removed while it was in use");
        scene.await_line("is there again, and in use");
        assert_eq!(scene.sign_up_once("somebody@example.com"), Some(303));
    });
    // The server is killed, so it does not clean up.
    let present = scene.path(DATABASE);
    let Scene { program: _program, server, .. } = scene;
    server.kill();
    check(&answered, gone, &HashSet::new(), &emails(&present));
}

#[test]
fn what_is_no_database_of_ours_is_not_used() {
    let Some(scene) = Scene::new() else { return };
    let put = |from: &str| fs::rename(scene.path(from), scene.path(DATABASE)).expect("moved");
    fs::remove_file(scene.path(DATABASE)).expect("removed");
    scene.await_line("frontdesk.db was removed while it was in use");

    fs::write(scene.path("text"), "a shopping list, and nothing else\n".repeat(1_000)).expect("a file");
    put("text");
    scene.await_line("file is not a database");
    fs::write(scene.path("empty"), "").expect("a file");
    put("empty");
    let other = scene.path("other.db");
    let mut connection = SqliteConnection::establish(&other.to_string_lossy()).expect("a database");
    diesel::sql_query("CREATE TABLE other (id INTEGER)").execute(&mut connection).expect("a table");
    drop(connection);
    put("other.db");
    scene.await_line("has no tables of frontdesk");
    assert_eq!(scene.sign_up_once("nobody@example.com"), Some(503));
    put("backup.db");
    scene.await_line("is there again, and in use");
    assert_eq!(scene.sign_up_once("somebody@example.com"), Some(303));
}
