//! Generated crates with resources of ten properties, each used in full.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::{Result, crates};

/// The ways to write the resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// With this project.
    Ours,
    /// With the derives of serde, `struct-patch` and `bon`: reading, writing, a patch of three states, and its setters; and, as one writes it
    /// once for all types, sending and reading the answer.
    Derives,
    /// With the two derives of serde alone: reading and writing.
    Serde,
}

impl Style {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Ours => "with_ours",
            Self::Derives => "with_derives",
            Self::Serde => "with_serde",
        }
    }

    fn dependencies(self) -> String {
        match self {
            Self::Ours => format!("graph-resource = {{ path = \"{}\", default-features = false }}\nserde_json = \"1\"\n", crates::runtime()),
            Self::Derives => "bon = \"3\"\nserde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\nstruct-patch = \"0.14\"\n".to_owned(),
            Self::Serde => "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n".to_owned(),
        }
    }

    const fn prelude(self) -> &'static str {
        match self {
            Self::Ours => OURS,
            Self::Derives => DERIVES,
            Self::Serde => SERDE,
        }
    }

    fn resource(self, number: usize, touched: bool) -> String {
        let last = if touched { "touched" } else { "last" };
        let mut properties = PROPERTIES;
        properties[8] = last;
        // Of each its own, as in real types: where they are alike, so is the code, and the linker keeps one of it.
        let properties = properties.map(|property| format!("{property}_{number}"));
        let properties = properties.each_ref().map(String::as_str);
        match self {
            Self::Ours => ours(number, &properties),
            Self::Derives => derives(number, &properties),
            Self::Serde => serde(number, &properties),
        }
    }
}

/// With the id, ten. The last is the one that is touched.
const PROPERTIES: [&str; 9] = [
    "display_name",
    "operating_system",
    "os_build_number",
    "version",
    "status",
    "status_details",
    "source_image_resource_id",
    "expiration_date",
    "",
];

/// A line for each property.
fn each(properties: &[&str], line: &str) -> String {
    let lines = properties
        .iter()
        .map(|property| line.replace("NAME", property));
    lines.collect()
}

fn ours(number: usize, properties: &[&str]) -> String {
    let fields = each(properties, "    pub NAME: Option<String>,\n");
    let setters = each(properties, ".NAME(\"text\")");
    let others = each(properties, ".clear_NAME().NAME_or_clear(None)");
    format!(
        "#[graph_resource(path = \"/things/resources{number}\")]
#[derive(Debug, Clone, PartialEq)]
pub struct Resource{number} {{
    #[graph(key)]
    pub id: String,
{fields}}}

use_resource!(use_{number}, Resource{number}, Resource{number}Patch, {{{setters}}} {{{others}}});

"
    )
}

fn derives(number: usize, properties: &[&str]) -> String {
    let field = "    #[patch(attribute(serde(default, skip_serializing_if = \"Option::is_none\", deserialize_with = \"some\")))]
    pub NAME: Option<String>,\n";
    let fields = each(properties, field);
    let setters = each(properties, ".NAME(Some(\"text\".into()))");
    let others = each(properties, ".maybe_NAME(None)");
    format!(
        "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Patch)]
#[serde(rename_all = \"camelCase\")]
#[patch(attribute(derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Builder)))]
#[patch(attribute(serde(rename_all = \"camelCase\")))]
pub struct Resource{number} {{
    #[patch(skip)]
    pub id: String,
{fields}}}

use_resource!(use_{number}, \"/things/resources{number}\", Resource{number}, Resource{number}Patch, {{{setters}}} {{{others}}});

"
    )
}

fn serde(number: usize, properties: &[&str]) -> String {
    let fields = each(properties, "    pub NAME: Option<String>,\n");
    format!(
        "#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = \"camelCase\")]
pub struct Resource{number} {{
    pub id: String,
{fields}}}

use_resource!(use_{number}, Resource{number});

"
    )
}

/// As what awaits it, so that sending is compiled to its end.
const POLLED: &str = "fn polled<T>(answer: impl Future<Output = T>) {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let _ = std::pin::pin!(answer).poll(&mut context);
}

";

const OURS: &str = r#"use graph_resource::{Client, Endpoint, Get, Request, graph_resource};

pub type Context = (Client, Endpoint);

pub fn context() -> Context {
    let endpoint = Endpoint::new(graph_resource::Cloud::Global);
    let transport = |_| async { Err("there is no network".into()) };
    (Client::builder().transport(transport).build().unwrap(), endpoint)
}

macro_rules! use_resource {
    ($function:ident, $resource:ident, $patch:ident, { $($setters:tt)* } { $($others:tt)* }) => {
        #[inline(never)]
        pub fn $function(json: &str, text: &str, (client, endpoint): &Context) -> usize {
            let answer = graph_resource::__private::HttpResponse::new(json.as_bytes().to_vec().into());
            let mut before = Get::<$resource>::read_answer(&answer).unwrap();
            let after = serde_json::to_vec(&before).unwrap();
            let mut patch = $patch::default() $($setters)*;
            let written = serde_json::to_vec(&patch).unwrap();
            let read: $patch = serde_json::from_slice(&written).unwrap();
            if patch != read || patch.is_empty() {
                patch = $patch::between(&before, &before.clone());
            }
            let debug = format!("{patch:?} {before:?}");
            let update = $resource::update(text).with_patch(patch.clone());
            let request = update.to_http_request(endpoint).unwrap();
            let create = $resource::create() $($others)*;
            let created = create.to_http_request(endpoint).unwrap();
            patch.apply_to(&mut before);
            polled(update.send(client));
            polled(create.send(client));
            polled($resource::get(text).send(client));
            polled($resource::list().send(client));
            polled($resource::delete(text).send(client));
            after.len() + debug.len() + request.body().len() + created.body().len()
        }
    };
}

"#;

const DERIVES: &str = r#"use std::pin::Pin;

use bon::Builder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use struct_patch::Patch;

/// Any client.
pub type Context = fn(Request) -> Pin<Box<dyn Future<Output = Vec<u8>>>>;

pub fn context() -> Context {
    |_| Box::pin(async { Vec::new() })
}

/// Tells `null` from absent.
fn some<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

#[derive(Deserialize)]
pub struct Page<T> {
    pub value: Vec<T>,
    #[serde(rename = "@odata.nextLink")]
    pub next_link: Option<String>,
}

pub type Request = (String, Vec<u8>);

fn request<T: Serialize>(method: &str, path: &str, body: &T) -> Request {
    (format!("{method} {path}"), serde_json::to_vec(body).unwrap())
}

fn bodiless(method: &str, path: &str) -> Request {
    (format!("{method} {path}"), Vec::new())
}

/// Sends a request, and reads the answer.
async fn send<T: DeserializeOwned>(request: Request, client: &Context) -> Result<T, serde_json::Error> {
    serde_json::from_slice(&client(request).await)
}

macro_rules! use_resource {
    ($function:ident, $path:literal, $resource:ident, $patch:ident, { $($setters:tt)* } { $($others:tt)* }) => {
        #[inline(never)]
        pub fn $function(json: &str, _text: &str, client: &Context) -> usize {
            let mut before: $resource = serde_json::from_slice(json.as_bytes()).unwrap();
            let after = serde_json::to_vec(&before).unwrap();
            let mut patch = $patch::builder() $($setters)* .build();
            let written = serde_json::to_vec(&patch).unwrap();
            let read: $patch = serde_json::from_slice(&written).unwrap();
            if patch != read || patch == $patch::default() {
                patch = before.clone().into_patch_by_diff(before.clone());
            }
            let debug = format!("{patch:?} {before:?}");
            let update = request("PATCH", $path, &patch);
            let create = $patch::builder() $($others)* .build();
            let create = request("POST", $path, &create);
            let size = update.1.len() + create.1.len();
            before.apply(patch.clone());
            polled(send::<Option<$resource>>(update, client));
            polled(send::<$resource>(create, client));
            polled(send::<$resource>(bodiless("GET", $path), client));
            polled(send::<Page<$resource>>(bodiless("GET", $path), client));
            polled(send::<()>(bodiless("DELETE", $path), client));
            after.len() + debug.len() + size
        }
    };
}

"#;

const SERDE: &str = r"use serde::{Deserialize, Serialize};

pub type Context = ();

pub fn context() {}

macro_rules! use_resource {
    ($function:ident, $resource:ident) => {
        #[inline(never)]
        pub fn $function(json: &str, _text: &str, (): &Context) -> usize {
            let before: $resource = serde_json::from_slice(json.as_bytes()).unwrap();
            serde_json::to_vec(&before).unwrap().len()
        }
    };
}

";

/// The text of a crate with so many resources, of which the last may be touched: what stands behind a change in its file moves, and is
/// compiled again.
pub(crate) fn library(style: Style, resources: usize, touched: bool) -> String {
    let mut code = format!(
        "#![allow(missing_docs, unused_imports, dead_code)]\n\n{}{POLLED}",
        style.prelude()
    );
    for number in 0..resources {
        code += &style.resource(number, touched && number + 1 == resources);
    }
    code
}

/// The text of a program that uses all resources of such a crate.
pub(crate) fn program(style: Style, resources: usize) -> String {
    let mut code = library(style, resources, false);
    code += "fn main() {\n    let json = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();\n    let context = context();\n    let mut size = 0;\n";
    for number in 0..resources {
        let _ = writeln!(code, "    size += use_{number}(&json, \"text\", &context);");
    }
    code + "    println!(\"{size}\");\n}\n"
}

/// Writes a workspace of its own with these members, each a name, its dependencies and its `lib.rs` or `main.rs`.
pub(crate) fn workspace(folder: &Path, members: &[Member]) -> Result<()> {
    let names: Vec<_> = members.iter().map(|member| member.name.as_str()).collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {names:?}\n\n[profile.release]\nstrip = true\n"
    );
    write(&folder.join("Cargo.toml"), &manifest)?;
    // The versions that everything else is measured with.
    let lock = folder.join("Cargo.lock");
    if !lock.exists() {
        std::fs::copy(crates::measured().join("Cargo.lock"), &lock)?;
    }
    for member in members {
        let Member {
            name,
            dependencies,
            file,
            code,
        } = member;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{dependencies}"
        );
        write(&folder.join(name).join("Cargo.toml"), &manifest)?;
        write(&folder.join(name).join("src").join(file), code)?;
    }
    Ok(())
}

#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) dependencies: String,
    pub(crate) file: &'static str,
    pub(crate) code: String,
}

impl Member {
    pub(crate) fn library(style: Style, resources: usize) -> Self {
        Self {
            name: style.name().to_owned(),
            dependencies: style.dependencies(),
            file: "lib.rs",
            code: library(style, resources, false),
        }
    }

    pub(crate) fn program(style: Style, resources: usize) -> Self {
        Self {
            name: format!("{}-{resources}", style.name()),
            dependencies: style.dependencies(),
            file: "main.rs",
            code: program(style, resources),
        }
    }
}

pub(crate) fn write(file: &PathBuf, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(file, text)?)
}
