//! A user who uses only the keyboard.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;

use crate::browser::Browser;

/// An upper bound on the Tab stops of any page before the element that a test wants.
const MOST_STOPS: usize = 12;

impl Browser {
    pub async fn type_text(&self, text: &str) {
        for key in text.chars() {
            self.stroke(key).await;
        }
    }

    /// Presses Enter, and waits for the next page.
    pub async fn press_enter(&self) {
        let page = self.find("html").await;
        self.stroke(Key::Enter.into()).await;
        self.see_the_last_of(&page).await;
    }

    /// Presses Enter on something that opens or closes.
    pub async fn toggle(&self) {
        self.stroke(Key::Enter.into()).await;
    }

    /// Presses Tab until the element with this name has the focus, and checks at every stop that the focus is visible.
    pub async fn tab_to(&self, name: &str) {
        let mut stops = Vec::new();
        while stops.len() < MOST_STOPS {
            self.stroke(Key::Tab.into()).await;
            let focused = self.focused().await;
            let stop = self.name(&focused).await;
            let outline = focused.css_value("outline-style").await.expect("a style");
            assert_ne!(outline, "none", "nobody sees that the focus is on {stop}");
            if stop == name {
                return;
            }
            stops.push(stop);
        }
        panic!("Tab does not lead to {name}, but to {stops:?}");
    }

    /// The id of the element that has the focus.
    pub async fn focus(&self) -> String {
        self.focused().await.attr("id").await.expect("an attribute").unwrap_or_default()
    }

    async fn focused(&self) -> Element {
        self.client.active_element().await.expect("what has the focus")
    }

    /// The name of an element for a user: its label, or its text.
    async fn name(&self, element: &Element) -> String {
        if let Some(id) = element.attr("id").await.expect("an attribute") {
            let label = format!("label[for='{id}']");
            if self.shows(&label).await {
                return self.text(&label).await;
            }
        }
        let text = element.text().await.expect("its text");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    async fn stroke(&self, key: char) {
        let stroke = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.client.perform_actions(stroke).await.expect("a key can be pressed");
    }
}
