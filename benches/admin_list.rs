//! What a page of the admin list costs in the database: one page of 50, found, counted and read from 100,000 users on
//! SQLite (`BENCH_PEOPLE` sets another number), through `Accounts::list_users`, so that the way to a blocking thread
//! and back is included.
//!
//! At the end it prints each median as a multiple of the first page's.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failed assumption ends a benchmark; a variable sets its size"
)]

mod register;

use std::time::{Duration, Instant};

use criterion::Criterion;
use frontdesk::accounts::Accounts;
use frontdesk::domain::{Cursor, Direction, RoleFilter, Sort, SortKey, StateFilter, UserQuery};
use tokio::runtime::Runtime;

const PAGE_SIZE: usize = 50;

fn main() {
    let people =
        std::env::var("BENCH_PEOPLE").map_or(100_000, |n| n.parse().expect("BENCH_PEOPLE: a number"));
    let runtime = Runtime::new().expect("a runtime");
    let (_folder, _server, accounts) = register::of(people);
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();

    let mut group = criterion.benchmark_group("admin list");
    let mut medians = Vec::new();
    for (name, query) in queries(&runtime, &accounts) {
        let mut samples = Vec::new();
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|times| {
                let start = Instant::now();
                for _ in 0..times {
                    let page = runtime.block_on(accounts.list_users(query.clone(), PAGE_SIZE));
                    assert!(page.is_ok(), "{name}");
                }
                let took = start.elapsed();
                samples.push(took.as_secs_f64() / times as f64);
                took
            });
        });
        medians.extend(median(samples).map(|median| (name, median)));
    }
    group.finish();
    criterion.final_summary();

    if let Some((reference, first)) = medians.first() {
        println!("\n{people} people; multiples of \"{reference}\":");
        for (name, median) in &medians {
            println!("{:7.2}  {name}", median / first);
        }
    }
}

fn queries(runtime: &Runtime, accounts: &Accounts) -> Vec<(&'static str, UserQuery)> {
    let newest = Sort { key: SortKey::SignedUp, descending: true };
    let a_to_z = Sort { key: SortKey::Email, descending: false };
    let sorted = |sort| UserQuery { sort, ..UserQuery::default() };
    let from = |sort, (direction, steps)| UserQuery {
        from: Some((direction, from_the_end(runtime, accounts, sort, steps))),
        ..sorted(sort)
    };
    // The rows after the 51st from the end are the last page; the page before it ends before the 50th.
    let last = (Direction::After, PAGE_SIZE + 1);
    let last_but_one = (Direction::Before, PAGE_SIZE);
    let search = |text: &str| UserQuery { search: text.into(), ..sorted(newest) };
    vec![
        ("newest, first page", sorted(newest)),
        ("newest, last page", from(newest, last)),
        ("newest, back from the last page", from(newest, last_but_one)),
        ("A to Z, first page", sorted(a_to_z)),
        ("A to Z, last page", from(a_to_z, last)),
        ("A to Z, back from the last page", from(a_to_z, last_but_one)),
        ("newest, disabled (1 in 20)", UserQuery { state: StateFilter::Disabled, ..sorted(newest) }),
        ("A to Z, administrators (1 in 1,000)", UserQuery { role: RoleFilter::Admin, ..sorted(a_to_z) }),
        ("newest, search that all match", search("person")),
        ("newest, search that 1 in 100 match", search("rare.ex")),
        ("newest, search that one matches", search("9e3779b1")),
        ("newest, search that none match", search("nobody")),
        (
            "A to Z, search and filter",
            UserQuery { state: StateFilter::Disabled, sort: a_to_z, ..search("rare.ex") },
        ),
    ]
}

/// The cursor of the row that is `steps` rows from the end of the list.
fn from_the_end(runtime: &Runtime, accounts: &Accounts, sort: Sort, steps: usize) -> Cursor {
    let backwards = Sort { descending: !sort.descending, ..sort };
    let query = UserQuery { sort: backwards, ..UserQuery::default() };
    let page = runtime.block_on(accounts.list_users(query, steps)).expect("a page");
    Cursor::of(page.users.last().expect("enough people"), sort.key)
}

fn median(mut samples: Vec<f64>) -> Option<f64> {
    samples.sort_by(f64::total_cmp);
    samples.get(samples.len() / 2).copied()
}
