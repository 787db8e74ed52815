//! Queries as typed values: the text that they become in a URL.

use graph_resource::edm::Flags;
use graph_resource::query::{Filter, Search};
use graph_resource::{ErrorKind, Request, graph_complex, graph_enum, graph_resource};
use percent_encoding::percent_decode_str;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use crate::support::http;

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    service: Option<String>,
    parts: Vec<Part>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    size: i32,
}

#[graph_enum]
pub(crate) enum State {
    Open,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub(crate) enum Side {
    Left,
    Right,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_resource(path = "/things", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Thing {
    #[graph(key)]
    id: String,
    r#type: Option<String>,
    is_new: bool,
    size: Option<i64>,
    weight: Option<f64>,
    owner_id: Option<Uuid>,
    created: Option<OffsetDateTime>,
    effort: Option<Duration>,
    state: Option<State>,
    sides: Option<Flags<Side>>,
    tags: Vec<String>,
    plans: Vec<Plan>,
    plan: Option<Plan>,
    #[graph(write_only)]
    secret: Option<String>,
    #[graph(navigation)]
    parent: Option<Box<Thing>>,
    #[graph(navigation)]
    children: Vec<Thing>,
}

/// A directory object.
#[graph_resource(path = "/users", advanced_queries, select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct User {
    #[graph(key)]
    id: String,
    mail: Option<String>,
}

/// The options of the request after the `$select` of the struct, decoded.
fn options(request: &impl Request) -> Vec<String> {
    let request = http(request).unwrap();
    let query = request.uri().query().unwrap_or_default();
    let options = query
        .split('&')
        .filter(|option| !option.starts_with("$select=id,type"));
    options
        .map(|option| {
            percent_decode_str(option)
                .decode_utf8()
                .unwrap()
                .into_owned()
        })
        .collect()
}

#[test]
fn literals_have_the_form_of_their_types() {
    let id = Uuid::from_u128(0x2588_3231_668a_43a7_80b2_5685_c3f8_74bc);
    let filters: [(Filter<Thing>, &str); 16] = [
        (Thing::ID.eq("o'b''c"), "id eq 'o''b''''c'"),
        (Thing::TYPE_.eq(""), "type eq ''"),
        (Thing::IS_NEW.ne(true), "isNew ne true"),
        (Thing::SIZE.gt(-3), "size gt -3"),
        (
            Thing::SIZE.le(9_007_199_254_740_993_i64),
            "size le 9007199254740993",
        ),
        (Thing::WEIGHT.lt(1.5), "weight lt 1.5"),
        (Thing::WEIGHT.eq(f64::NEG_INFINITY), "weight eq -INF"),
        (
            Thing::OWNER_ID.eq(id),
            "ownerId eq 25883231-668a-43a7-80b2-5685c3f874bc",
        ),
        (
            Thing::CREATED.ge(datetime!(2026-11-26 08:00:00.5 +1)),
            "created ge 2026-11-26T08:00:00.5+01:00",
        ),
        (
            Thing::EFFORT.eq(Duration::minutes(90)),
            "effort eq duration'PT1H30M'",
        ),
        (Thing::STATE.eq(State::Open), "state eq 'open'"),
        (
            Thing::STATE.eq(State::Unknown("a'b".to_owned())),
            "state eq 'a''b'",
        ),
        (Thing::SIDES.has(Side::Left), "sides has 'left'"),
        (
            Thing::SIDES.eq(Side::Left | Side::Right),
            "sides eq 'left,right'",
        ),
        (Thing::SIZE.is_null(), "size eq null"),
        (Thing::SIZE.is_not_null(), "size ne null"),
    ];
    for (filter, expected) in filters {
        assert_eq!(filter.to_string(), expected);
    }
}

#[test]
fn operators_of_text_and_collections_are_calls() {
    let filters: [(Filter<Thing>, &str); 8] = [
        (Thing::TYPE_.starts_with("a"), "startswith(type,'a')"),
        (Thing::TYPE_.ends_with("'"), "endswith(type,'''')"),
        (Thing::TYPE_.contains("a b"), "contains(type,'a b')"),
        (Thing::TYPE_.in_(["a", "b'"]), "type in ('a','b''')"),
        (Thing::SIZE.in_([1, 2]), "size in (1,2)"),
        (Thing::TAGS.any(|tag| tag.eq("x")), "tags/any(x:x eq 'x')"),
        (Thing::TAGS.is_not_empty(), "tags/any()"),
        (
            Thing::PLANS.all(|plan| {
                let large = plan
                    .clone()
                    .then(Plan::PARTS)
                    .any(|part| part.then(Part::SIZE).gt(1));
                plan.then(Plan::SERVICE).eq("a").or(large)
            }),
            "plans/all(x:x/service eq 'a' or x/parts/any(x1:x1/size gt 1))",
        ),
    ];
    for (filter, expected) in filters {
        assert_eq!(filter.to_string(), expected);
    }
    let nested = Thing::PLAN.then(Plan::SERVICE);
    assert_eq!(nested.eq("a").to_string(), "plan/service eq 'a'");
}

#[test]
fn parentheses_stand_where_precedence_asks_for_them() {
    let a = || Thing::ID.eq("a");
    let b = || Thing::IS_NEW.eq(true);
    let call = || Thing::ID.contains("a");
    let filters: [(Filter<Thing>, &str); 8] = [
        (
            a().and(b()).or(a()),
            "id eq 'a' and isNew eq true or id eq 'a'",
        ),
        (
            a().or(b()).and(a()),
            "(id eq 'a' or isNew eq true) and id eq 'a'",
        ),
        (
            a().and(b().or(a())),
            "id eq 'a' and (isNew eq true or id eq 'a')",
        ),
        (a().not(), "not (id eq 'a')"),
        (!call(), "not contains(id,'a')"),
        (
            a().or(b()).not().and(a()),
            "not (id eq 'a' or isNew eq true) and id eq 'a'",
        ),
        (Thing::ID.in_(["a"]).not(), "not (id in ('a'))"),
        (
            Filter::raw("a eq 1 or b eq 2").and(a()),
            "(a eq 1 or b eq 2) and id eq 'a'",
        ),
    ];
    for (filter, expected) in filters {
        assert_eq!(filter.to_string(), expected);
    }
}

#[test]
fn a_text_stays_what_it_is_whatever_is_in_it() {
    for text in [
        "o'brien@contoso.com",
        "%27",
        "a&b=c",
        "a#b",
        "a+b",
        "a b",
        "line\nline",
        "\u{fc}\u{4f60}\u{1f600}",
        "?$top=1",
        "a;b",
        "a,b)",
        "' or true or '",
        "\\\"",
        "",
    ] {
        let list = Thing::list().filter(Thing::ID.eq(text));
        let literal = text.replace('\'', "''");
        assert_eq!(
            options(&list),
            [format!("$filter=id eq '{literal}'")],
            "{text:?}"
        );
        let raw = http(&list).unwrap();
        assert!(
            !raw.uri()
                .query()
                .unwrap()
                .contains(['#', '+', '"', ' ', '\'']),
            "{text:?}"
        );

        let search = Thing::list().search(text);
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
        assert_eq!(
            options(&search),
            [format!("$search=\"{escaped}\"")],
            "{text:?}"
        );
    }
}

#[test]
fn a_list_has_all_options_once() {
    let list = Thing::list()
        .filter(Thing::IS_NEW.eq(true))
        .filter(Thing::SIZE.lt(5).or(Thing::SIZE.is_null()))
        .order_by(Thing::SIZE.descending())
        .order_by(Thing::ID)
        .search(Thing::TYPE_.matches("a"))
        .top(5)
        .skip(10)
        .count();
    assert_eq!(
        options(&list),
        [
            "$search=\"type:a\"",
            "$top=5",
            "$skip=10",
            "$count=true",
            "$filter=isNew eq true and (size lt 5 or size eq null)",
            "$orderby=size desc,id",
        ]
    );
}

#[test]
fn an_option_that_is_also_stated_by_name_is_refused() {
    for twice in [
        Thing::list().top(1).with_query("$top", "2"),
        Thing::list()
            .filter(Thing::IS_NEW.eq(true))
            .with_query("$filter", "a eq 1"),
        Thing::list()
            .expand(Thing::PARENT)
            .with_query("expand", "children"),
        Thing::list().select(Thing::ID).with_select(["id"]),
    ] {
        let error = http(&twice).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(
            error.message().contains("given twice"),
            "{}",
            error.message()
        );
    }
}

#[test]
fn a_selection_is_one_property_or_several() {
    let select = |request| options(&request)[0].clone();
    assert_eq!(select(Thing::list().select(Thing::ID)), "$select=id");
    assert_eq!(
        select(Thing::list().select((Thing::ID, Thing::SIZE, Thing::PLAN))),
        "$select=id,size,plan"
    );
    assert_eq!(select(Thing::list().select([Thing::ID])), "$select=id");
    assert_eq!(
        select(Thing::list().select(vec![Thing::TYPE_])),
        "$select=type"
    );
}

#[test]
fn a_relationship_is_expanded_with_what_its_struct_declares_or_with_options() {
    let get = Thing::get("1").expand(Thing::PARENT.expand().select(Thing::ID));
    assert_eq!(options(&get), ["$expand=parent($select=id)"]);
    let grandchildren = Thing::CHILDREN.expand().select(Thing::ID).top(3);
    let children = Thing::CHILDREN
        .expand()
        .select((Thing::ID, Thing::SIZE))
        .filter(Thing::TYPE_.eq("a;b"))
        .order_by(Thing::SIZE)
        .expand(grandchildren);
    let list = Thing::list().expand(children).expand(Thing::PARENT);
    let expand = options(&list).remove(0);
    let own =
        "$select=id,type,isNew,size,weight,ownerId,created,effort,state,sides,tags,plans,plan";
    assert_eq!(
        expand,
        format!(
            "$expand=children($select=id,size;$filter=type eq 'a;b';$orderby=size;$expand=children($select=id;$top=3)),parent({own})"
        )
    );
}

#[test]
fn what_cannot_be_sent_is_an_error_and_not_left_out() {
    let none: [&str; 0] = [];
    let error =
        http(&Thing::list().filter(Thing::ID.in_(none).and(Thing::IS_NEW.eq(true)))).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(
        error.message().starts_with("`in_` of `id` has no values"),
        "{}",
        error.message()
    );
    let sentinel = State::Unknown("unknownFutureValue".to_owned());
    let error = http(&Thing::list().filter(Thing::STATE.eq(sentinel))).unwrap_err();
    assert!(error.message().contains("`state`"), "{}", error.message());
    let inside = Thing::CHILDREN.expand().filter(Thing::ID.in_(none));
    assert!(http(&Thing::list().expand(inside)).is_err());
}

#[test]
fn a_long_list_of_values_is_split() {
    let ids: Vec<_> = (0..31).map(|id| id.to_string()).collect();
    let filters: Vec<_> = Thing::ID
        .in_lists(&ids, 15)
        .map(|filter| filter.to_string())
        .collect();
    assert_eq!(filters.len(), 3);
    assert_eq!(filters[2], "id in ('30')");
    assert_eq!(Thing::ID.in_lists(&ids, 0).count(), 31);
}

/// Whether the request has the header and the option of advanced queries.
fn advanced(request: &impl Request) -> (bool, bool) {
    let has_count = options(request)
        .iter()
        .any(|option| option == "$count=true");
    let request = http(request).unwrap();
    let header = request.headers().get("consistencylevel");
    (header.is_some_and(|value| value == "eventual"), has_count)
}

#[test]
fn an_advanced_query_of_directory_objects_says_so() {
    let mail = || User::MAIL;
    assert_eq!(
        advanced(&User::list().filter(mail().eq("a"))),
        (false, false)
    );
    assert_eq!(
        advanced(&User::list().filter(mail().starts_with("a"))),
        (false, false)
    );
    assert_eq!(advanced(&User::list().order_by(mail())), (false, false));
    assert_eq!(advanced(&User::list().filter(mail().ne("a"))), (true, true));
    assert_eq!(
        advanced(&User::list().filter(mail().eq("a").not())),
        (true, true)
    );
    assert_eq!(
        advanced(&User::list().filter(mail().ends_with("a"))),
        (true, true)
    );
    assert_eq!(
        advanced(&User::list().filter(mail().eq("a")).order_by(mail())),
        (true, true)
    );
    assert_eq!(advanced(&User::list().search("a")), (true, false));
    assert_eq!(advanced(&User::list().count()), (true, true));
    assert_eq!(
        advanced(&User::list().filter(mail().ne("a")).count()),
        (true, true)
    );
    assert_eq!(
        advanced(&Thing::list().filter(Thing::ID.ne("a"))),
        (false, false)
    );
    let stated = User::list()
        .filter(mail().ne("a"))
        .with_header("ConsistencyLevel", "session");
    assert_eq!(
        http(&stated).unwrap().headers()["consistencylevel"],
        "session"
    );
}

#[test]
fn a_search_escapes_quotes_and_keeps_precedence() {
    let a = || User::MAIL.matches("a");
    let search: Search<User> = a().or("b c".into()).and(Search::raw("x"));
    assert_eq!(search.to_string(), "(\"mail:a\" OR \"b c\") AND x");
}

#[test]
fn what_a_filter_compares_is_not_shown_by_debug() {
    assert_eq!(format!("{:?}", Thing::ID.eq("secret")), "Filter(…)");
    let list = Thing::list()
        .filter(Thing::ID.eq("secret"))
        .search("secret");
    assert!(!format!("{list:?}").contains("secret"));
}
