//! Tests of behaviour that is not visible from outside, or not from one machine: limits per network, and the headers
//! that Rocket gets.

use std::io::{Read, Write};
use std::net::{IpAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use hyper::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use rocket::local::asynchronous::Client;
use tokio::task::JoinHandle;

use super::activity::Activity;
use super::received::headers_for_rocket;
use super::slots::{Slot, Slots};
use super::{Limits, Listener, Passed, Settings};
use crate::domain::TrustedProxies;

fn limits(connections: usize, per_network: Option<usize>) -> Limits {
    Limits {
        head_time: Duration::from_secs(10),
        head_size: 32_768,
        headers: 64,
        body_time: Duration::from_secs(30),
        body_size: 16_384,
        idle_time: Duration::from_secs(60),
        stalled_time: Duration::from_secs(30),
        connections,
        connections_per_network: per_network,
    }
}

fn slots(connections: usize, per_network: Option<usize>) -> Arc<Slots> {
    let proxies =
        TrustedProxies::parse(&["10.0.0.0/8".to_owned(), "2001:db8:0:2::1".to_owned()]).expect("networks");
    Arc::new(Slots::new(&limits(connections, per_network), proxies))
}

/// A connection that stays open until it is evicted.
fn connect(slots: &Arc<Slots>, peer: &str) -> Option<(JoinHandle<()>, Arc<Activity>)> {
    connect_through(slots, peer, peer)
}

/// A connection of `client` that a proxy has opened.
fn connect_through(slots: &Arc<Slots>, peer: &str, client: &str) -> Option<(JoinHandle<()>, Arc<Activity>)> {
    let (peer, client): (IpAddr, IpAddr) =
        (peer.parse().expect("an address"), client.parse().expect("an address"));
    let activity = Arc::new(Activity::new());
    let slot = Slot::acquire(slots, peer, activity.clone())?;
    let held = slot.clone();
    let task = tokio::spawn(async move {
        let _held = held;
        std::future::pending::<()>().await;
    });
    slot.clone().assign(task.abort_handle());
    (peer == client || slot.move_to(client)).then_some((task, activity))
}

async fn is_evicted(task: JoinHandle<()>) -> bool {
    let left = tokio::time::timeout(Duration::from_secs(5), task).await;
    left.is_ok_and(|ended| ended.is_err_and(|error| error.is_cancelled()))
}

#[tokio::test(start_paused = true)]
async fn a_network_over_its_limit_loses_its_own_oldest_connection() {
    let slots = slots(100, Some(2));
    let (first, _) = connect(&slots, "2001:db8::1").expect("a slot");
    tokio::time::advance(Duration::from_secs(1)).await;
    let (second, _) = connect(&slots, "2001:db8::2").expect("a slot");
    let (other, _) = connect(&slots, "2001:db8:0:1::1").expect("another network");
    let (old, _) = connect(&slots, "::ffff:192.0.2.1").expect("another network");
    tokio::time::advance(Duration::from_secs(1)).await;
    let (third, _) = connect(&slots, "2001:db8::ffff:1").expect("the first is evicted");
    assert!(is_evicted(first).await);
    let (again, _) = connect(&slots, "192.0.2.1").expect("a second slot");
    let (more, _) = connect(&slots, "192.0.2.1").expect("written in another way, it is the same network");
    assert!(is_evicted(old).await);
    for task in [second, other, third, again, more] {
        assert!(!task.is_finished());
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_answering_is_not_evicted() {
    let slots = slots(3, None);
    let mut busy = Vec::new();
    for _ in 0..3 {
        let (task, activity) = connect(&slots, "192.0.2.1").expect("a slot");
        activity.has_head();
        activity.has_request();
        busy.push((task, activity));
        tokio::time::advance(Duration::from_secs(1)).await;
    }
    assert!(connect(&slots, "192.0.2.2").is_none());
    busy[1].1.answered();
    assert!(connect(&slots, "192.0.2.2").is_some());
    let (second, _) = busy.remove(1);
    assert!(is_evicted(second).await);
    assert!(busy.iter().all(|(task, _)| !task.is_finished()));
}

#[tokio::test(start_paused = true)]
async fn a_slot_is_free_when_its_connection_has_ended() {
    let slots = slots(1, Some(1));
    for _ in 0..3 {
        let (task, activity) = connect(&slots, "192.0.2.1").expect("a slot");
        activity.has_request();
        assert!(connect(&slots, "192.0.2.1").is_none());
        task.abort();
        assert!(is_evicted(task).await);
    }
}

#[tokio::test]
async fn loopback_has_no_limit_of_its_own() {
    let slots = slots(100, Some(2));
    let all: Vec<_> = (0..10).filter_map(|_| connect(&slots, "127.0.0.1")).collect();
    assert!(all.len() == 10 && all.iter().all(|(task, _)| !task.is_finished()));
}

#[tokio::test(start_paused = true)]
async fn a_connection_through_a_proxy_counts_for_the_network_of_its_client() {
    let slots = slots(100, Some(2));
    let proxies: Vec<_> = (0..10).filter_map(|_| connect(&slots, "10.0.0.1")).collect();
    assert!(proxies.len() == 10 && proxies.iter().all(|(task, _)| !task.is_finished()));
    let (first, _) = connect_through(&slots, "10.0.0.1", "203.0.113.9").expect("a slot");
    tokio::time::advance(Duration::from_secs(1)).await;
    let (second, busy) = connect_through(&slots, "10.0.0.2", "203.0.113.9").expect("a slot");
    let (third, also_busy) = connect(&slots, "203.0.113.9").expect("the first is evicted");
    assert!(is_evicted(first).await);
    busy.has_request();
    also_busy.has_request();
    assert!(connect_through(&slots, "10.0.0.1", "203.0.113.9").is_none());
    assert!(!second.is_finished() && !third.is_finished());
}

#[tokio::test(start_paused = true)]
async fn a_proxy_in_the_network_of_clients_does_not_count_for_them() {
    let slots = slots(100, Some(2));
    let proxies: Vec<_> = (0..3).filter_map(|_| connect(&slots, "2001:db8:0:2::1")).collect();
    tokio::time::advance(Duration::from_secs(1)).await;
    let (first, _) = connect(&slots, "2001:db8:0:2::7").expect("a slot");
    tokio::time::advance(Duration::from_secs(1)).await;
    let (second, _) = connect(&slots, "2001:db8:0:2::8").expect("a slot");
    tokio::task::yield_now().await;
    assert!(!first.is_finished() && !second.is_finished());
    let (third, _) = connect(&slots, "2001:db8:0:2::9").expect("the first of the clients is evicted");
    assert!(is_evicted(first).await);
    assert!(!second.is_finished() && !third.is_finished());
    assert!(proxies.len() == 3 && proxies.iter().all(|(task, _)| !task.is_finished()));
}

/// The runtime has not looked at the socket yet when the server stops, as with a client that connects in that moment.
#[tokio::test]
async fn a_connection_that_waits_when_the_server_stops_is_answered() {
    let settings = Settings {
        addresses: vec!["127.0.0.1:0".parse().expect("an address")],
        socket_mode: 0o600,
        tls: None,
        redirects: Vec::new(),
        public_url: "http://localhost".parse().expect("a URL"),
        trusted_proxies: TrustedProxies::default(),
        proxy_protocol: false,
        limits: limits(100, None),
        grace: Duration::from_secs(10),
    };
    let client = Client::untracked(rocket::build()).await.expect("Rocket");
    let listener = Listener::bind(settings, Passed::none()).await.expect("a listener");
    let address = listener.local_addresses().next().expect("an address");
    let mut streams: Vec<TcpStream> = (0..3)
        .map(|_| {
            let mut stream = TcpStream::connect(address).expect("connected");
            stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time-out");
            stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
            stream
        })
        .collect();
    listener.serve(Arc::new(client), async {}).await;
    for stream in &mut streams {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer, and no reset");
        assert!(answer.starts_with("HTTP/1.1 404 ") && answer.contains("connection: close"), "{answer}");
    }
    assert!(TcpStream::connect(address).is_err(), "it accepts no more");
}

#[test]
fn rocket_gets_one_short_accept_and_one_content_type() {
    let long = "a/b,".repeat(1_000);
    for (name, lines, expected) in [
        (ACCEPT, &["text/html", "application/json;q=0.5"][..], &["text/html,application/json;q=0.5,"][..]),
        (ACCEPT, &["", "a/b"], &[",a/b,"]),
        (ACCEPT, &[&long, "text/html"], &[&long[..1_024]]),
        (ACCEPT, &[&long.replace(',', ";")], &[""]),
        (CONTENT_TYPE, &["a/b", "c/d"], &["a/b"]),
        (CONTENT_TYPE, &[&long, "c/d"], &[]),
        (HeaderName::from_static("x-other"), &["a", "b"], &["a", "b"]),
    ] {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(&name, HeaderValue::from_str(line).expect("a value"));
        }
        assert_eq!(headers_for_rocket(&headers, &name), expected, "{name} {lines:?}");
    }
}
