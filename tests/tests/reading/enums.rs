//! Evolvable enums: known, in another letter case, and unknown.

use graph_resource::{GraphEnum, graph_enum};

#[graph_enum]
pub enum JoinType {
    AzureADJoin,
    HybridAzureADJoin,
    #[graph(rename = "none")]
    NotJoined,
    #[graph(unknown)]
    Unknown(String),
}

fn unknown(name: &str) -> JoinType {
    JoinType::Unknown(name.to_owned())
}

#[test]
fn a_member_is_named_in_lower_camel_case_or_as_it_says() {
    assert_eq!(
        JoinType::MEMBERS,
        ["azureADJoin", "hybridAzureADJoin", "none"]
    );
}

#[test]
fn a_member_is_read_in_any_letter_case_and_written_in_its_own() {
    for name in ["azureADJoin", "AzureADJoin", "azureAdJoin", "AZUREADJOIN"] {
        let member: JoinType = serde_json::from_str(&format!("\"{name}\"")).unwrap();
        assert_eq!(member, JoinType::AzureADJoin);
        assert_eq!(serde_json::to_string(&member).unwrap(), "\"azureADJoin\"");
    }
}

#[test]
fn an_unknown_member_is_kept_verbatim() {
    for name in [
        "vmAlreadyAzureAdJoined",
        "",
        " none",
        "none,azureADJoin",
        "unknownFutureValue",
        "\u{1f980}",
    ] {
        let json = serde_json::to_string(name).unwrap();
        let member: JoinType = serde_json::from_str(&json).unwrap();
        assert_eq!(member, unknown(name));
        assert_eq!(serde_json::to_string(&member).unwrap(), json);
    }
}

#[test]
fn a_value_that_is_no_string_is_no_member() {
    for (json, expected) in [
        ("null", "invalid type: null, expected the name of a member"),
        (
            "1",
            "invalid type: integer `1`, expected the name of a member",
        ),
        (
            "[\"none\"]",
            "invalid type: sequence, expected the name of a member",
        ),
    ] {
        let error = serde_json::from_str::<JoinType>(json)
            .unwrap_err()
            .to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn text_and_members_turn_into_each_other() {
    for (text, member) in [
        ("none", JoinType::NotJoined),
        ("hybridAzureADJoin", JoinType::HybridAzureADJoin),
        ("other", unknown("other")),
    ] {
        assert_eq!(text.parse::<JoinType>(), Ok(member.clone()));
        assert_eq!(member.to_string(), text);
        assert_eq!(member.as_str(), text);
        assert_eq!(JoinType::from_name(text), member);
    }
    assert_eq!("NONE".parse::<JoinType>(), Ok(JoinType::NotJoined));
}

#[test]
fn display_pads_like_a_string() {
    assert_eq!(
        format!(
            "{:>6}|{:<6}|{:.2}",
            JoinType::NotJoined,
            unknown("x"),
            unknown("other")
        ),
        "  none|x     |ot"
    );
}

#[test]
fn a_member_is_a_plain_value() {
    let set = std::collections::HashSet::from([
        JoinType::NotJoined,
        unknown("a"),
        unknown("b"),
        JoinType::NotJoined,
    ]);
    assert_eq!(set.len(), 3);
    assert_eq!(format!("{:?}", unknown("a")), "Unknown(\"a\")");
}
