//! The words of a query, and cursors.

use proptest::prelude::*;

use super::*;

#[test]
fn a_cursor_survives_its_text_only_in_its_own_order() {
    let at = OffsetDateTime::from_unix_timestamp_nanos(1_700_000_000_123_456_000).expect("a time");
    let by_time = Cursor::SignedUp { at, id: UserId(7) };
    let by_email = Cursor::Email { key: "zoë@example.com".into() };
    assert_eq!(Cursor::decode(&by_time.encode(), SortKey::SignedUp), Some(by_time.clone()));
    assert_eq!(Cursor::decode(&by_email.encode(), SortKey::Email), Some(by_email.clone()));
    assert_eq!(Cursor::decode(&by_time.encode(), SortKey::Email), None);
    for text in ["", "x", "####", "czEuMg.", "c2EuYg"] {
        assert_eq!(Cursor::decode(text, SortKey::SignedUp), None, "{text}");
    }
}

#[test]
fn the_words_of_a_query_are_read_as_they_are_written() {
    for (filter, name) in [
        (StateFilter::All, "all"),
        (StateFilter::Active, "active"),
        (StateFilter::Disabled, "disabled"),
        (StateFilter::Closed, "closed"),
    ] {
        assert_eq!((filter.code(), StateFilter::from_code(name)), (name, Some(filter)));
    }
    for (filter, name) in [(RoleFilter::All, "all"), (RoleFilter::Admin, "admin")] {
        assert_eq!((filter.code(), RoleFilter::from_code(name)), (name, Some(filter)));
    }
    for (key, name, order) in [(SortKey::Email, "email", "asc"), (SortKey::SignedUp, "signed_up", "desc")] {
        assert_eq!((key.code(), SortKey::from_code(name)), (name, Some(key)));
        assert_eq!((Sort::by(key).key, Sort::by(key).order_name()), (key, order));
        assert_eq!(Sort::is_descending(order), Some(Sort::by(key).descending));
    }
    assert_eq!((StateFilter::from_code(""), Sort::is_descending("")), (None, None));
}

#[test]
fn a_query_has_no_parameter_that_goes_without_saying() {
    assert_eq!(UserQuery::default().parameters(), []);
    let by_email = Cursor::Email { key: "a".into() };
    let query = UserQuery {
        search: "ann".into(),
        state: StateFilter::Closed,
        role: RoleFilter::Admin,
        sort: Sort::by(SortKey::Email),
        from: Some((Direction::Before, by_email.clone())),
    };
    let names = |query: &UserQuery| query.parameters().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(&query), ["q", "state", "role", "sort", "order", "before"]);
    let later = UserQuery { from: Some((Direction::After, by_email)), ..UserQuery::default() };
    assert_eq!(names(&later), ["after"]);
    assert_eq!(names(&later.with(Sort::by(SortKey::Email), None)), ["sort", "order"]);
    assert_eq!(UserQuery { search: " Zo\u{cb} ".into(), ..query }.folded_search(), "zo\u{eb}");
    assert_eq!(
        UserQuery::search_for(&format!(" a\0b{}", "c".repeat(300))).len(),
        UserQuery::MAX_SEARCH_LENGTH
    );
}

#[test]
fn the_next_page_follows_the_last_row_and_the_previous_one_ends_before_the_first() {
    let page = |has_next, has_previous| UserPage {
        users: vec![
            User::sample(7, "ann@example.com"),
            User::sample(8, "ben@example.com"),
            User::sample(9, "bob@example.com"),
        ],
        count: 20,
        has_next,
        has_previous,
    };
    let by_email = |key: &str| Cursor::Email { key: key.into() };
    let by_time = |id| Cursor::SignedUp { at: OffsetDateTime::UNIX_EPOCH, id: UserId(id) };
    for (key, first, last) in [
        (SortKey::Email, by_email("ann@example.com"), by_email("bob@example.com")),
        (SortKey::SignedUp, by_time(7), by_time(9)),
    ] {
        let query = |from| UserQuery {
            search: "n".into(),
            state: StateFilter::Active,
            role: RoleFilter::Admin,
            sort: Sort { key, descending: true },
            from,
        };
        let (after, before) = ((Direction::After, last), (Direction::Before, first));
        let here = query(Some((Direction::After, by_time(3))));
        let parameters = |query: Option<UserQuery>| query.map(|query| query.parameters());
        assert_eq!(parameters(here.next(&page(true, false))), parameters(Some(query(Some(after)))));
        assert_eq!(parameters(here.previous(&page(false, true))), parameters(Some(query(Some(before)))));
        assert!(here.next(&page(false, true)).is_none() && here.previous(&page(true, false)).is_none());
    }
}

proptest! {
    #[test]
    fn any_text_is_a_cursor_of_one_order_or_none(text in "[A-Za-z0-9_-]{0,40}|.*", key in ".*", at in any::<i64>(), id in any::<i64>()) {
        let by_time = OffsetDateTime::from_unix_timestamp(at).map(|at| Cursor::SignedUp { at, id: UserId(id) });
        let made = [Some(Cursor::Email { key }), by_time.ok()].into_iter().flatten();
        for text in made.map(|cursor| cursor.encode()).chain([text]) {
            let read = [SortKey::Email, SortKey::SignedUp].map(|order| (order, Cursor::decode(&text, order)));
            prop_assert!(read.iter().filter(|(_, cursor)| cursor.is_some()).count() <= 1);
            for (order, cursor) in read {
                if let Some(cursor) = cursor {
                    prop_assert_eq!(Cursor::decode(&cursor.encode(), order), Some(cursor));
                }
            }
        }
    }
}
