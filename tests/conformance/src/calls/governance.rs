//! Functions of identity governance and security.

use graph_resource::{Page, graph_function};
use serde_json::Value;

use super::{Row, row};

#[graph_function(path = "/identity/b2xUserFlows/{key1}/userAttributeAssignments/getOrder", returns = Value)]
pub struct GetOrder {}

#[graph_function(path = "/identityGovernance/entitlementManagement/accessPackages/filterByCurrentUser", returns = Page<Value>)]
pub struct FilterByCurrentUser {
    pub on: String,
}

#[graph_function(path = "/identityGovernance/entitlementManagement/accessPackageAssignmentRequests/filterByCurrentUser", returns = Page<Value>)]
pub struct AccessPackageAssignmentRequestsFilterByCurrentUser {
    pub on: String,
}

#[graph_function(path = "/identityGovernance/accessReviews/definitions/{key1}/instances/filterByCurrentUser", returns = Page<Value>)]
pub struct InstancesFilterByCurrentUser {
    pub on: String,
}

#[graph_function(path = "/identityGovernance/accessReviews/definitions/filterByCurrentUser", returns = Page<Value>)]
pub struct DefinitionsFilterByCurrentUser {
    pub on: String,
}

#[graph_function(path = "/identityGovernance/appConsent/appConsentRequests/filterByCurrentUser", returns = Page<Value>)]
pub struct AppConsentRequestsFilterByCurrentUser {
    pub on: String,
}

#[graph_function(path = "/roleManagement/directory/roleSchedules", returns = Page<Value>)]
pub struct RoleSchedules {
    pub directory_scope_id: String,
    pub app_scope_id: String,
    pub principal_id: String,
    pub role_definition_id: String,
}

#[graph_function(path = "/roleManagement/directory/roleAssignmentSchedules/filterByCurrentUser", returns = Page<Value>)]
pub struct RoleAssignmentSchedulesFilterByCurrentUser {
    pub on: String,
}

#[graph_function(path = "/roleManagement/directory/roleAssignmentScheduleInstances/{key1}/filterByCurrentUser", returns = Page<Value>)]
pub struct RoleAssignmentScheduleInstancesFilterByCurrentUser {
    pub on: String,
}

#[graph_function(path = "/identityGovernance/appConsent/appConsentRequests/{key1}/userConsentRequests/filterByCurrentUser", returns = Page<Value>)]
pub struct UserConsentRequestsFilterByCurrentUser {
    pub on: String,
}

pub(super) fn rows() -> Vec<Row> {
    vec![
        row(
            "/identity/b2xUserFlows/{key1}/userAttributeAssignments/getOrder",
            &[],
            |values| GetOrder::call(values.key(1)),
        ),
        row(
            "/identityGovernance/entitlementManagement/accessPackages/filterByCurrentUser",
            &["on"],
            |values| FilterByCurrentUser::call(values.text("on")),
        ),
        row(
            "/identityGovernance/entitlementManagement/accessPackageAssignmentRequests/filterByCurrentUser",
            &["on"],
            |values| AccessPackageAssignmentRequestsFilterByCurrentUser::call(values.text("on")),
        ),
        row(
            "/identityGovernance/accessReviews/definitions/{key1}/instances/filterByCurrentUser",
            &["on"],
            |values| InstancesFilterByCurrentUser::call(values.key(1), values.text("on")),
        ),
        row(
            "/identityGovernance/accessReviews/definitions/filterByCurrentUser",
            &["on"],
            |values| DefinitionsFilterByCurrentUser::call(values.text("on")),
        ),
        row(
            "/identityGovernance/appConsent/appConsentRequests/filterByCurrentUser",
            &["on"],
            |values| AppConsentRequestsFilterByCurrentUser::call(values.text("on")),
        ),
        row(
            "/roleManagement/directory/roleSchedules",
            &[
                "directoryScopeId",
                "appScopeId",
                "principalId",
                "roleDefinitionId",
            ],
            |values| {
                RoleSchedules::call(
                    values.text("directoryScopeId"),
                    values.text("appScopeId"),
                    values.text("principalId"),
                    values.text("roleDefinitionId"),
                )
            },
        ),
        row(
            "/roleManagement/directory/roleAssignmentSchedules/filterByCurrentUser",
            &["on"],
            |values| RoleAssignmentSchedulesFilterByCurrentUser::call(values.text("on")),
        ),
        row(
            "/roleManagement/directory/roleAssignmentScheduleInstances/{key1}/filterByCurrentUser",
            &["on"],
            |values| {
                RoleAssignmentScheduleInstancesFilterByCurrentUser::call(
                    values.key(1),
                    values.text("on"),
                )
            },
        ),
        row(
            "/identityGovernance/appConsent/appConsentRequests/{key1}/userConsentRequests/filterByCurrentUser",
            &["on"],
            |values| UserConsentRequestsFilterByCurrentUser::call(values.key(1), values.text("on")),
        ),
    ]
}
