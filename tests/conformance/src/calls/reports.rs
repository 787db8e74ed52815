//! Functions of reports.

use bytes::Bytes;
use graph_resource::{Page, graph_function};
use serde_json::Value;

use super::{Row, row};

#[graph_function(path = "/reports/deviceConfigurationDeviceActivity", returns = Value)]
pub struct DeviceConfigurationDeviceActivity {}

#[graph_function(path = "/reports/managedDeviceEnrollmentFailureDetails", returns = Value)]
pub struct ManagedDeviceEnrollmentFailureDetails {
    pub skip: i32,
    pub top: i32,
    pub filter: String,
    pub skip_token: String,
}

#[graph_function(path = "/reports/managedDeviceEnrollmentTopFailures", returns = Value)]
pub struct ManagedDeviceEnrollmentTopFailures {
    pub period: String,
}

#[graph_function(path = "/reports/getRelyingPartyDetailedSummary", returns = Value)]
pub struct GetRelyingPartyDetailedSummary {
    pub period: String,
}

#[graph_function(path = "/reports/getEmailActivityUserCounts", returns = Bytes)]
pub struct GetEmailActivityUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getEmailActivityUserDetail", returns = Bytes)]
pub struct GetEmailActivityUserDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getMailboxUsageDetail", returns = Bytes)]
pub struct GetMailboxUsageDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getMailboxUsageMailboxCounts", returns = Bytes)]
pub struct GetMailboxUsageMailboxCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getMailboxUsageQuotaStatusMailboxCounts", returns = Bytes)]
pub struct GetMailboxUsageQuotaStatusMailboxCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getOffice365ActivationsUserDetail", returns = Bytes)]
pub struct GetOffice365ActivationsUserDetail {}

#[graph_function(path = "/reports/getOffice365ActiveUserCounts", returns = Bytes)]
pub struct GetOffice365ActiveUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getOffice365GroupsActivityDetail", returns = Bytes)]
pub struct GetOffice365GroupsActivityDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getOffice365ServicesUserCounts", returns = Bytes)]
pub struct GetOffice365ServicesUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getOneDriveActivityFileCounts", returns = Bytes)]
pub struct GetOneDriveActivityFileCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getOneDriveActivityUserCounts", returns = Bytes)]
pub struct GetOneDriveActivityUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getOneDriveActivityUserDetail", returns = Bytes)]
pub struct GetOneDriveActivityUserDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getOneDriveUsageFileCounts", returns = Bytes)]
pub struct GetOneDriveUsageFileCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSharePointActivityFileCounts", returns = Bytes)]
pub struct GetSharePointActivityFileCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSharePointActivityPages", returns = Bytes)]
pub struct GetSharePointActivityPages {
    pub period: String,
}

#[graph_function(path = "/reports/getSharePointActivityUserDetail", returns = Bytes)]
pub struct GetSharePointActivityUserDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getSharePointSiteUsageFileCounts", returns = Bytes)]
pub struct GetSharePointSiteUsageFileCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSharePointSiteUsagePages", returns = Bytes)]
pub struct GetSharePointSiteUsagePages {
    pub period: String,
}

#[graph_function(path = "/reports/getSharePointSiteUsageStorage", returns = Bytes)]
pub struct GetSharePointSiteUsageStorage {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessActivityUserCounts", returns = Bytes)]
pub struct GetSkypeForBusinessActivityUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessDeviceUsageDistributionUserCounts", returns = Bytes)]
pub struct GetSkypeForBusinessDeviceUsageDistributionUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessDeviceUsageUserCounts", returns = Bytes)]
pub struct GetSkypeForBusinessDeviceUsageUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessDeviceUsageUserDetail", returns = Bytes)]
pub struct GetSkypeForBusinessDeviceUsageUserDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessOrganizerActivityMinuteCounts", returns = Bytes)]
pub struct GetSkypeForBusinessOrganizerActivityMinuteCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessOrganizerActivityUserCounts", returns = Bytes)]
pub struct GetSkypeForBusinessOrganizerActivityUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessParticipantActivityCounts", returns = Bytes)]
pub struct GetSkypeForBusinessParticipantActivityCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessParticipantActivityUserCounts", returns = Bytes)]
pub struct GetSkypeForBusinessParticipantActivityUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessPeerToPeerActivityCounts", returns = Bytes)]
pub struct GetSkypeForBusinessPeerToPeerActivityCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getSkypeForBusinessPeerToPeerActivityMinuteCounts", returns = Bytes)]
pub struct GetSkypeForBusinessPeerToPeerActivityMinuteCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getTeamsDeviceUsageDistributionTotalUserCounts", returns = Bytes)]
pub struct GetTeamsDeviceUsageDistributionTotalUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getTeamsDeviceUsageDistributionUserCounts", returns = Bytes)]
pub struct GetTeamsDeviceUsageDistributionUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getTeamsDeviceUsageUserCounts", returns = Bytes)]
pub struct GetTeamsDeviceUsageUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getTeamsUserActivityDistributionTotalUserCounts", returns = Bytes)]
pub struct GetTeamsUserActivityDistributionTotalUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getTeamsUserActivityTotalUserCounts", returns = Bytes)]
pub struct GetTeamsUserActivityTotalUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getTeamsUserActivityUserCounts", returns = Bytes)]
pub struct GetTeamsUserActivityUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getTeamsUserActivityUserDetail", returns = Bytes)]
pub struct GetTeamsUserActivityUserDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerActivityCounts", returns = Bytes)]
pub struct GetYammerActivityCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerActivityUserCounts", returns = Bytes)]
pub struct GetYammerActivityUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerActivityUserDetail", returns = Bytes)]
pub struct GetYammerActivityUserDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerDeviceUsageDistributionUserCounts", returns = Bytes)]
pub struct GetYammerDeviceUsageDistributionUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerDeviceUsageUserCounts", returns = Bytes)]
pub struct GetYammerDeviceUsageUserCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerDeviceUsageUserDetail", returns = Bytes)]
pub struct GetYammerDeviceUsageUserDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerGroupsActivityDetail", returns = Bytes)]
pub struct GetYammerGroupsActivityDetail {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerGroupsActivityGroupCounts", returns = Bytes)]
pub struct GetYammerGroupsActivityGroupCounts {
    pub period: String,
}

#[graph_function(path = "/reports/getYammerActivityUserDetail", returns = Bytes)]
pub struct ReportsGetYammerActivityUserDetail {
    pub date: String,
}

#[graph_function(path = "/reports/getYammerDeviceUsageUserDetail", returns = Bytes)]
pub struct ReportsGetYammerDeviceUsageUserDetail {
    pub date: String,
}

#[graph_function(path = "/reports/getYammerGroupsActivityDetail", returns = Bytes)]
pub struct ReportsGetYammerGroupsActivityDetail {
    pub date: String,
}

#[graph_function(path = "/reports/getCredentialUserRegistrationCount", returns = Page<Value>)]
pub struct GetCredentialUserRegistrationCount {}

pub(super) fn rows() -> Vec<Row> {
    vec![
        row("/reports/deviceConfigurationDeviceActivity", &[], |_| {
            DeviceConfigurationDeviceActivity::call()
        }),
        row(
            "/reports/managedDeviceEnrollmentFailureDetails",
            &["skip", "top", "filter", "skipToken"],
            |values| {
                ManagedDeviceEnrollmentFailureDetails::call(
                    values.int("skip"),
                    values.int("top"),
                    values.text("filter"),
                    values.text("skipToken"),
                )
            },
        ),
        row(
            "/reports/managedDeviceEnrollmentTopFailures",
            &["period"],
            |values| ManagedDeviceEnrollmentTopFailures::call(values.text("period")),
        ),
        row(
            "/reports/getRelyingPartyDetailedSummary",
            &["period"],
            |values| GetRelyingPartyDetailedSummary::call(values.text("period")),
        ),
        row(
            "/reports/getEmailActivityUserCounts",
            &["period"],
            |values| GetEmailActivityUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getEmailActivityUserDetail",
            &["period"],
            |values| GetEmailActivityUserDetail::call(values.text("period")),
        ),
        row("/reports/getMailboxUsageDetail", &["period"], |values| {
            GetMailboxUsageDetail::call(values.text("period"))
        }),
        row(
            "/reports/getMailboxUsageMailboxCounts",
            &["period"],
            |values| GetMailboxUsageMailboxCounts::call(values.text("period")),
        ),
        row(
            "/reports/getMailboxUsageQuotaStatusMailboxCounts",
            &["period"],
            |values| GetMailboxUsageQuotaStatusMailboxCounts::call(values.text("period")),
        ),
        row("/reports/getOffice365ActivationsUserDetail", &[], |_| {
            GetOffice365ActivationsUserDetail::call()
        }),
        row(
            "/reports/getOffice365ActiveUserCounts",
            &["period"],
            |values| GetOffice365ActiveUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getOffice365GroupsActivityDetail",
            &["period"],
            |values| GetOffice365GroupsActivityDetail::call(values.text("period")),
        ),
        row(
            "/reports/getOffice365ServicesUserCounts",
            &["period"],
            |values| GetOffice365ServicesUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getOneDriveActivityFileCounts",
            &["period"],
            |values| GetOneDriveActivityFileCounts::call(values.text("period")),
        ),
        row(
            "/reports/getOneDriveActivityUserCounts",
            &["period"],
            |values| GetOneDriveActivityUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getOneDriveActivityUserDetail",
            &["period"],
            |values| GetOneDriveActivityUserDetail::call(values.text("period")),
        ),
        row(
            "/reports/getOneDriveUsageFileCounts",
            &["period"],
            |values| GetOneDriveUsageFileCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSharePointActivityFileCounts",
            &["period"],
            |values| GetSharePointActivityFileCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSharePointActivityPages",
            &["period"],
            |values| GetSharePointActivityPages::call(values.text("period")),
        ),
        row(
            "/reports/getSharePointActivityUserDetail",
            &["period"],
            |values| GetSharePointActivityUserDetail::call(values.text("period")),
        ),
        row(
            "/reports/getSharePointSiteUsageFileCounts",
            &["period"],
            |values| GetSharePointSiteUsageFileCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSharePointSiteUsagePages",
            &["period"],
            |values| GetSharePointSiteUsagePages::call(values.text("period")),
        ),
        row(
            "/reports/getSharePointSiteUsageStorage",
            &["period"],
            |values| GetSharePointSiteUsageStorage::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessActivityUserCounts",
            &["period"],
            |values| GetSkypeForBusinessActivityUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessDeviceUsageDistributionUserCounts",
            &["period"],
            |values| {
                GetSkypeForBusinessDeviceUsageDistributionUserCounts::call(values.text("period"))
            },
        ),
        row(
            "/reports/getSkypeForBusinessDeviceUsageUserCounts",
            &["period"],
            |values| GetSkypeForBusinessDeviceUsageUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessDeviceUsageUserDetail",
            &["period"],
            |values| GetSkypeForBusinessDeviceUsageUserDetail::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessOrganizerActivityMinuteCounts",
            &["period"],
            |values| GetSkypeForBusinessOrganizerActivityMinuteCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessOrganizerActivityUserCounts",
            &["period"],
            |values| GetSkypeForBusinessOrganizerActivityUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessParticipantActivityCounts",
            &["period"],
            |values| GetSkypeForBusinessParticipantActivityCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessParticipantActivityUserCounts",
            &["period"],
            |values| GetSkypeForBusinessParticipantActivityUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessPeerToPeerActivityCounts",
            &["period"],
            |values| GetSkypeForBusinessPeerToPeerActivityCounts::call(values.text("period")),
        ),
        row(
            "/reports/getSkypeForBusinessPeerToPeerActivityMinuteCounts",
            &["period"],
            |values| GetSkypeForBusinessPeerToPeerActivityMinuteCounts::call(values.text("period")),
        ),
        row(
            "/reports/getTeamsDeviceUsageDistributionTotalUserCounts",
            &["period"],
            |values| GetTeamsDeviceUsageDistributionTotalUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getTeamsDeviceUsageDistributionUserCounts",
            &["period"],
            |values| GetTeamsDeviceUsageDistributionUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getTeamsDeviceUsageUserCounts",
            &["period"],
            |values| GetTeamsDeviceUsageUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getTeamsUserActivityDistributionTotalUserCounts",
            &["period"],
            |values| GetTeamsUserActivityDistributionTotalUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getTeamsUserActivityTotalUserCounts",
            &["period"],
            |values| GetTeamsUserActivityTotalUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getTeamsUserActivityUserCounts",
            &["period"],
            |values| GetTeamsUserActivityUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getTeamsUserActivityUserDetail",
            &["period"],
            |values| GetTeamsUserActivityUserDetail::call(values.text("period")),
        ),
        row("/reports/getYammerActivityCounts", &["period"], |values| {
            GetYammerActivityCounts::call(values.text("period"))
        }),
        row(
            "/reports/getYammerActivityUserCounts",
            &["period"],
            |values| GetYammerActivityUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getYammerActivityUserDetail",
            &["period"],
            |values| GetYammerActivityUserDetail::call(values.text("period")),
        ),
        row(
            "/reports/getYammerDeviceUsageDistributionUserCounts",
            &["period"],
            |values| GetYammerDeviceUsageDistributionUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getYammerDeviceUsageUserCounts",
            &["period"],
            |values| GetYammerDeviceUsageUserCounts::call(values.text("period")),
        ),
        row(
            "/reports/getYammerDeviceUsageUserDetail",
            &["period"],
            |values| GetYammerDeviceUsageUserDetail::call(values.text("period")),
        ),
        row(
            "/reports/getYammerGroupsActivityDetail",
            &["period"],
            |values| GetYammerGroupsActivityDetail::call(values.text("period")),
        ),
        row(
            "/reports/getYammerGroupsActivityGroupCounts",
            &["period"],
            |values| GetYammerGroupsActivityGroupCounts::call(values.text("period")),
        ),
        row(
            "/reports/getYammerActivityUserDetail",
            &["date"],
            |values| ReportsGetYammerActivityUserDetail::call(values.text("date")),
        ),
        row(
            "/reports/getYammerDeviceUsageUserDetail",
            &["date"],
            |values| ReportsGetYammerDeviceUsageUserDetail::call(values.text("date")),
        ),
        row(
            "/reports/getYammerGroupsActivityDetail",
            &["date"],
            |values| ReportsGetYammerGroupsActivityDetail::call(values.text("date")),
        ),
        row("/reports/getCredentialUserRegistrationCount", &[], |_| {
            GetCredentialUserRegistrationCount::call()
        }),
    ]
}
