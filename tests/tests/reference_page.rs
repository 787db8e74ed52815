//! The reference page "Update deviceImages", word for word.

use graph_resource::{Cloud, Endpoint, Resource, graph_enum, graph_resource};
use serde_json::Value;

/// The resource as the page has it: without a key, and with a placeholder where a timestamp would be.
#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/deviceImages",
    version = "beta"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcDeviceImage {
    #[graph(read_only)]
    pub id: String,
    pub display_name: Option<String>,
    pub operating_system: Option<String>,
    pub os_build_number: Option<String>,
    pub version: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<String>,
    pub status: Option<CloudPcDeviceImageStatus>,
    pub status_details: Option<CloudPcDeviceImageStatusDetails>,
    pub source_image_resource_id: Option<String>,
}

#[graph_enum]
pub enum CloudPcDeviceImageStatus {
    Pending,
    Ready,
    Failed,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum CloudPcDeviceImageStatusDetails {
    InternalServerError,
    SourceImageNotFound,
    #[graph(unknown)]
    Unknown(String),
}

mod with_key {
    use super::*;

    #[graph_resource(
        path = "/deviceManagement/virtualEndpoint/deviceImages",
        version = "beta"
    )]
    pub struct CloudPcDeviceImage {
        #[graph(key)]
        pub id: String,
        pub display_name: Option<String>,
    }
}

const REQUEST: &str = r##"{
  "@odata.type": "#microsoft.graph.cloudPcDeviceImage",
  "displayName": "String",
  "operatingSystem": "String",
  "osBuildNumber": "String",
  "version": "String",
  "status": "String",
  "statusDetails": "String",
  "sourceImageResourceId": "String"
}"##;

const RESPONSE: &str = r##"{
  "@odata.type": "#microsoft.graph.cloudPcDeviceImage",
  "id": "d2c440a0-40a0-d2c4-a040-c4d2a040c4d2",
  "displayName": "String",
  "operatingSystem": "String",
  "osBuildNumber": "String",
  "version": "String",
  "lastModifiedDateTime": "String (timestamp)",
  "status": "String",
  "statusDetails": "String",
  "sourceImageResourceId": "String"
}"##;

fn update() -> CloudPcDeviceImageUpdate {
    CloudPcDeviceImage::update()
        .display_name("String")
        .operating_system("String")
        .os_build_number("String")
        .version("String")
        .status(CloudPcDeviceImageStatus::Unknown("String".to_owned()))
        .status_details(CloudPcDeviceImageStatusDetails::Unknown(
            "String".to_owned(),
        ))
        .source_image_resource_id("String")
}

#[test]
fn the_update_is_the_request_of_the_page() -> Result<(), graph_resource::Error> {
    let request = update().to_http_request(&Endpoint::new(Cloud::Global))?;

    assert_eq!(request.method(), "PATCH");
    assert_eq!(
        request.uri(),
        "https://graph.microsoft.com/beta/deviceManagement/virtualEndpoint/deviceImages"
    );
    assert_eq!(request.headers()["content-type"], "application/json");
    let without_whitespace: String = REQUEST
        .lines()
        .map(|line| line.trim().replacen(": ", ":", 1))
        .collect();
    assert_eq!(
        std::str::from_utf8(request.body()).unwrap(),
        without_whitespace
    );
    Ok(())
}

#[test]
fn the_response_of_the_page_is_read() {
    let image: CloudPcDeviceImage = serde_json::from_str(RESPONSE).unwrap();

    assert_eq!(image.id, "d2c440a0-40a0-d2c4-a040-c4d2a040c4d2");
    assert_eq!(
        image.last_modified_date_time.as_deref(),
        Some("String (timestamp)")
    );
    assert_eq!(
        image.status,
        Some(CloudPcDeviceImageStatus::Unknown("String".to_owned()))
    );
    let written: Value = serde_json::to_value(&image).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(RESPONSE).unwrap());
}

#[test]
fn with_a_key_the_update_addresses_the_item() -> Result<(), graph_resource::Error> {
    let request = with_key::CloudPcDeviceImage::update("d2c440a0-40a0-d2c4-a040-c4d2a040c4d2")
        .display_name("String")
        .to_http_request(&Endpoint::new(Cloud::Global))?;

    assert_eq!(
        request.uri(),
        "https://graph.microsoft.com/beta/deviceManagement/virtualEndpoint/deviceImages/d2c440a0-40a0-d2c4-a040-c4d2a040c4d2"
    );
    Ok(())
}

#[test]
fn only_the_properties_that_the_page_lists_as_writable_are_updatable() {
    let info = CloudPcDeviceImage::INFO.type_info();
    let read_only: Vec<_> = info
        .properties()
        .iter()
        .filter(|property| !property.is_updatable())
        .map(|property| property.name())
        .collect();
    assert_eq!(read_only, ["id", "lastModifiedDateTime"]);
}
