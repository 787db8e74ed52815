//! Types, functions, traits and modules with the names of items that generated code needs.

#![allow(
    non_snake_case,
    reason = "the names are those of the variants that they shadow"
)]

pub struct Option<T>(T);
pub struct Result;
pub struct String;
pub struct Vec;
pub struct Box;
pub fn Some() {}
pub struct None;
pub fn Ok() {}
pub fn Err() {}
pub trait Default {}
pub trait Clone {}
pub trait PartialEq {}
pub trait Debug {}
pub trait Into {}
pub trait AsRef {}
pub trait Serialize {}
pub trait Deserialize {}
pub struct Client;
pub struct Change;
pub struct Error;
pub trait Patch {}
pub trait Request {}
pub trait Resource {}
pub trait Key {}
pub struct Update;
pub struct Create;
pub struct Property;
pub mod serde {}
pub mod serde_core {}
pub mod std {}
pub mod core {}
pub mod alloc {}
pub mod graph_resource {}
#[allow(non_camel_case_types, reason = "the name is that of the primitive")]
pub struct str;
#[allow(non_camel_case_types, reason = "the name is that of the primitive")]
pub struct bool;
#[allow(non_camel_case_types, reason = "the name is that of the primitive")]
pub struct usize;

/// Methods that all types have here, named like those that generated code calls.
#[allow(
    clippy::wrong_self_convention,
    reason = "by value is what method syntax prefers, so that is what is in the way"
)]
pub trait Everywhere: ::std::marker::Sized {
    fn value(self) {}
    fn optional(self) {}
    fn change(self) {}
    fn replace(self) {}
    fn name(self) {}
    fn unwrap_or_default(self) {}
    fn send(self) {}
    fn is_empty(self) {}
    fn as_str(self) {}
    fn fmt(self) {}
    fn as_ref(self) {}
    fn into(self) {}
    fn clone(self) {}
    fn default(self) {}
    fn only_mut(self) {}
    fn allow_empty(self) {}
    fn parts(self) {}
    fn parts_mut(self) {}
    fn push_header(self) {}
    fn push_query(self) {}
    fn path_template(self) {}
    fn undeclared(self) {}
    fn to_http_request(self) {}
}

impl<T> Everywhere for T {}
