use graph_resource_emulator::Fault;

use super::start_with;
use crate::support::*;

/// Returns the head and the body of the response as they are sent.
fn raw(fault: Fault) -> (String, Vec<u8>) {
    let (emulator, path) = start_with(fault);
    let answer = exchange(&emulator, &get_raw(format!("/beta{path}").as_bytes()));
    let end = answer
        .windows(4)
        .position(|bytes| bytes == b"\r\n\r\n")
        .unwrap();
    let head = String::from_utf8(answer[..end].to_vec()).unwrap();
    (head.to_ascii_lowercase(), answer[end + 4..].to_vec())
}

fn content_length(head: &str) -> usize {
    let (_, length) = head.split_once("content-length: ").unwrap();
    length.lines().next().unwrap().parse().unwrap()
}

#[test]
fn an_html_page_can_have_any_status() {
    for fault in [
        Fault::status(502).html(),
        Fault::status(200).html(),
        Fault::answer().html(),
    ] {
        let (head, body) = raw(fault);
        assert!(head.contains("content-type: text/html"), "{head}");
        assert!(body.starts_with(b"<!DOCTYPE html>"));
        assert_eq!(content_length(&head), body.len());
    }
}

#[test]
fn an_empty_body_has_no_media_type() {
    for fault in [Fault::status(502).empty(), Fault::answer().empty()] {
        let (head, body) = raw(fault);
        assert!(!head.contains("content-type"), "{head}");
        assert_eq!((content_length(&head), body.len()), (0, 0));
    }
}

#[test]
fn a_truncated_body_has_a_matching_content_length() {
    let json = "{\"value\":[{\"id\":\"1\"}]}";
    let fault = Fault::status(200).body("application/json", json);
    let (head, body) = raw(fault.truncated());
    assert_eq!(body, json.as_bytes()[..json.len() / 2]);
    assert_eq!(content_length(&head), body.len());
}

#[test]
fn a_byte_order_mark_precedes_the_body() {
    let (head, body) = raw(Fault::answer().with_bom());
    assert_eq!(content_length(&head), body.len());
    let json = body.strip_prefix(b"\xEF\xBB\xBF").unwrap();
    assert!(serde_json::from_slice::<serde_json::Value>(json).is_ok());
}

#[test]
fn an_uncompressed_body_is_declared_as_compressed() {
    let (head, body) = raw(Fault::answer().not_gzip());
    assert!(head.contains("content-encoding: gzip"), "{head}");
    assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok());
}

#[test]
fn a_body_that_is_too_short_has_one_byte_less_than_its_content_length() {
    let (head, body) = raw(Fault::answer().too_short());
    assert_eq!(content_length(&head), body.len() + 1);
    assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok());
}

#[test]
fn a_body_that_is_cut_off_has_half_of_its_content_length() {
    for fault in [
        Fault::answer().cut_off(),
        Fault::answer().cut_off().reset(),
        Fault::status(503).cut_off(),
    ] {
        let (head, body) = raw(fault);
        assert_eq!(content_length(&head) / 2, body.len());
    }
}

#[test]
fn the_headers_of_a_fault_replace_others() {
    let fault = Fault::answer()
        .header("OData-Version", "3.0")
        .header("X-Odd", "1");
    let (head, _) = raw(fault);
    assert!(
        head.contains("odata-version: 3.0") && head.contains("x-odd: 1"),
        "{head}"
    );
    assert!(!head.contains("odata-version: 4.0"));
}
