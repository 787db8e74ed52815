//! Enums whose members are combined.

use graph_resource::edm::Flags;
use graph_resource::{graph_enum, graph_resource};
use serde_json::json;

use crate::support::{body, read, refusal, rewritten, sent};

#[graph_resource(path = "/deviceAppManagement/mobileApps", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Win32LobApp {
    #[graph(key)]
    id: String,
    applicable_architectures: Option<Flags<WindowsArchitecture>>,
    required: Flags<WindowsArchitecture>,
    history: Vec<Flags<WindowsArchitecture>>,
}

#[graph_enum(flags)]
pub enum WindowsArchitecture {
    None,
    X86,
    X64,
    Arm,
    #[graph(unknown)]
    Unknown(String),
}

use WindowsArchitecture::{Arm, X64, X86};

fn set(json: &str) -> Flags<WindowsArchitecture> {
    serde_json::from_value(json!(json)).unwrap()
}

fn unknown(name: &str) -> WindowsArchitecture {
    WindowsArchitecture::Unknown(name.to_owned())
}

#[test]
fn members_are_separated_by_commas_both_ways() {
    assert_eq!(set("x86,x64"), Flags::from([X86, X64]));
    assert_eq!(
        rewritten::<Flags<WindowsArchitecture>>(r#""x86,x64""#),
        r#""x86,x64""#
    );
}

#[test]
fn spaces_and_letter_case_are_forgiven_and_not_written() {
    assert_eq!(set(" X86 ,  x64 , ARM").to_string(), "x86,x64,arm");
}

#[test]
fn unknown_members_are_kept_in_their_place() {
    let flags = set("x64,arm64,x86,Neutral");
    assert!(flags.contains(&unknown("arm64")));
    assert_eq!(flags.to_string(), "x64,arm64,x86,Neutral");
}

#[test]
fn the_empty_set_is_an_empty_text() {
    for empty in ["", " ", ",", " , "] {
        assert!(set(empty).is_empty());
    }
    assert_eq!(
        serde_json::to_string(&Flags::<WindowsArchitecture>::new()).unwrap(),
        r#""""#
    );
}

#[test]
fn a_member_that_comes_twice_is_there_once() {
    let flags = set("x86,X86,arm64,x86,arm64");
    assert_eq!(flags.len(), 2);
    assert_eq!(flags.to_string(), "x86,arm64");
}

#[test]
fn the_order_is_kept_and_makes_no_difference() {
    assert_eq!(set("x64,x86").to_string(), "x64,x86");
    assert_eq!(set("x64,x86"), set("x86,x64"));
    assert_ne!(set("x64,x86"), set("x86,arm"));
    assert_ne!(set("x64,x86"), set("x86"));
}

#[test]
fn members_combine_with_an_operator() {
    assert_eq!(X86 | X64 | Arm, set("x86,x64,arm"));
    assert_eq!(X86 | X86, Flags::from(X86));
}

#[test]
fn members_go_in_and_out() {
    let mut flags = Flags::from(X86);
    assert!(flags.insert(X64));
    assert!(!flags.insert(X86));
    assert!(flags.remove(&X86));
    assert!(!flags.remove(&X86));
    assert_eq!(flags.iter().collect::<Vec<_>>(), [&X64]);
    flags.extend([Arm, X64]);
    assert_eq!(flags.into_iter().collect::<Vec<_>>(), [X64, Arm]);
}

#[test]
fn a_set_is_sent_as_a_text() {
    let update = Win32LobApp::update("1")
        .applicable_architectures(X86 | X64)
        .required(Arm)
        .history(vec![Flags::new(), Flags::from(X86)]);
    assert_eq!(
        body(&update),
        r#"{"applicableArchitectures":"x86,x64","required":"arm","history":["","x86"]}"#
    );
}

#[test]
fn a_set_in_another_order_is_no_difference() {
    let app = |architectures: &str| -> Win32LobApp {
        read(
            json!({ "id": "1", "applicableArchitectures": architectures, "required": "", "history": [] }),
        )
    };
    let patch = Win32LobAppPatch::between(&app("x86,x64"), &app("X64, x86"));
    assert!(patch.is_empty());
    let patch = Win32LobAppPatch::between(&app("x86,x64"), &app("x86"));
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"applicableArchitectures":"x86"}"#
    );
}

#[test]
fn the_sentinel_cannot_be_sent_among_others() {
    let update = Win32LobApp::update("1").required(X86 | unknown("unknownFutureValue"));
    let error = update
        .to_http_request(&graph_resource::Cloud::Global.into())
        .unwrap_err();
    assert!(
        error
            .message()
            .contains("required: `unknownFutureValue` stands for members"),
        "{error}"
    );
    let kept = rewritten::<Flags<WindowsArchitecture>>(r#""x86,unknownFutureValue""#);
    assert_eq!(kept, r#""x86,unknownFutureValue""#);
}

#[test]
fn a_value_that_is_no_text_is_refused_with_the_expected_type() {
    for json in [json!(3), json!(["x86"]), json!(null), json!({})] {
        let message = refusal::<Flags<WindowsArchitecture>>(json);
        assert!(
            message.ends_with("expected the names of members, separated by commas"),
            "{message}"
        );
    }
}

#[graph_resource(path = "/security/rules", operations(get))]
struct Rule {
    #[graph(key)]
    id: String,
    scopes: Option<Flags<Scope>>,
}

#[graph_enum(flags)]
pub enum Scope {
    Mail,
    #[graph(evolved)]
    Chat,
    #[graph(unknown)]
    Unknown(String),
}

#[test]
fn members_behind_the_sentinel_are_asked_for() {
    let request = sent(&Rule::get("1"));
    assert_eq!(request.headers()["prefer"], "include-unknown-enum-members");
    let rule: Rule = read(json!({ "id": "1", "scopes": "mail,chat" }));
    assert_eq!(rule.scopes, Some(Scope::Mail | Scope::Chat));
}

#[test]
fn many_flags_are_read_and_compared_in_linear_time() {
    let names = |numbers: &mut dyn Iterator<Item = u32>| {
        let names = numbers.map(|number| format!("f{number}"));
        names.collect::<Vec<_>>().join(",")
    };
    let flags: Flags<WindowsArchitecture> = names(&mut (0..50_000)).parse().unwrap();
    let twice = names(&mut (0..100_000).rev().map(|number| number % 50_000));
    let twice: Flags<WindowsArchitecture> = twice.parse().unwrap();
    assert_eq!(twice.len(), 50_000);
    assert!(flags == twice);
    let others: Flags<WindowsArchitecture> = names(&mut (1..50_001)).parse().unwrap();
    assert!(flags != others);
}
