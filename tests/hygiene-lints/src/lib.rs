//! Generated code passes every lint that a careful crate may deny.
//!
//! That clippy passes over this crate is the test. Of clippy's restrictions, which no crate takes all of, those are here that
//! code may be expected to bear.

#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unsafe_code,
    unreachable_pub,
    unused_qualifications,
    unused_lifetimes,
    unused_results,
    unused_import_braces,
    single_use_lifetimes,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    trivial_casts,
    trivial_numeric_casts,
    let_underscore_drop,
    non_ascii_idents,
    redundant_lifetimes,
    rust_2018_idioms,
    future_incompatible,
    nonstandard_style,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unimplemented,
    clippy::indexing_slicing,
    clippy::str_to_string,
    clippy::allow_attributes_without_reason,
    clippy::shadow_reuse,
    clippy::shadow_same,
    clippy::shadow_unrelated,
    clippy::exhaustive_enums,
    clippy::missing_trait_methods,
    clippy::renamed_function_params,
    clippy::pattern_type_mismatch,
    clippy::single_char_lifetime_names,
    clippy::min_ident_chars,
    clippy::as_conversions
)]

pub mod public;
pub mod shapes;

mod private;

pub use private::request;
