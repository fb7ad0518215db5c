//! Longer words, and a script from right to left: on narrow screens no page is too wide, and no words are left in English.

use std::sync::Mutex;

use frontdesk_browser_tests::{Browser, House, Screen, pseudo, tour};

/// Names, and words that are the same in every language.
const NOT_TRANSLATED: [&str; 6] = ["Frontdesk", "Chrome", "Linux", "JavaScript", "Python", "curl"];

/// Texts and attributes that users read, in their parts. An address is one text, wherever a line may break in it. Left out
/// are code, what is marked as another language or as not to be translated, the names in the reference of the API, and
/// the titles of times, which are the browser's.
const TEXTS: &str = "
    const skipped = 'script, style, code, pre, option, [lang]:not(html), [translate=no], .method, .operation :is(h3, dt, dd, p a)';
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent.closest(skipped)) continue;
      const isolated = parent.closest('bdi, [dir=auto], h1');
      texts.push((isolated ?? walker.currentNode).textContent);
    }
    for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'data-label', 'data-show', 'content']) {
      const selector = name === 'content' ? 'meta[name=description]' : `:not(time)[${name}]`;
      for (const element of document.querySelectorAll(selector)) texts.push(element.getAttribute(name));
    }
    return texts;";

#[tokio::test]
async fn every_sentence_can_be_translated_and_has_room_to_grow() {
    let folder = tempfile::tempdir().expect("a folder");
    pseudo::write(folder.path());
    let path = folder.path().to_string_lossy().into_owned();
    let own = [
        ("FRONTDESK_LOCALES_DIR", path.as_str()),
        ("FRONTDESK_SITE__LANGUAGE", pseudo::TAG),
        // The operator's own sentence, in the language of the site.
        ("FRONTDESK_SITE__TAGLINE", "Ŵéļçöɱé"),
    ];
    let house = House::open_in(pseudo::TAG, &[own.as_slice(), tour::SETTINGS.as_slice()].concat());
    let faults = Mutex::new(Vec::new());
    let look = async |browser: &Browser, state: &str| {
        assert_eq!(browser.attribute("html", "lang").await.as_deref(), Some(pseudo::TAG), "{state}");
        let found = too_wide(browser, state).await;
        faults.lock().expect("faults").extend(found);
        let plain = untranslated(browser).await;
        faults.lock().expect("faults").extend((!plain.is_empty()).then(|| format!("{state}: {plain:?}")));
    };
    tour::everything(&house, &look).await;
    house.close().await;
    let faults = faults.into_inner().expect("faults");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[tokio::test]
async fn no_page_is_too_wide_from_right_to_left() {
    let settings = [[("FRONTDESK_SITE__LANGUAGE", "ar")].as_slice(), tour::SETTINGS.as_slice()].concat();
    let house = House::open_in("ar", &settings);
    let faults = Mutex::new(Vec::new());
    let look = async |browser: &Browser, state: &str| {
        assert_eq!(browser.attribute("html", "dir").await.as_deref(), Some("rtl"), "{state}");
        let found = too_wide(browser, state).await;
        faults.lock().expect("faults").extend(found);
    };
    tour::everything(&house, &look).await;
    house.close().await;
    let faults = faults.into_inner().expect("faults");
    assert!(faults.is_empty(), "{faults:#?}");
}

async fn too_wide(browser: &Browser, state: &str) -> Vec<String> {
    let mut found = Vec::new();
    for width in [320, 390] {
        browser.look_on(Screen { width, ..Screen::PHONE }).await;
        let overflow = browser.overflow().await;
        found.extend((overflow > 0).then(|| format!("{state}: {overflow} px too wide for {width}")));
    }
    found
}

/// The words in plain letters.
async fn untranslated(browser: &Browser) -> Vec<String> {
    let texts = browser.run(TEXTS).await;
    let texts = texts.as_array().expect("a list").iter().map(|text| text.as_str().unwrap_or_default());
    let words = texts.flat_map(str::split_whitespace).filter(|word| !word.contains('@'));
    let words = words.flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric()));
    let is_plain = |word: &&str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    let mut plain: Vec<String> =
        words.filter(is_plain).filter(|word| !NOT_TRANSLATED.contains(word)).map(str::to_owned).collect();
    plain.sort();
    plain.dedup();
    plain
}

/// The checks above can fail: they detect a fault on a page that has one.
#[tokio::test]
async fn a_sentence_that_is_not_in_the_catalogue_is_found_out() {
    let folder = tempfile::tempdir().expect("a folder");
    pseudo::write(folder.path());
    let house = House::open_in(
        pseudo::TAG,
        &[
            ("FRONTDESK_LOCALES_DIR", &folder.path().to_string_lossy()),
            ("FRONTDESK_SITE__TAGLINE", "Ŵéļçöɱé"),
        ],
    );
    let visitor = house.visitor().await;
    visitor.open("/login").await;
    assert!(untranslated(&visitor).await.is_empty());
    visitor.run("document.querySelector('h1').append(' Good morning')").await;
    assert_eq!(untranslated(&visitor).await, ["Good", "morning"]);
    house.close().await;
}
