//! WCAG 2.2 AA and valid HTML on every page in every state. axe-core and vnu are no part of the project: `just
//! accessibility` gets them.

use std::sync::Mutex;

use frontdesk_browser_tests::{
    Axe, Browser, House, JavaScript, PASSWORD, Screen, Vnu, tour, with_and_without_javascript,
};

with_and_without_javascript!(a_table_stays_a_table_on_a_phone, a_refusal_is_told_first);

const WIDTHS: [u32; 3] = [320, 390, 1280];

#[tokio::test]
#[ignore = "needs axe-core and vnu: just accessibility"]
async fn every_page_meets_wcag_and_is_valid_html() {
    let (axe, vnu) = (Axe::load(), Vnu::load());
    let (violations, states, checks) = (Mutex::new(Vec::new()), Mutex::new(0), Mutex::new(0));
    let look = async |browser: &Browser, state: &str| {
        *states.lock().expect("states") += 1;
        vnu.keep(state, &browser.source().await);
        axe.enter(browser).await;
        for width in WIDTHS {
            for is_dark in [false, true] {
                browser.look_on(Screen { width, height: 844, is_dark }).await;
                let found = axe.violations(browser).await;
                let scheme = if is_dark { "dark" } else { "light" };
                let found = found.iter().map(|line| format!("{state}, {width} px, {scheme}: {line}"));
                violations.lock().expect("violations").extend(found);
                *checks.lock().expect("checks") += 1;
            }
        }
    };
    let house = House::open_with(JavaScript::On, &tour::SETTINGS);
    tour::everything(&house, &look).await;
    house.close().await;
    let house = House::open_with(JavaScript::On, &tour::LIMITS);
    tour::too_many_attempts(&house, &look).await;
    house.close().await;

    let (violations, errors) = (violations.into_inner().expect("violations"), vnu.errors());
    let (states, checks) = (states.into_inner().expect("states"), checks.into_inner().expect("checks"));
    println!("{states} pages and states");
    println!("axe: {checks} checks, {} violations", violations.len());
    println!("vnu: {} errors", errors.len());
    assert!(states > 60, "the tour sees them all");
    assert!(violations.is_empty() && errors.is_empty(), "{violations:#?}\n{errors:#?}");
}

async fn a_table_stays_a_table_on_a_phone(house: &House) {
    house.frontdesk.welcome(["ada@example.com", "ben@example.com"]).await;
    house.frontdesk.command(&["admin", "grant", "ada@example.com", "--unconfirmed"]);
    let phone = house.visitor().await;
    phone.look_on(Screen { width: 320, ..Screen::PHONE }).await;
    phone.log_in("ada@example.com").await;
    phone.open("/admin/users").await;
    // A row of links that sort the list, and one for each user.
    assert_eq!(phone.count_roles(["table", "columnheader", "row", "cell"]).await, [1, 2, 3, 10]);
    phone.open("/account/activity").await;
    let [tables, rows, cells] = phone.count_roles(["table", "row", "cell"]).await;
    assert_eq!((tables, cells), (1, 4 * rows), "no row is empty");
}

async fn a_refusal_is_told_first(house: &House) {
    house.frontdesk.welcome(["ann@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.open("/login").await;
    assert_eq!(visitor.focus().await, "email", "one can type at once");
    visitor.fill("Email", "ann@example.com").await;
    visitor.fill("Password", "violet harbour cattle").await;
    visitor.press("Log in").await;
    assert_eq!(visitor.title().await, "Error: Log in · Frontdesk");
    assert_eq!(visitor.focus().await, "flash");
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Log in").await;
    assert_eq!(visitor.focus().await, "", "a page without a mistake begins at its top");
}
