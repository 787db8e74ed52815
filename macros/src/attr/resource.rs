use syn::{Attribute, Ident, LitStr, Path};

use super::entry::{Known, entries};
use super::{
    COMPLEX, CRATE, CRATE_EXAMPLE, EMIT_TYPE, EXTENSIBLE, Entry, ODATA_TYPE, OPERATIONS, PATH,
    RESOURCE, Slot, UPDATE, VERSION, for_each_argument,
};
use crate::diagnostics::Mistakes;
use crate::model::{Operation, UpdateMethod, Version};

const KNOWN: &[&str] = &[
    PATH, ODATA_TYPE, EMIT_TYPE, VERSION, OPERATIONS, UPDATE, EXTENSIBLE, CRATE,
];
const KNOWN_OF_COMPLEX: &[&str] = &[ODATA_TYPE, EMIT_TYPE, EXTENSIBLE, CRATE];
const METHOD: &str = "method";

/// The arguments of `#[graph_resource(…)]`, or those of `#[graph_complex(…)]`, which are fewer.
pub(crate) struct ResourceAttributes {
    pub(crate) path: Slot<LitStr>,
    pub(crate) odata_type: Slot<LitStr>,
    pub(crate) emit_type: Slot<bool>,
    pub(crate) version: Slot<Version>,
    pub(crate) operations: Slot<Vec<(Ident, Operation)>>,
    pub(crate) update_method: Slot<UpdateMethod>,
    pub(crate) extensible: Slot<()>,
    pub(crate) runtime: Slot<Path>,
    /// Whether each argument was known; one that was not may have been meant for one that is missing.
    pub(crate) are_known: bool,
}

impl ResourceAttributes {
    /// Parses what the attribute macro left as `#[graph(resource(…))]`.
    pub(crate) fn parse(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        Self::parse_as(RESOURCE, KNOWN, attributes, mistakes)
    }

    /// Parses what the attribute macro left as `#[graph(complex(…))]`.
    pub(crate) fn parse_complex(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        Self::parse_as(COMPLEX, KNOWN_OF_COMPLEX, attributes, mistakes)
    }

    fn parse_as(
        wrapper: &'static str,
        known: &'static [&'static str],
        attributes: &[Attribute],
        mistakes: &Mistakes,
    ) -> Self {
        let mut parsed = Self {
            path: Slot::new(PATH),
            odata_type: Slot::new(ODATA_TYPE),
            emit_type: Slot::new(EMIT_TYPE),
            version: Slot::new(VERSION),
            operations: Slot::new(OPERATIONS),
            update_method: Slot::new(UPDATE),
            extensible: Slot::new(EXTENSIBLE),
            runtime: Slot::new(CRATE),
            are_known: true,
        };
        parsed.are_known =
            for_each_argument(attributes, wrapper, known, mistakes, |name, argument| {
                parsed.argument(name, argument, mistakes);
            });
        parsed
    }

    fn argument(&mut self, name: &str, argument: &Entry, mistakes: &Mistakes) {
        match name {
            PATH => {
                let path = argument.string("/users", mistakes);
                self.path.fill(argument, path, mistakes);
            }
            ODATA_TYPE => {
                let name = argument.string("microsoft.graph.user", mistakes);
                self.odata_type.fill(argument, name, mistakes);
            }
            EMIT_TYPE => {
                let choices = [("always", true), ("never", false)];
                let emits = argument.one_of(&choices, mistakes);
                self.emit_type.fill(argument, emits, mistakes);
            }
            VERSION => {
                let choices = [("v1.0", Version::V1), ("beta", Version::Beta)];
                let version = argument.one_of(&choices, mistakes);
                self.version.fill(argument, version, mistakes);
            }
            OPERATIONS => {
                let operations = operations(argument, mistakes);
                self.operations.fill(argument, operations, mistakes);
            }
            UPDATE => {
                let method = update_method(argument, mistakes);
                self.update_method.fill(argument, method, mistakes);
            }
            EXTENSIBLE => {
                argument.flag(mistakes);
                self.extensible.fill(argument, Some(()), mistakes);
            }
            CRATE => {
                let runtime = argument.code(CRATE_EXAMPLE, mistakes);
                self.runtime.fill(argument, runtime, mistakes);
            }
            _ => {}
        }
    }
}

/// `operations(list, get)`. `None` if not all of it is understood: then it is better to have one operation too many than to
/// miss one that other code calls.
fn operations(argument: &Entry, mistakes: &Mistakes) -> Option<Vec<(Ident, Operation)>> {
    let Some(list) = argument.list().filter(|list| !list.is_empty()) else {
        mistakes.report(
            &argument.name,
            "`operations` takes a list of at least one operation",
            "write, for example, `operations(get, update)`",
        );
        return None;
    };
    let names = Operation::ALL.map(|(name, _)| name);
    let known = Known {
        what: "operation",
        names: &names,
    };
    let mut operations: Vec<(Ident, Operation)> = Vec::new();
    let entries = entries(list, known, mistakes);
    let mut are_understood = entries.are_all;
    for entry in entries.read {
        let Some(name) = known.find(&entry, mistakes) else {
            are_understood = false;
            continue;
        };
        entry.flag(mistakes);
        let Some((_, operation)) = Operation::ALL.into_iter().find(|(known, _)| *known == name)
        else {
            continue;
        };
        if operations.iter().any(|(_, first)| *first == operation) {
            let wrong = format!("duplicate operation `{name}`");
            mistakes.report(&entry.name, wrong, "give it once");
        } else {
            operations.push((entry.name, operation));
        }
    }
    are_understood.then_some(operations)
}

/// `update(method = "PUT")`.
fn update_method(argument: &Entry, mistakes: &Mistakes) -> Option<UpdateMethod> {
    let Some(list) = argument.list().filter(|list| !list.is_empty()) else {
        mistakes.report(
            &argument.name,
            "`update` takes a method",
            "write `update(method = \"PUT\")`",
        );
        return None;
    };
    let known = Known {
        what: "argument of `update`",
        names: &[METHOD],
    };
    let mut method = Slot::new(METHOD);
    for entry in entries(list, known, mistakes).read {
        if known.find(&entry, mistakes).is_some() {
            let choices = [("PATCH", UpdateMethod::Patch), ("PUT", UpdateMethod::Put)];
            let value = entry.one_of(&choices, mistakes);
            method.fill(&entry, value, mistakes);
        }
    }
    method.value().copied()
}
