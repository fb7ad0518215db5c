//! What the real program cannot be asked from one machine: networks, and what Rocket is given.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use tokio::task::JoinHandle;

use super::Limits;
use super::activity::Activity;
use super::places::{Place, Places};
use super::received::handed;

fn places(connections: usize, per_network: Option<usize>) -> Arc<Places> {
    Arc::new(Places::new(&Limits {
        head_time: Duration::from_secs(10),
        head_size: 32_768,
        headers: 64,
        body_time: Duration::from_secs(30),
        body_size: 16_384,
        idle_time: Duration::from_secs(60),
        stalled_time: Duration::from_secs(30),
        connections,
        connections_per_network: per_network,
    }))
}

/// A connection that goes on until it is made to leave.
fn connect(places: &Arc<Places>, peer: &str) -> Option<(JoinHandle<()>, Arc<Activity>)> {
    let peer: IpAddr = peer.parse().expect("an address");
    let activity = Arc::new(Activity::new());
    let place = Place::take(places, peer, activity.clone())?;
    let held = place.clone();
    let task = tokio::spawn(async move {
        let _held = held;
        std::future::pending::<()>().await;
    });
    place.hand_to(task.abort_handle());
    Some((task, activity))
}

async fn has_left(task: JoinHandle<()>) -> bool {
    let left = tokio::time::timeout(Duration::from_secs(5), task).await;
    left.is_ok_and(|ended| ended.is_err_and(|error| error.is_cancelled()))
}

#[tokio::test(start_paused = true)]
async fn a_network_has_its_own_places_and_takes_nobody_elses() {
    let places = places(100, Some(2));
    let (first, _) = connect(&places, "2001:db8::1").expect("a place");
    tokio::time::advance(Duration::from_secs(1)).await;
    let (second, _) = connect(&places, "2001:db8::2").expect("a place");
    let (other, _) = connect(&places, "2001:db8:0:1::1").expect("another network");
    let (old, _) = connect(&places, "::ffff:192.0.2.1").expect("another network");
    tokio::time::advance(Duration::from_secs(1)).await;
    let (third, _) = connect(&places, "2001:db8::ffff:1").expect("the first makes room");
    assert!(has_left(first).await);
    let (again, _) = connect(&places, "192.0.2.1").expect("a second place");
    let (more, _) = connect(&places, "192.0.2.1").expect("written in another way, it is the same network");
    assert!(has_left(old).await);
    for task in [second, other, third, again, more] {
        assert!(!task.is_finished());
    }
}

#[tokio::test(start_paused = true)]
async fn who_waits_for_an_answer_is_not_sent_away() {
    let places = places(3, None);
    let mut busy = Vec::new();
    for _ in 0..3 {
        let (task, activity) = connect(&places, "192.0.2.1").expect("a place");
        activity.has_head();
        activity.has_request();
        busy.push((task, activity));
        tokio::time::advance(Duration::from_secs(1)).await;
    }
    assert!(connect(&places, "192.0.2.2").is_none());
    busy[1].1.answered();
    assert!(connect(&places, "192.0.2.2").is_some());
    let (second, _) = busy.remove(1);
    assert!(has_left(second).await);
    assert!(busy.iter().all(|(task, _)| !task.is_finished()));
}

#[tokio::test(start_paused = true)]
async fn a_place_is_free_when_its_connection_has_ended() {
    let places = places(1, Some(1));
    for _ in 0..3 {
        let (task, activity) = connect(&places, "192.0.2.1").expect("a place");
        activity.has_request();
        assert!(connect(&places, "192.0.2.1").is_none());
        task.abort();
        assert!(has_left(task).await);
    }
}

#[tokio::test]
async fn loopback_has_all_places() {
    let places = places(100, Some(2));
    let all: Vec<_> = (0..10).filter_map(|_| connect(&places, "127.0.0.1")).collect();
    assert!(all.len() == 10 && all.iter().all(|(task, _)| !task.is_finished()));
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
        assert_eq!(handed(&headers, &name), expected, "{name} {lines:?}");
    }
}
