use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource, graph_union};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::{Identity, UserIdentity};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            AccessReviewInstanceDecisionItem[pending_access_review_instance_id],
            of_definition_instance[definition_id, instance_id],
        ),
        example!(AccessPackageCatalog[]),
        example!(ConnectedOrganization[]),
        example!(EntitlementManagementSettings()),
        example!(
            UnifiedRoleManagementPolicyRule[role_management_policy_id],
            of_policy_role_management_policy[role_management_policy_id],
        ),
        example!(UnifiedRoleAssignmentMultiple[], of_role_management_cloud_pc[]),
        example!(GovernanceRuleSetting[]),
    ]
}

#[graph_resource(
    path = "/me/pendingAccessReviewInstances/{pending_access_review_instance_id}/decisions",
    also(
        of_definition_instance = "/identityGovernance/accessReviews/definitions/{definition_id}/instances/{instance_id}/decisions"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AccessReviewInstanceDecisionItem {
    #[graph(key)]
    pub id: String,
    #[graph(read_only)]
    pub access_review_id: Option<String>,
    #[graph(read_only)]
    pub applied_by: Option<UserIdentity>,
    #[graph(read_only)]
    pub applied_date_time: Option<String>,
    #[graph(read_only)]
    pub apply_result: Option<String>,
    pub decision: Option<String>,
    pub justification: Option<String>,
    #[graph(read_only)]
    pub principal: Option<PrincipalIdentity>,
    #[graph(read_only)]
    pub principal_link: Option<String>,
    #[graph(read_only)]
    pub recommendation: Option<String>,
    #[graph(read_only)]
    pub resource: Option<DynamicProperties>,
    #[graph(read_only)]
    pub resource_link: Option<String>,
    #[graph(read_only)]
    pub reviewed_by: Option<UserIdentity>,
    #[graph(read_only)]
    pub reviewed_date_time: Option<String>,
    #[graph(read_only)]
    pub target: Option<Value>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(
    path = "/identityGovernance/entitlementManagement/accessPackageCatalogs",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AccessPackageCatalog {
    #[graph(key)]
    pub id: String,
    pub catalog_type: Option<AccessPackageCatalogType>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub is_externally_visible: Option<bool>,
    #[graph(read_only)]
    pub modified_date_time: Option<OffsetDateTime>,
    pub state: Option<AccessPackageCatalogState>,
    pub catalog_status: Option<String>,
    #[graph(read_only)]
    pub created_by: Option<String>,
    #[graph(read_only)]
    pub modified_by: Option<String>,
}

#[graph_resource(
    path = "/identityGovernance/entitlementManagement/connectedOrganizations",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ConnectedOrganization {
    #[graph(key)]
    pub id: String,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub identity_sources: Option<Vec<IdentitySource>>,
    pub modified_date_time: Option<OffsetDateTime>,
    pub state: Option<ConnectedOrganizationState>,
    pub created_by: Option<String>,
    pub modified_by: Option<String>,
}

#[graph_resource(
    path = "/identityGovernance/entitlementManagement/settings",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EntitlementManagementSettings {
    #[graph(read_only)]
    pub id: Option<String>,
    pub duration_until_external_user_deleted_after_blocked: Option<String>,
    pub external_user_lifecycle_action: Option<AccessPackageExternalUserLifecycleAction>,
    pub days_until_external_user_deleted_after_blocked: Option<i64>,
}

#[graph_resource(
    path = "/policies/roleManagementPolicies/{role_management_policy_id}/rules",
    also(
        of_policy_role_management_policy = "/policies/roleManagementPolicies/{role_management_policy_id}/effectiveRules"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct UnifiedRoleManagementPolicyRule {
    #[graph(key)]
    pub id: String,
    pub target: Option<DynamicProperties>,
}

#[graph_resource(
    path = "/roleManagement/deviceManagement/roleAssignments",
    also(of_role_management_cloud_pc = "/roleManagement/cloudPc/roleAssignments"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct UnifiedRoleAssignmentMultiple {
    #[graph(key)]
    pub id: String,
    pub app_scope_ids: Option<Vec<String>>,
    pub description: Option<String>,
    pub directory_scope_ids: Option<Vec<String>>,
    pub display_name: Option<String>,
    pub principal_ids: Option<Vec<String>>,
    pub role_definition_id: Option<String>,
}

#[graph_resource(
    path = "/privilegedAccess/azureResources/roleSettings",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct GovernanceRuleSetting {
    #[graph(key)]
    pub id: String,
    pub admin_eligible_settings: Option<Vec<Value>>,
    pub admin_member_settings: Option<Vec<Value>>,
    pub user_eligible_settings: Option<Vec<Value>>,
    pub user_member_settings: Option<Vec<Value>>,
}

#[graph_enum]
pub enum AccessPackageCatalogType {
    UserManaged,
    ServiceDefault,
    ServiceManaged,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum AccessPackageCatalogState {
    Unpublished,
    Published,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum IdentitySource {
    AzureActiveDirectoryTenant(AzureActiveDirectoryTenant),
    DomainIdentitySource(DomainIdentitySource),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AzureActiveDirectoryTenant {
    pub display_name: Option<String>,
    pub tenant_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DomainIdentitySource {
    pub display_name: Option<String>,
    pub domain_name: Option<String>,
}

#[graph_enum]
pub enum ConnectedOrganizationState {
    Configured,
    Proposed,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum AccessPackageExternalUserLifecycleAction {
    None,
    BlockSignIn,
    BlockSignInAndDelete,
    #[graph(unknown)]
    Unknown(String),
}

/// Whose access is reviewed.
#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum PrincipalIdentity {
    #[graph(base)]
    Identity(Identity),
    User(UserIdentity),
    ServicePrincipal(ServicePrincipalIdentity),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ServicePrincipalIdentity {
    pub id: Option<String>,
    pub app_id: Option<String>,
    pub display_name: Option<String>,
}
