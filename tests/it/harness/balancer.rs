//! A balancer for TCP before several servers: each connection goes to the next one that accepts it.

use std::io;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

pub struct Balancer {
    pub url: String,
    ports: Arc<Mutex<Vec<u16>>>,
}

impl Balancer {
    pub fn start(ports: &[u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("the port's number").port();
        let ports = Arc::new(Mutex::new(ports.to_vec()));
        let (shared, next) = (ports.clone(), AtomicUsize::new(0));
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let ports = shared.lock().expect("the ports").clone();
                let first = next.fetch_add(1, Ordering::Relaxed);
                let mut candidates = (0..ports.len()).map(|number| ports[(first + number) % ports.len()]);
                let server = candidates.find_map(|port| TcpStream::connect(("127.0.0.1", port)).ok());
                if let Some(server) = server {
                    join(&client, &server);
                }
            }
        });
        Self { url: format!("http://127.0.0.1:{port}"), ports }
    }

    /// From now on new connections go to this server instead of the other.
    pub fn replace(&self, old: u16, new: u16) {
        let mut ports = self.ports.lock().expect("the ports");
        ports.iter_mut().filter(|port| **port == old).for_each(|port| *port = new);
    }
}

/// Copies in both directions, until one end is closed.
fn join(client: &TcpStream, server: &TcpStream) {
    for (from, to) in [(client, server), (server, client)] {
        let (Ok(mut from), Ok(mut to)) = (from.try_clone(), to.try_clone()) else { return };
        thread::spawn(move || {
            let _ = io::copy(&mut from, &mut to);
            let _ = to.shutdown(Shutdown::Both);
            let _ = from.shutdown(Shutdown::Both);
        });
    }
}
