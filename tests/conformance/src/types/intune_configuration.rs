use graph_resource::edm::Binary;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::{OffsetDateTime, Time};

use super::super::registry::Example;
use super::intune_common::KeyValuePair;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            IosCustomConfiguration[],
            of_device_configuration_group_assignment(device_configuration_id, group_assignment_id),
            of_device_configuration_windows_domain_join_configuration[device_configuration_id],
        ),
        example!(
            MacOSCustomConfiguration[],
            of_device_configuration_group_assignment(device_configuration_id, group_assignment_id),
            of_device_configuration_windows_domain_join_configuration[device_configuration_id],
        ),
        example!(
            Windows10TeamGeneralConfiguration[],
            of_group_assignment(device_configuration_id, group_assignment_id),
            of_device_configuration_windows_domain_join_configuration[device_configuration_id],
        ),
        example!(
            GroupPolicyPresentationValueText[group_policy_configuration_id, definition_value_id],
        ),
        example!(
            GroupPolicyPresentationValueList[group_policy_configuration_id, definition_value_id],
        ),
        example!(IosUpdateDeviceStatus[]),
    ]
}

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations",
    also(
        of_device_configuration_group_assignment(
            path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments/{group_assignment_id}/deviceConfiguration",
            singleton
        ),
        of_device_configuration_windows_domain_join_configuration = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsDomainJoinConfiguration/networkAccessConfigurations"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IosCustomConfiguration {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub version: Option<i32>,
    pub payload: Option<Binary>,
    pub payload_file_name: Option<String>,
    pub payload_name: Option<String>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub supports_scope_tags: Option<bool>,
    #[graph(merge)]
    pub device_management_applicability_rule_os_edition:
        Option<DeviceManagementApplicabilityRuleOsEdition>,
    #[graph(merge)]
    pub device_management_applicability_rule_os_version:
        Option<DeviceManagementApplicabilityRuleOsVersion>,
    #[graph(merge)]
    pub device_management_applicability_rule_device_mode:
        Option<DeviceManagementApplicabilityRuleDeviceMode>,
}

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations",
    also(
        of_device_configuration_group_assignment(
            path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments/{group_assignment_id}/deviceConfiguration",
            singleton
        ),
        of_device_configuration_windows_domain_join_configuration = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsDomainJoinConfiguration/networkAccessConfigurations"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MacOSCustomConfiguration {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub version: Option<i32>,
    pub payload: Option<Binary>,
    pub payload_file_name: Option<String>,
    pub payload_name: Option<String>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub supports_scope_tags: Option<bool>,
    #[graph(merge)]
    pub device_management_applicability_rule_os_edition:
        Option<DeviceManagementApplicabilityRuleOsEdition>,
    #[graph(merge)]
    pub device_management_applicability_rule_os_version:
        Option<DeviceManagementApplicabilityRuleOsVersion>,
    #[graph(merge)]
    pub device_management_applicability_rule_device_mode:
        Option<DeviceManagementApplicabilityRuleDeviceMode>,
}

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations",
    also(
        of_group_assignment(
            path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments/{group_assignment_id}/deviceConfiguration",
            singleton
        ),
        of_device_configuration_windows_domain_join_configuration = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsDomainJoinConfiguration/networkAccessConfigurations"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Windows10TeamGeneralConfiguration {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub version: Option<i32>,
    pub azure_operational_insights_block_telemetry: Option<bool>,
    pub azure_operational_insights_workspace_id: Option<String>,
    pub azure_operational_insights_workspace_key: Option<String>,
    pub connect_app_block_auto_launch: Option<bool>,
    pub maintenance_window_blocked: Option<bool>,
    pub maintenance_window_duration_in_hours: Option<i32>,
    pub maintenance_window_start_time: Option<Time>,
    pub miracast_blocked: Option<bool>,
    pub miracast_channel: Option<MiracastChannel>,
    pub miracast_require_pin: Option<bool>,
    pub settings_block_my_meetings_and_files: Option<bool>,
    pub settings_block_session_resume: Option<bool>,
    pub settings_block_signin_suggestions: Option<bool>,
    pub settings_default_volume: Option<i32>,
    pub settings_screen_timeout_in_minutes: Option<i32>,
    pub settings_session_timeout_in_minutes: Option<i32>,
    pub settings_sleep_timeout_in_minutes: Option<i32>,
    pub welcome_screen_background_image_url: Option<String>,
    pub welcome_screen_block_automatic_wake_up: Option<bool>,
    pub welcome_screen_meeting_information: Option<WelcomeScreenMeetingInformation>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub supports_scope_tags: Option<bool>,
    #[graph(merge)]
    pub device_management_applicability_rule_os_edition:
        Option<DeviceManagementApplicabilityRuleOsEdition>,
    #[graph(merge)]
    pub device_management_applicability_rule_os_version:
        Option<DeviceManagementApplicabilityRuleOsVersion>,
    #[graph(merge)]
    pub device_management_applicability_rule_device_mode:
        Option<DeviceManagementApplicabilityRuleDeviceMode>,
}

#[graph_resource(
    path = "/deviceManagement/groupPolicyConfigurations/{group_policy_configuration_id}/definitionValues/{definition_value_id}/presentationValues",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPolicyPresentationValueText {
    #[graph(key)]
    pub id: String,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub created_date_time: Option<OffsetDateTime>,
    pub value: Option<String>,
}

#[graph_resource(
    path = "/deviceManagement/groupPolicyConfigurations/{group_policy_configuration_id}/definitionValues/{definition_value_id}/presentationValues",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPolicyPresentationValueList {
    #[graph(key)]
    pub id: String,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub created_date_time: Option<OffsetDateTime>,
    pub values: Option<Vec<KeyValuePair>>,
}

#[graph_resource(
    path = "/deviceManagement/iosUpdateStatuses",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IosUpdateDeviceStatus {
    #[graph(key)]
    pub id: String,
    pub compliance_grace_period_expiration_date_time: Option<OffsetDateTime>,
    pub device_display_name: Option<String>,
    pub device_id: Option<String>,
    pub device_model: Option<String>,
    pub install_status: Option<IosUpdatesInstallStatus>,
    pub last_reported_date_time: Option<OffsetDateTime>,
    pub os_version: Option<String>,
    pub status: Option<ComplianceStatus>,
    pub user_id: Option<String>,
    pub user_name: Option<String>,
    pub user_principal_name: Option<String>,
    pub platform: Option<i32>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DeviceManagementApplicabilityRuleOsEdition {
    pub os_edition_types: Option<Vec<Windows10EditionType>>,
    pub rule_type: Option<String>,
    pub name: Option<String>,
}

#[graph_enum]
pub enum Windows10EditionType {
    Windows10Enterprise,
    Windows10EnterpriseN,
    Windows10Education,
    Windows10EducationN,
    Windows10MobileEnterprise,
    Windows10HolographicEnterprise,
    Windows10Professional,
    Windows10ProfessionalN,
    Windows10ProfessionalEducation,
    Windows10ProfessionalEducationN,
    Windows10ProfessionalWorkstation,
    Windows10ProfessionalWorkstationN,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DeviceManagementApplicabilityRuleOsVersion {
    #[graph(rename = "minOSVersion")]
    pub min_os_version: Option<String>,
    #[graph(rename = "maxOSVersion")]
    pub max_os_version: Option<String>,
    pub rule_type: Option<String>,
    pub name: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DeviceManagementApplicabilityRuleDeviceMode {
    pub device_mode: Option<String>,
    pub rule_type: Option<String>,
    pub name: Option<String>,
}

#[graph_enum]
pub enum MiracastChannel {
    UserDefined,
    One,
    Two,
    Three,
    Four,
    Five,
    Six,
    Seven,
    Eight,
    Nine,
    Ten,
    Eleven,
    ThirtySix,
    Forty,
    FortyFour,
    FortyEight,
    OneHundredFortyNine,
    OneHundredFiftyThree,
    OneHundredFiftySeven,
    OneHundredSixtyOne,
    OneHundredSixtyFive,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum WelcomeScreenMeetingInformation {
    UserDefined,
    ShowOrganizerAndTimeOnly,
    ShowOrganizerAndTimeAndSubject,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum IosUpdatesInstallStatus {
    DeviceOsHigherThanDesiredOsVersion,
    SharedDeviceUserLoggedInError,
    NotSupportedOperation,
    InstallFailed,
    InstallPhoneCallInProgress,
    InstallInsufficientPower,
    InstallInsufficientSpace,
    Installing,
    DownloadInsufficientNetwork,
    DownloadInsufficientPower,
    DownloadInsufficientSpace,
    DownloadRequiresComputer,
    DownloadFailed,
    Downloading,
    Success,
    Available,
    Idle,
    #[graph(rename = "unknown")]
    UnknownMember,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum ComplianceStatus {
    #[graph(rename = "unknown")]
    UnknownMember,
    NotApplicable,
    Compliant,
    Remediated,
    NonCompliant,
    Error,
    Conflict,
    NotAssigned,
    #[graph(unknown)]
    Unknown(String),
}
