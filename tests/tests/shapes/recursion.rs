//! Types that contain themselves, large ones, and odd names.

use graph_resource::{Resource, StructuredType, graph_complex, graph_resource};
use serde_json::{Map, Value, json};

use crate::support::{assert_unchanged, body, read};

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct WorkbookOperationError {
    code: Option<String>,
    inner_error: Option<Box<WorkbookOperationError>>,
    details: Option<Vec<WorkbookOperationError>>,
}

#[graph_resource(path = "/workbook/operations", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct WorkbookOperation {
    #[graph(key)]
    id: String,
    error: Option<Box<WorkbookOperationError>>,
    /// Never `null`, and itself not recursive.
    cause: Box<WorkbookOperationError>,
    #[graph(default)]
    children: Vec<WorkbookOperation>,
    #[graph(navigation)]
    parent: Option<Box<WorkbookOperation>>,
}

#[test]
fn a_type_may_contain_itself_in_a_box_and_in_a_collection() {
    assert_unchanged::<WorkbookOperation>(
        r#"{"id":"1","error":{"code":"a","innerError":{"code":"b","innerError":{"code":"c"}}},"cause":{"details":[{"code":"d","details":[{}]}]},"children":[{"id":"2","cause":{},"children":[]}],"parent":{"id":"0","cause":{},"children":[]}}"#,
    );
}

#[test]
fn a_setter_takes_the_value_with_its_box_or_without() {
    let error = WorkbookOperationError {
        code: Some("a".to_owned()),
        ..WorkbookOperationError::default()
    };
    let update = WorkbookOperation::update("1")
        .error(error.clone())
        .cause(Box::new(error));
    assert_eq!(
        body(&update),
        r#"{"error":{"code":"a"},"cause":{"code":"a"}}"#
    );
}

#[test]
fn a_difference_deep_in_a_recursive_value_replaces_it() {
    let operation = |code: &str| -> WorkbookOperation {
        read(json!({ "id": "1", "cause": { "innerError": { "code": code } } }))
    };
    let patch = WorkbookOperationPatch::between(&operation("a"), &operation("b"));
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"cause":{"innerError":{"code":"b"}}}"#
    );
}

#[test]
fn nesting_as_deep_as_json_is_read_at_all_is_read() {
    let mut json = json!({});
    for _ in 0..100 {
        json = json!({ "innerError": json });
    }
    let text = json.to_string();
    assert_unchanged::<WorkbookOperationError>(&text);
}

#[test]
fn a_merged_property_may_be_recursive() {
    #[graph_resource(path = "/settings", emit_type = "never", operations(update))]
    struct Settings {
        #[graph(merge)]
        error: Option<WorkbookOperationError>,
    }

    let update = Settings::update().error(|error| error.code("a").clear_inner_error());
    assert_eq!(body(&update), r#"{"error":{"code":"a","innerError":null}}"#);
}

macro_rules! resource_of {
    ($($property:ident)*) => {
        #[graph_resource(path = "/deviceManagement/deviceConfigurations", emit_type = "never", operations(get, update))]
        #[derive(Debug, Clone, PartialEq)]
        struct Windows10GeneralConfiguration {
            #[graph(key)]
            id: String,
            $($property: Option<bool>,)*
        }
    };
}

#[rustfmt::skip]
resource_of!(
    p0 p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14 p15 p16 p17 p18 p19 p20 p21 p22 p23 p24 p25 p26 p27 p28 p29 p30 p31
    p32 p33 p34 p35 p36 p37 p38 p39 p40 p41 p42 p43 p44 p45 p46 p47 p48 p49 p50 p51 p52 p53 p54 p55 p56 p57 p58 p59 p60 p61
    p62 p63 p64 p65 p66 p67 p68 p69 p70 p71 p72 p73 p74 p75 p76 p77 p78 p79 p80 p81 p82 p83 p84 p85 p86 p87 p88 p89 p90 p91
    p92 p93 p94 p95 p96 p97 p98 p99 p100 p101 p102 p103 p104 p105 p106 p107 p108 p109 p110 p111 p112 p113 p114 p115 p116
    p117 p118 p119 p120 p121 p122 p123 p124 p125 p126 p127 p128 p129 p130 p131 p132 p133 p134 p135 p136 p137 p138 p139 p140
    p141 p142 p143 p144 p145 p146 p147 p148 p149 p150 p151 p152 p153 p154 p155 p156 p157 p158 p159 p160 p161 p162 p163 p164
    p165 p166 p167 p168 p169 p170 p171 p172 p173 p174 p175 p176 p177 p178 p179 p180 p181 p182 p183 p184 p185 p186 p187 p188
    p189 p190 p191 p192 p193 p194 p195 p196 p197 p198 p199 p200 p201 p202 p203 p204 p205
);

#[test]
fn a_type_may_have_as_many_properties_as_the_largest() {
    let info = Windows10GeneralConfiguration::INFO.type_info();
    assert_eq!(info.properties().len(), 207);
    let mut object = Map::from_iter([("id".to_owned(), json!("1"))]);
    object.extend((0..206).map(|index| (format!("p{index}"), json!(index % 2 == 0))));
    let before: Windows10GeneralConfiguration = read(Value::Object(object.clone()));
    assert_eq!(
        serde_json::to_value(&before).unwrap(),
        Value::Object(object)
    );
    let mut after = before.clone();
    (after.p0, after.p205) = (None, Some(true));
    let patch = Windows10GeneralConfigurationPatch::between(&before, &after);
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"p0":null,"p205":true}"#
    );
    let update = Windows10GeneralConfiguration::update("1")
        .p7(true)
        .clear_p8();
    assert_eq!(body(&update), r#"{"p7":true,"p8":null}"#);
}

/// Names that are words of Rust, or that do not survive snake case and back.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Odd {
    r#type: Option<String>,
    #[graph(rename = "self")]
    self_: Option<String>,
    r#final: Option<bool>,
    r#move: Option<bool>,
    #[graph(rename = "azureADDeviceId")]
    azure_ad_device_id: Option<String>,
    #[graph(rename = "allowedAAGUIDs")]
    allowed_aaguids: Option<Vec<String>>,
    #[graph(rename = "v4_0_3")]
    v4_0_3: Option<bool>,
    #[graph(rename = "email_verified")]
    email_verified: Option<bool>,
    #[graph(rename = "_links")]
    links: Option<bool>,
}

#[test]
fn odd_names_are_written_as_they_are() {
    let names: Vec<_> = Odd::TYPE
        .properties()
        .iter()
        .map(|property| property.name())
        .collect();
    assert_eq!(
        names,
        [
            "type",
            "self",
            "final",
            "move",
            "azureADDeviceId",
            "allowedAAGUIDs",
            "v4_0_3",
            "email_verified",
            "_links"
        ]
    );
    assert_unchanged::<Odd>(
        r#"{"type":"a","self":"b","final":true,"move":false,"azureADDeviceId":"c","allowedAAGUIDs":["d"],"v4_0_3":true,"email_verified":false,"_links":true}"#,
    );
}

#[test]
fn odd_names_have_setters() {
    let patch = OddPatch::default()
        .r#type("a")
        .self_("b")
        .clear_self_()
        .clear_type()
        .r#final(true)
        .v4_0_3(true)
        .azure_ad_device_id("c");
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"type":null,"self":null,"final":true,"azureADDeviceId":"c","v4_0_3":true}"#
    );
}
