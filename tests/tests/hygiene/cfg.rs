//! Fields, members and attributes under `cfg`.

use graph_resource::{GraphEnum, Resource, graph_enum, graph_resource};

use crate::body;

#[graph_resource(path = "/things", emit_type = "never")]
#[derive(Debug)]
pub struct Thing {
    #[cfg_attr(not(any()), graph(key))]
    pub id: String,
    #[cfg(any())]
    pub absent: a::type_::that::IsNowhere,
    #[cfg(not(any()))]
    pub present: Option<String>,
    #[cfg_attr(not(any()), graph(read_only))]
    #[cfg_attr(any(), graph(write_only))]
    pub status: Option<Status>,
    /// The same property in another shape.
    #[cfg(any())]
    pub size: String,
    #[cfg(not(any()))]
    pub size: Option<i64>,
    #[cfg_attr(not(any()), graph(rename = "colour"), doc = "Of the thing.")]
    pub color: Option<String>,
}

#[graph_enum]
pub enum Status {
    #[cfg(any())]
    Absent,
    #[cfg_attr(not(any()), graph(rename = "here"))]
    Present,
    #[graph(unknown)]
    Unknown(String),
}

#[cfg_attr(not(any()), graph_resource(path = "/me/settings"))]
pub struct Settings {
    pub name: Option<String>,
}

#[test]
fn a_field_that_is_configured_out_is_no_property() {
    let names: Vec<_> = Thing::INFO
        .type_info()
        .properties()
        .iter()
        .map(|property| property.name())
        .collect();
    assert_eq!(names, ["id", "present", "status", "size", "colour"]);
}

#[test]
fn attributes_under_a_condition_count() {
    let status = Thing::INFO.type_info().property("status").unwrap();
    assert!(status.is_read_only() && !status.is_write_only());
    assert_eq!(
        body(&Thing::update("1").color("red").size(7).present("yes")),
        r#"{"present":"yes","size":7,"colour":"red"}"#
    );
}

#[test]
fn members_under_a_condition_count() {
    assert_eq!(Status::MEMBERS, ["here"]);
    let thing: Thing = serde_json::from_str(r#"{"id":"1","status":"absent"}"#).unwrap();
    assert_eq!(thing.status, Some(Status::Unknown("absent".to_owned())));
}

#[test]
fn the_macro_itself_may_stand_under_a_condition() {
    assert_eq!(Settings::INFO.path(), "/me/settings");
}
