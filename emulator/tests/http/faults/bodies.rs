use graph_resource_emulator::Fault;

use super::start_with;
use crate::support::*;

/// The head and the body as they are on the wire.
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

fn announced(head: &str) -> usize {
    let (_, length) = head.split_once("content-length: ").unwrap();
    length.lines().next().unwrap().parse().unwrap()
}

#[test]
fn a_page_of_html_has_any_status() {
    for fault in [
        Fault::status(502).html(),
        Fault::status(200).html(),
        Fault::answer().html(),
    ] {
        let (head, body) = raw(fault);
        assert!(head.contains("content-type: text/html"), "{head}");
        assert!(body.starts_with(b"<!DOCTYPE html>"));
        assert_eq!(announced(&head), body.len());
    }
}

#[test]
fn an_empty_body_has_no_type() {
    for fault in [Fault::status(502).empty(), Fault::answer().empty()] {
        let (head, body) = raw(fault);
        assert!(!head.contains("content-type"), "{head}");
        assert_eq!((announced(&head), body.len()), (0, 0));
    }
}

#[test]
fn a_truncated_body_is_half_and_announced_as_such() {
    let json = "{\"value\":[{\"id\":\"1\"}]}";
    let fault = Fault::status(200).body("application/json", json);
    let (head, body) = raw(fault.truncated());
    assert_eq!(body, json.as_bytes()[..json.len() / 2]);
    assert_eq!(announced(&head), body.len());
}

#[test]
fn a_byte_order_mark_stands_before_the_body() {
    let (head, body) = raw(Fault::answer().with_bom());
    assert_eq!(announced(&head), body.len());
    let json = body.strip_prefix(b"\xEF\xBB\xBF").unwrap();
    assert!(serde_json::from_slice::<serde_json::Value>(json).is_ok());
}

#[test]
fn what_is_not_compressed_is_said_to_be() {
    let (head, body) = raw(Fault::answer().not_gzip());
    assert!(head.contains("content-encoding: gzip"), "{head}");
    assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok());
}

#[test]
fn a_body_that_is_too_short_has_a_byte_less_than_announced() {
    let (head, body) = raw(Fault::answer().too_short());
    assert_eq!(announced(&head), body.len() + 1);
    assert!(serde_json::from_slice::<serde_json::Value>(&body).is_ok());
}

#[test]
fn a_body_that_is_cut_off_is_half_of_what_is_announced() {
    for fault in [
        Fault::answer().cut_off(),
        Fault::answer().cut_off().reset(),
        Fault::status(503).cut_off(),
    ] {
        let (head, body) = raw(fault);
        assert_eq!(announced(&head) / 2, body.len());
    }
}

#[test]
fn headers_of_a_fault_come_last() {
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
