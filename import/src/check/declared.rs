//! What the structs and enums of a crate declare.

use std::ops::Range;

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Fields, Item, Lit, Meta, Token};

use super::files::{SourceFile, range};
use crate::names;

/// A struct that stands for a type.
pub(super) struct DeclaredStruct {
    pub(super) file: usize,
    /// The path of its module.
    pub(super) module: Vec<String>,
    pub(super) ident: String,
    pub(super) range: Range<usize>,
    /// The qualified name of its type.
    pub(super) odata_type: String,
    /// Where the name is stated, if it is.
    pub(super) odata_type_range: Option<Range<usize>>,
    /// Its addresses with the places where they are written.
    pub(super) paths: Vec<(String, Range<usize>)>,
    pub(super) fields: Vec<DeclaredField>,
}

/// A field that stands for a property.
pub(super) struct DeclaredField {
    pub(super) range: Range<usize>,
    /// Where an attribute can be put before it.
    pub(super) start: usize,
    /// The name in JSON.
    pub(super) wire_name: String,
    pub(super) ty: syn::Type,
    pub(super) type_range: Range<usize>,
    attributes: Vec<Meta>,
}

/// An enum that stands for an enumeration type.
pub(super) struct DeclaredEnum {
    pub(super) file: usize,
    /// The path of its module.
    pub(super) module: Vec<String>,
    pub(super) ident: String,
    pub(super) range: Range<usize>,
    pub(super) is_flags: bool,
    /// The members with their names in JSON.
    pub(super) members: Vec<(String, Range<usize>)>,
}

/// What a crate declares.
#[derive(Default)]
pub(super) struct Declarations {
    pub(super) structs: Vec<DeclaredStruct>,
    pub(super) enums: Vec<DeclaredEnum>,
}

impl DeclaredField {
    /// Returns whether the field has an attribute `#[graph(name)]`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes
            .iter()
            .any(|meta| meta.path().is_ident(name))
    }

    /// Returns whether the field stands for one declared property or relationship of the type itself.
    pub(super) fn is_property(&self) -> bool {
        let others = ["base", "etag", "extension", "extra", "odata_type", "with"];
        !others.iter().any(|name| self.has(name)) && !self.wire_name.contains('@')
    }
}

impl Declarations {
    /// Returns the struct that a path within a module stands for.
    pub(super) fn struct_at(&self, module: &[String], path: &[String]) -> Option<&DeclaredStruct> {
        let structs = self.structs.iter();
        let places = structs.map(|item| (item.module.as_slice(), item.ident.as_str()));
        self.structs.get(resolve(module, path, places)?)
    }

    /// Returns the position of the enum that a path within a module stands for.
    pub(super) fn enum_at(&self, module: &[String], path: &[String]) -> Option<usize> {
        let enums = self.enums.iter();
        let places = enums.map(|item| (item.module.as_slice(), item.ident.as_str()));
        resolve(module, path, places)
    }

    /// Finds what the files declare.
    pub(super) fn of(files: &[SourceFile]) -> Self {
        let mut declared = Self::default();
        for (file, source) in files.iter().enumerate() {
            declared.add(file, &source.module, &source.items);
        }
        declared
    }

    fn add(&mut self, file: usize, module: &[String], items: &[Item]) {
        for item in items {
            match item {
                Item::Mod(item) => {
                    if let Some((_, items)) = &item.content {
                        let module = [module, &[item.ident.to_string()]].concat();
                        self.add(file, &module, items);
                    }
                }
                Item::Struct(item) => {
                    let resource = arguments(&item.attrs, "graph_resource");
                    let complex = arguments(&item.attrs, "graph_complex");
                    if let Some(arguments) = resource.or(complex) {
                        let item = declared_struct(file, module, item, &arguments);
                        self.structs.push(item);
                    }
                }
                Item::Enum(item) => {
                    if let Some(arguments) = arguments(&item.attrs, "graph_enum") {
                        let item = declared_enum(file, module, item, &arguments);
                        self.enums.push(item);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Returns the position of the item at a path that a module has written, or of the only one of its name.
pub(super) fn resolve<'a>(
    module: &[String],
    path: &[String],
    declared: impl Iterator<Item = (&'a [String], &'a str)> + Clone,
) -> Option<usize> {
    let (name, segments) = path.split_last()?;
    let mut target = module.to_vec();
    for segment in segments {
        match segment.as_str() {
            "crate" => target.clear(),
            "self" => {}
            "super" => drop(target.pop()),
            name => target.push(name.to_owned()),
        }
    }
    let same = declared
        .clone()
        .position(|(module, ident)| module == target && ident == name);
    same.or_else(|| {
        // It was imported, unless there are several.
        let mut others = declared
            .enumerate()
            .filter(|(_, (_, ident))| *ident == name);
        let (index, _) = others.next()?;
        others.next().is_none().then_some(index)
    })
}

fn declared_struct(
    file: usize,
    module: &[String],
    item: &syn::ItemStruct,
    arguments: &[Meta],
) -> DeclaredStruct {
    let ident = item.ident.to_string();
    let stated = arguments.iter().find_map(|meta| value(meta, "odata_type"));
    let implied = format!("microsoft.graph.{}", names::wire_name_of_type(&ident));
    let (odata_type, odata_type_range) = match stated {
        Some((name, range)) => (name, Some(range)),
        None => (implied, None),
    };
    let fields = match &item.fields {
        Fields::Named(fields) => fields.named.iter().filter_map(declared_field).collect(),
        _ => Vec::new(),
    };
    DeclaredStruct {
        file,
        module: module.to_vec(),
        ident,
        range: range(&item.ident),
        odata_type,
        odata_type_range,
        paths: paths(arguments),
        fields,
    }
}

fn declared_field(field: &syn::Field) -> Option<DeclaredField> {
    let ident = field.ident.as_ref()?;
    let attributes: Vec<Meta> = field
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("graph"))
        .flat_map(list)
        .collect();
    let rename = attributes.iter().find_map(|meta| value(meta, "rename"));
    let implied = || names::wire_name_of_field(&ident.to_string());
    Some(DeclaredField {
        range: range(ident),
        start: match &field.vis {
            syn::Visibility::Inherited => range(ident).start,
            visibility => range(visibility).start,
        },
        wire_name: rename.map_or_else(implied, |(name, _)| name),
        ty: field.ty.clone(),
        type_range: range(&field.ty),
        attributes,
    })
}

fn declared_enum(
    file: usize,
    module: &[String],
    item: &syn::ItemEnum,
    arguments: &[Meta],
) -> DeclaredEnum {
    let members = item.variants.iter().filter_map(|variant| {
        let attributes = variant.attrs.iter();
        let attributes = attributes.filter(|attribute| attribute.path().is_ident("graph"));
        let attributes: Vec<Meta> = attributes.flat_map(list).collect();
        if attributes
            .iter()
            .any(|meta| meta.path().is_ident("unknown"))
        {
            return None;
        }
        let rename = attributes.iter().find_map(|meta| value(meta, "rename"));
        let implied = || names::wire_name_of_type(&variant.ident.to_string());
        let name = rename.map_or_else(implied, |(name, _)| name);
        Some((name, range(&variant.ident)))
    });
    DeclaredEnum {
        file,
        module: module.to_vec(),
        ident: item.ident.to_string(),
        range: range(&item.ident),
        is_flags: arguments.iter().any(|meta| meta.path().is_ident("flags")),
        members: members.collect(),
    }
}

/// Returns the addresses in `path = "…"` and `also(…)`.
fn paths(arguments: &[Meta]) -> Vec<(String, Range<usize>)> {
    let mut paths = Vec::new();
    for meta in arguments {
        paths.extend(value(meta, "path"));
        let Meta::List(also) = meta else { continue };
        if !also.path.is_ident("also") {
            continue;
        }
        for address in parse(also) {
            match &address {
                Meta::List(list) => {
                    paths.extend(parse(list).iter().find_map(|meta| value(meta, "path")));
                }
                named => paths.extend(text(named)),
            }
        }
    }
    paths
}

/// Returns the arguments of an attribute of this name, if there is one.
fn arguments(attributes: &[Attribute], name: &str) -> Option<Vec<Meta>> {
    let mut attributes = attributes.iter();
    let attribute = attributes.find(|attribute| {
        let last = attribute.path().segments.last();
        last.is_some_and(|segment| segment.ident == name)
    })?;
    Some(list(attribute))
}

fn list(attribute: &Attribute) -> Vec<Meta> {
    match &attribute.meta {
        Meta::List(list) => parse(list),
        _ => Vec::new(),
    }
}

/// Returns the entries of a list. What cannot be read is left to the compiler.
fn parse(list: &syn::MetaList) -> Vec<Meta> {
    let entries = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    entries.into_iter().flatten().collect()
}

fn value(meta: &Meta, name: &str) -> Option<(String, Range<usize>)> {
    text(meta).filter(|_| meta.path().is_ident(name))
}

fn text(meta: &Meta) -> Option<(String, Range<usize>)> {
    let Meta::NameValue(meta) = meta else {
        return None;
    };
    match &meta.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some((text.value(), range(text))),
        _ => None,
    }
}
