use std::collections::BTreeMap;

use super::error::SourceError;
use super::module::Module;
use super::options::Options;
use super::plan::Plan;
use super::text::line;
use super::{enumeration, structured, union};
use crate::addresses::Addresses;
use crate::csdl::Metadata;
use crate::names;

/// The names and the descriptions are those of the service, which knows no rules of Rust.
const ALLOW: &str = "#![allow(
    clippy::doc_markdown,
    clippy::enum_variant_names,
    clippy::struct_excessive_bools,
    clippy::struct_field_names,
    reason = \"the names and the descriptions are those of the service\"
)]
";

/// Writes the source of types and of everything that they need.
///
/// An abstract complex type is the union of the types that extend it; what a type inherits is among its own fields. Relationships are written only
/// if they are named.
///
/// The types are named with their namespace, or without `microsoft.graph`. The same metadata, names and options give the same source, byte for
/// byte.
///
/// ```
/// use graph_resource_import::{Metadata, Options, source};
///
/// let metadata: Metadata = r#"
/// <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
///   <edmx:DataServices>
///     <Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
///       <EntityType Name="device"><Key><PropertyRef Name="id" /></Key>
///         <Property Name="id" Type="Edm.String" Nullable="false" />
///         <Property Name="displayName" Type="Edm.String" />
///       </EntityType>
///       <EntityContainer Name="GraphService"><EntitySet Name="devices" EntityType="graph.device" /></EntityContainer>
///     </Schema>
///   </edmx:DataServices>
/// </edmx:Edmx>"#
///     .parse()?;
/// let source = source(&metadata, &["device"], &Options::default())?;
/// assert!(source.contains("#[graph_resource(path = \"/devices\")]"));
/// assert!(source.contains("pub display_name: Option<String>,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// A type or a property that is not in the metadata, and an entity type whose address is not clear.
pub fn source(
    metadata: &Metadata,
    types: &[&str],
    options: &Options,
) -> Result<String, SourceError> {
    let addresses = Addresses::of(metadata);
    write(&Plan::new(metadata, &addresses, types, options)?)
}

/// Writes the source of all types. An entity type with several addresses has the first one of the shortest, and one without is a complex type.
///
/// # Errors
///
/// [`SourceError::Invalid`], which is a mistake of this crate.
pub fn source_of_all(metadata: &Metadata) -> Result<String, SourceError> {
    write(&Plan::all(metadata, &Addresses::of(metadata))?)
}

fn write(plan: &Plan<'_>) -> Result<String, SourceError> {
    let metadata = plan.metadata;
    let mut modules: BTreeMap<&str, Module> = BTreeMap::new();
    let written = plan.types.keys().chain(plan.unions.keys());
    let written = written.chain(&plan.enums);
    for name in written {
        let module = modules.entry(names::namespace(name)).or_default();
        module.declared.insert(names::type_name(name).ident);
    }
    for (name, planned) in &plan.types {
        if let Some(module) = modules.get_mut(names::namespace(name)) {
            structured::write(planned, plan, module);
        }
    }
    for (name, variants) in &plan.unions {
        let module = modules.get_mut(names::namespace(name));
        if let (Some(module), Some(ty)) = (module, metadata.types.get(*name)) {
            union::write(ty, variants, module);
        }
    }
    for name in &plan.enums {
        let module = modules.get_mut(names::namespace(name));
        if let (Some(module), Some(ty)) = (module, metadata.enums.get(*name)) {
            enumeration::write(ty, module);
        }
    }
    let mut text = ALLOW.to_owned();
    for (namespace, module) in &modules {
        let (imports, items) = (module.imports(), &module.items);
        match names::module(namespace) {
            None => line(&mut text, format_args!("{imports}\n{items}")),
            Some(name) => line(
                &mut text,
                format_args!(
                    "/// The types of `{namespace}`.\npub mod {name} {{\n{imports}\n{items}}}"
                ),
            ),
        }
    }
    let file = syn::parse_file(&text).map_err(|error| SourceError::Invalid {
        message: error.to_string(),
    })?;
    Ok(spaced(&prettyplease::unparse(&file)))
}

/// Puts an empty line before each item but imports that follow imports, as `rustfmt` leaves them.
fn spaced(source: &str) -> String {
    let mut spaced = String::with_capacity(source.len() + source.len() / 64);
    let mut before = "";
    for line in source.lines() {
        let (text, last) = (line.trim_start(), before.trim_start());
        let is_after_item = (last == "}" || last.ends_with(" {}")) && text != "}";
        let is_after_imports = last.starts_with("use ") && !text.starts_with("use ");
        let is_after_allow = last == ")]" && text.starts_with("use ");
        if is_after_item || is_after_imports || is_after_allow {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        before = line;
    }
    spaced
}
