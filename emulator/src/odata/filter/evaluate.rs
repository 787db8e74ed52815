//! The evaluation of conditions.

use std::cmp::Ordering;

use graph_resource::EdmType;
use serde_json::Value;

use super::expression::{Comparison, Expression, TextFunction};
use super::path::{Path, Scope};
use super::value::{compare, folded};
use crate::store::Properties;

impl Expression {
    /// Returns whether the condition holds for an item.
    pub(crate) fn matches(&self, item: &Properties) -> bool {
        self.holds(Scope {
            item,
            elements: &[],
        })
    }

    fn holds(&self, scope: Scope<'_>) -> bool {
        match self {
            Self::Or(one, other) => one.holds(scope) || other.holds(scope),
            Self::And(one, other) => one.holds(scope) && other.holds(scope),
            Self::Not(condition) => !condition.holds(scope),
            Self::Compare(path, comparison, value) => {
                holds(path.edm_type, path.value(scope), *comparison, value)
            }
            Self::In(path, values) => {
                let found = path.value(scope);
                let mut values = values.iter();
                values.any(|value| holds(path.edm_type, found, Comparison::Equal, value))
            }
            Self::Call(function, path, text) => call(*function, path.value(scope), text),
            Self::Has(path, members) => has(path.value(scope), members),
            Self::Any(path, None) => elements(path, scope).next().is_some(),
            Self::Any(path, Some(condition)) => {
                elements(path, scope).any(|element| condition.holds_for(element, scope))
            }
            Self::All(path, condition) => {
                elements(path, scope).all(|element| condition.holds_for(element, scope))
            }
        }
    }

    fn holds_for(&self, element: &Value, scope: Scope<'_>) -> bool {
        let mut elements = scope.elements.to_vec();
        elements.push(element);
        self.holds(Scope {
            item: scope.item,
            elements: &elements,
        })
    }
}

fn elements<'s>(path: &Path, scope: Scope<'s>) -> impl Iterator<Item = &'s Value> {
    path.value(scope).as_array().into_iter().flatten()
}

/// Returns whether a comparison holds. With `null`, only equality can.
fn holds(edm_type: EdmType, found: &Value, comparison: Comparison, value: &Value) -> bool {
    let order = match (found.is_null(), value.is_null()) {
        (true, true) => Some(Ordering::Equal),
        (false, false) => compare(edm_type, found, value),
        _ => None,
    };
    match comparison {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::NotEqual => order != Some(Ordering::Equal),
        _ if value.is_null() => false,
        Comparison::Greater => order == Some(Ordering::Greater),
        Comparison::Less => order == Some(Ordering::Less),
        Comparison::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
    }
}

fn call(function: TextFunction, found: &Value, text: &str) -> bool {
    let Some(found) = found.as_str().map(folded) else {
        return false;
    };
    let text = folded(text);
    match function {
        TextFunction::StartsWith => found.starts_with(&text),
        TextFunction::EndsWith => found.ends_with(&text),
        TextFunction::Contains => found.contains(&text),
    }
}

/// Returns whether all members are among the flags.
fn has(found: &Value, members: &str) -> bool {
    let Some(found) = found.as_str() else {
        return false;
    };
    members.split(',').all(|member| {
        let mut flags = found.split(',').map(str::trim);
        flags.any(|flag| flag.eq_ignore_ascii_case(member.trim()))
    })
}
