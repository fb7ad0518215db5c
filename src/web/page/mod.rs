//! What any page is made of: the frame, forms, cookies, messages, errors, who is asking, and the site's own files.

pub mod assets;
mod carried;
mod compressed;
mod cookie_names;
mod cookies;
mod download;
mod error_page;
mod fixed_parts;
mod flash;
mod form;
mod frame;
mod name_with_digest;
mod operator_files;
pub mod posted;
mod samples;
mod see_other;
mod site;
mod templates;
mod theme_sheet;
pub mod visitor;

pub use assets::Assets;
pub use carried::{Awaited, Carried};
pub use cookie_names::{CookieName, CookieNames, InvalidCookieName};
pub use cookies::Cookies;
pub use download::Download;
pub use error_page::{ErrorPage, RenderedErrorPage};
pub use flash::Flash;
pub use form::{Errors, errors, is_yes, suggestion};
pub use frame::{Page, Rendered};
pub use operator_files::{FileError, FileKind, OperatorFile};
pub use posted::Form;
pub use see_other::SeeOther;
pub use site::{Site, SiteSettings};
pub use templates::PageTemplates;
pub use visitor::{Administrator, Confirmed, Member, Visitor};
