//! The types and their addresses.

use std::marker::PhantomData;

use bytes::Bytes;
use graph_resource::Property;
use graph_resource::{Endpoint, Error, Operation, Resource, ResourceAddress, StructuredType};
use http::Request;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::corpus::Record;
use super::types;

/// Builds the request of an operation from keys and, for an update, the JSON of a patch.
type Build = dyn Fn(&[String], &str, &Endpoint) -> Result<Request<Bytes>, Refusal>;
/// A read of a type, from its keys.
pub type Read<const KEYS: usize> = fn([String; KEYS], &Endpoint) -> Result<Request<Bytes>, Error>;
/// The update of a type, from its keys and a patch.
pub type Update<T, const KEYS: usize> =
    fn([String; KEYS], <T as StructuredType>::Patch, &Endpoint) -> Result<Request<Bytes>, Error>;
/// Parses a representation, and writes it back.
type Rewrite = fn(&str) -> Result<Value, serde_json::Error>;

/// A type at all its addresses.
pub struct Example {
    name: &'static str,
    declares: fn(&str) -> bool,
    key: Option<&'static str>,
    rewrite: Rewrite,
    places: Vec<Place>,
}

/// An operation of a type at one of its addresses.
pub struct Place {
    operation: Operation,
    template: &'static str,
    build: Box<Build>,
}

/// The operations of a type at one of its addresses.
pub struct Requests<T> {
    list: Option<Box<Build>>,
    get: Box<Build>,
    update: Box<Build>,
    resource: PhantomData<T>,
}

/// Why there is no request.
#[derive(Debug)]
pub enum Refusal {
    /// The body is no patch of the type.
    Parse(serde_json::Error),
    /// The patch cannot be sent.
    Request(Error),
}

impl<T: StructuredType<Patch: 'static> + 'static> Requests<T> {
    /// The operations at the address of a collection.
    pub fn collection<const KEYS: usize, const ITEM_KEYS: usize>(
        list: Read<KEYS>,
        get: Read<ITEM_KEYS>,
        update: Update<T, ITEM_KEYS>,
    ) -> Self {
        Self {
            list: Some(read(list)),
            ..Self::singleton(get, update)
        }
    }

    /// The operations at the address of the resource itself.
    pub fn singleton<const KEYS: usize>(get: Read<KEYS>, update: Update<T, KEYS>) -> Self {
        let update = move |keys: &[String], body: &str, endpoint: &Endpoint| {
            let patch = serde_json::from_str(body).map_err(Refusal::Parse)?;
            update(array(keys), patch, endpoint).map_err(Refusal::Request)
        };
        Self {
            list: None,
            get: read(get),
            update: Box::new(update),
            resource: PhantomData,
        }
    }

    fn at(self, path: &'static str, item_path: &'static str) -> impl Iterator<Item = Place> {
        let list = self.list.map(|build| (Operation::List, path, build));
        let of_item = [
            (Operation::Get, item_path, self.get),
            (Operation::Update, item_path, self.update),
        ];
        list.into_iter()
            .chain(of_item)
            .map(|(operation, template, build)| Place {
                operation,
                template,
                build,
            })
    }
}

fn read<const KEYS: usize>(request: Read<KEYS>) -> Box<Build> {
    Box::new(move |keys, _, endpoint| request(array(keys), endpoint).map_err(Refusal::Request))
}

fn array<const KEYS: usize>(keys: &[String]) -> [String; KEYS] {
    std::array::from_fn(|index| keys.get(index).cloned().unwrap_or_default())
}

impl Example {
    /// A type, with its operations at its first address and, by name, at all further ones. Called by [`example!`](crate::example).
    pub fn new<T>(first: Requests<T>, further: Vec<(&'static str, Requests<T>)>) -> Self
    where
        T: Resource + StructuredType<Patch: 'static> + 'static,
    {
        let addresses = T::INFO.further_addresses();
        let declared: Vec<_> = addresses.iter().map(ResourceAddress::name).collect();
        let named: Vec<_> = further.iter().map(|(name, _)| *name).collect();
        assert_eq!(
            named,
            declared,
            "the further addresses of {}",
            T::TYPE.name()
        );
        let mut places: Vec<_> = first.at(T::INFO.path(), T::INFO.item_path()).collect();
        for (address, (_, requests)) in addresses.iter().zip(further) {
            places.extend(requests.at(address.path(), address.item_path()));
        }
        Self {
            name: T::TYPE.name(),
            declares: |name| T::TYPE.is_open() || T::TYPE.property(name).is_some(),
            key: T::TYPE
                .all_properties()
                .find(|property| property.is_key())
                .map(Property::name),
            rewrite: rewrite::<T>,
            places,
        }
    }

    /// The qualified name of the type.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns `true` if the type declares the property or is open.
    pub fn declares(&self, property: &str) -> bool {
        (self.declares)(property)
    }

    /// The name of the key, if the type has one.
    pub const fn key(&self) -> Option<&'static str> {
        self.key
    }

    /// `representation`, parsed and written back.
    pub fn rewrite(&self, representation: &str) -> Result<Value, serde_json::Error> {
        (self.rewrite)(representation)
    }

    /// The operation with this method at `path`, and the keys in the path.
    pub fn place(&self, method: &str, path: &str) -> Option<(&Place, Vec<String>)> {
        let mut places = self.places.iter().filter(|place| place.method() == method);
        places.find_map(|place| Some((place, place.keys(path)?)))
    }
}

impl Place {
    /// The HTTP method.
    pub const fn method(&self) -> &'static str {
        match self.operation {
            Operation::Update => "PATCH",
            _ => "GET",
        }
    }

    /// The path, with its parameters in braces.
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// The request, which is an update with `body` as its patch or a read.
    pub fn build(
        &self,
        keys: &[String],
        body: &str,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, Refusal> {
        (self.build)(keys, body, endpoint)
    }

    /// The keys in `path`, if it is of this address.
    pub fn keys(&self, path: &str) -> Option<Vec<String>> {
        keys(self.template, path)
    }
}

fn rewrite<T: StructuredType + serde::Serialize + serde::de::DeserializeOwned>(
    text: &str,
) -> Result<Value, serde_json::Error> {
    serde_json::to_value(serde_json::from_str::<T>(text)?)
}

/// The values of the parameters of `template` in `path`. The letter case of a name in the path does not matter to the service.
fn keys(template: &str, path: &str) -> Option<Vec<String>> {
    let (mut expected, mut found) = (template.split('/'), path.trim_end_matches('/').split('/'));
    let mut keys = Vec::new();
    loop {
        let (expected, found) = match (expected.next(), found.next()) {
            (None, None) => return Some(keys),
            (Some(expected), Some(found)) => (expected, found),
            _ => return None,
        };
        let Some((before, rest)) = expected.split_once('{') else {
            if !expected.eq_ignore_ascii_case(found) {
                return None;
            }
            continue;
        };
        let (_, after) = rest.split_once('}')?;
        let key = found.strip_prefix(before)?.strip_suffix(after)?;
        let key = percent_decode_str(key).decode_utf8().ok()?;
        keys.push(if before.ends_with('\'') {
            key.replace("''", "'")
        } else {
            key.into_owned()
        });
    }
}

/// `example!(Message[user_id], me[], of_chat(chat_id))`: a type, with the parameters of its first address and of its further ones. The
/// parameters of a collection are in brackets, those of a resource itself in parentheses.
#[macro_export]
macro_rules! example {
    ($ty:ident $first:tt $(, $name:ident $further:tt)* $(,)?) => {
        $crate::registry::Example::new::<$ty>(
            $crate::example!(@first $ty $first),
            vec![$((stringify!($name), $crate::example!(@further $ty $name $further))),*],
        )
    };
    (@first $ty:ident [$($key:ident),*]) => {
        $crate::registry::Requests::<$ty>::collection(
            |[$($key),*], graph| $ty::list($($key),*).to_http_request(graph),
            |[$($key,)* id], graph| $ty::get($($key,)* id).to_http_request(graph),
            |[$($key,)* id], patch, graph| $crate::example!(@update $ty::update($($key,)* id), patch, graph),
        )
    };
    (@first $ty:ident ($($key:ident),*)) => {
        $crate::registry::Requests::<$ty>::singleton(
            |[$($key),*], graph| $ty::get($($key),*).to_http_request(graph),
            |[$($key),*], patch, graph| $crate::example!(@update $ty::update($($key),*), patch, graph),
        )
    };
    (@further $ty:ident $name:ident [$($key:ident),*]) => {
        $crate::registry::Requests::<$ty>::collection(
            |[$($key),*], graph| $ty::$name($($key),*).list().to_http_request(graph),
            |[$($key,)* id], graph| $ty::$name($($key),*).get(id).to_http_request(graph),
            |[$($key,)* id], patch, graph| $crate::example!(@update $ty::$name($($key),*).update(id), patch, graph),
        )
    };
    (@further $ty:ident $name:ident ($($key:ident),*)) => {
        $crate::registry::Requests::<$ty>::singleton(
            |[$($key),*], graph| $ty::$name($($key),*).get().to_http_request(graph),
            |[$($key),*], patch, graph| $crate::example!(@update $ty::$name($($key),*).update(), patch, graph),
        )
    };
    (@update $update:expr, $patch:ident, $graph:ident) => {
        $update.with_patch($patch).with_allow_empty().to_http_request($graph)
    };
}

/// All types.
pub struct Registry(Vec<Example>);

impl Registry {
    /// The types of [`types`].
    pub fn new() -> Self {
        Self(types::resources())
    }

    /// Other types.
    pub const fn of(examples: Vec<Example>) -> Self {
        Self(examples)
    }

    /// Returns `true` if the record is an update of one of the types.
    pub fn knows(&self, record: &Record) -> bool {
        record.method == "PATCH" && self.example(record).is_some()
    }

    /// The type of the record.
    pub fn example(&self, record: &Record) -> Option<&Example> {
        let documented = record.documented_type.as_deref()?;
        self.0
            .iter()
            .find(|example| example.name.eq_ignore_ascii_case(documented))
    }
}

impl Default for Registry {
    fn default() -> Self {
        Self::new()
    }
}
