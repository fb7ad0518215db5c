//! Pages from the request to the last byte of the answer, through Rocket's in-process client: routing, guards,
//! fairings, the view and Tera, without a network and without a hash.
//!
//! The sign-up form, empty and with a mistake in each field, reads nothing from the database. The admin list of 50
//! users reads the session and the list. The same two reads are measured alone, so that the difference is the page.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failed assumption ends a benchmark"
)]

mod register;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use frontdesk::accounts::Accounts;
use frontdesk::domain::{Password, Token, UserQuery};
use rocket::http::{ContentType, Cookie, Status};
use rocket::local::blocking::{Client, LocalRequest};

const PAGE_SIZE: usize = 50;
const ADMINISTRATOR: (&str, &str) = ("desk@example.com", "violet harbour kettle");

fn rendering(criterion: &mut Criterion) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let (_folder, server, accounts) = register::of(2 * PAGE_SIZE as u32);
    let (email, password) = ADMINISTRATOR;
    runtime
        .block_on(accounts.create_administrator(email, Password::typed(password)))
        .expect("an administrator");
    let client = Client::untracked(server).expect("a client");
    let session = log_in(&client);

    let empty = || client.get("/signup");
    let mistaken =
        || client.post("/signup").header(ContentType::Form).body("email=nobody%40nowhere&password=short");
    let list = || client.get("/admin/users").cookie(session.clone());
    assert!(!page(empty(), Status::Ok).contains("field-error"), "a form without mistakes");
    assert_eq!(page(mistaken(), Status::UnprocessableEntity).matches("field-error").count(), 2);
    assert_eq!(page(list(), Status::Ok).matches("data-user-id").count(), PAGE_SIZE);

    let mut group = criterion.benchmark_group("page");
    group.bench_function("sign-up form", |b| b.iter(|| page(empty(), Status::Ok)));
    group.bench_function("sign-up form with two mistakes", |b| {
        b.iter(|| page(mistaken(), Status::UnprocessableEntity));
    });
    group.bench_function("admin list, 50 people", |b| b.iter(|| page(list(), Status::Ok)));
    let token = Token::parse(session.value()).expect("a token");
    group.bench_function("admin list, what it reads", |b| {
        b.iter(|| runtime.block_on(read(&accounts, &token)));
    });
    group.finish();
}

/// The session cookie of an administrator's browser.
#[expect(clippy::disallowed_methods, reason = "these cookies are an answer's")]
fn log_in(client: &Client) -> Cookie<'static> {
    let (email, password) = ADMINISTRATOR;
    let form = format!("email={email}&password={password}");
    let answer = client.post("/login").header(ContentType::Form).body(form).dispatch();
    answer.cookies().get("session").expect("logged in").clone()
}

fn page(request: LocalRequest<'_>, status: Status) -> String {
    let answer = request.dispatch();
    assert_eq!(answer.status(), status);
    answer.into_string().unwrap_or_default()
}

async fn read(accounts: &Accounts, token: &Token) {
    black_box(accounts.authenticate(token).await.expect("a session"));
    black_box(accounts.list_users(UserQuery::default(), PAGE_SIZE).await.expect("a list"));
}

criterion_group!(benches, rendering);
criterion_main!(benches);
