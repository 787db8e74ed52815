use std::collections::BTreeSet;

use super::docs::comment;
use super::module::{Module, path_from};
use super::plan::{Plan, Planned};
use super::recursion;
use super::text::line;
use super::types::{EXTRA, FLAGS, JSON, primitive};
use crate::addresses::{Address, named_segments};
use crate::csdl::{Navigation, Property, TypeKind, TypeRef};
use crate::names;

/// The methods of patches and requests that are no setters.
const RESERVED: [&str; 8] = [
    "apply_to",
    "between",
    "clone",
    "default",
    "is_empty",
    "send",
    "send_with_response",
    "to_http_request",
];

/// Writes a structured type: a resource if it has an address, and else a complex type.
pub(super) fn write(planned: &Planned<'_>, plan: &Plan<'_>, module: &mut Module) {
    let ty = planned.ty;
    let named = names::type_name(&ty.name);
    let key = plan.metadata.key_of(&ty.name);
    let is_resource = !planned.addresses.is_empty();
    let mut source = comment(ty.description.as_deref(), &format!("`{}`.", ty.name));
    let mut arguments = if is_resource {
        address_arguments(planned, !key.is_empty())
    } else {
        Vec::new()
    };
    if named.needs_rename {
        arguments.push(format!("odata_type = {:?}", ty.name));
    }
    let name = if is_resource {
        "graph_resource"
    } else {
        "graph_complex"
    };
    module.import_macro(name);
    match &arguments[..] {
        [] => line(&mut source, format_args!("#[{name}]")),
        arguments => line(
            &mut source,
            format_args!("#[{name}({})]", arguments.join(", ")),
        ),
    }
    source += "#[derive(Debug, Clone, PartialEq)]\n";
    line(&mut source, format_args!("pub struct {} {{", named.ident));
    let mut used = BTreeSet::new();
    for property in &planned.properties {
        let is_key = is_resource && key.contains(&property.name) && key.len() == 1;
        source += &field(planned, property, is_key, plan, module, &mut used);
    }
    for navigation in &planned.navigation {
        source += &relationship(planned, navigation, plan, module, &mut used);
    }
    if ty.is_open && ty.kind == TypeKind::Complex {
        let extra = module.name_of(EXTRA);
        let ident = free("additional_properties", "_property", &mut used).0;
        source += "/// What the type does not declare.\n#[graph(extra)]\n";
        line(&mut source, format_args!("pub {ident}: {extra},"));
    }
    module.items += &source;
    module.items += "}\n\n";
}

/// Returns the arguments about the addresses of a resource, and about what is no JSON at it.
fn address_arguments(planned: &Planned<'_>, has_key: bool) -> Vec<String> {
    let mut arguments = Vec::new();
    let Some((first, further)) = planned.addresses.split_first() else {
        return arguments;
    };
    arguments.push(format!("path = {:?}", first.path));
    let mut used = BTreeSet::new();
    let also: Vec<_> = further.iter().map(|it| also(it, &mut used)).collect();
    if !also.is_empty() {
        arguments.push(format!("also({})", also.join(", ")));
    }
    let mut media = Vec::new();
    if planned.ty.has_stream {
        media.push("content = \"$value\"".to_owned());
    }
    let streams = planned.properties.iter();
    let streams = streams.filter(|property| property.ty.name == "Edm.Stream");
    for property in streams {
        let name = names::field(&property.name).ident;
        if !(planned.ty.has_stream && name == "content") {
            media.push(format!("{name} = {:?}", property.name));
        }
    }
    if !media.is_empty() {
        arguments.push(format!("media({})", media.join(", ")));
    }
    if first.is_singleton && has_key {
        arguments.push("singleton".to_owned());
    }
    arguments
}

/// Returns a further address, which is called by the names in its path.
fn also(address: &Address, used: &mut BTreeSet<String>) -> String {
    let named: Vec<_> = named_segments(&address.path).collect();
    let name = names::field(&named.join("_")).ident;
    let name = free(&name, "_address", used).0;
    if address.is_singleton {
        format!("{name}(path = {:?}, singleton)", address.path)
    } else {
        format!("{name} = {:?}", address.path)
    }
}

fn field(
    planned: &Planned<'_>,
    property: &Property,
    is_key: bool,
    plan: &Plan<'_>,
    module: &mut Module,
    used: &mut BTreeSet<String>,
) -> String {
    let Some(rust_type) = rust_type(planned, &property.ty, plan, module) else {
        return String::new();
    };
    let named = names::field(&property.name);
    let (ident, is_other) = free(&named.ident, "_property", used);
    let mut attributes = Vec::new();
    if is_key {
        attributes.push("key".to_owned());
    } else if property.is_read_only {
        attributes.push("read_only".to_owned());
    } else if property.is_immutable {
        attributes.push("create_only".to_owned());
    }
    if named.needs_rename || is_other {
        attributes.push(format!("rename = {:?}", property.name));
    }
    if !is_key && !property.is_read_only && is_no_setter(&ident) {
        attributes.push(format!("setter = \"set_{ident}\""));
    }
    let is_optional = property.is_nullable && !property.ty.is_collection && !is_key;
    let rust_type = if is_optional {
        format!("Option<{rust_type}>")
    } else {
        rust_type
    };
    let default = format!("`{}`.", property.name);
    let mut source = comment(property.description.as_deref(), &default);
    if !attributes.is_empty() {
        line(
            &mut source,
            format_args!("#[graph({})]", attributes.join(", ")),
        );
    }
    source + &format!("pub {ident}: {rust_type},\n")
}

fn relationship(
    planned: &Planned<'_>,
    navigation: &Navigation,
    plan: &Plan<'_>,
    module: &mut Module,
    used: &mut BTreeSet<String>,
) -> String {
    let Some(rust_type) = rust_type(planned, &navigation.ty, plan, module) else {
        return String::new();
    };
    let named = names::field(&navigation.name);
    let (ident, is_other) = free(&named.ident, "_property", used);
    let mut attributes = vec!["navigation".to_owned()];
    if named.needs_rename || is_other {
        attributes.push(format!("rename = {:?}", navigation.name));
    }
    let default = format!("`{}`.", navigation.name);
    let source = comment(navigation.description.as_deref(), &default);
    let rust_type = if navigation.ty.is_collection || rust_type.starts_with("Box<") {
        rust_type
    } else {
        format!("Box<{rust_type}>")
    };
    let attributes = attributes.join(", ");
    format!("{source}#[graph({attributes})]\npub {ident}: Option<{rust_type}>,\n")
}

/// Returns the Rust type of a property, without `Option`. Content that is no JSON has none.
fn rust_type(
    planned: &Planned<'_>,
    ty: &TypeRef,
    plan: &Plan<'_>,
    module: &mut Module,
) -> Option<String> {
    let owner = &planned.ty.name;
    let element = if let Some(declared) = plan.metadata.enums.get(&ty.name) {
        let path = path_from(names::namespace(owner), &ty.name);
        if declared.is_flags {
            format!("{}<{path}>", module.name_of(FLAGS))
        } else {
            path
        }
    } else if plan.metadata.types.contains_key(&ty.name) {
        if ty.name == "microsoft.graph.Json" || !plan.has(&ty.name) {
            module.name_of(JSON)
        } else {
            let path = path_from(names::namespace(owner), &ty.name);
            let is_recursive =
                !ty.is_collection && recursion::contains(plan.metadata, &ty.name, owner);
            if is_recursive {
                format!("Box<{path}>")
            } else {
                path
            }
        }
    } else {
        module.name_of(primitive(&ty.name)?)
    };
    Some(if ty.is_collection {
        format!("Vec<{element}>")
    } else {
        element
    })
}

/// Returns whether the setter of a field would have the name of another method of a patch.
fn is_no_setter(ident: &str) -> bool {
    RESERVED.contains(&ident) || ident.starts_with("with_") || ident.starts_with("clear_")
}

/// Returns an identifier that is not used yet, with the end repeated as often as that needs, and whether it is another one than was asked for.
fn free(ident: &str, end: &str, used: &mut BTreeSet<String>) -> (String, bool) {
    let mut free = ident.to_owned();
    while !used.insert(free.clone()) {
        free.push_str(end);
    }
    let is_other = free != ident;
    (free, is_other)
}
