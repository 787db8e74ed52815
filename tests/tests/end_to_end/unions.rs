//! Collections whose items are of several types.

use graph_resource::edm::DynamicProperties;
use graph_resource::{Client, Updated, graph_resource, graph_union};
use graph_resource_emulator::Emulator;
use serde_json::json;

use crate::support::client;

const LOCATIONS: &str = "/identity/conditionalAccess/namedLocations";

#[graph_resource(path = "/identity/conditionalAccess/namedLocations")]
#[derive(Debug, Clone, PartialEq)]
struct IpNamedLocation {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
    is_trusted: Option<bool>,
}

#[graph_resource(path = "/identity/conditionalAccess/namedLocations", select = "never")]
#[derive(Debug, Clone, PartialEq)]
struct CountryNamedLocation {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
    countries_and_regions: Vec<String>,
}

#[graph_union(path = "/identity/conditionalAccess/namedLocations")]
#[derive(Debug, Clone, PartialEq)]
enum NamedLocation {
    Ip(IpNamedLocation),
    Country(CountryNamedLocation),
    #[graph(unknown)]
    Other(DynamicProperties),
}

fn start() -> (Emulator, Client) {
    let emulator = Emulator::builder()
        .serve::<NamedLocation>()
        .start()
        .unwrap();
    let client = client(&emulator);
    (emulator, client)
}

#[tokio::test]
async fn items_are_created_as_one_type_and_read_as_any() {
    let (emulator, client) = start();
    let office = IpNamedLocation::create()
        .display_name("Office")
        .is_trusted(true);
    let office = office
        .send(&client)
        .await
        .unwrap()
        .representation()
        .unwrap();
    let nordics = CountryNamedLocation::create().countries_and_regions(["SE", "DK"]);
    nordics.send(&client).await.unwrap();
    let page = NamedLocation::list().send(&client).await.unwrap();
    assert_eq!(page.value[0], NamedLocation::Ip(office.clone()));
    assert!(
        matches!(&page.value[1], NamedLocation::Country(nordics) if nordics.countries_and_regions == ["SE", "DK"])
    );

    let patch = IpNamedLocationPatch::default().is_trusted(false);
    let updated = NamedLocation::update(&office.id, patch)
        .send(&client)
        .await
        .unwrap();
    let Updated::Representation(NamedLocation::Ip(updated)) = updated else {
        panic!("{updated:?}");
    };
    assert_eq!(updated.is_trusted, Some(false));
    let got = NamedLocation::get(&office.id).send(&client).await.unwrap();
    assert_eq!(got, NamedLocation::Ip(updated));

    NamedLocation::delete(&office.id)
        .send(&client)
        .await
        .unwrap();
    assert!(
        emulator
            .get(&format!("{LOCATIONS}/{}", office.id))
            .is_none()
    );
}

#[tokio::test]
async fn an_update_for_another_type_than_that_of_the_item_is_refused() {
    let (emulator, client) = start();
    let office = json!({ "@odata.type": "#microsoft.graph.ipNamedLocation", "isTrusted": true });
    let id = emulator.insert(LOCATIONS, office).unwrap();
    let patch = CountryNamedLocationPatch::default().countries_and_regions(["SE"]);
    let error = NamedLocation::update(&id, patch)
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 400);
    assert_eq!(
        emulator.get(&format!("{LOCATIONS}/{id}")).unwrap()["isTrusted"],
        json!(true)
    );
}

#[tokio::test]
async fn a_struct_and_the_union_that_contains_it_are_served_at_one_path() {
    for emulator in [
        Emulator::builder()
            .serve::<IpNamedLocation>()
            .serve::<NamedLocation>(),
        Emulator::builder()
            .serve::<NamedLocation>()
            .serve::<IpNamedLocation>(),
    ] {
        let emulator = emulator.start().unwrap();
        let client = client(&emulator);
        IpNamedLocation::create()
            .is_trusted(true)
            .send(&client)
            .await
            .unwrap();
        let page = NamedLocation::list().send(&client).await.unwrap();
        assert!(matches!(page.value[..], [NamedLocation::Ip(_)]));
    }
}

/// The struct of a derived type without a cast asks for properties that the base does not declare.
#[tokio::test]
async fn a_select_of_a_derived_type_is_refused_in_the_collection_of_its_base() {
    let (emulator, client) = start();
    let office = json!({ "@odata.type": "#microsoft.graph.ipNamedLocation", "isTrusted": true });
    let id = emulator.insert(LOCATIONS, office).unwrap();
    let error = IpNamedLocation::get(&id).send(&client).await.unwrap_err();
    assert!(error.message().contains("'isTrusted'"), "{error}");
    let office = IpNamedLocation::get(&id)
        .without_select()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(office.is_trusted, Some(true));
}
