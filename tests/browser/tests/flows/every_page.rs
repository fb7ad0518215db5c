//! Every page fits narrow screens, and the browser logs no complaint about it.

use std::sync::Mutex;

use frontdesk_browser_tests::{Browser, House, JavaScript, Screen, tour};

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
