//! The name of the site, and its appearance.

use std::path::PathBuf;

use super::section::{TRUE_OR_FALSE, section};

section! {
    #[serde(deny_unknown_fields)]
    pub struct Site {
        // One line, because it is part of the subjects of mails.
        /// Stands on every page and in every mail. A new password that is made from it is refused.
        #[takes("Text, not empty, one line: no control characters")]
        name: String = "Frontdesk".into(),

        /// The line under the name on the front page, the same in every language; empty for none. Unset: "Come in. It takes a
        /// minute.", in the language of the reader.
        #[takes("Text")]
        tagline: Option<String> = None,

        /// Shown in the footer of pages and mails, and on error pages.
        #[takes("E-mail address")]
        support_email: Option<String> = None,

        /// The terms of use. Every page links to them, and the form to sign up says that one agrees to them.
        #[takes("URL with `http` or `https`, or a path of this site, such as `/static/own/terms.html`")]
        terms_url: Option<String> = None,

        /// What happens with people's data. Every page links to it.
        #[takes("URL or path, as for `site.terms_url`")]
        privacy_url: Option<String> = None,

        /// The language of visitors whose browsers ask for none that there is, and of mails to people who have not chosen
        /// one. There are `en` and those in `locales_dir`.
        #[takes("Language tag, such as `en` or `pt-BR`")]
        language: String = "en".into(),

        /// Replaces the built-in mark. Read once, at the start.
        #[takes("File: `.svg`, `.png`, `.jpg`, `.webp` or `.gif`")]
        logo: Option<PathBuf> = None,

        /// Whether the logo contains the name, so that pages do not repeat it beside the logo.
        #[takes(TRUE_OR_FALSE)]
        logo_shows_name: bool = false,

        /// The picture in the tab of the browser. Unset: the logo, or the built-in mark. Read once, at the start.
        #[takes("File: `.svg`, `.png`, `.ico`, `.jpg`, `.webp` or `.gif`")]
        favicon: Option<PathBuf> = None,

        /// The colour of buttons, links and what is chosen, on pages and in mails; see
        /// [branding](features/branding.md).
        #[takes("Opaque CSS colour, such as `#0a6650` or `oklch(46% 0.09 168)`")]
        accent: Option<String> = None,

        /// The font of pages, with all its weights. Read once, at the start.
        #[takes("File: `.woff2`")]
        font: Option<PathBuf> = None,

        /// A style sheet, which pages load after the built-in one. Read once, at the start.
        #[takes("File: `.css`")]
        css: Option<PathBuf> = None,
    }
}
