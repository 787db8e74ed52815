//! Abstract and base types with the types derived from them.

use graph_resource::edm::DynamicProperties;
use graph_resource::{GraphUnion, Page, graph_complex, graph_resource, graph_union};
use serde_json::{Value, json};

use crate::support::{assert_unchanged, body, read, refusal, rewritten};

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EducationResource {
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EducationLinkResource {
    pub display_name: Option<String>,
    pub link: Option<String>,
    #[graph(read_only)]
    pub size: Option<i64>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationGroup {
    pub children: Vec<Education>,
}

/// A base type that is not abstract.
#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum Education {
    Link(EducationLinkResource),
    Group(Box<EducationGroup>),
    #[graph(base)]
    Plain(EducationResource),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

/// The same types, of which none is the base.
#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum Derived {
    Link(EducationLinkResource),
    Plain(EducationResource),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_resource(path = "/education/submissions", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Submission {
    #[graph(key)]
    id: String,
    resource: Option<Education>,
    resources: Option<Vec<Education>>,
}

fn link(name: &str) -> EducationLinkResource {
    EducationLinkResource {
        display_name: Some(name.to_owned()),
        ..EducationLinkResource::default()
    }
}

#[test]
fn the_type_decides_wherever_it_stands() {
    for json in [
        r##"{"@odata.type":"#microsoft.graph.educationLinkResource","displayName":"Wiki","size":7}"##,
        r##"{"displayName":"Wiki","@odata.type":"#microsoft.graph.educationLinkResource","size":7}"##,
        r##"{"displayName":"Wiki","size":7,"@odata.type":"#microsoft.graph.educationLinkResource"}"##,
    ] {
        let expected = EducationLinkResource {
            size: Some(7),
            ..link("Wiki")
        };
        assert_eq!(
            serde_json::from_str::<Education>(json).unwrap(),
            Education::Link(expected)
        );
    }
}

#[test]
fn the_spellings_of_a_type_are_one_in_any_letter_case() {
    for spelling in [
        "#microsoft.graph.educationLinkResource",
        "microsoft.graph.educationLinkResource",
        "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.educationLinkResource",
        "#Microsoft.Graph.EducationLinkResource",
        "educationLinkResource",
    ] {
        for json in [
            json!({ "@odata.type": spelling, "displayName": "Wiki" }),
            json!({ "displayName": "Wiki", "@odata.type": spelling }),
        ] {
            assert_eq!(read::<Education>(json), Education::Link(link("Wiki")));
        }
    }
}

#[test]
fn an_object_without_a_type_is_of_the_base_type() {
    let expected = Education::Plain(EducationResource {
        display_name: Some("Wiki".to_owned()),
        ..EducationResource::default()
    });
    assert_eq!(
        read::<Education>(json!({ "displayName": "Wiki" })),
        expected
    );
    for json in [
        r#"{"@odata.type":null,"displayName":"Wiki"}"#,
        r#"{"displayName":"Wiki","@odata.type":null}"#,
    ] {
        assert_eq!(serde_json::from_str::<Education>(json).unwrap(), expected);
    }
    assert_eq!(
        read::<Education>(json!({})),
        Education::Plain(EducationResource::default())
    );
}

#[test]
fn an_object_without_a_type_is_unknown_where_the_base_type_is_abstract() {
    assert_unchanged::<Derived>(r#"{"displayName":"Wiki","link":null}"#);
    assert!(matches!(read::<Derived>(json!({})), Derived::Unknown(object) if object.is_empty()));
}

#[test]
fn an_unknown_type_is_written_back_as_it_came() {
    for json in [
        r##"{"@odata.type":"#microsoft.graph.educationZoomResource","b":null,"a@odata.type":"#Int64","a":"7","deep":{"y":1.5,"z":[{},[]]}}"##,
        r#"{"b":1,"@odata.type":"microsoft.graph.educationZoomResource","a":2}"#,
    ] {
        assert_unchanged::<Education>(json);
        let read: Education = serde_json::from_str(json).unwrap();
        assert!(matches!(read, Education::Unknown(_)), "{read:?}");
    }
}

#[test]
fn a_variant_is_always_written_with_its_type() {
    let written = serde_json::to_string(&Education::Link(link("Wiki"))).unwrap();
    assert_eq!(
        written,
        r##"{"@odata.type":"#microsoft.graph.educationLinkResource","displayName":"Wiki"}"##
    );
    let base = Education::Plain(EducationResource::default());
    assert_eq!(
        serde_json::to_string(&base).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.educationResource"}"##
    );
}

#[test]
fn a_request_carries_the_type_and_nothing_read_only() {
    let update = Submission::update("1")
        .resource(Education::Link(EducationLinkResource {
            size: Some(7),
            ..link("Wiki")
        }))
        .resources(vec![read::<Education>(
            json!({ "@odata.type": "#microsoft.graph.other", "x": null }),
        )]);
    assert_eq!(
        body(&update),
        r##"{"resource":{"@odata.type":"#microsoft.graph.educationLinkResource","displayName":"Wiki"},"resources":[{"@odata.type":"#microsoft.graph.other","x":null}]}"##
    );
}

/// A resource may be part of another.
#[graph_resource(path = "/attachments")]
#[derive(Debug, Clone, PartialEq)]
pub struct FileAttachment {
    #[graph(key)]
    pub id: String,
    pub name: Option<String>,
    #[graph(etag)]
    pub etag: Option<String>,
    #[graph(create_only)]
    pub kind: Option<String>,
    #[graph(read_only)]
    pub size: Option<i64>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum Attachment {
    File(FileAttachment),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_resource(path = "/messages", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Message {
    #[graph(key)]
    id: String,
    attachments: Vec<Attachment>,
    first: Option<FileAttachment>,
}

#[test]
fn a_resource_in_a_request_for_another_carries_nothing_read_only() {
    let json = r##"{"@odata.type":"#microsoft.graph.fileAttachment","id":"1","name":"n","@odata.etag":"W/1","kind":"k","size":7}"##;
    let file: FileAttachment = serde_json::from_str(json).unwrap();
    let create = Message::create()
        .attachments(vec![Attachment::File(file.clone())])
        .first(file.clone());
    let sent = r##"{"@odata.type":"#microsoft.graph.fileAttachment","name":"n","kind":"k"}"##;
    assert_eq!(
        body(&create),
        format!(r#"{{"attachments":[{sent}],"first":{sent}}}"#)
    );
    assert_eq!(serde_json::to_string(&file).unwrap(), json);
}

#[test]
fn a_union_stands_in_properties_collections_and_pages() {
    let json = r##"{"id":"1","resource":{"@odata.type":"#microsoft.graph.educationResource"},"resources":[{"@odata.type":"#microsoft.graph.educationLinkResource","link":"x"},{"@odata.type":"#microsoft.graph.other"}]}"##;
    assert_unchanged::<Submission>(json);
    let page: Page<Education> = read(json!({ "value": [
        { "displayName": "no type" },
        { "@odata.type": "#microsoft.graph.educationLinkResource", "displayName": "Wiki" },
        { "displayName": "Wiki", "@odata.type": "#microsoft.graph.educationLinkResource" },
    ] }));
    assert!(matches!(page.value[0], Education::Plain(_)));
    assert_eq!(page.value[1], Education::Link(link("Wiki")));
    assert_eq!(page.value[2], Education::Link(link("Wiki")));
}

#[test]
fn a_variant_may_be_boxed_and_hold_the_union_again() {
    let json = r##"{"@odata.type":"#microsoft.graph.educationGroup","children":[{"@odata.type":"#microsoft.graph.educationGroup","children":[{"@odata.type":"#microsoft.graph.educationLinkResource","link":"x"}]},{"@odata.type":"#microsoft.graph.other","y":[1]}]}"##;
    assert_unchanged::<Education>(json);
    let last = r##"{"children":[{"children":[{"link":"x","@odata.type":"#microsoft.graph.educationLinkResource"}],"@odata.type":"#microsoft.graph.educationGroup"},{"@odata.type":"#microsoft.graph.other","y":[1]}],"@odata.type":"#microsoft.graph.educationGroup"}"##;
    assert_eq!(rewritten::<Education>(last), json);
}

#[test]
fn a_type_that_comes_twice_is_the_same_type() {
    let json = r##"{"@odata.type":"#microsoft.graph.educationLinkResource","displayName":"Wiki","@odata.type":"#microsoft.graph.educationLinkResource"}"##;
    assert_eq!(
        serde_json::from_str::<Education>(json).unwrap(),
        Education::Link(link("Wiki"))
    );
}

#[test]
fn another_object_is_a_difference() {
    let submission =
        |resource: Value| -> Submission { read(json!({ "id": "1", "resource": resource })) };
    let before = submission(json!({ "displayName": "a" }));
    let after = submission(
        json!({ "@odata.type": "#microsoft.graph.educationLinkResource", "displayName": "a" }),
    );
    let patch = SubmissionPatch::between(&before, &after);
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r##"{"resource":{"@odata.type":"#microsoft.graph.educationLinkResource","displayName":"a"}}"##
    );
    let mut patched = before.clone();
    patch.apply_to(&mut patched);
    assert_eq!(patched, after);
}

#[test]
fn a_value_that_is_no_object_is_refused() {
    for json in [json!(null), json!([]), json!("x")] {
        let message = refusal::<Education>(json);
        assert!(message.ends_with("expected an object"), "{message}");
    }
    let json = r#"{"@odata.type":7}"#;
    assert!(serde_json::from_str::<Education>(json).is_err());
}

#[test]
fn the_union_knows_its_types() {
    let names: Vec<_> = Education::VARIANTS
        .iter()
        .map(|variant| variant.name())
        .collect();
    assert_eq!(
        names,
        [
            "microsoft.graph.educationLinkResource",
            "microsoft.graph.educationGroup",
            "microsoft.graph.educationResource"
        ]
    );
    assert_eq!(Education::BASE, Some(2));
    assert_eq!(Derived::BASE, None);
}

/// Types five levels deep, each with the properties of those above it.
mod levels {
    use super::{DynamicProperties, graph_complex, graph_union};

    #[graph_complex(extensible)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Entity {
        pub id: Option<String>,
    }

    macro_rules! level {
        ($name:ident extends $base:ident with $property:ident) => {
            #[graph_complex(extensible)]
            #[derive(Debug, Clone, PartialEq)]
            pub struct $name {
                #[graph(base)]
                pub base: $base,
                pub $property: Option<i32>,
            }
        };
    }

    level!(Policy extends Entity with second);
    level!(StsPolicy extends Policy with third);
    level!(TokenPolicy extends StsPolicy with fourth);
    level!(SessionPolicy extends TokenPolicy with fifth);

    #[graph_union]
    #[derive(Debug, Clone, PartialEq)]
    pub enum AnyEntity {
        #[graph(base)]
        Entity(Entity),
        Policy(Policy),
        StsPolicy(StsPolicy),
        TokenPolicy(TokenPolicy),
        SessionPolicy(Box<SessionPolicy>),
        #[graph(unknown)]
        Unknown(DynamicProperties),
    }
}

#[test]
fn types_are_derived_five_levels_deep() {
    let json = r##"{"@odata.type":"#microsoft.graph.sessionPolicy","id":"1","second":2,"third":3,"fourth":4,"fifth":5}"##;
    assert_unchanged::<levels::AnyEntity>(json);
    let levels::AnyEntity::SessionPolicy(policy) = serde_json::from_str(json).unwrap() else {
        panic!("not the variant of the type");
    };
    assert_eq!(policy.base.base.base.base.id.as_deref(), Some("1"));
    assert_eq!(policy.fifth, Some(5));
    let third = r##"{"third":3,"second":2,"@odata.type":"#microsoft.graph.stsPolicy","id":"1"}"##;
    assert!(matches!(
        serde_json::from_str(third).unwrap(),
        levels::AnyEntity::StsPolicy(policy) if policy.base.base.id.as_deref() == Some("1")
    ));
}

/// As many types as `microsoft.graph.security.auditData` has in its larger branches.
mod many {
    use super::{DynamicProperties, graph_complex, graph_union};

    macro_rules! union_of {
        ($($variant:ident)*) => {
            $(
                #[graph_complex]
                #[derive(Debug, Clone, PartialEq)]
                pub struct $variant {
                    pub value: Option<i32>,
                }
            )*

            #[graph_union]
            #[derive(Debug, Clone, PartialEq)]
            pub enum AuditData {
                $($variant($variant),)*
                #[graph(unknown)]
                Unknown(DynamicProperties),
            }
        };
    }

    #[rustfmt::skip]
    union_of!(
        Audit0 Audit1 Audit2 Audit3 Audit4 Audit5 Audit6 Audit7 Audit8 Audit9 Audit10 Audit11 Audit12 Audit13 Audit14
        Audit15 Audit16 Audit17 Audit18 Audit19 Audit20 Audit21 Audit22 Audit23 Audit24 Audit25 Audit26 Audit27
        Audit28 Audit29 Audit30 Audit31 Audit32 Audit33 Audit34 Audit35 Audit36 Audit37 Audit38 Audit39 Audit40
        Audit41 Audit42 Audit43 Audit44 Audit45 Audit46 Audit47 Audit48 Audit49 Audit50 Audit51 Audit52 Audit53
        Audit54 Audit55 Audit56 Audit57 Audit58 Audit59 Audit60 Audit61 Audit62 Audit63 Audit64 Audit65 Audit66
        Audit67 Audit68 Audit69 Audit70 Audit71 Audit72 Audit73 Audit74 Audit75 Audit76 Audit77 Audit78 Audit79
        Audit80 Audit81 Audit82 Audit83 Audit84 Audit85 Audit86 Audit87 Audit88 Audit89 Audit90 Audit91 Audit92
        Audit93 Audit94 Audit95 Audit96 Audit97 Audit98 Audit99 Audit100 Audit101 Audit102 Audit103 Audit104 Audit105
        Audit106 Audit107 Audit108 Audit109 Audit110 Audit111 Audit112 Audit113 Audit114 Audit115 Audit116 Audit117
        Audit118 Audit119
    );
}

#[test]
fn a_union_may_have_many_types() {
    assert_eq!(many::AuditData::VARIANTS.len(), 120);
    for variant in many::AuditData::VARIANTS {
        let json = format!(r#"{{"@odata.type":"{}","value":1}}"#, variant.odata_type());
        let read: many::AuditData = serde_json::from_str(&json).unwrap();
        assert!(!matches!(read, many::AuditData::Unknown(_)), "{json}");
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
    }
}
