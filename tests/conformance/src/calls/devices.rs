//! Functions of device management.

use graph_resource::{Page, graph_function};
use serde_json::Value;

use super::{Row, row};

#[graph_function(path = "/deviceManagement/deviceConfigurations/{key1}/getOmaSettingPlainTextValue", returns = String)]
pub struct GetOmaSettingPlainTextValue {
    pub secret_reference_value_id: String,
}

#[graph_function(path = "/deviceManagement/applePushNotificationCertificate/downloadApplePushNotificationCertificateSigningRequest", returns = String)]
pub struct DownloadApplePushNotificationCertificateSigningRequest {}

#[graph_function(path = "/deviceManagement/userExperienceAnalyticsSummarizeWorkFromAnywhereDevices", returns = Value)]
pub struct UserExperienceAnalyticsSummarizeWorkFromAnywhereDevices {}

#[graph_function(path = "/deviceManagement/userExperienceAnalyticsRegressionSummary/summarizeDeviceRegressionPerformance", returns = Value)]
pub struct SummarizeDeviceRegressionPerformance {
    pub summarize_by: String,
}

#[graph_function(path = "/deviceManagement/scopedForResource", returns = bool)]
pub struct ScopedForResource {
    pub resource: String,
}

#[graph_function(path = "/deviceAppManagement/mobileApps/getMobileAppCount", returns = i64)]
pub struct GetMobileAppCount {
    pub status: String,
}

#[graph_function(path = "/deviceManagement/verifyWindowsEnrollmentAutoDiscovery", returns = bool)]
pub struct VerifyWindowsEnrollmentAutoDiscovery {
    pub domain_name: String,
}

#[graph_function(path = "/deviceManagement/virtualEndpoint/auditEvents/getAuditActivityTypes", returns = Page<Value>)]
pub struct GetAuditActivityTypes {}

#[graph_function(path = "/deviceManagement/virtualEndpoint/deviceImages/getSourceImages", returns = Page<Value>)]
pub struct GetSourceImages {}

#[graph_function(path = "/deviceManagement/auditEvents/getAuditActivityTypes", returns = Page<Value>)]
pub struct AuditEventsGetAuditActivityTypes {
    pub category: String,
}

#[graph_function(path = "/deviceManagement/auditEvents/getAuditCategories", returns = Page<Value>)]
pub struct GetAuditCategories {}

#[graph_function(path = "/deviceManagement/userExperienceAnalyticsResourcePerformance/summarizeDeviceResourcePerformance", returns = Page<Value>)]
pub struct SummarizeDeviceResourcePerformance {
    pub summarize_by: String,
}

#[graph_function(path = "/deviceManagement/managementConditions/getManagementConditionsForPlatform", returns = Page<Value>)]
pub struct GetManagementConditionsForPlatform {
    pub platform: String,
}

#[graph_function(path = "/deviceManagement/managementConditionStatements/getManagementConditionStatementsForPlatform", returns = Page<Value>)]
pub struct GetManagementConditionStatementsForPlatform {
    pub platform: String,
}

#[graph_function(path = "/deviceAppManagement/vppTokens/getLicensesForApp", returns = Page<Value>)]
pub struct GetLicensesForApp {
    pub bundle_id: String,
}

#[graph_function(path = "/deviceManagement/resourceOperations/{key1}/getScopesForUser", returns = Page<Value>)]
pub struct GetScopesForUser {
    pub userid: String,
}

#[graph_function(path = "/deviceManagement/getRoleScopeTagsByResource", returns = Page<Value>)]
pub struct GetRoleScopeTagsByResource {
    pub resource: String,
}

#[graph_function(path = "/deviceAppManagement/mobileApps/{key1}/getRelatedAppStates", returns = Page<Value>)]
pub struct GetRelatedAppStates {
    pub user_principal_name: String,
    pub device_id: String,
}

#[graph_function(path = "/deviceAppManagement/mobileApps/getTopMobileApps", returns = Page<Value>)]
pub struct GetTopMobileApps {
    pub status: String,
    pub count: i32,
}

#[graph_function(path = "/deviceManagement/getEffectivePermissions", returns = Page<Value>)]
pub struct GetEffectivePermissions {
    pub scope: String,
}

pub(super) fn rows() -> Vec<Row> {
    vec![
        row(
            "/deviceManagement/deviceConfigurations/{key1}/getOmaSettingPlainTextValue",
            &["secretReferenceValueId"],
            |values| {
                GetOmaSettingPlainTextValue::call(
                    values.key(1),
                    values.text("secretReferenceValueId"),
                )
            },
        ),
        row(
            "/deviceManagement/applePushNotificationCertificate/downloadApplePushNotificationCertificateSigningRequest",
            &[],
            |_| DownloadApplePushNotificationCertificateSigningRequest::call(),
        ),
        row(
            "/deviceManagement/userExperienceAnalyticsSummarizeWorkFromAnywhereDevices",
            &[],
            |_| UserExperienceAnalyticsSummarizeWorkFromAnywhereDevices::call(),
        ),
        row(
            "/deviceManagement/userExperienceAnalyticsRegressionSummary/summarizeDeviceRegressionPerformance",
            &["summarizeBy"],
            |values| SummarizeDeviceRegressionPerformance::call(values.text("summarizeBy")),
        ),
        row(
            "/deviceManagement/scopedForResource",
            &["resource"],
            |values| ScopedForResource::call(values.text("resource")),
        ),
        row(
            "/deviceAppManagement/mobileApps/getMobileAppCount",
            &["status"],
            |values| GetMobileAppCount::call(values.text("status")),
        ),
        row(
            "/deviceManagement/verifyWindowsEnrollmentAutoDiscovery",
            &["domainName"],
            |values| VerifyWindowsEnrollmentAutoDiscovery::call(values.text("domainName")),
        ),
        row(
            "/deviceManagement/virtualEndpoint/auditEvents/getAuditActivityTypes",
            &[],
            |_| GetAuditActivityTypes::call(),
        ),
        row(
            "/deviceManagement/virtualEndpoint/deviceImages/getSourceImages",
            &[],
            |_| GetSourceImages::call(),
        ),
        row(
            "/deviceManagement/auditEvents/getAuditActivityTypes",
            &["category"],
            |values| AuditEventsGetAuditActivityTypes::call(values.text("category")),
        ),
        row(
            "/deviceManagement/auditEvents/getAuditCategories",
            &[],
            |_| GetAuditCategories::call(),
        ),
        row(
            "/deviceManagement/userExperienceAnalyticsResourcePerformance/summarizeDeviceResourcePerformance",
            &["summarizeBy"],
            |values| SummarizeDeviceResourcePerformance::call(values.text("summarizeBy")),
        ),
        row(
            "/deviceManagement/managementConditions/getManagementConditionsForPlatform",
            &["platform"],
            |values| GetManagementConditionsForPlatform::call(values.text("platform")),
        ),
        row(
            "/deviceManagement/managementConditionStatements/getManagementConditionStatementsForPlatform",
            &["platform"],
            |values| GetManagementConditionStatementsForPlatform::call(values.text("platform")),
        ),
        row(
            "/deviceAppManagement/vppTokens/getLicensesForApp",
            &["bundleId"],
            |values| GetLicensesForApp::call(values.text("bundleId")),
        ),
        row(
            "/deviceManagement/resourceOperations/{key1}/getScopesForUser",
            &["userid"],
            |values| GetScopesForUser::call(values.key(1), values.text("userid")),
        ),
        row(
            "/deviceManagement/getRoleScopeTagsByResource",
            &["resource"],
            |values| GetRoleScopeTagsByResource::call(values.text("resource")),
        ),
        row(
            "/deviceAppManagement/mobileApps/{key1}/getRelatedAppStates",
            &["userPrincipalName", "deviceId"],
            |values| {
                GetRelatedAppStates::call(
                    values.key(1),
                    values.text("userPrincipalName"),
                    values.text("deviceId"),
                )
            },
        ),
        row(
            "/deviceAppManagement/mobileApps/getTopMobileApps",
            &["status", "count"],
            |values| GetTopMobileApps::call(values.text("status"), values.int("count")),
        ),
        row(
            "/deviceManagement/getEffectivePermissions",
            &["scope"],
            |values| GetEffectivePermissions::call(values.text("scope")),
        ),
    ]
}
