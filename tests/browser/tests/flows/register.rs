//! The list of users: search, filters, order, and pages.

use frontdesk_browser_tests::{Browser, House, with_and_without_javascript};

with_and_without_javascript!(
    pages_lead_forth_and_back,
    a_search_is_kept_on_every_page,
    filters_narrow_the_list_down,
    a_heading_sorts_and_sorts_again,
);

const EMAIL: &str = "#users tbody td:first-child";

async fn administrator(house: &House) -> Browser {
    house.frontdesk.welcome(["ada@example.com"]).await;
    house.frontdesk.command(&["admin", "grant", "ada@example.com", "--unconfirmed"]);
    let administrator = house.visitor().await;
    administrator.log_in("ada@example.com").await;
    administrator
}

fn people(numbers: std::ops::RangeInclusive<u32>) -> impl Iterator<Item = String> {
    numbers.map(|number| format!("person-{number:03}@example.org"))
}

async fn pages_lead_forth_and_back(house: &House) {
    let administrator = administrator(house).await;
    house.frontdesk.welcome(people(1..=120)).await;
    administrator.follow("Users").await;
    assert_eq!(administrator.text("#user-count").await, "121 users");
    assert!(!administrator.shows("#previous-page").await, "this is the first page");

    let mut pages = vec![administrator.texts(EMAIL).await];
    while administrator.shows("#next-page").await {
        administrator.click("#next-page").await;
        pages.push(administrator.texts(EMAIL).await);
    }
    let newest_first: Vec<String> =
        people(1..=120).collect::<Vec<_>>().into_iter().rev().chain(["ada@example.com".into()]).collect();
    assert_eq!(pages.concat(), newest_first, "everybody once, the newest first");
    assert_eq!(pages.len(), 3);

    for page in pages.iter().rev().skip(1) {
        administrator.click("#previous-page").await;
        assert_eq!(&administrator.texts(EMAIL).await, page);
    }
    assert!(!administrator.shows("#previous-page").await, "this is the first page again");
    assert_eq!(administrator.attribute("#next-page", "rel").await.as_deref(), Some("next"));
}

async fn a_search_is_kept_on_every_page(house: &House) {
    let administrator = administrator(house).await;
    house.frontdesk.welcome(people(1..=105)).await;
    administrator.open("/admin/users").await;
    administrator.follow("Email").await;
    administrator.fill("Search", "PERSON-0").await;
    administrator.press("Filter").await;
    assert_eq!(administrator.text("#user-count").await, "99 found");
    assert_eq!(administrator.value("Search").await, "PERSON-0");
    let mut found = administrator.texts(EMAIL).await;
    administrator.click("#next-page").await;
    assert_eq!(administrator.value("Search").await, "PERSON-0", "the search goes along");
    found.extend(administrator.texts(EMAIL).await);
    assert_eq!(found, people(1..=99).collect::<Vec<_>>(), "in the order that was chosen before");
    assert!(!administrator.shows("#next-page").await);

    administrator.follow("Clear").await;
    assert_eq!(administrator.text("#user-count").await, "106 users");
    administrator.fill("Search", "100%").await;
    administrator.press("Filter").await;
    assert!(administrator.words().await.contains("No user matches"), "a percent sign is only a percent sign");
    administrator.follow("Clear the filter").await;
    assert_eq!(administrator.text("#user-count").await, "106 users");
}

async fn filters_narrow_the_list_down(house: &House) {
    let administrator = administrator(house).await;
    house.frontdesk.welcome(people(1..=5)).await;
    house.frontdesk.command(&["user", "disable", "person-002@example.org"]);
    administrator.open("/admin/users").await;
    administrator.choose("State", "Disabled").await;
    administrator.press("Filter").await;
    assert_eq!(administrator.texts(EMAIL).await, ["person-002@example.org"]);
    assert!(administrator.text("#users tbody").await.contains("Disabled"));

    administrator.choose("State", "Active").await;
    administrator.press("Filter").await;
    assert_eq!(administrator.text("#user-count").await, "5 found");
    assert!(!administrator.texts(EMAIL).await.contains(&"person-002@example.org".to_owned()));

    administrator.choose("Role", "Admins").await;
    administrator.press("Filter").await;
    assert_eq!(administrator.texts(EMAIL).await, ["ada@example.com"]);
    let path = administrator.path().await;
    assert!(path.contains("state=active") && path.contains("role=admin"), "a link to it can be kept: {path}");
}

async fn a_heading_sorts_and_sorts_again(house: &House) {
    const SORTED: &str = "#users th[aria-sort]";
    let administrator = administrator(house).await;
    house.frontdesk.welcome(["mia@example.com", "Bob@example.com", "zoe@example.com"]).await;
    let order = |emails: [&str; 4]| emails.map(|name| format!("{name}@example.com")).to_vec();
    administrator.open("/admin/users").await;
    let is_sorted = async |column: &str, direction: &str| {
        assert_eq!(administrator.texts(SORTED).await, [column]);
        assert_eq!(administrator.attribute(SORTED, "aria-sort").await.as_deref(), Some(direction));
    };
    is_sorted("Signed up", "descending").await;
    assert_eq!(administrator.texts(EMAIL).await, order(["zoe", "Bob", "mia", "ada"]));
    administrator.follow("Signed up").await;
    is_sorted("Signed up", "ascending").await;
    assert_eq!(administrator.texts(EMAIL).await, order(["ada", "mia", "Bob", "zoe"]));
    administrator.follow("Email").await;
    is_sorted("Email", "ascending").await;
    assert_eq!(administrator.texts(EMAIL).await, order(["ada", "Bob", "mia", "zoe"]));
    administrator.follow("Email").await;
    is_sorted("Email", "descending").await;
    assert_eq!(administrator.texts(EMAIL).await, order(["zoe", "mia", "Bob", "ada"]));
}
