//! A page of one type, read through the union of many.

use std::hint::black_box;

use bytes::Bytes;
use graph_resource::edm::DynamicProperties;
use graph_resource::edm::PropertyValue;
use graph_resource::{Page, graph_complex, graph_union};
use serde::Deserialize;

use crate::ours::CloudPcDeviceImage;

/// A union of `CloudPcDeviceImage` in the middle of others.
macro_rules! union {
    ($union:ident: $($before:ident)*, $($after:ident)*) => {
        #[graph_union]
        #[derive(Debug, Clone, PartialEq)]
        pub enum $union {
            $($before(kinds::$before),)*
            CloudPcDeviceImage(CloudPcDeviceImage),
            $($after(kinds::$after),)*
            #[graph(unknown)]
            Unknown(DynamicProperties),
        }
    };
}

mod kinds {
    use super::graph_complex;

    macro_rules! kinds {
        ($($kind:ident)*) => {$(
            #[graph_complex]
            #[derive(Debug, Clone, PartialEq)]
            pub struct $kind {
                pub name: Option<String>,
            }
        )*};
    }

    kinds! {
        Kind01 Kind02 Kind03 Kind04 Kind05 Kind06 Kind07 Kind08 Kind09 Kind10 Kind11 Kind12
        Kind13 Kind14 Kind15 Kind16 Kind17 Kind18 Kind19 Kind20 Kind21 Kind22 Kind23 Kind24
        Kind25 Kind26 Kind27 Kind28 Kind29 Kind30 Kind31 Kind32 Kind33 Kind34 Kind35 Kind36
        Kind37 Kind38 Kind39 Kind40 Kind41 Kind42 Kind43 Kind44 Kind45 Kind46 Kind47 Kind48
        Kind49 Kind50 Kind51 Kind52 Kind53 Kind54 Kind55 Kind56 Kind57 Kind58 Kind59 Kind60
        Kind61 Kind62 Kind63 Kind64 Kind65 Kind66 Kind67 Kind68 Kind69 Kind70 Kind71 Kind72
        Kind73 Kind74 Kind75 Kind76 Kind77 Kind78 Kind79 Kind80 Kind81 Kind82 Kind83 Kind84
        Kind85 Kind86 Kind87 Kind88 Kind89 Kind90 Kind91 Kind92 Kind93 Kind94 Kind95 Kind96
        Kind97 Kind98 Kind99
    }
}

union!(OfThree: Kind01, Kind02);
union! {
    OfAHundred:
    Kind01 Kind02 Kind03 Kind04 Kind05 Kind06 Kind07 Kind08 Kind09 Kind10 Kind11 Kind12
    Kind13 Kind14 Kind15 Kind16 Kind17 Kind18 Kind19 Kind20 Kind21 Kind22 Kind23 Kind24
    Kind25 Kind26 Kind27 Kind28 Kind29 Kind30 Kind31 Kind32 Kind33 Kind34 Kind35 Kind36
    Kind37 Kind38 Kind39 Kind40 Kind41 Kind42 Kind43 Kind44 Kind45 Kind46 Kind47 Kind48
    Kind49,
    Kind50 Kind51 Kind52 Kind53 Kind54 Kind55 Kind56 Kind57 Kind58 Kind59 Kind60 Kind61
    Kind62 Kind63 Kind64 Kind65 Kind66 Kind67 Kind68 Kind69 Kind70 Kind71 Kind72 Kind73
    Kind74 Kind75 Kind76 Kind77 Kind78 Kind79 Kind80 Kind81 Kind82 Kind83 Kind84 Kind85
    Kind86 Kind87 Kind88 Kind89 Kind90 Kind91 Kind92 Kind93 Kind94 Kind95 Kind96 Kind97
    Kind98 Kind99
}

/// Reads an answer, so many times.
fn read_answers<T: PropertyValue>(times: u64) {
    let response = http::Response::new(Bytes::from_static(crate::page_json(100)));
    let mut last = None;
    for _ in 0..times {
        drop(last.take());
        let read = Page::<T>::read_answer(black_box(&response));
        last = Some(read.expect("the answer can be read"));
    }
    std::mem::forget(black_box(last));
}

pub fn page_of_three_kinds(times: u64) {
    read_answers::<OfThree>(times);
}

pub fn page_of_a_hundred_kinds(times: u64) {
    read_answers::<OfAHundred>(times);
}

/// The same page through the plain struct, and the same reader.
pub fn page_of_one_kind(times: u64) {
    read_answers::<CloudPcDeviceImage>(times);
}

/// As serde tells types apart.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "@odata.type")]
enum Tagged {
    #[serde(rename = "#microsoft.graph.kind01")]
    Kind01 { name: Option<String> },
    #[serde(rename = "#microsoft.graph.cloudPcDeviceImage")]
    CloudPcDeviceImage(crate::derived::CloudPcDeviceImage),
    #[serde(rename = "#microsoft.graph.kind02")]
    Kind02 { name: Option<String> },
}

pub fn page_of_tagged(times: u64) {
    crate::read_again::<crate::derived::Page<Tagged>>(crate::page_json(100), times);
}
