//! The register: search, filters, order and pages, all of it in the address.

use form_urlencoded::Serializer;
use rocket::form::FromForm;
use rocket::{State, get};
use serde::Serialize;

use crate::accounts::Accounts;
use crate::domain::{Cursor, Direction, RoleFilter, Sort, SortKey, StateFilter, UserPage, UserQuery};
use crate::web::page::{Administrator, ErrorPage, Page};
use crate::web::views::UserView;

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
    administrator: Administrator<'_>,
    accounts: &State<Accounts>,
) -> Result<Page<View>, ErrorPage> {
    let mut query = question.query();
    let mut found = accounts.list_users(query.clone(), PAGE_SIZE).await?;
    if found.users.is_empty() && query.from.is_some() {
        // What the place was in has gone: to a person the beginning says more than nothing.
        query = query.with(query.sort, None);
        found = accounts.list_users(query.clone(), PAGE_SIZE).await?;
    }
    Ok(administrator.page("admin/users.html", view(&query, found)))
}

impl Question<'_> {
    fn query(&self) -> UserQuery {
        let sort = Sort::by(SortKey::from_code(self.sort).unwrap_or(SortKey::SignedUp));
        let sort = Sort { descending: Sort::is_descending(self.order).unwrap_or(sort.descending), ..sort };
        let cursor = |text: Option<&str>| text.and_then(|text| Cursor::decode(text, sort.key));
        let after = cursor(self.after).map(|cursor| (Direction::After, cursor));
        let before = cursor(self.before).map(|cursor| (Direction::Before, cursor));
        UserQuery {
            search: UserQuery::search_for(self.q),
            state: StateFilter::from_code(self.state).unwrap_or_default(),
            role: RoleFilter::from_code(self.role).unwrap_or_default(),
            sort,
            from: after.or(before),
        }
    }
}

fn view(query: &UserQuery, found: UserPage) -> View {
    let sort = query.sort;
    let by = |key| {
        let usual = Sort::by(key);
        let descending = if sort.key == key { !sort.descending } else { usual.descending };
        url(&query.with(Sort { descending, ..usual }, None))
    };
    View {
        search: query.search.clone(),
        state: query.state.code(),
        role: query.role.code(),
        sort: sort.key.code(),
        order: sort.order_name(),
        sort_links: SortLinks { email: by(SortKey::Email), signed_up: by(SortKey::SignedUp) },
        next_url: query.next(&found).as_ref().map(url),
        previous_url: query.previous(&found).as_ref().map(url),
        clear_url: url(&UserQuery { sort, ..UserQuery::default() }),
        filtered: !query.search.is_empty()
            || query.state != StateFilter::All
            || query.role != RoleFilter::All,
        count: found.count,
        users: found.users.iter().map(UserView::from).collect(),
    }
}

fn url(query: &UserQuery) -> String {
    let parameters = Serializer::new(String::new()).extend_pairs(query.parameters()).finish();
    if parameters.is_empty() { "/admin/users".to_owned() } else { format!("/admin/users?{parameters}") }
}
