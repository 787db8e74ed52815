use super::intune_common::KeyValuePair;
use crate::conformance::registry::{Example, example};
use graph_resource::edm::{Binary, Flags};
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::{OffsetDateTime, Time};

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(IosCustomConfiguration(device_configuration_id)),
        example!(IosCustomConfigurationOfDeviceConfigurationGroupAssignment(
            device_configuration_id,
            group_assignment_id
        )),
        example!(MacOSCustomConfiguration(device_configuration_id)),
        example!(
            MacOSCustomConfigurationOfDeviceConfigurationGroupAssignment(
                device_configuration_id,
                group_assignment_id
            )
        ),
        example!(Windows10TeamGeneralConfiguration(device_configuration_id)),
        example!(
            Windows10TeamGeneralConfigurationOfDeviceConfigurationGroupAssignment(
                device_configuration_id,
                group_assignment_id
            )
        ),
        example!(GroupPolicyPresentationValueText(
            group_policy_configuration_id,
            definition_value_id,
            presentation_value_id
        )),
        example!(GroupPolicyPresentationValueList(
            group_policy_configuration_id,
            definition_value_id,
            presentation_value_id
        )),
        example!(IosUpdateDeviceStatus(ios_update_status_id)),
        example!(SharedPCConfiguration(device_configuration_id)),
        example!(SharedPCConfigurationOfDeviceConfigurationGroupAssignment(
            device_configuration_id,
            group_assignment_id
        )),
        example!(WindowsPhone81CompliancePolicy(device_compliance_policy_id)),
    ]
}

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations",
    extensible,
    operations(update)
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
    path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments/{group_assignment_id}/deviceConfiguration",
    odata_type = "microsoft.graph.iosCustomConfiguration",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IosCustomConfigurationOfDeviceConfigurationGroupAssignment {
    #[graph(base)]
    pub base: IosCustomConfiguration,
}

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations",
    extensible,
    operations(update)
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
    path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments/{group_assignment_id}/deviceConfiguration",
    odata_type = "microsoft.graph.macOSCustomConfiguration",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MacOSCustomConfigurationOfDeviceConfigurationGroupAssignment {
    #[graph(base)]
    pub base: MacOSCustomConfiguration,
}

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations",
    extensible,
    operations(update)
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
    path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments/{group_assignment_id}/deviceConfiguration",
    odata_type = "microsoft.graph.windows10TeamGeneralConfiguration",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Windows10TeamGeneralConfigurationOfDeviceConfigurationGroupAssignment {
    #[graph(base)]
    pub base: Windows10TeamGeneralConfiguration,
}

#[graph_resource(
    path = "/deviceManagement/groupPolicyConfigurations/{group_policy_configuration_id}/definitionValues/{definition_value_id}/presentationValues",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPolicyPresentationValueText {
    #[graph(key)]
    pub id: String,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub created_date_time: Option<OffsetDateTime>,
    pub value: Option<Value>,
}

#[graph_resource(
    path = "/deviceManagement/groupPolicyConfigurations/{group_policy_configuration_id}/definitionValues/{definition_value_id}/presentationValues",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct GroupPolicyPresentationValueList {
    #[graph(key)]
    pub id: String,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub created_date_time: Option<OffsetDateTime>,
    pub values: Option<Vec<KeyValuePair>>,
}

#[graph_resource(path = "/deviceManagement/iosUpdateStatuses", operations(update))]
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

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SharedPCConfiguration {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub version: Option<i32>,
    #[graph(merge)]
    pub account_manager_policy: Option<SharedPCAccountManagerPolicy>,
    pub allowed_accounts: Option<Flags<SharedPCAllowedAccountType>>,
    pub allow_local_storage: Option<bool>,
    pub disable_account_manager: Option<bool>,
    pub disable_edu_policies: Option<bool>,
    pub disable_power_policies: Option<bool>,
    pub disable_sign_in_on_resume: Option<bool>,
    pub enabled: Option<bool>,
    pub idle_time_before_sleep_in_seconds: Option<i32>,
    pub kiosk_app_display_name: Option<String>,
    pub kiosk_app_user_model_id: Option<String>,
    pub maintenance_start_time: Option<Time>,
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
    pub local_storage: Option<Enablement>,
    pub set_account_manager: Option<Enablement>,
    pub set_edu_policies: Option<Enablement>,
    pub set_power_policies: Option<Enablement>,
    pub sign_in_on_resume: Option<Enablement>,
    pub fast_first_sign_in: Option<Enablement>,
}

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments/{group_assignment_id}/deviceConfiguration",
    odata_type = "microsoft.graph.sharedPCConfiguration",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SharedPCConfigurationOfDeviceConfigurationGroupAssignment {
    #[graph(base)]
    pub base: SharedPCConfiguration,
}

#[graph_resource(
    path = "/deviceManagement/deviceCompliancePolicies",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WindowsPhone81CompliancePolicy {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub version: Option<i32>,
    pub os_maximum_version: Option<String>,
    pub os_minimum_version: Option<String>,
    pub password_block_simple: Option<bool>,
    pub password_expiration_days: Option<i32>,
    pub password_minimum_character_set_count: Option<i32>,
    pub password_minimum_length: Option<i32>,
    pub password_minutes_of_inactivity_before_lock: Option<i32>,
    pub password_previous_password_block_count: Option<i32>,
    pub password_required: Option<bool>,
    pub password_required_type: Option<RequiredPasswordType>,
    pub storage_require_encryption: Option<bool>,
    pub role_scope_tag_ids: Option<Vec<String>>,
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

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SharedPCAccountManagerPolicy {
    pub account_deletion_policy: Option<SharedPCAccountDeletionPolicyType>,
    pub cache_accounts_above_disk_free_percentage: Option<i32>,
    pub inactive_threshold_days: Option<i32>,
    pub remove_accounts_below_disk_free_percentage: Option<i32>,
}

#[graph_enum]
pub enum SharedPCAccountDeletionPolicyType {
    Immediate,
    DiskSpaceThreshold,
    DiskSpaceThresholdOrInactiveThreshold,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum SharedPCAllowedAccountType {
    Guest,
    Domain,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum Enablement {
    NotConfigured,
    Enabled,
    Disabled,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum RequiredPasswordType {
    DeviceDefault,
    Alphanumeric,
    Numeric,
    #[graph(unknown)]
    Unknown(String),
}
