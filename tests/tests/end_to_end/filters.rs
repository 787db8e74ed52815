//! A filter chooses the same items in the service, which parses its text, as the expression does in memory.

use std::collections::BTreeSet;

use futures_util::TryStreamExt;
use graph_resource::edm::Flags;
use graph_resource::query::Filter;
use graph_resource::{Client, graph_complex, graph_enum, graph_resource};
use graph_resource_emulator::Emulator;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use time::{Duration, OffsetDateTime};

use crate::support::client;

const EXPRESSIONS: u32 = 1_000;

#[graph_resource(path = "/things", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(key, create_only)]
    id: String,
    name: Option<String>,
    is_new: Option<bool>,
    size: Option<i64>,
    weight: Option<f64>,
    created: Option<OffsetDateTime>,
    effort: Option<Duration>,
    state: Option<State>,
    sides: Option<Flags<Side>>,
    tags: Vec<String>,
    plan: Option<Plan>,
    plans: Vec<Plan>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Plan {
    service: Option<String>,
    sizes: Vec<i32>,
}

#[graph_enum]
enum State {
    Open,
    Closed,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
enum Side {
    Left,
    Right,
    #[graph(unknown)]
    Unknown(String),
}

/// What a value is compared by.
#[derive(Debug, Clone, Copy)]
enum Operator {
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
}

#[derive(Debug, Clone, Copy)]
enum Part {
    StartsWith,
    EndsWith,
    Contains,
}

/// An expression that is a filter, and can be evaluated.
#[derive(Debug, Clone)]
enum Expression {
    Name(Operator, String),
    Size(Operator, i64),
    Weight(Operator, f64),
    Created(Operator, OffsetDateTime),
    Effort(Operator, Duration),
    IsNew(bool),
    State(State),
    HasSide(Side),
    NameIs(Part, String),
    NameIn(Vec<String>),
    SizeIn(Vec<i64>),
    NameIsNull(bool),
    Service(String),
    AnyTag(String),
    AllTags(Part, String),
    HasTags,
    AnyPlan(String, Operator, i32),
    Not(Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Or(Box<Expression>, Box<Expression>),
}

macro_rules! compared {
    ($path:expr, $operator:expr, $value:expr) => {
        match $operator {
            Operator::Eq => $path.eq($value),
            Operator::Ne => $path.ne($value),
            Operator::Gt => $path.gt($value),
            Operator::Ge => $path.ge($value),
            Operator::Lt => $path.lt($value),
            Operator::Le => $path.le($value),
        }
    };
}

/// Whether a comparison holds. A missing value equals nothing, and has no order.
fn holds<T: PartialOrd>(operator: Operator, found: Option<&T>, value: &T) -> bool {
    match operator {
        Operator::Eq => found == Some(value),
        Operator::Ne => found != Some(value),
        Operator::Gt => found.is_some_and(|found| found > value),
        Operator::Ge => found.is_some_and(|found| found >= value),
        Operator::Lt => found.is_some_and(|found| found < value),
        Operator::Le => found.is_some_and(|found| found <= value),
    }
}

/// Text is compared without letter case.
fn folded(text: &str) -> String {
    text.to_lowercase()
}

fn part_of(part: Part, found: &str, text: &str) -> bool {
    let (found, text) = (folded(found), folded(text));
    match part {
        Part::StartsWith => found.starts_with(&text),
        Part::EndsWith => found.ends_with(&text),
        Part::Contains => found.contains(&text),
    }
}

impl Expression {
    fn filter(&self) -> Filter<Thing> {
        match self {
            Self::Name(operator, value) => compared!(Thing::NAME, operator, value.clone()),
            Self::Size(operator, value) => compared!(Thing::SIZE, operator, *value),
            Self::Weight(operator, value) => compared!(Thing::WEIGHT, operator, *value),
            Self::Created(operator, value) => compared!(Thing::CREATED, operator, *value),
            Self::Effort(operator, value) => compared!(Thing::EFFORT, operator, *value),
            Self::IsNew(value) => Thing::IS_NEW.eq(*value),
            Self::State(state) => Thing::STATE.eq(state.clone()),
            Self::HasSide(side) => Thing::SIDES.has(side.clone()),
            Self::NameIs(Part::StartsWith, text) => Thing::NAME.starts_with(text),
            Self::NameIs(Part::EndsWith, text) => Thing::NAME.ends_with(text),
            Self::NameIs(Part::Contains, text) => Thing::NAME.contains(text),
            Self::NameIn(names) => Thing::NAME.in_(names.clone()),
            Self::SizeIn(sizes) => Thing::SIZE.in_(sizes.clone()),
            Self::NameIsNull(true) => Thing::NAME.is_null(),
            Self::NameIsNull(false) => Thing::NAME.is_not_null(),
            Self::Service(name) => Thing::PLAN.then(Plan::SERVICE).eq(name.clone()),
            Self::AnyTag(tag) => Thing::TAGS.any(|each| each.eq(tag.clone())),
            Self::AllTags(Part::StartsWith, text) => Thing::TAGS.all(|each| each.starts_with(text)),
            Self::AllTags(Part::EndsWith, text) => Thing::TAGS.all(|each| each.ends_with(text)),
            Self::AllTags(Part::Contains, text) => Thing::TAGS.all(|each| each.contains(text)),
            Self::HasTags => Thing::TAGS.is_not_empty(),
            Self::AnyPlan(name, operator, size) => Thing::PLANS.any(|plan| {
                let sizes = plan.clone().then(Plan::SIZES);
                let any = sizes.any(|each| compared!(each, operator, *size));
                plan.then(Plan::SERVICE).eq(name.clone()).and(any)
            }),
            Self::Not(one) => one.filter().not(),
            Self::And(one, other) => one.filter().and(other.filter()),
            Self::Or(one, other) => one.filter().or(other.filter()),
        }
    }

    fn matches(&self, thing: &Thing) -> bool {
        let name = thing.name.as_deref();
        match self {
            Self::Name(operator, value) => {
                holds(*operator, name.map(folded).as_ref(), &folded(value))
            }
            Self::Size(operator, value) => holds(*operator, thing.size.as_ref(), value),
            Self::Weight(operator, value) => holds(*operator, thing.weight.as_ref(), value),
            Self::Created(operator, value) => holds(*operator, thing.created.as_ref(), value),
            Self::Effort(operator, value) => holds(*operator, thing.effort.as_ref(), value),
            Self::IsNew(value) => thing.is_new == Some(*value),
            Self::State(state) => thing.state.as_ref() == Some(state),
            Self::HasSide(side) => thing
                .sides
                .as_ref()
                .is_some_and(|sides| sides.contains(side)),
            Self::NameIs(part, text) => name.is_some_and(|name| part_of(*part, name, text)),
            Self::NameIn(names) => {
                name.is_some_and(|name| names.iter().any(|each| folded(each) == folded(name)))
            }
            Self::SizeIn(sizes) => thing.size.is_some_and(|size| sizes.contains(&size)),
            Self::NameIsNull(is_null) => name.is_none() == *is_null,
            Self::Service(service) => {
                let found = thing.plan.as_ref().and_then(|plan| plan.service.as_deref());
                found.is_some_and(|found| folded(found) == folded(service))
            }
            Self::AnyTag(tag) => thing.tags.iter().any(|each| folded(each) == folded(tag)),
            Self::AllTags(part, text) => thing.tags.iter().all(|each| part_of(*part, each, text)),
            Self::HasTags => !thing.tags.is_empty(),
            Self::AnyPlan(service, operator, size) => thing.plans.iter().any(|plan| {
                let found = plan.service.as_deref();
                found.is_some_and(|found| folded(found) == folded(service))
                    && plan
                        .sizes
                        .iter()
                        .any(|each| holds(*operator, Some(each), size))
            }),
            Self::Not(one) => !one.matches(thing),
            Self::And(one, other) => one.matches(thing) && other.matches(thing),
            Self::Or(one, other) => one.matches(thing) || other.matches(thing),
        }
    }
}

/// Few and short texts, so that they match, of letters that mean something in a query or a URL.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[ab'%]{0,3}",
        1 => "[a-cA-C'&#+ ()%,;\u{e9}\n\"]{0,4}",
        1 => Just("' or true or '".to_owned()),
        1 => Just("%27".to_owned()),
    ]
}

fn instant() -> impl Strategy<Value = OffsetDateTime> {
    (0..5_i64, 0..3_u32, -2..3_i8).prop_map(|(day, ticks, hours)| {
        let time = OffsetDateTime::UNIX_EPOCH
            + Duration::days(day)
            + Duration::nanoseconds(i64::from(ticks) * 100);
        time.to_offset(time::UtcOffset::from_hms(hours, 30 * hours.signum(), 0).unwrap())
    })
}

fn duration() -> impl Strategy<Value = Duration> {
    (-3..4_i64).prop_map(|quarters| Duration::minutes(quarters * 45))
}

fn operator() -> impl Strategy<Value = Operator> {
    prop::sample::select(vec![
        Operator::Eq,
        Operator::Ne,
        Operator::Gt,
        Operator::Ge,
        Operator::Lt,
        Operator::Le,
    ])
}

fn part() -> impl Strategy<Value = Part> {
    prop::sample::select(vec![Part::StartsWith, Part::EndsWith, Part::Contains])
}

fn state() -> impl Strategy<Value = State> {
    prop::sample::select(vec![
        State::Open,
        State::Closed,
        State::Unknown("later's".to_owned()),
    ])
}

fn side() -> impl Strategy<Value = Side> {
    prop::sample::select(vec![Side::Left, Side::Right])
}

fn size() -> impl Strategy<Value = i64> {
    prop_oneof![-3..4_i64, Just(i64::MAX), Just(9_007_199_254_740_993)]
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-4..5_i32).prop_map(|quarters| f64::from(quarters) / 4.0),
        Just(f64::INFINITY),
        Just(1e-300)
    ]
}

fn expression() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        (operator(), text()).prop_map(|(operator, value)| Expression::Name(operator, value)),
        (operator(), size()).prop_map(|(operator, value)| Expression::Size(operator, value)),
        (operator(), weight()).prop_map(|(operator, value)| Expression::Weight(operator, value)),
        (operator(), instant()).prop_map(|(operator, value)| Expression::Created(operator, value)),
        (operator(), duration()).prop_map(|(operator, value)| Expression::Effort(operator, value)),
        any::<bool>().prop_map(Expression::IsNew),
        state().prop_map(Expression::State),
        side().prop_map(Expression::HasSide),
        (part(), text()).prop_map(|(part, text)| Expression::NameIs(part, text)),
        prop::collection::vec(text(), 1..4).prop_map(Expression::NameIn),
        prop::collection::vec(size(), 1..4).prop_map(Expression::SizeIn),
        any::<bool>().prop_map(Expression::NameIsNull),
        text().prop_map(Expression::Service),
        text().prop_map(Expression::AnyTag),
        (part(), text()).prop_map(|(part, text)| Expression::AllTags(part, text)),
        Just(Expression::HasTags),
        (text(), operator(), -3..4_i32)
            .prop_map(|(service, operator, size)| Expression::AnyPlan(service, operator, size)),
    ];
    leaf.prop_recursive(4, 12, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|one| Expression::Not(Box::new(one))),
            (inner.clone(), inner.clone())
                .prop_map(|(one, other)| Expression::And(Box::new(one), Box::new(other))),
            (inner.clone(), inner)
                .prop_map(|(one, other)| Expression::Or(Box::new(one), Box::new(other))),
        ]
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    (
        prop::option::of(text()),
        prop::collection::vec(-3..4_i32, 0..3),
    )
        .prop_map(|(service, sizes)| Plan { service, sizes })
}

fn thing() -> impl Strategy<Value = Thing> {
    let scalars = (
        prop::option::of(text()),
        prop::option::of(any::<bool>()),
        prop::option::of(size()),
        prop::option::of(weight()),
        prop::option::of(instant()),
        prop::option::of(duration()),
        prop::option::of(state()),
        prop::option::of(prop::collection::vec(side(), 0..3)),
    );
    let others = (
        prop::collection::vec(text(), 0..3),
        prop::option::of(plan()),
        prop::collection::vec(plan(), 0..3),
    );
    (scalars, others).prop_map(|(scalars, (tags, plan, plans))| {
        let (name, is_new, size, weight, created, effort, state, sides) = scalars;
        Thing {
            id: String::new(),
            name,
            is_new,
            size,
            weight,
            created,
            effort,
            state,
            sides: sides.map(|sides| sides.into_iter().collect()),
            tags,
            plan,
            plans,
        }
    })
}

fn start(things: &[Thing]) -> (Emulator, Client) {
    let emulator = Emulator::builder()
        .serve::<Thing>()
        .page_size(500)
        .start()
        .unwrap();
    for thing in things {
        let item = serde_json::to_value(thing).unwrap();
        emulator.insert("/things", item).unwrap();
    }
    let client = client(&emulator);
    (emulator, client)
}

#[test]
fn a_filter_means_the_same_to_the_service_and_in_memory() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut runner = TestRunner::new_with_rng(
        Config {
            cases: EXPRESSIONS,
            failure_persistence: None,
            ..Config::default()
        },
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let things = prop::collection::vec(thing(), 40);
    let mut things = things.new_tree(&mut runner).unwrap().current();
    for (index, thing) in things.iter_mut().enumerate() {
        thing.id = index.to_string();
    }
    let (_emulator, client) = start(&things);
    let matched = std::cell::Cell::new(0);
    let result = runner.run(&expression(), |expression| {
        let filter = expression.filter();
        let text = filter.to_string();
        let list = Thing::list().filter(filter).pages(&client);
        let found: Result<Vec<Thing>, _> = runtime.block_on(list.try_collect());
        let found: BTreeSet<_> = found.unwrap().into_iter().map(|thing| thing.id).collect();
        let expected = things.iter().filter(|thing| expression.matches(thing));
        let expected: BTreeSet<_> = expected.map(|thing| thing.id.clone()).collect();
        matched.set(
            matched.get() + usize::from(!expected.is_empty() && expected.len() < things.len()),
        );
        prop_assert_eq!(found, expected, "{}", text);
        Ok(())
    });
    result.unwrap();
    // Most expressions choose some things and leave out others.
    assert!(matched.get() > 600, "{}", matched.get());
}
