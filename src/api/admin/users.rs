//! The list of users, with the same search, filters, order and pages as the administrators' page.

use rocket::request::{FromRequest, Outcome};
use rocket::{Request, State, get};
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use crate::accounts::Accounts;
use crate::api::api_error::{ApiError, ValidationError};
use crate::api::bearer::Administrator;
use crate::api::json::Json;
use crate::api::messages;
use crate::api::responses::{AdministratorsOnly, Failures};
use crate::domain::{Cursor, Direction, PublicUrl, RoleFilter, Sort, SortKey, StateFilter, UserQuery};
use crate::http::representations::User;

const USUAL_LIMIT: usize = 50;
const MOST: usize = 200;

/// The query parameters. Unlike on the page, an unknown value is a mistake: a program would not notice a default.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "it is there for the description")]
struct Parameters {
    /// A part of an email address; spelling variants are matched.
    #[param(nullable = false, max_length = 254)]
    q: Option<String>,
    #[param(nullable = false, inline)]
    state: Option<StateName>,
    #[param(nullable = false, inline)]
    role: Option<RoleName>,
    /// `signed_up` by default.
    #[param(nullable = false, inline)]
    sort: Option<SortName>,
    /// By default `asc` for `email` and `desc` for `signed_up`.
    #[param(nullable = false, inline)]
    order: Option<OrderName>,
    /// The cursor after which the page begins; follow `next` to use it.
    #[param(nullable = false, required = false, value_type = String, format = "cursor")]
    after: Option<String>,
    /// The cursor before which the page ends; follow `prev` to use it.
    #[param(nullable = false, required = false, value_type = String, format = "cursor")]
    before: Option<String>,
    /// The largest number of users on the page.
    #[param(nullable = false, required = false, value_type = u32, minimum = 1, maximum = 200, default = 50)]
    limit: Option<usize>,
}

macro_rules! names {
    ($name:ident: $($value:ident),+) => {
        #[derive(ToSchema)]
        #[schema(rename_all = "snake_case")]
        #[allow(dead_code, reason = "it is there for the description")]
        enum $name { $($value),+ }
    };
}

names!(StateName: All, Active, Disabled, Closed);
names!(RoleName: All, Admin);
names!(SortName: SignedUp, Email);
names!(OrderName: Asc, Desc);

/// One page of the list of users.
#[derive(Serialize, ToSchema)]
pub struct UserList {
    users: Vec<User>,
    /// How many users match, on all pages together.
    count: i64,
    /// The URL of the next page, if there is one.
    #[schema(format = "uri", required)]
    next: Option<String>,
    /// The URL of the previous page, if there is one.
    #[schema(format = "uri", required)]
    prev: Option<String>,
}

/// List the users
///
/// Returns the users page by page. Follow `next` and `prev`; they keep the search, the filters and the order.
#[utoipa::path(
    get,
    path = "/admin/api/users",
    operation_id = "listUsers",
    tag = "Administration",
    params(Parameters),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "One page", body = UserList),
        (status = 422, description = "A parameter has no such value", body = ValidationError),
        AdministratorsOnly, Failures,
    ),
)]
#[get("/admin/api/users")]
pub async fn list(
    administrator: Result<Administrator, ApiError>,
    question: Result<Question, ApiError>,
    accounts: &State<Accounts>,
    public_url: &State<PublicUrl>,
) -> Result<Json<UserList>, ApiError> {
    administrator?;
    let Question { query, limit } = question?;
    let found = accounts.list_users(query.clone(), limit).await?;
    let link = |query: UserQuery| public_url.link(&path(&query, limit));
    Ok(Json(UserList {
        next: query.next(&found).map(link),
        prev: query.previous(&found).map(link),
        users: found.users.iter().map(User::from).collect(),
        count: found.count,
    }))
}

fn path(query: &UserQuery, limit: usize) -> String {
    let mut parameters = form_urlencoded::Serializer::new(String::new());
    parameters.extend_pairs(query.parameters());
    if limit != USUAL_LIMIT {
        parameters.append_pair("limit", &limit.to_string());
    }
    format!("/admin/api/users?{}", parameters.finish())
}

const PARAMETERS: [&str; 8] = ["q", "state", "role", "sort", "order", "after", "before", "limit"];

/// The parsed query, and how many users a page has.
pub struct Question {
    query: UserQuery,
    limit: usize,
}

/// The mistakes in the parameters, each with the name, the code and the sentence.
type Mistakes = Vec<(&'static str, &'static str, String)>;

impl Question {
    fn parse(query: &str) -> Result<Self, ApiError> {
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        let mut mistakes = Mistakes::new();
        let mut value = |name: &'static str| {
            let mut values = pairs.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_ref());
            let value: Option<&str> = values.next();
            if values.next().is_some() {
                mistakes.push((name, "repeated", messages::PARAMETER_TWICE.to_owned()));
            }
            value
        };
        let (q, limit) = (value("q"), value("limit"));
        let (state, role) = (value("state"), value("role"));
        let (key, order) = (value("sort"), value("order"));
        let (after, before) = (value("after"), value("before"));

        let q = parsed(&mut mistakes, ("q", "too_long", messages::PARAMETER_TOO_LONG), q, searched);
        let state = choice(&mut mistakes, "state", state, StateFilter::from_code);
        let role = choice(&mut mistakes, "role", role, RoleFilter::from_code);
        let usual =
            Sort::by(choice(&mut mistakes, "sort", key, SortKey::from_code).unwrap_or(SortKey::SignedUp));
        let descending = choice(&mut mistakes, "order", order, Sort::is_descending);
        let sort = Sort { descending: descending.unwrap_or(usual.descending), ..usual };
        let cursor = |text: &str| Cursor::decode(text, sort.key);
        let mut place = |name, text, direction| {
            let refused = (name, "unknown_cursor", messages::PARAMETER_NO_CURSOR);
            parsed(&mut mistakes, refused, text, cursor).map(|cursor| (direction, cursor))
        };
        let after = place("after", after, Direction::After);
        let before = place("before", before, Direction::Before);
        if after.is_some() && before.is_some() {
            mistakes.push(("before", "conflict", messages::PARAMETER_CONFLICT.to_owned()));
        }
        let number = |text: &str| text.parse().ok().filter(|limit| (1..=MOST).contains(limit));
        let limit =
            parsed(&mut mistakes, ("limit", "out_of_range", messages::PARAMETER_NO_LIMIT), limit, number);
        if pairs.iter().any(|(name, _)| !PARAMETERS.contains(&name.as_ref())) {
            mistakes.push(("query", "unknown_parameter", messages::PARAMETER_UNKNOWN.to_owned()));
        }
        if !mistakes.is_empty() {
            return Err(ApiError::invalid(mistakes));
        }
        let query = UserQuery {
            search: q.unwrap_or_default(),
            state: state.unwrap_or_default(),
            role: role.unwrap_or_default(),
            sort,
            from: after.or(before),
        };
        Ok(Self { query, limit: limit.unwrap_or(USUAL_LIMIT) })
    }
}

fn searched(text: &str) -> Option<String> {
    (text.chars().count() <= UserQuery::MAX_SEARCH_LENGTH).then(|| UserQuery::search_for(text))
}

fn choice<T>(
    mistakes: &mut Mistakes,
    name: &'static str,
    text: Option<&str>,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    parsed(mistakes, (name, "unknown_value", messages::PARAMETER_UNKNOWN_VALUE), text, parse)
}

fn parsed<T>(
    mistakes: &mut Mistakes,
    (name, code, message): (&'static str, &'static str, &str),
    text: Option<&str>,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let value = parse(text?);
    if value.is_none() {
        mistakes.push((name, code, message.to_owned()));
    }
    value
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Question {
    type Error = ApiError;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ApiError> {
        ApiError::outcome(Self::parse(request.uri().query().map_or("", |query| query.as_str())))
    }
}
