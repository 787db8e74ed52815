use graph_resource::{Operation, ResourceInfo};
use http::Method;

use crate::odata::target::Target;

use super::error::GraphError;

/// Returns the operation of a method on a target, if one of the resources there has it.
pub(super) fn operation_of(
    method: &Method,
    target: &Target,
    resources: impl IntoIterator<Item = &'static ResourceInfo>,
) -> Result<Operation, GraphError> {
    let mut allowed: Vec<(Method, Operation)> = Vec::new();
    for resource in resources {
        for operation in operations(resource, target) {
            if !allowed.contains(&operation) {
                allowed.push(operation);
            }
        }
    }
    let operation = allowed.iter().find(|(allowed, _)| allowed == method);
    operation.map(|(_, operation)| *operation).ok_or_else(|| {
        let methods: Vec<_> = allowed.iter().map(|(method, _)| method.as_str()).collect();
        GraphError::method_not_allowed(methods.join(", "))
    })
}

fn operations(resource: &ResourceInfo, target: &Target) -> Vec<(Method, Operation)> {
    let mut operations = match target.key {
        None => vec![
            (Method::GET, Operation::List),
            (Method::POST, Operation::Create),
        ],
        Some(_) => vec![
            (Method::GET, Operation::Get),
            (resource.update_method().into(), Operation::Update),
            (Method::DELETE, Operation::Delete),
        ],
    };
    operations.retain(|(_, operation)| resource.allows(*operation));
    operations
}
