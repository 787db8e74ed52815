use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            CloudPcOnPremisesConnection[],
            of_virtual_endpoint_on_premises_connection(on_premises_connection_id),
        ),
        example!(CloudPcProvisioningPolicy[]),
        example!(CloudPcUserSetting[]),
    ]
}

#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/onPremisesConnections",
    also(of_virtual_endpoint_on_premises_connection(
        path = "/deviceManagement/virtualEndpoint/onPremisesConnections/{on_premises_connection_id}/UpdateAdDomainPassword",
        singleton
    )),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcOnPremisesConnection {
    #[graph(key)]
    pub id: String,
    pub ad_domain_name: Option<String>,
    pub ad_domain_password: Option<String>,
    pub ad_domain_username: Option<String>,
    pub alternate_resource_url: Option<String>,
    pub connection_type: Option<CloudPcOnPremisesConnectionType>,
    pub display_name: Option<String>,
    pub health_check_paused: Option<bool>,
    #[graph(read_only)]
    pub health_check_status: Option<CloudPcOnPremisesConnectionStatus>,
    pub health_check_status_detail: Option<DynamicProperties>,
    #[graph(read_only)]
    pub in_use: Option<bool>,
    pub in_use_by_cloud_pc: Option<bool>,
    pub organizational_unit: Option<String>,
    pub resource_group_id: Option<String>,
    pub scope_ids: Option<Vec<String>>,
    pub subnet_id: Option<String>,
    pub subscription_id: Option<String>,
    pub subscription_name: Option<String>,
    pub virtual_network_id: Option<String>,
    pub virtual_network_location: Option<String>,
    #[graph(read_only)]
    pub health_check_status_details: Option<CloudPcOnPremisesConnectionStatusDetails>,
}

#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/provisioningPolicies",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcProvisioningPolicy {
    #[graph(key)]
    pub id: String,
    pub alternate_resource_url: Option<String>,
    pub autopatch: Option<DynamicProperties>,
    pub cloud_pc_group_display_name: Option<String>,
    pub cloud_pc_naming_template: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub domain_join_configurations: Option<Vec<DynamicProperties>>,
    pub enable_single_sign_on: Option<bool>,
    pub grace_period_in_hours: Option<i32>,
    pub image_display_name: Option<String>,
    pub image_id: Option<String>,
    pub image_type: Option<CloudPcProvisioningPolicyImageType>,
    pub local_admin_enabled: Option<bool>,
    pub microsoft_managed_desktop: Option<DynamicProperties>,
    pub provisioning_type: Option<CloudPcProvisioningType>,
    pub windows_setting: Option<DynamicProperties>,
    pub on_premises_connection_id: Option<String>,
    #[graph(navigation)]
    pub assignments: Option<Vec<DynamicProperties>>,
}

#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/userSettings",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcUserSetting {
    #[graph(key)]
    pub id: String,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub local_admin_enabled: Option<bool>,
    pub reset_enabled: Option<bool>,
    pub restore_point_setting: Option<DynamicProperties>,
    pub self_service_enabled: Option<bool>,
    #[graph(navigation)]
    pub assignments: Option<Vec<DynamicProperties>>,
}

#[graph_enum]
pub enum CloudPcOnPremisesConnectionType {
    HybridAzureADJoin,
    AzureADJoin,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum CloudPcOnPremisesConnectionStatus {
    Pending,
    Running,
    Passed,
    Failed,
    Warning,
    Informational,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CloudPcOnPremisesConnectionStatusDetails {
    pub start_date_time: Option<OffsetDateTime>,
    pub end_date_time: Option<OffsetDateTime>,
    pub health_checks: Option<Vec<CloudPcOnPremisesConnectionHealthCheck>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CloudPcOnPremisesConnectionHealthCheck {
    pub additional_detail: Option<String>,
    pub correlation_id: Option<String>,
    pub display_name: Option<String>,
    pub end_date_time: Option<OffsetDateTime>,
    pub error_type: Option<String>,
    pub recommended_action: Option<String>,
    pub start_date_time: Option<OffsetDateTime>,
    pub status: Option<CloudPcOnPremisesConnectionStatus>,
    pub additional_details: Option<String>,
    pub additional_ddetails: Option<Value>,
    pub additionald_details: Option<String>,
}

#[graph_enum]
pub enum CloudPcProvisioningPolicyImageType {
    Gallery,
    Custom,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum CloudPcProvisioningType {
    Dedicated,
    Shared,
    #[graph(unknown)]
    Unknown(String),
}
