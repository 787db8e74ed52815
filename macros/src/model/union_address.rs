use super::address::Further;
use crate::attr::{Operation, UnionArguments, Version};
use crate::template::Template;

/// The address of a union: a collection, or a singleton, whose items are of several types.
pub(crate) struct UnionAddress {
    pub(crate) template: Template,
    pub(crate) further: Vec<Further>,
    pub(crate) version: Option<Version>,
    pub(crate) operations: Vec<Operation>,
    /// The operations on the items of a type, which the struct of that type has.
    pub(crate) item_operations: Vec<Operation>,
    /// True if the path is that of the resource itself.
    pub(crate) is_singleton: bool,
}

/// The operations of a union at the path of a collection. An item is created as one of the derived types.
const COLLECTION: [Operation; 4] = [
    Operation::List,
    Operation::Get,
    Operation::Update,
    Operation::Delete,
];

const SINGLETON: [Operation; 2] = [Operation::Get, Operation::Update];

impl UnionAddress {
    /// The parameter for the key. A macro does not see the types of the variants, which have it.
    pub(crate) const KEY: &'static str = "id";

    /// Returns `None` for a union without a path.
    pub(super) fn new(arguments: &UnionArguments) -> Option<Self> {
        let template = arguments.path.value()?.clone();
        let is_singleton = arguments.singleton.is_given();
        let declared = arguments.operations.value();
        let declared = declared.map(|all| all.iter().map(|(_, operation)| *operation).collect());
        let (of_union, of_items): (&[_], &[_]) = if is_singleton {
            (&SINGLETON, &SINGLETON)
        } else {
            (&COLLECTION, &Operation::ALL.map(|(_, operation)| operation))
        };
        let or_default = |default: &[Operation]| -> Vec<Operation> {
            declared.clone().unwrap_or_else(|| default.to_vec())
        };
        Some(Self {
            template,
            further: Further::all(&arguments.also, is_singleton),
            version: arguments.version.value().copied(),
            operations: or_default(of_union),
            item_operations: or_default(of_items),
            is_singleton,
        })
    }

    pub(crate) fn has(&self, operation: Operation) -> bool {
        self.operations.contains(&operation)
    }

    /// Returns the path of one item of the collection at `path`.
    pub(crate) fn item_path_of(path: &str, is_singleton: bool) -> String {
        if is_singleton {
            path.to_owned()
        } else {
            format!("{path}/{{{}}}", Self::KEY)
        }
    }
}
