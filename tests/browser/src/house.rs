//! A server for each test, and browsers that visit it.

use std::sync::Mutex;

use tempfile::TempDir;

use crate::browser::Browser;
use crate::chromedriver::Chromedriver;
use crate::chromium;
use crate::frontdesk::Frontdesk;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JavaScript {
    On,
    Off,
}

/// The fields are dropped in this order: the browsers before the server that they visit.
pub struct House {
    pub javascript: JavaScript,
    chromedriver: Chromedriver,
    visitors: Mutex<Vec<Browser>>,
    /// What the browsers ask for, if it is not their own language.
    language: Option<String>,
    folder: TempDir,
    pub frontdesk: Frontdesk,
}

impl House {
    pub fn open(javascript: JavaScript) -> Self {
        Self::open_with(javascript, &[])
    }

    /// Starts a server with other settings, as environment variables.
    pub fn open_with(javascript: JavaScript, settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the browsers");
        Self {
            javascript,
            frontdesk: Frontdesk::start(settings),
            chromedriver: Chromedriver::start(folder.path()),
            visitors: Mutex::default(),
            language: None,
            folder,
        }
    }

    /// The same, and all visitors read this language.
    pub fn open_in(language: &str, settings: &[(&str, &str)]) -> Self {
        Self { language: Some(language.to_owned()), ..Self::open_with(JavaScript::On, settings) }
    }

    /// A visitor with a new browser, on a desktop screen.
    pub async fn visitor(&self) -> Browser {
        self.visitor_of(&self.frontdesk.url).await
    }

    /// A visitor who uses another name of this machine, such as `desk.test`.
    pub async fn visitor_at(&self, host: &str) -> Browser {
        self.visitor_of(&self.frontdesk.url.replace("localhost", host)).await
    }

    async fn visitor_of(&self, site: &str) -> Browser {
        let number = self.visitors.lock().expect("the visitors").len();
        let profile = self.folder.path().join(number.to_string());
        let client = chromium::open(&self.chromedriver, &profile, self.javascript).await;
        if let Some(language) = &self.language {
            chromium::read(&client, language).await;
        }
        let visitor = Browser::new(client, site);
        self.visitors.lock().expect("the visitors").push(visitor.clone());
        visitor
    }

    /// Ends a test, and asserts that no browser logged a complaint about any page.
    pub async fn close(self) {
        let visitors = self.visitors.lock().expect("the visitors").clone();
        assert!(!visitors.is_empty(), "nobody came");
        for visitor in visitors {
            let complaints = visitor.complaints().await;
            assert!(complaints.is_empty(), "the console says: {complaints:#?}");
        }
    }
}

/// Makes two tests of each scenario: `<scenario>::with_javascript` and `<scenario>::without_javascript`.
#[macro_export]
macro_rules! with_and_without_javascript {
    ($($scenario:ident),+ $(,)?) => {$(
        mod $scenario {
            use $crate::{House, JavaScript};

            #[tokio::test]
            async fn with_javascript() {
                let house = House::open(JavaScript::On);
                super::$scenario(&house).await;
                house.close().await;
            }

            #[tokio::test]
            async fn without_javascript() {
                let house = House::open(JavaScript::Off);
                super::$scenario(&house).await;
                house.close().await;
            }
        }
    )+};
}
