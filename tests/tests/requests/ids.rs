//! Any id stays one segment.

use graph_resource::ErrorKind;

use crate::support::{TodoList, http};

#[test]
fn an_id_is_encoded_into_one_segment() {
    for (id, segment) in [
        (
            "d2c440a0-40a0-d2c4-a040-c4d2a040c4d2",
            "d2c440a0-40a0-d2c4-a040-c4d2a040c4d2",
        ),
        ("AAMkAD_w-=", "AAMkAD_w-="),
        ("adele@contoso.com", "adele@contoso.com"),
        (
            "guest_contoso.com#EXT#@x.com",
            "guest_contoso.com%23EXT%23@x.com",
        ),
        ("../users", "..%2Fusers"),
        ("a/b", "a%2Fb"),
        ("a\\b", "a%5Cb"),
        ("x?y=z", "x%3Fy=z"),
        ("x&y", "x%26y"),
        ("%2e%2e", "%252e%252e"),
        ("%00", "%2500"),
        ("a#b", "a%23b"),
        ("'", "%27"),
        ("O'Neil')", "O%27Neil%27%29"),
        ("$value", "%24value"),
        ("a:b", "a%3Ab"),
        ("a;b", "a%3Bb"),
        ("a+b", "a%2Bb"),
        ("\0", "%00"),
        ("\r\n", "%0D%0A"),
        (" ", "%20"),
        ("...", "..."),
        (".hidden", ".hidden"),
        ("\u{fc}", "%C3%BC"),
        ("\u{1f980}", "%F0%9F%A6%80"),
        ("\u{202e}\u{feff}", "%E2%80%AE%EF%BB%BF"),
    ] {
        let uri = http(&TodoList::get("adele", id).without_select())
            .unwrap()
            .uri()
            .to_string();
        assert_eq!(
            uri,
            format!("https://graph.microsoft.com/v1.0/users/adele/todo/lists/{segment}")
        );
        let uri = http(&TodoList::list(id).without_select())
            .unwrap()
            .uri()
            .to_string();
        assert_eq!(
            uri,
            format!("https://graph.microsoft.com/v1.0/users/{segment}/todo/lists")
        );
    }
}

#[test]
fn an_id_that_would_address_something_else_is_refused_by_the_name_of_its_parameter() {
    for (id, why) in [
        (
            "",
            "`id` is empty: the request would go to another resource",
        ),
        (".", "`id` is `.`, which cannot be a segment of a path"),
        ("..", "`id` is `..`, which cannot be a segment of a path"),
    ] {
        for error in [
            http(&TodoList::get("adele", id)),
            http(&TodoList::delete("adele", id)),
            http(&TodoList::update("adele", id).clear_state()),
        ]
        .map(Result::unwrap_err)
        {
            assert_eq!(
                (error.kind(), error.message()),
                (ErrorKind::InvalidRequest, why)
            );
            assert_eq!(
                error.path_template(),
                Some("/users/{user_id}/todo/lists/{id}")
            );
        }
        let error = http(&TodoList::list(id)).unwrap_err();
        assert_eq!(error.message(), why.replacen("`id`", "`user_id`", 1));
    }
}

#[test]
fn an_id_may_be_of_any_type_that_is_a_key() {
    use std::borrow::Cow;

    let uuid = uuid::uuid!("6f1c9c28-9b1e-4f0b-a5a7-0a3c1d2e3f40");
    let text = "b".to_owned();
    let paths = [
        http(&TodoList::get("a", String::from("b"))),
        http(&TodoList::get(&text, text.as_str())),
        http(&TodoList::get(
            Cow::Borrowed("a"),
            Cow::<str>::Owned("b".to_owned()),
        )),
        http(&TodoList::get(7_i32, -7_i64)),
        http(&TodoList::get(-1_i16, uuid)),
    ]
    .map(|request| request.unwrap().uri().path().to_owned());
    assert_eq!(
        paths,
        [
            "/v1.0/users/a/todo/lists/b",
            "/v1.0/users/b/todo/lists/b",
            "/v1.0/users/a/todo/lists/b",
            "/v1.0/users/7/todo/lists/-7",
            "/v1.0/users/-1/todo/lists/6f1c9c28-9b1e-4f0b-a5a7-0a3c1d2e3f40",
        ]
    );
}
