//! Filters, orders, searches and counts of a collection.

use graph_resource::edm::Flags;
use graph_resource::{Resource, graph_complex, graph_enum, graph_resource};
use graph_resource_emulator::Emulator;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::support::*;

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Plan {
    service: Option<String>,
    sizes: Vec<i32>,
}

#[graph_enum(flags)]
enum Side {
    Left,
    Right,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_resource(path = "/things")]
#[derive(Debug)]
struct Thing {
    #[graph(key)]
    id: String,
    name: Option<String>,
    is_new: Option<bool>,
    size: Option<i64>,
    weight: Option<f64>,
    created: Option<time::OffsetDateTime>,
    effort: Option<time::Duration>,
    sides: Option<Flags<Side>>,
    tags: Vec<String>,
    plan: Option<Plan>,
    plans: Vec<Plan>,
}

/// A directory object.
#[graph_resource(path = "/users", advanced_queries)]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    mail: Option<String>,
}

fn start() -> Emulator {
    let emulator = Emulator::builder()
        .serve_info(Thing::INFO)
        .serve_info(User::INFO)
        .page_size(2)
        .start()
        .unwrap();
    for thing in [
        json!({
            "id": "1", "name": "Apple", "isNew": true, "size": 5, "weight": 1.5, "created": "2026-01-01T00:00:00Z",
            "effort": "PT90M", "sides": "left", "tags": ["a", "b"], "plan": { "service": "x", "sizes": [1] },
            "plans": [{ "service": "x", "sizes": [1, 2] }, { "service": "y", "sizes": [] }],
        }),
        json!({
            "id": "2", "name": "o'brien", "isNew": false, "size": "9007199254740993", "created": "2026-01-01T01:00:00.5+01:00",
            "effort": "PT2H", "sides": "left,right", "tags": ["b"], "plans": [{ "service": "y", "sizes": [7] }],
        }),
        json!({ "id": "3" }),
        json!({ "id": "4", "name": "banana", "size": -1, "weight": "INF", "plan": { "service": null } }),
    ] {
        emulator.insert("/things", thing).unwrap();
    }
    emulator
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// The ids of all things in the pages of a query.
async fn ids(emulator: &Emulator, query: &str) -> String {
    let mut link = format!("/things?$select=id&{query}");
    let mut ids = String::new();
    loop {
        let page = get(emulator, &link).await;
        assert_eq!(page.status, 200, "{query}: {page:?}");
        for item in page.json["value"].as_array().unwrap() {
            ids.push_str(item["id"].as_str().unwrap());
        }
        match page.json["@odata.nextLink"].as_str() {
            Some(next) => next.clone_into(&mut link),
            None => return ids,
        }
    }
}

async fn filtered(emulator: &Emulator, filter: &str) -> String {
    ids(emulator, &format!("$filter={}", encoded(filter))).await
}

#[tokio::test]
async fn a_filter_chooses_the_items_for_which_it_holds() {
    let emulator = start();
    for (filter, expected) in [
        ("name eq 'apple'", "1"),
        ("name eq 'o''brien'", "2"),
        ("name ne 'apple'", "234"),
        ("name eq null", "3"),
        ("name ne null", "124"),
        ("isNew eq true", "1"),
        ("isNew", "1"),
        ("not isNew", "234"),
        ("size gt 5", "2"),
        ("size eq 9007199254740993", "2"),
        ("size le 5 and size ge -1", "14"),
        ("size lt 0 or isNew eq true", "14"),
        ("weight eq INF", "4"),
        ("weight lt 2.0", "1"),
        ("created eq 2026-01-01T00:00:00.000Z", "1"),
        ("created gt 2026-01-01T00:00:00.49Z", "2"),
        ("effort eq duration'PT1H30M'", "1"),
        ("effort gt PT1H30M", "2"),
        ("sides has 'right'", "2"),
        ("sides has microsoft.graph.side'left'", "12"),
        ("name in ('APPLE', 'banana', 'x')", "14"),
        ("size in (5,-1)", "14"),
        ("startswith(name,'A')", "1"),
        ("endswith(name, 'NA')", "4"),
        ("contains(name,'''b')", "2"),
        ("not contains(name,'a')", "23"),
        ("tags/any(t:t eq 'a')", "1"),
        ("tags/any()", "12"),
        ("tags/all(t:t eq 'b')", "234"),
        ("plan/service eq 'x'", "1"),
        ("plan/service eq null", "234"),
        ("plan/sizes/any(s:s gt 0)", "1"),
        (
            "plans/any(p:p/service eq 'y' and p/sizes/any(s:s gt 6))",
            "2",
        ),
        ("plans/any(p:p/sizes/any(s:s eq 1) and isNew eq true)", "1"),
        ("(name eq 'apple' or name eq 'banana') and size lt 0", "4"),
        ("name eq 'apple' or name eq 'banana' and size lt 0", "14"),
        ("not (size gt 0) and not(size lt 0)", "3"),
    ] {
        assert_eq!(filtered(&emulator, filter).await, expected, "{filter}");
    }
}

#[tokio::test]
async fn a_filter_that_is_wrong_is_refused_and_says_why() {
    let emulator = start();
    for (filter, message) in [
        ("colour eq 1", "Could not find a property named 'colour'"),
        (
            "plan/colour eq 1",
            "Could not find a property named 'colour'",
        ),
        (
            "name eq 5",
            "'5' is not a value of the type 'Edm.String' of 'name'",
        ),
        (
            "size eq '5'",
            "''5'' is not a value of the type 'Edm.Int64' of 'size'",
        ),
        (
            "isNew eq 'true'",
            "is not a value of the type 'Edm.Boolean'",
        ),
        (
            "created gt 2026",
            "is not a value of the type 'Edm.DateTimeOffset'",
        ),
        ("name eq 'a", "Syntax error at position 9"),
        ("name eq 'a' and", "Syntax error at position 15"),
        ("name eq 'a' x", "Syntax error"),
        ("(name eq 'a'", "Syntax error"),
        ("name is 'a'", "Syntax error at position 5"),
        ("tags/any(t eq 'a')", "Syntax error"),
        (
            "name/any(t:t eq 'a')",
            "Could not find a property named 'any'",
        ),
        ("name in ()", "Syntax error"),
        ("", "Syntax error at position 0"),
    ] {
        let answer = get(&emulator, &format!("/things?$filter={}", encoded(filter))).await;
        assert_eq!(answer.status, 400, "{filter}: {answer:?}");
        assert!(
            answer.message().contains(message),
            "{filter}: {}",
            answer.message()
        );
    }
    let deep = format!("{}isNew{}", "(".repeat(101), ")".repeat(101));
    let answer = get(&emulator, &format!("/things?$filter={deep}")).await;
    assert!(
        answer.message().contains("more than 100 levels"),
        "{}",
        answer.message()
    );
}

#[tokio::test]
async fn what_a_service_may_have_and_the_emulator_has_not_is_never_ignored() {
    let emulator = start();
    for filter in [
        "year(created) eq 2026",
        "tolower(name) eq 'a'",
        "length(name) gt 1",
        "size add 1 eq 2",
        "5 eq size",
        "'a' eq name",
        "tags/$count gt 1",
        "cast(size,Edm.String) eq '5'",
        "isof('microsoft.graph.thing')",
        "microsoft.graph.thing/name eq 'a'",
        "tags/any(tag:tag/microsoft.graph.label/name eq 'a')",
    ] {
        let answer = get(&emulator, &format!("/things?$filter={}", encoded(filter))).await;
        assert_eq!(answer.status, 501, "{filter}: {answer:?}");
    }
    for query in ["$search=a", "$search=(%22a%22)", "$orderby=length(name)"] {
        let answer = get(&emulator, &format!("/things?{query}")).await;
        assert_eq!(answer.status, 501, "{query}: {answer:?}");
    }
}

#[tokio::test]
async fn a_long_chain_of_conditions_is_evaluated() {
    let emulator = start();
    let chain = vec!["size eq 5"; 1_000].join(" or ");
    assert_eq!(filtered(&emulator, &chain).await, "1");
}

#[tokio::test]
async fn items_are_ordered_page_by_page() {
    let emulator = start();
    for (query, expected) in [
        ("$orderby=name", "3142"),
        ("$orderby=name%20desc", "2413"),
        ("$orderby=size,id", "3412"),
        ("$orderby=isNew%20desc,id%20desc", "1243"),
        ("$orderby=plan/service%20desc,id", "1234"),
        ("$orderby=id%20desc&$filter=size%20ne%20null", "421"),
        ("$skip=1", "234"),
        ("$skip=3&$top=1", "4"),
        ("$orderby=name&$skip=2&$top=1", "42"),
        ("$skip=9", ""),
    ] {
        assert_eq!(ids(&emulator, query).await, expected, "{query}");
    }
    for query in [
        "$orderby=tags",
        "$orderby=plan",
        "$orderby=colour",
        "$orderby=name%20up",
    ] {
        get(&emulator, &format!("/things?{query}"))
            .await
            .assert_rejected(400, "Request_BadRequest");
    }
}

#[tokio::test]
async fn a_search_finds_words() {
    let emulator = start();
    for (search, expected) in [
        (r#""APP""#, "1"),
        (r#""name:an""#, "4"),
        (r#""name:a" AND "name:pp""#, "1"),
        (r#""name:pp" OR "name:brien""#, "12"),
        (r#""x\"y""#, ""),
    ] {
        let query = format!("$search={}", encoded(search));
        assert_eq!(ids(&emulator, &query).await, expected, "{search}");
    }
}

#[tokio::test]
async fn the_number_of_items_is_that_before_paging() {
    let emulator = start();
    let page = get(
        &emulator,
        "/things?$count=true&$filter=size%20ne%20null&$top=1",
    )
    .await;
    assert_eq!(page.json["@odata.count"], 3);
    let page = get(&emulator, "/things?$count=true").await;
    assert_eq!(page.json["@odata.count"], 4);
    assert_eq!(page.json["value"].as_array().unwrap().len(), 2);
    let page = get(&emulator, "/things?$count=false").await;
    assert_eq!(page.json.get("@odata.count"), None);
    let count = get(&emulator, "/things/$count").await;
    assert_eq!((count.status, count.json.clone()), (200, json!(4)));
    assert_eq!(count.header("content-type"), "text/plain");
    let some = get(&emulator, "/things/$count?$filter=size%20gt%200").await;
    assert_eq!(some.json, json!(2));
    assert_eq!(get(&emulator, "/things/1/$count").await.status, 404);
}

#[tokio::test]
async fn directory_objects_answer_advanced_queries_with_their_header_only() {
    let emulator = start();
    emulator
        .insert("/users", json!({ "id": "1", "mail": "a@b" }))
        .unwrap();
    let ask = async |query: &str, is_eventual: bool| {
        let mut request = request(&emulator, "GET", &format!("/users{query}"));
        if is_eventual {
            request = request.header("consistencylevel", "eventual");
        }
        send(request).await
    };
    for query in [
        "?$count=true&$filter=mail%20ne%20'x'",
        "?$count=true&$filter=not%20(mail%20eq%20'x')",
        "?$count=true&$filter=endswith(mail,'b')",
        "?$count=true&$filter=mail%20eq%20'a@b'&$orderby=mail",
        "?$search=%22mail:a%22",
        "/$count",
    ] {
        ask(query, false)
            .await
            .assert_rejected(400, "Request_UnsupportedQuery");
        assert_eq!(ask(query, true).await.status, 200, "{query}");
    }
    let without_count = ask("?$filter=mail%20ne%20'x'", true).await;
    without_count.assert_rejected(400, "Request_UnsupportedQuery");
    assert_eq!(
        ask("?$count=true", false).await.json.get("@odata.count"),
        None
    );
    assert_eq!(ask("?$count=true", true).await.json["@odata.count"], 1);
    for query in [
        "?$filter=mail%20eq%20'x'",
        "?$orderby=mail",
        "?$filter=startswith(mail,'a')",
    ] {
        assert_eq!(ask(query, false).await.status, 200, "{query}");
    }
    let list = |count| vec!["'a'"; count].join(",");
    let long = format!("?$filter=mail%20in%20({})", list(16));
    ask(&long, true)
        .await
        .assert_rejected(400, "Request_UnsupportedQuery");
    let short = format!("?$filter=mail%20in%20({})", list(15));
    assert_eq!(ask(&short, false).await.status, 200);
}

#[tokio::test]
async fn the_options_of_a_list_are_refused_elsewhere() {
    let emulator = start();
    for query in [
        "$filter=size%20eq%201",
        "$orderby=name",
        "$search=%22a%22",
        "$count=true",
        "$skip=1",
    ] {
        get(&emulator, &format!("/things/1?{query}"))
            .await
            .assert_rejected(400, "Request_BadRequest");
    }
}
