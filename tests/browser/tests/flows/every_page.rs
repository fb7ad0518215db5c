//! Every page fits narrow screens, and the browser logs no complaint about it.

use std::sync::Mutex;

use frontdesk_browser_tests::{Browser, House, JavaScript, PASSWORD, Screen, tour};

#[tokio::test]
async fn no_page_is_wider_than_a_phone() {
    let house = House::open_with(JavaScript::On, &tour::SETTINGS);
    let faults = Mutex::new(Vec::new());
    // 640 px is a desktop screen at 200 %.
    let look = async |browser: &Browser, state: &str| {
        for width in [320, 390, 640] {
            browser.look_on(Screen { width, ..Screen::PHONE }).await;
            assert_eq!(browser.run("return window.innerWidth").await, width, "the screen has its width");
            let overflow = browser.overflow().await;
            let fault = (overflow > 0).then(|| format!("{state}: {overflow} px too wide for {width}"));
            faults.lock().expect("faults").extend(fault);
        }
    };
    tour::everything(&house, &look).await;
    house.close().await;
    let faults = faults.into_inner().expect("faults");
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Also with words that are longer than the English ones.
#[tokio::test]
async fn the_head_of_a_page_wraps_in_every_width_and_language() {
    let name = ("FRONTDESK_SITE__NAME", "Harbour Books and Charts of the North Sea");
    let house = House::open_with(JavaScript::On, &[name]);
    let visitor = house.visitor().await;
    visitor.open(&house.frontdesk.set_up_link).await;
    visitor.fill("Email", &tour::long_address()).await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Create administrator").await;
    for language in ["en", "fr", "pl", "ar"] {
        visitor.open("/admin/users").await;
        visitor.run(&format!("document.querySelector('#language').value = '{language}'")).await;
        visitor.click("#language-form button").await;
        for width in [320, 390, 640, 840, 1024] {
            visitor.look_on(Screen { width, ..Screen::DESK }).await;
            visitor.open("/admin/users").await;
            assert_eq!(visitor.overflow().await, 0, "{language}, {width}");
            let overlap = "const [one, two] = ['.brand span', '.account-menu'].map((name) =>
                  document.querySelector(name).getBoundingClientRect());
                return one.right > two.left && two.right > one.left && one.bottom > two.top && two.bottom > one.top";
            assert_eq!(visitor.run(overlap).await, false, "{language}, {width}: the menu is beside the name");
            visitor.run("document.querySelector('.account-menu').open = true").await;
            assert_eq!(visitor.overflow().await, 0, "{language}, {width}: the open menu fits");
        }
    }
    house.close().await;
}

/// The checks above can fail: they detect a fault on a page that has one.
#[tokio::test]
async fn a_page_that_is_too_wide_or_breaks_the_rules_is_found_out() {
    let house = House::open(JavaScript::On);
    let phone = house.visitor().await;
    phone.look_on(Screen::PHONE).await;
    phone.open("/signup").await;
    phone.run("document.querySelector('h1').style.width = '500px'").await;
    assert!(phone.overflow().await > 0);
    assert!(phone.complaints().await.is_empty());
    phone
        .run("document.body.append(Object.assign(document.createElement('script'), {text: 'alert()'}))")
        .await;
    assert!(phone.complaints().await.concat().contains("Content Security Policy"));
    phone.run("setTimeout(() => { throw new Error('oh dear') })").await;
    let hears = async || phone.complaints().await.concat().contains("oh dear");
    phone.wait_until("the console tells of the error", hears).await;
}
