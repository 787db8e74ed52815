//! Measures the time of an expansion outside the compiler, and so without the cost of passing tokens.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use proc_macro2::TokenStream;

fn resource_of(properties: usize) -> String {
    let mut item = String::from(
        "#[graph(resource(path = \"/users/{user_id}/notes\"))] pub struct Note { #[graph(key)] pub id: String,",
    );
    for number in 1..properties {
        let _ = write!(
            item,
            "/// The property.\npub display_name_{number}: Option<String>,"
        );
    }
    item + "}"
}

fn enumeration_of(members: usize) -> String {
    let mut item = String::from("#[graph(enumeration)] pub enum Kind {");
    for number in 0..members {
        let _ = write!(item, "FirstKind{number},");
    }
    item + "#[graph(unknown)] Unknown(String) }"
}

/// Returns the median time of repeated expansions.
fn time(expand: impl Fn(TokenStream) -> TokenStream, item: &str) -> Duration {
    let item: TokenStream = item.parse().expect("the item is made of tokens");
    let mut times: Vec<_> = (0..51)
        .map(|_| {
            let item = item.clone();
            let start = Instant::now();
            let expansion = expand(item);
            let time = start.elapsed();
            drop(expansion);
            time
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

#[test]
#[ignore = "it measures"]
fn of_an_expansion() {
    println!();
    for properties in [10, 50, 207] {
        let time = time(super::resource, &resource_of(properties)).as_secs_f64();
        println!("{properties} properties: {:.4} ms", time * 1e3);
    }
    for members in [10, 100, 826] {
        let time = time(super::enumeration, &enumeration_of(members)).as_secs_f64();
        println!("{members} members: {:.4} ms", time * 1e3);
    }
}
