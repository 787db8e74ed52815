//! Objects with more than their declared properties.

use graph_resource::{Page, graph_resource};

use crate::support::client_answering;

#[graph_resource(path = "/me/images", exact)]
#[derive(Debug, Clone, PartialEq)]
struct Image {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
    #[graph(default)]
    tags: Vec<String>,
    size: Option<i64>,
}

fn image() -> Image {
    Image {
        id: "1".to_owned(),
        display_name: Some("Windows".to_owned()),
        tags: vec!["a".to_owned()],
        size: Some(7),
    }
}

fn read(json: &str) -> Image {
    serde_json::from_str(json).unwrap()
}

#[test]
fn the_order_of_properties_does_not_matter() {
    let properties = [
        r#""id":"1""#,
        r#""displayName":"Windows""#,
        r#""tags":["a"]"#,
        r#""size":7"#,
        r##""@odata.type":"#microsoft.graph.image""##,
    ];
    for rotation in 0..properties.len() {
        for reversed in [false, true] {
            let mut order = properties.to_vec();
            order.rotate_left(rotation);
            if reversed {
                order.reverse();
            }
            assert_eq!(read(&format!("{{{}}}", order.join(","))), image());
        }
    }
}

#[test]
fn of_a_property_that_comes_twice_the_last_counts() {
    let json = r#"{"id":"0","displayName":"Linux","size":1,"tags":["x","y"],"size":null,"id":"1","tags":["a"],"displayName":"Windows","size":7}"#;
    assert_eq!(read(json), image());
}

#[test]
fn undeclared_properties_are_skipped() {
    let json = r##"{
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#images/$entity",
        "@odata.etag": "W/\"1\"",
        "id": "1",
        "@microsoft.graph.tips": {"deep": [[{"id": "not this one"}]]},
        "displayName": "Windows",
        "tags@odata.type": "#Collection(String)",
        "tags": ["a"],
        "DisplayName": "another name",
        "added later": [1, 2.5e300, true, null, "x"],
        "size": 7
    }"##;
    assert_eq!(read(json), image());
}

#[test]
fn names_and_values_may_be_escaped() {
    let json = r#"{"\u0069d":"\u0031","dis\u0070layName":"Windo\u0077s","ta\u0067s":["\u0061"],"si\u007ae":7}"#;
    assert_eq!(read(json), image());
    let json = r##"{"id":"1","\u0040odata.type":"#microsoft.graph.event"}"##;
    let error = serde_json::from_str::<Image>(json).unwrap_err().to_string();
    assert!(
        error
            .starts_with("the object is a microsoft.graph.event, expected a microsoft.graph.image"),
        "{error}"
    );
}

#[test]
fn absent_and_null_are_none() {
    let expected = Image {
        display_name: None,
        tags: vec![],
        size: None,
        ..image()
    };
    assert_eq!(read(r#"{"id":"1"}"#), expected);
    assert_eq!(
        read(r#"{"id":"1","displayName":null,"tags":null,"size":null}"#),
        expected
    );
}

#[test]
fn the_type_is_checked_wherever_it_stands() {
    for json in [
        r##"{"@odata.type":"#microsoft.graph.event","id":"1"}"##,
        r#"{"id":"1","@odata.type":"https://graph.microsoft.com/beta/$metadata#microsoft.graph.event"}"#,
    ] {
        let error = serde_json::from_str::<Image>(json).unwrap_err().to_string();
        assert!(
            error.starts_with(
                "the object is a microsoft.graph.event, expected a microsoft.graph.image"
            ),
            "{error}"
        );
    }
    for name in [
        "#microsoft.graph.image",
        "microsoft.graph.image",
        "https://x/$metadata#microsoft.graph.image",
        "#Microsoft.Graph.Image",
    ] {
        let json = format!(
            r#"{{"id":"1","displayName":"Windows","tags":["a"],"size":7,"@odata.type":"{name}"}}"#
        );
        assert_eq!(read(&json), image());
    }
    assert_eq!(read(r#"{"@odata.type":null,"id":"1"}"#).id, "1");
}

#[test]
fn an_object_is_written_with_its_type_first_and_without_what_is_absent() {
    let sparse = Image {
        display_name: None,
        tags: vec![],
        ..image()
    };
    assert_eq!(
        serde_json::to_string(&sparse).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.image","id":"1","tags":[],"size":7}"##
    );
}

#[tokio::test]
async fn a_byte_order_mark_is_skipped() {
    let client = client_answering(
        "\u{feff}{\"id\":\"1\",\"displayName\":\"Windows\",\"tags\":[\"a\"],\"size\":7}",
    );
    assert_eq!(Image::get("1").send(&client).await.unwrap(), image());
}

#[tokio::test]
async fn a_page_has_its_links_and_its_count_in_any_order() {
    let client = client_answering(
        r#"{
            "@odata.count": "3",
            "value": [{"id":"1"},{"size":2,"id":"2"}],
            "@odata.nextLink": "https://graph.microsoft.com/v1.0/me/images?$skiptoken=X",
            "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#images",
            "@odata.deltaLink": "https://graph.microsoft.com/v1.0/me/images/delta?$deltatoken=Y"
        }"#,
    );
    let Page {
        value,
        next_link,
        delta_link,
        count,
        ..
    } = Image::list().send(&client).await.unwrap();
    assert_eq!(
        value
            .iter()
            .map(|image| (image.id.as_str(), image.size))
            .collect::<Vec<_>>(),
        [("1", None), ("2", Some(2))]
    );
    assert_eq!(
        next_link.as_deref(),
        Some("https://graph.microsoft.com/v1.0/me/images?$skiptoken=X")
    );
    assert_eq!(
        delta_link.as_deref(),
        Some("https://graph.microsoft.com/v1.0/me/images/delta?$deltatoken=Y")
    );
    assert_eq!(count, Some(3));
}

#[tokio::test]
async fn an_empty_page_may_have_a_next_link() {
    let page = Image::list()
        .send(&client_answering(r#"{"value":[],"@odata.nextLink":"n"}"#))
        .await
        .unwrap();
    let mut expected = Page::new(Vec::new());
    expected.next_link = Some("n".to_owned());
    assert_eq!(page, expected);
}
