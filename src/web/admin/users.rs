//! The register: search, filters, order and pages, all of it in the address.

use form_urlencoded::Serializer;
use rocket::form::FromForm;
use rocket::{State, get};
use serde::Serialize;

use super::user::UserView;
use crate::accounts::Accounts;
use crate::domain::{Cursor, Direction, RoleFilter, Sort, SortKey, StateFilter, User, UserPage, UserQuery};
use crate::web::errors::ErrorPage;
use crate::web::page::Page;
use crate::web::visitor::Administrator;

const PAGE_SIZE: usize = 50;

/// What the address asks for. A value that means nothing is as good as none.
#[derive(FromForm)]
pub struct Question<'r> {
    #[field(default = "")]
    q: &'r str,
    #[field(default = "")]
    state: &'r str,
    #[field(default = "")]
    role: &'r str,
    #[field(default = "")]
    sort: &'r str,
    #[field(default = "")]
    order: &'r str,
    after: Option<&'r str>,
    before: Option<&'r str>,
}

#[derive(Serialize)]
pub struct View {
    search: String,
    state: &'static str,
    role: &'static str,
    sort: &'static str,
    order: &'static str,
    sort_links: SortLinks,
    users: Vec<UserView>,
    count: i64,
    filtered: bool,
    next_url: Option<String>,
    previous_url: Option<String>,
    clear_url: String,
}

#[derive(Serialize)]
struct SortLinks {
    email: String,
    signed_up: String,
}

#[get("/admin/users?<question..>")]
pub async fn list(
    question: Question<'_>,
    _administrator: Administrator<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    let query = question.query();
    let found = accounts.list_users(query.clone(), PAGE_SIZE).await?;
    Ok(Page::new("admin/users.html", view(&query, found)))
}

impl Question<'_> {
    fn query(&self) -> UserQuery {
        let sort = self.sort();
        let cursor = |text: Option<&str>| text.and_then(|text| Cursor::decode(text, sort.key));
        let after = cursor(self.after).map(|cursor| (Direction::After, cursor));
        let before = cursor(self.before).map(|cursor| (Direction::Before, cursor));
        UserQuery {
            search: self.q.trim().chars().filter(|c| !c.is_control()).take(254).collect(),
            state: match self.state {
                "active" => StateFilter::Active,
                "disabled" => StateFilter::Disabled,
                _ => StateFilter::All,
            },
            role: match self.role {
                "admin" => RoleFilter::Admin,
                _ => RoleFilter::All,
            },
            sort,
            from: after.or(before),
        }
    }

    /// Addresses read best from A to Z, sign-ups from the newest.
    fn sort(&self) -> Sort {
        let key = match self.sort {
            "email" => SortKey::Email,
            _ => SortKey::SignedUp,
        };
        let descending = match self.order {
            "asc" => false,
            "desc" => true,
            _ => key == SortKey::SignedUp,
        };
        Sort { key, descending }
    }
}

fn view(query: &UserQuery, found: UserPage) -> View {
    let sort = query.sort;
    let cursor = |user: Option<&User>| user.map(|user| Cursor::of(user, sort.key).encode());
    let to_page = |name, cursor: Option<String>| cursor.map(|text| url(query, sort, Some((name, &text))));
    let next = found.users.last().filter(|_| found.has_next);
    let previous = found.users.first().filter(|_| found.has_previous);
    let by = |key| {
        let descending = if sort.key == key { !sort.descending } else { key == SortKey::SignedUp };
        url(query, Sort { key, descending }, None)
    };
    View {
        search: query.search.clone(),
        state: state_name(query.state),
        role: role_name(query.role),
        sort: key_name(sort.key),
        order: order_name(sort),
        sort_links: SortLinks { email: by(SortKey::Email), signed_up: by(SortKey::SignedUp) },
        next_url: to_page("after", cursor(next)),
        previous_url: to_page("before", cursor(previous)),
        clear_url: url(&UserQuery::default(), sort, None),
        filtered: !query.search.is_empty()
            || query.state != StateFilter::All
            || query.role != RoleFilter::All,
        count: found.count,
        users: found.users.iter().map(UserView::from).collect(),
    }
}

/// The address of this list with another order or place, and nothing in it that goes without saying.
fn url(query: &UserQuery, sort: Sort, place: Option<(&str, &str)>) -> String {
    let mut parameters = Serializer::new(String::new());
    if !query.search.is_empty() {
        parameters.append_pair("q", &query.search);
    }
    if query.state != StateFilter::All {
        parameters.append_pair("state", state_name(query.state));
    }
    if query.role != RoleFilter::All {
        parameters.append_pair("role", role_name(query.role));
    }
    if sort != Sort::default() {
        parameters.append_pair("sort", key_name(sort.key)).append_pair("order", order_name(sort));
    }
    if let Some((name, cursor)) = place {
        parameters.append_pair(name, cursor);
    }
    let parameters = parameters.finish();
    if parameters.is_empty() { "/admin/users".to_owned() } else { format!("/admin/users?{parameters}") }
}

fn state_name(state: StateFilter) -> &'static str {
    match state {
        StateFilter::All => "all",
        StateFilter::Active => "active",
        StateFilter::Disabled => "disabled",
    }
}

fn role_name(role: RoleFilter) -> &'static str {
    match role {
        RoleFilter::All => "all",
        RoleFilter::Admin => "admin",
    }
}

fn key_name(key: SortKey) -> &'static str {
    match key {
        SortKey::Email => "email",
        SortKey::SignedUp => "signed_up",
    }
}

fn order_name(sort: Sort) -> &'static str {
    if sort.descending { "desc" } else { "asc" }
}
