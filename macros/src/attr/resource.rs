use syn::meta::ParseNestedMeta;
use syn::{Attribute, Ident, LitStr, Path};

use super::{
    CRATE, EMIT_TYPE, ODATA_TYPE, OPERATIONS, PATH, RESOURCE, Slot, UPDATE, VERSION, code,
    for_each_argument, listed, name_of, one_of, skip, string, unknown,
};
use crate::diagnostics::{Mistakes, did_you_mean};
use crate::model::{Operation, UpdateMethod, Version};

const KNOWN: &[&str] = &[
    PATH, ODATA_TYPE, EMIT_TYPE, VERSION, OPERATIONS, UPDATE, CRATE,
];
const METHOD: &str = "method";

/// The arguments of `#[graph_resource(…)]`.
pub(crate) struct ResourceAttributes {
    pub(crate) path: Slot<LitStr>,
    pub(crate) odata_type: Slot<LitStr>,
    pub(crate) emit_type: Slot<bool>,
    pub(crate) version: Slot<Version>,
    pub(crate) operations: Slot<Vec<(Ident, Operation)>>,
    pub(crate) update_method: Slot<UpdateMethod>,
    pub(crate) runtime: Slot<Path>,
}

impl ResourceAttributes {
    /// Parses what the attribute macro left as `#[graph(resource(…))]`.
    pub(crate) fn parse(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        let mut parsed = Self {
            path: Slot::new(PATH),
            odata_type: Slot::new(ODATA_TYPE),
            emit_type: Slot::new(EMIT_TYPE),
            version: Slot::new(VERSION),
            operations: Slot::new(OPERATIONS),
            update_method: Slot::new(UPDATE),
            runtime: Slot::new(CRATE),
        };
        for_each_argument(attributes, RESOURCE, KNOWN, mistakes, |name, meta| {
            parsed.argument(name, meta, mistakes)
        });
        parsed
    }

    fn argument(&mut self, name: &str, meta: &ParseNestedMeta<'_>, mistakes: &Mistakes) -> bool {
        match name {
            PATH => self
                .path
                .fill(meta, string(meta, PATH, "/users", mistakes), mistakes),
            ODATA_TYPE => {
                self.odata_type.fill(
                    meta,
                    string(meta, ODATA_TYPE, "microsoft.graph.user", mistakes),
                    mistakes,
                );
            }
            EMIT_TYPE => {
                let choices = [("always", true), ("never", false)];
                self.emit_type
                    .fill(meta, one_of(meta, EMIT_TYPE, &choices, mistakes), mistakes);
            }
            VERSION => {
                let choices = [("v1.0", Version::V1), ("beta", Version::Beta)];
                self.version
                    .fill(meta, one_of(meta, VERSION, &choices, mistakes), mistakes);
            }
            OPERATIONS => self
                .operations
                .fill(meta, Some(operations(meta, mistakes)), mistakes),
            UPDATE => self
                .update_method
                .fill(meta, update_method(meta, mistakes), mistakes),
            CRATE => self.runtime.fill(
                meta,
                code(meta, CRATE, "my_crate::graph_resource", mistakes),
                mistakes,
            ),
            _ => return false,
        }
        true
    }
}

/// `operations(list, get)`.
fn operations(meta: &ParseNestedMeta<'_>, mistakes: &Mistakes) -> Vec<(Ident, Operation)> {
    let mut operations: Vec<(Ident, Operation)> = Vec::new();
    let names = Operation::ALL.map(|(name, _)| name);
    let parsed = meta.parse_nested_meta(|entry| {
        let name = name_of(&entry);
        let known = Operation::ALL.iter().find(|(known, _)| *known == name);
        match (known, entry.path.get_ident()) {
            (Some((_, operation)), Some(_))
                if operations.iter().any(|(_, other)| other == operation) =>
            {
                mistakes.report(
                    &entry.path,
                    format!("duplicate operation `{name}`"),
                    "give it once",
                );
            }
            (Some((_, operation)), Some(ident)) => operations.push((ident.clone(), *operation)),
            _ => {
                let help = did_you_mean(&name, &names).map_or_else(
                    || format!("there are {}", listed(&names)),
                    |meant| format!("did you mean `{meant}`?"),
                );
                mistakes.report(&entry.path, format!("unknown operation `{name}`"), help);
                skip(&entry);
            }
        }
        Ok(())
    });
    if parsed.is_err() {
        let help = "write, for example, `operations(get, update)`";
        mistakes.report(&meta.path, "`operations` takes a list", help);
        skip(meta);
    }
    operations
}

/// `update(method = "PUT")`.
fn update_method(meta: &ParseNestedMeta<'_>, mistakes: &Mistakes) -> Option<UpdateMethod> {
    let mut method = None;
    let parsed = meta.parse_nested_meta(|entry| {
        if entry.path.is_ident(METHOD) {
            let choices = [("PATCH", UpdateMethod::Patch), ("PUT", UpdateMethod::Put)];
            method = one_of(&entry, METHOD, &choices, mistakes);
        } else {
            unknown(&entry, &name_of(&entry), &[METHOD], mistakes);
        }
        Ok(())
    });
    if parsed.is_err() {
        mistakes.report(
            &meta.path,
            "`update` takes a method",
            "write `update(method = \"PUT\")`",
        );
        skip(meta);
    }
    method
}
