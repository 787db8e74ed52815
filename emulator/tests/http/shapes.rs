//! Open types, and types that extend another.

use graph_resource::edm::DynamicProperties;
use graph_resource::{Client, graph_resource};
use graph_resource_emulator::Emulator;

use crate::support::*;

/// A base type.
#[graph_resource(path = "/devices", emit_type = "never", extensible)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Device {
    #[graph(key)]
    pub(crate) id: String,
    #[graph(required)]
    pub(crate) name: String,
    pub(crate) note: Option<String>,
    #[graph(read_only)]
    pub(crate) status: Option<String>,
    #[graph(navigation, bind)]
    pub(crate) owner: Option<Box<Device>>,
    #[graph(navigation, bind)]
    pub(crate) groups: Vec<Device>,
    #[graph(navigation)]
    pub(crate) parent: Option<Box<Device>>,
}

/// An open type that extends the base type.
#[graph_resource(path = "/printers", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Printer {
    #[graph(base)]
    pub(crate) base: Device,
    pub(crate) is_shared: Option<bool>,
    #[graph(extra)]
    pub(crate) others: DynamicProperties,
}

fn start_with_printer() -> Emulator {
    let emulator = Emulator::builder()
        .serve::<Device>()
        .serve::<Printer>()
        .start()
        .unwrap();
    let printer =
        json!({ "id": "1", "name": "Fabrikam", "groups": [], "Color": "Teal", "Size": 7 });
    emulator.put("/printers/1", printer).unwrap();
    emulator
}

#[tokio::test]
async fn an_open_type_accepts_undeclared_properties() {
    let emulator = start_with_printer();
    let changes = json!({ "isShared": true, "Weight": 2.5, "Size": 8, "Tags@odata.type": "#Collection(String)", "Tags": [] });
    let answer = patch(&emulator, "/printers/1", changes).await;
    assert_eq!(answer.status, 200);
    for (name, value) in [
        ("isShared", json!(true)),
        ("Weight", json!(2.5)),
        ("Size", json!(8)),
        ("Color", json!("Teal")),
        ("Tags", json!([])),
        ("Tags@odata.type", json!("#Collection(String)")),
    ] {
        assert_eq!(answer.json[name], value, "{name}");
    }
}

#[tokio::test]
async fn null_deletes_undeclared_properties_and_clears_declared_ones() {
    let emulator = start_with_printer();
    let typed = json!({ "Size@odata.type": "#Int32", "Size": 8, "note": "n" });
    patch(&emulator, "/printers/1", typed).await;
    let answer = patch(
        &emulator,
        "/printers/1",
        json!({ "Size": null, "note": null, "Never": null }),
    )
    .await;
    assert_eq!(answer.status, 200);
    let object = answer.json.as_object().unwrap();
    assert_eq!(object["note"], json!(null));
    for name in ["Size", "Size@odata.type", "Never"] {
        assert!(!object.contains_key(name), "{name}");
    }
}

#[tokio::test]
async fn a_type_that_is_not_open_rejects_undeclared_properties() {
    let emulator = start_with_printer();
    let device = json!({ "name": "Fabrikam", "Color": "Teal" });
    let answer = post(&emulator, "/devices", device).await;
    answer.assert_rejected(400, "Request_BadRequest");
    assert!(answer.message().contains("Color"));
}

#[tokio::test]
async fn the_rules_for_the_properties_of_the_base_type_apply() {
    let emulator = start_with_printer();
    let answer = patch(&emulator, "/printers/1", json!({ "name": "Contoso" })).await;
    assert_eq!(
        (answer.status, &answer.json["name"]),
        (200, &json!("Contoso"))
    );
    for (changes, name) in [
        (json!({ "status": "ready" }), "status"),
        (json!({ "name": null }), "name"),
        (json!({ "id": "2" }), "id"),
    ] {
        let answer = patch(&emulator, "/printers/1", changes).await;
        answer.assert_rejected(400, "Request_BadRequest");
        assert!(answer.message().contains(name), "{}", answer.message());
    }
}

#[tokio::test]
async fn a_derived_open_type_survives_a_round_trip() {
    let emulator = start_with_printer();
    let owner = json!({ "id": "2", "name": "Contoso" });
    emulator.insert("/devices", owner).unwrap();
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()
        .unwrap();
    let update = Printer::update("1")
        .is_shared(true)
        .name("Contoso")
        .owner(Device::get("2"))
        .others_typed("Weight", "#Decimal", 2.5)
        .clear_others("Size");
    let printer = update
        .send(&client)
        .await
        .unwrap()
        .representation()
        .unwrap();
    assert_eq!(
        (printer.base.name.as_str(), printer.is_shared),
        ("Contoso", Some(true))
    );
    assert_eq!(printer.others.get("Weight"), Some(&json!(2.5)));
    assert_eq!(printer.others.get("Size"), None);
}
