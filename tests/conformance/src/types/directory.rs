use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(AdministrativeUnit[], of_directory[]),
        example!(Device[]),
        example!(Domain[]),
        example!(Organization[]),
        example!(
            Group[],
            of_device[device_id],
            of_group[group_id],
            of_group_transitive_members[group_id],
            of_access_package[access_package_id],
            of_access_packages[access_package_id],
            me[],
            of_policy_mobile_app_management_policy[mobile_app_management_policy_id],
            of_service_principal[service_principal_id],
            of_user[user_id],
        ),
        example!(OAuth2PermissionGrant[]),
        example!(SchemaExtension[]),
        example!(
            OpenTypeExtension[group_id, thread_id, post_id],
            of_administrative_unit[administrative_unit_id],
            of_device[device_id],
            of_group_event[group_id, event_id],
            of_group[group_id],
            of_organization[organization_id],
            of_todo_list[list_id],
            of_list_task[list_id, task_id],
            of_user_contact[user_id, contact_id],
            of_user_event[user_id, event_id],
            of_user[user_id],
            of_user_message[user_id, message_id],
            me[],
            of_me_message[message_id],
        ),
    ]
}

#[graph_resource(
    path = "/administrativeUnits",
    also(of_directory = "/directory/administrativeUnits"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AdministrativeUnit {
    #[graph(key)]
    pub id: String,
    pub deleted_date_time: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub is_member_management_restricted: Option<bool>,
    pub membership_rule: Option<String>,
    pub membership_rule_processing_state: Option<String>,
    pub membership_type: Option<String>,
    pub visibility: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(path = "/devices", emit_type = "never", operations(get, list, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct Device {
    #[graph(key)]
    pub id: String,
    pub deleted_date_time: Option<String>,
    pub account_enabled: Option<bool>,
    pub alternative_security_ids: Option<Vec<AlternativeSecurityId>>,
    pub approximate_last_sign_in_date_time: Option<OffsetDateTime>,
    pub compliance_expiration_date_time: Option<String>,
    pub device_category: Option<String>,
    pub device_id: Option<String>,
    pub device_metadata: Option<String>,
    pub device_ownership: Option<String>,
    pub device_version: Option<i32>,
    pub display_name: Option<String>,
    pub enrollment_profile_name: Option<String>,
    pub enrollment_type: Option<String>,
    pub is_compliant: Option<bool>,
    pub is_managed: Option<bool>,
    pub is_management_restricted: Option<bool>,
    pub is_rooted: Option<bool>,
    pub management_type: Option<String>,
    pub manufacturer: Option<String>,
    pub mdm_app_id: Option<String>,
    pub model: Option<String>,
    pub on_premises_last_sync_date_time: Option<String>,
    pub on_premises_security_identifier: Option<String>,
    pub on_premises_sync_enabled: Option<bool>,
    pub operating_system: Option<String>,
    pub operating_system_version: Option<String>,
    pub physical_ids: Option<Vec<String>>,
    pub profile_type: Option<String>,
    pub registration_date_time: Option<String>,
    pub system_labels: Option<Vec<String>>,
    pub trust_type: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(path = "/domains", emit_type = "never", operations(get, list, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct Domain {
    #[graph(key)]
    pub id: String,
    pub authentication_type: Option<String>,
    pub availability_status: Option<String>,
    pub is_admin_managed: Option<bool>,
    pub is_default: Option<bool>,
    pub is_initial: Option<bool>,
    pub is_root: Option<bool>,
    pub is_verified: Option<bool>,
    pub manufacturer: Option<String>,
    pub model: Option<String>,
    pub password_notification_window_in_days: Option<i32>,
    pub password_validity_period_in_days: Option<i32>,
    pub state: Option<DynamicProperties>,
    pub supported_services: Option<Vec<String>>,
    pub name: Option<String>,
}

#[graph_resource(path = "/organization", operations(get, list, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct Organization {
    #[graph(key)]
    pub id: String,
    #[graph(read_only)]
    pub deleted_date_time: Option<String>,
    pub assigned_plans: Option<Vec<AssignedPlan>>,
    pub business_phones: Option<Vec<String>>,
    pub city: Option<String>,
    pub country: Option<String>,
    pub country_letter_code: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
    pub default_usage_location: Option<String>,
    pub display_name: Option<String>,
    pub marketing_notification_emails: Option<Vec<String>>,
    pub mobile_device_management_authority: Option<MdmAuthority>,
    pub on_premises_last_sync_date_time: Option<String>,
    pub on_premises_sync_enabled: Option<bool>,
    pub partner_tenant_type: Option<String>,
    pub postal_code: Option<String>,
    pub preferred_language: Option<String>,
    #[graph(merge)]
    pub privacy_profile: Option<PrivacyProfile>,
    pub provisioned_plans: Option<Vec<DynamicProperties>>,
    pub security_compliance_notification_mails: Option<Vec<String>>,
    pub security_compliance_notification_phones: Option<Vec<String>>,
    pub state: Option<String>,
    pub street: Option<String>,
    pub technical_notification_mails: Option<Vec<String>>,
    pub tenant_type: Option<String>,
    pub verified_domains: Option<Vec<DynamicProperties>>,
    pub directory_size_quota: Option<DynamicProperties>,
    #[graph(read_only)]
    pub is_multiple_data_locations_for_services_enabled: Option<bool>,
    pub object_type: Option<String>,
    pub certificate_connector_setting: Option<Value>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(
    path = "/groups",
    also(
        of_device = "/devices/{device_id}/memberOf",
        of_group = "/groups/{group_id}/transitiveMemberOf",
        of_group_transitive_members = "/groups/{group_id}/transitiveMembers",
        of_access_package = "/identityGovernance/entitlementManagement/accessPackage/{access_package_id}/incompatibleGroups",
        of_access_packages = "/identityGovernance/entitlementManagement/accessPackages/{access_package_id}/incompatibleGroups",
        me = "/me/joinedTeams",
        of_policy_mobile_app_management_policy = "/policies/mobileAppManagementPolicies/{mobile_app_management_policy_id}/includedGroups",
        of_service_principal = "/servicePrincipals/{service_principal_id}/transitiveMemberOf",
        of_user = "/users/{user_id}/joinedTeams"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    #[graph(key)]
    pub id: String,
    pub deleted_date_time: Option<String>,
    pub access_type: Option<GroupAccessType>,
    pub allow_external_senders: Option<bool>,
    pub assigned_labels: Option<Vec<AssignedLabel>>,
    pub assigned_licenses: Option<Vec<DynamicProperties>>,
    pub auto_subscribe_new_members: Option<bool>,
    pub classification: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub expiration_date_time: Option<String>,
    pub group_types: Option<Vec<String>>,
    pub has_members_with_license_errors: Option<bool>,
    pub hide_from_address_lists: Option<bool>,
    pub hide_from_outlook_clients: Option<bool>,
    pub info_catalogs: Option<Vec<String>>,
    pub is_archived: Option<bool>,
    pub is_assignable_to_role: Option<bool>,
    pub is_favorite: Option<bool>,
    pub is_management_restricted: Option<bool>,
    pub is_subscribed_by_mail: Option<bool>,
    pub license_processing_state: Option<DynamicProperties>,
    pub mail: Option<String>,
    pub mail_enabled: Option<bool>,
    pub mail_nickname: Option<String>,
    pub membership_rule: Option<String>,
    pub membership_rule_processing_state: Option<String>,
    pub on_premises_domain_name: Option<String>,
    pub on_premises_extension_attributes: Option<DynamicProperties>,
    pub on_premises_last_sync_date_time: Option<String>,
    pub on_premises_net_bios_name: Option<String>,
    pub on_premises_provisioning_errors: Option<Vec<DynamicProperties>>,
    pub on_premises_sam_account_name: Option<String>,
    pub on_premises_security_identifier: Option<String>,
    pub on_premises_sync_enabled: Option<bool>,
    pub organization_id: Option<String>,
    pub preferred_data_location: Option<String>,
    pub preferred_language: Option<String>,
    pub proxy_addresses: Option<Vec<String>>,
    pub renewed_date_time: Option<OffsetDateTime>,
    pub resource_behavior_options: Option<Vec<String>>,
    pub resource_provisioning_options: Option<Vec<String>>,
    pub security_enabled: Option<bool>,
    pub security_identifier: Option<String>,
    pub service_provisioning_errors: Option<Vec<DynamicProperties>>,
    pub theme: Option<String>,
    pub unique_name: Option<String>,
    pub unseen_conversations_count: Option<i32>,
    pub unseen_count: Option<i32>,
    pub unseen_messages_count: Option<i32>,
    pub visibility: Option<String>,
    pub welcome_message_enabled: Option<bool>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(
    path = "/oauth2PermissionGrants",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct OAuth2PermissionGrant {
    #[graph(key)]
    pub id: String,
    pub client_id: Option<String>,
    pub consent_type: Option<String>,
    pub principal_id: Option<String>,
    pub resource_id: Option<String>,
    pub scope: Option<String>,
    pub start_time: Option<String>,
    pub expiry_time: Option<String>,
}

#[graph_resource(
    path = "/schemaExtensions",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SchemaExtension {
    #[graph(key)]
    pub id: String,
    pub description: Option<String>,
    pub owner: Option<String>,
    pub properties: Option<Vec<ExtensionSchemaProperty>>,
    pub status: Option<String>,
    pub target_types: Option<Vec<String>>,
}

#[graph_resource(
    path = "/groups/{group_id}/threads/{thread_id}/posts/{post_id}/extensions",
    also(
        of_administrative_unit = "/administrativeUnits/{administrative_unit_id}/extensions",
        of_device = "/devices/{device_id}/extensions",
        of_group_event = "/groups/{group_id}/events/{event_id}/extensions",
        of_group = "/groups/{group_id}/extensions",
        of_organization = "/organization/{organization_id}/extensions",
        of_todo_list = "/users/me/todo/lists/{list_id}/extensions",
        of_list_task = "/users/me/todo/lists/{list_id}/tasks/{task_id}/extensions",
        of_user_contact = "/users/{user_id}/contacts/{contact_id}/extensions",
        of_user_event = "/users/{user_id}/events/{event_id}/extensions",
        of_user = "/users/{user_id}/extensions",
        of_user_message = "/users/{user_id}/messages/{message_id}/extensions",
        me = "/me/extensions",
        of_me_message = "/me/messages/{message_id}/extensions"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct OpenTypeExtension {
    #[graph(key)]
    pub id: String,
    pub extension_name: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AlternativeSecurityId {
    pub identity_provider: Option<String>,
    pub key: Option<String>,
    pub r#type: Option<i32>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AssignedPlan {
    pub assigned_date_time: Option<String>,
    pub capability_status: Option<String>,
    pub service: Option<String>,
    pub service_plan_id: Option<String>,
}

#[graph_enum]
pub enum MdmAuthority {
    #[graph(rename = "unknown")]
    UnknownMember,
    Intune,
    Sccm,
    Office365,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrivacyProfile {
    pub contact_email: Option<String>,
    pub statement_url: Option<String>,
}

#[graph_enum]
pub enum GroupAccessType {
    None,
    Private,
    Secret,
    Public,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AssignedLabel {
    pub display_name: Option<String>,
    pub label_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ExtensionSchemaProperty {
    pub name: Option<String>,
    pub r#type: Option<String>,
}
