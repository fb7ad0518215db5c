//! The list of users: searched, filtered, sorted, and read page by page from a key, never by offset.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::engine::Backend;
use super::engine::timestamp::to_stored;
use super::schema::users;
use super::users::UserRow;
use super::{Error, Reader};
use crate::domain::{Cursor, Direction, RoleFilter, Sort, SortKey, StateFilter, User, UserPage, UserQuery};

type Condition = Box<dyn BoxableExpression<users::table, Backend, SqlType = Bool>>;

/// One page of at most `size` rows.
pub fn page(db: &mut Reader<'_>, query: &UserQuery, size: usize) -> Result<UserPage, Error> {
    let mut counted = users::table.count().into_boxed::<Backend>();
    let mut selected = users::table.select(UserRow::as_select()).into_boxed::<Backend>();
    for condition in conditions(query) {
        counted = counted.filter(condition);
    }
    for condition in conditions(query) {
        selected = selected.filter(condition);
    }
    let direction = query.from.as_ref().map_or(Direction::After, |(direction, _)| *direction);
    let ascending = query.sort.descending == (direction == Direction::Before);
    if let Some((_, cursor)) = &query.from {
        selected = selected.filter(beyond(cursor, ascending));
    }
    selected = match (query.sort.key, ascending) {
        (SortKey::Email, true) => selected.order(users::email_key.asc()),
        (SortKey::Email, false) => selected.order(users::email_key.desc()),
        (SortKey::SignedUp, true) => selected.order((users::created_at.asc(), users::id.asc())),
        (SortKey::SignedUp, false) => selected.order((users::created_at.desc(), users::id.desc())),
    };

    // One extra row shows whether there is another page in this direction.
    let rows: Vec<UserRow> = selected.limit(size as i64 + 1).load(db.connection())?;
    let is_more = rows.len() > size;
    let mut users: Vec<User> = rows.into_iter().take(size).map(User::from).collect();
    if direction == Direction::Before {
        users.reverse();
    }
    let is_behind = |db: &mut Reader<'_>, user: Option<&User>, way| match user {
        Some(user) if query.from.is_some() => exists_beyond(db, query, user, way),
        _ => Ok(false),
    };
    let (has_next, has_previous) = match direction {
        Direction::After => (is_more, is_behind(db, users.first(), Direction::Before)?),
        Direction::Before => (is_behind(db, users.last(), Direction::After)?, is_more),
    };
    let count = counted.first(db.connection())?;
    Ok(UserPage { users, count, has_next, has_previous })
}

fn exists_beyond(
    db: &mut Reader<'_>,
    query: &UserQuery,
    user: &User,
    direction: Direction,
) -> Result<bool, Error> {
    let Sort { key, descending } = query.sort;
    let ascending = descending == (direction == Direction::Before);
    let mut found = users::table.select(users::id).into_boxed::<Backend>();
    for condition in conditions(query) {
        found = found.filter(condition);
    }
    let first: Option<i64> =
        found.filter(beyond(&Cursor::of(user, key), ascending)).limit(1).first(db.connection()).optional()?;
    Ok(first.is_some())
}

fn conditions(query: &UserQuery) -> Vec<Condition> {
    let mut conditions: Vec<Condition> = Vec::new();
    let search = query.folded_search();
    if !search.is_empty() {
        conditions.push(Box::new(users::search_text.like(contains(&search)).escape('\\')));
    }
    match query.state {
        StateFilter::All => {}
        StateFilter::Active => {
            conditions.push(Box::new(users::disabled_at.is_null()));
            conditions.push(Box::new(users::closed_at.is_null()));
        }
        StateFilter::Disabled => conditions.push(Box::new(users::disabled_at.is_not_null())),
        StateFilter::Closed => conditions.push(Box::new(users::closed_at.is_not_null())),
    }
    match query.role {
        RoleFilter::All => {}
        RoleFilter::Admin => conditions.push(Box::new(users::is_admin.eq(true))),
    }
    conditions
}

/// The rows beyond the cursor, in the order of reading.
fn beyond(cursor: &Cursor, ascending: bool) -> Condition {
    match (cursor, ascending) {
        (Cursor::Email { key }, true) => Box::new(users::email_key.gt(key.clone())),
        (Cursor::Email { key }, false) => Box::new(users::email_key.lt(key.clone())),
        // Written separately because the index can serve only the first comparison.
        (Cursor::SignedUp { at, id }, ascending) => {
            let (at, id) = (to_stored(*at), id.0);
            let (time, number) = (users::created_at, users::id);
            if ascending {
                Box::new(time.ge(at).and(time.gt(at).or(number.gt(id))))
            } else {
                Box::new(time.le(at).and(time.lt(at).or(number.lt(id))))
            }
        }
    }
}

fn contains(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern + "%"
}
