use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(CountryNamedLocation[]),
        example!(IdentityUserFlowAttribute[]),
        example!(Fido2AuthenticationMethodConfiguration[]),
        example!(SocialIdentityProvider[]),
        example!(ActivityBasedTimeoutPolicy[]),
        example!(AuthenticationFlowsPolicy()),
    ]
}

#[graph_resource(
    path = "/identity/conditionalAccess/namedLocations",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CountryNamedLocation {
    #[graph(key)]
    pub id: String,
    pub deleted_date_time: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub modified_date_time: Option<OffsetDateTime>,
    pub countries_and_regions: Option<Vec<String>>,
    pub country_lookup_method: Option<CountryLookupMethodType>,
    pub include_unknown_countries_and_regions: Option<bool>,
}

#[graph_resource(
    path = "/identity/userFlowAttributes",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IdentityUserFlowAttribute {
    #[graph(key)]
    pub id: String,
    pub data_type: Option<IdentityUserFlowAttributeDataType>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub user_flow_attribute_type: Option<IdentityUserFlowAttributeType>,
}

#[graph_resource(
    path = "/policies/authenticationMethodsPolicy/authenticationMethodConfigurations",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Fido2AuthenticationMethodConfiguration {
    #[graph(key)]
    pub id: String,
    pub exclude_targets: Option<Vec<DynamicProperties>>,
    pub state: Option<AuthenticationMethodState>,
    pub default_passkey_profile: Option<String>,
    pub is_attestation_enforced: Option<Value>,
    pub is_self_service_registration_allowed: Option<bool>,
    #[graph(merge)]
    pub key_restrictions: Option<Fido2KeyRestrictions>,
    #[graph(navigation)]
    pub include_targets: Option<Vec<DynamicProperties>>,
}

#[graph_resource(
    path = "/identity/identityProviders",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SocialIdentityProvider {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub client_id: Option<String>,
    pub client_secret: Option<String>,
    pub identity_provider_type: Option<String>,
    pub domain_hint: Option<String>,
    pub claims_mapping: Option<DynamicProperties>,
    pub metadata_url: Option<String>,
    pub response_mode: Option<String>,
    pub response_type: Option<String>,
    pub scope: Option<String>,
    pub developer_id: Option<String>,
    pub service_id: Option<String>,
    pub key_id: Option<String>,
    pub certificate_data: Option<String>,
}

#[graph_resource(
    path = "/policies/activityBasedTimeoutPolicies",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityBasedTimeoutPolicy {
    #[graph(key)]
    pub id: String,
    pub deleted_date_time: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub definition: Option<Vec<String>>,
    pub is_organization_default: Option<bool>,
    #[graph(rename = "Version")]
    pub version: Option<i32>,
    #[graph(rename = "ApplicationPolicies")]
    pub application_policies: Option<Value>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(
    path = "/policies/authenticationFlowsPolicy",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AuthenticationFlowsPolicy {
    #[graph(read_only)]
    pub id: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    #[graph(merge)]
    pub self_service_sign_up: Option<SelfServiceSignUpAuthenticationFlowConfiguration>,
}

#[graph_enum]
pub enum CountryLookupMethodType {
    ClientIpAddress,
    AuthenticatorAppGps,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum IdentityUserFlowAttributeDataType {
    String,
    Boolean,
    Int64,
    StringCollection,
    DateTime,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum IdentityUserFlowAttributeType {
    BuiltIn,
    Custom,
    Required,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum AuthenticationMethodState {
    Enabled,
    Disabled,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fido2KeyRestrictions {
    pub aa_guids: Option<Vec<String>>,
    pub enforcement_type: Option<Fido2RestrictionEnforcementType>,
    pub is_enforced: Option<bool>,
}

#[graph_enum]
pub enum Fido2RestrictionEnforcementType {
    Allow,
    Block,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SelfServiceSignUpAuthenticationFlowConfiguration {
    pub is_enabled: Option<bool>,
}
