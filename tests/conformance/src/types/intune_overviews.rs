use graph_resource::graph_resource;
use time::OffsetDateTime;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            SettingStateDeviceSummary[device_configuration_id],
            of_device_compliance_policy[device_compliance_policy_id],
            of_device_configuration_identity_certificate[device_configuration_id],
            of_identity_certificate_root_certificate[device_configuration_id],
            of_ios_scep_certificate_profile_root_certificate[device_configuration_id],
            of_mac_os_wired_network_configuration_identity_certificate_for_client_authentication[device_configuration_id],
            of_mac_os_wired_network_configuration_root_certificate_for_server_validation[device_configuration_id],
            of_windows_phone81_vpn_configuration_identity_certificate[device_configuration_id],
            of_windows_wifi_enterprise_eap_configuration_identity_certificate_for_client_authentication[device_configuration_id],
            of_windows_wifi_enterprise_eap_configuration_root_certificates_for_server_validation[device_configuration_id, root_certificates_for_server_validation_id],
            of_device_configuration_root_certificate[device_configuration_id],
        ),
        example!(
            DeviceConfigurationDeviceOverview(device_configuration_id),
            of_device_configuration_identity_certificate(device_configuration_id),
            of_identity_certificate_root_certificate(device_configuration_id),
            of_ios_scep_certificate_profile_root_certificate(device_configuration_id),
            of_mac_os_wired_network_configuration_identity_certificate_for_client_authentication(device_configuration_id),
            of_mac_os_wired_network_configuration_root_certificate_for_server_validation(device_configuration_id),
            of_windows_phone81_vpn_configuration_identity_certificate(device_configuration_id),
            of_windows_wifi_enterprise_eap_configuration_identity_certificate_for_client_authentication(device_configuration_id),
            of_windows_wifi_enterprise_eap_configuration_root_certificates_for_server_validation(device_configuration_id, root_certificates_for_server_validation_id),
            of_device_configuration_root_certificate(device_configuration_id),
        ),
        example!(
            DeviceConfigurationUserOverview(device_configuration_id),
            of_identity_certificate_root_certificate(device_configuration_id),
            of_device_configuration_identity_certificate(device_configuration_id),
            of_ios_scep_certificate_profile_root_certificate(device_configuration_id),
            of_mac_os_wired_network_configuration_identity_certificate_for_client_authentication(device_configuration_id),
            of_mac_os_wired_network_configuration_root_certificate_for_server_validation(device_configuration_id),
            of_windows_phone81_vpn_configuration_identity_certificate(device_configuration_id),
            of_windows_wifi_enterprise_eap_configuration_identity_certificate_for_client_authentication(device_configuration_id),
            of_windows_wifi_enterprise_eap_configuration_root_certificates_for_server_validation(device_configuration_id, root_certificates_for_server_validation_id),
            of_device_configuration_root_certificate(device_configuration_id),
        ),
        example!(
            DeviceConfigurationGroupAssignment[device_configuration_id],
            of_device_configuration_identity_certificate[device_configuration_id],
            of_identity_certificate_root_certificate[device_configuration_id],
            of_ios_scep_certificate_profile_root_certificate[device_configuration_id],
            of_mac_os_wired_network_configuration_identity_certificate_for_client_authentication[device_configuration_id],
            of_mac_os_wired_network_configuration_root_certificate_for_server_validation[device_configuration_id],
            of_windows_phone81_vpn_configuration_identity_certificate[device_configuration_id],
            of_windows_wifi_enterprise_eap_configuration_identity_certificate_for_client_authentication[device_configuration_id],
            of_windows_wifi_enterprise_eap_configuration_root_certificates_for_server_validation[device_configuration_id, root_certificates_for_server_validation_id],
            of_device_configuration_root_certificate[device_configuration_id],
        ),
    ]
}

#[graph_resource(path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/deviceSettingStateSummaries", also(of_device_compliance_policy = "/deviceManagement/deviceCompliancePolicies/{device_compliance_policy_id}/deviceSettingStateSummaries", of_device_configuration_identity_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/identityCertificate/deviceSettingStateSummaries", of_identity_certificate_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/identityCertificate/rootCertificate/deviceSettingStateSummaries", of_ios_scep_certificate_profile_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.iosScepCertificateProfile/rootCertificate/deviceSettingStateSummaries", of_mac_os_wired_network_configuration_identity_certificate_for_client_authentication = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.macOSWiredNetworkConfiguration/identityCertificateForClientAuthentication/deviceSettingStateSummaries", of_mac_os_wired_network_configuration_root_certificate_for_server_validation = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.macOSWiredNetworkConfiguration/rootCertificateForServerValidation/deviceSettingStateSummaries", of_windows_phone81_vpn_configuration_identity_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsPhone81VpnConfiguration/identityCertificate/deviceSettingStateSummaries", of_windows_wifi_enterprise_eap_configuration_identity_certificate_for_client_authentication = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsWifiEnterpriseEAPConfiguration/identityCertificateForClientAuthentication/deviceSettingStateSummaries", of_windows_wifi_enterprise_eap_configuration_root_certificates_for_server_validation = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsWifiEnterpriseEAPConfiguration/rootCertificatesForServerValidation/{root_certificates_for_server_validation_id}/deviceSettingStateSummaries", of_device_configuration_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/rootCertificate/deviceSettingStateSummaries"),  operations(get, list, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct SettingStateDeviceSummary {
    #[graph(key)]
    pub id: String,
    pub setting_name: Option<String>,
    pub instance_path: Option<String>,
    pub unknown_device_count: Option<i32>,
    pub not_applicable_device_count: Option<i32>,
    pub compliant_device_count: Option<i32>,
    pub remediated_device_count: Option<i32>,
    pub non_compliant_device_count: Option<i32>,
    pub error_device_count: Option<i32>,
    pub conflict_device_count: Option<i32>,
}

#[graph_resource(path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/deviceStatusOverview", also(of_device_configuration_identity_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/identityCertificate/deviceStatusOverview", of_identity_certificate_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/identityCertificate/rootCertificate/deviceStatusOverview", of_ios_scep_certificate_profile_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.iosScepCertificateProfile/rootCertificate/deviceStatusOverview", of_mac_os_wired_network_configuration_identity_certificate_for_client_authentication = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.macOSWiredNetworkConfiguration/identityCertificateForClientAuthentication/deviceStatusOverview", of_mac_os_wired_network_configuration_root_certificate_for_server_validation = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.macOSWiredNetworkConfiguration/rootCertificateForServerValidation/deviceStatusOverview", of_windows_phone81_vpn_configuration_identity_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsPhone81VpnConfiguration/identityCertificate/deviceStatusOverview", of_windows_wifi_enterprise_eap_configuration_identity_certificate_for_client_authentication = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsWifiEnterpriseEAPConfiguration/identityCertificateForClientAuthentication/deviceStatusOverview", of_windows_wifi_enterprise_eap_configuration_root_certificates_for_server_validation = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsWifiEnterpriseEAPConfiguration/rootCertificatesForServerValidation/{root_certificates_for_server_validation_id}/deviceStatusOverview", of_device_configuration_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/rootCertificate/deviceStatusOverview"),  operations(get, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceConfigurationDeviceOverview {
    #[graph(read_only)]
    pub id: Option<String>,
    pub pending_count: Option<i32>,
    pub not_applicable_count: Option<i32>,
    pub not_applicable_platform_count: Option<i32>,
    pub success_count: Option<i32>,
    pub error_count: Option<i32>,
    pub failed_count: Option<i32>,
    pub conflict_count: Option<i32>,
    pub last_update_date_time: Option<OffsetDateTime>,
    pub configuration_version: Option<i32>,
}

#[graph_resource(path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/userStatusOverview", also(of_identity_certificate_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/identityCertificate/rootCertificate/userStatusOverview", of_device_configuration_identity_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/identityCertificate/userStatusOverview", of_ios_scep_certificate_profile_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.iosScepCertificateProfile/rootCertificate/userStatusOverview", of_mac_os_wired_network_configuration_identity_certificate_for_client_authentication = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.macOSWiredNetworkConfiguration/identityCertificateForClientAuthentication/userStatusOverview", of_mac_os_wired_network_configuration_root_certificate_for_server_validation = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.macOSWiredNetworkConfiguration/rootCertificateForServerValidation/userStatusOverview", of_windows_phone81_vpn_configuration_identity_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsPhone81VpnConfiguration/identityCertificate/userStatusOverview", of_windows_wifi_enterprise_eap_configuration_identity_certificate_for_client_authentication = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsWifiEnterpriseEAPConfiguration/identityCertificateForClientAuthentication/userStatusOverview", of_windows_wifi_enterprise_eap_configuration_root_certificates_for_server_validation = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsWifiEnterpriseEAPConfiguration/rootCertificatesForServerValidation/{root_certificates_for_server_validation_id}/userStatusOverview", of_device_configuration_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/rootCertificate/userStatusOverview"),  operations(get, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceConfigurationUserOverview {
    #[graph(read_only)]
    pub id: Option<String>,
    pub pending_count: Option<i32>,
    pub not_applicable_count: Option<i32>,
    pub success_count: Option<i32>,
    pub error_count: Option<i32>,
    pub failed_count: Option<i32>,
    pub conflict_count: Option<i32>,
    pub last_update_date_time: Option<OffsetDateTime>,
    pub configuration_version: Option<i32>,
}

#[graph_resource(path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments", also(of_device_configuration_identity_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/identityCertificate/groupAssignments", of_identity_certificate_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/identityCertificate/rootCertificate/groupAssignments", of_ios_scep_certificate_profile_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.iosScepCertificateProfile/rootCertificate/groupAssignments", of_mac_os_wired_network_configuration_identity_certificate_for_client_authentication = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.macOSWiredNetworkConfiguration/identityCertificateForClientAuthentication/groupAssignments", of_mac_os_wired_network_configuration_root_certificate_for_server_validation = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.macOSWiredNetworkConfiguration/rootCertificateForServerValidation/groupAssignments", of_windows_phone81_vpn_configuration_identity_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsPhone81VpnConfiguration/identityCertificate/groupAssignments", of_windows_wifi_enterprise_eap_configuration_identity_certificate_for_client_authentication = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsWifiEnterpriseEAPConfiguration/identityCertificateForClientAuthentication/groupAssignments", of_windows_wifi_enterprise_eap_configuration_root_certificates_for_server_validation = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsWifiEnterpriseEAPConfiguration/rootCertificatesForServerValidation/{root_certificates_for_server_validation_id}/groupAssignments", of_device_configuration_root_certificate = "/deviceManagement/deviceConfigurations/{device_configuration_id}/rootCertificate/groupAssignments"),  operations(get, list, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceConfigurationGroupAssignment {
    #[graph(key)]
    pub id: String,
    pub target_group_id: Option<String>,
    pub exclude_group: Option<bool>,
}
