//! Functions of other products.

use bytes::Bytes;
use graph_resource::{Page, graph_function};
use serde_json::Value;
use time::Date;

use super::{Row, row};

#[graph_function(path = "/users/{key1}/chats/getAllMessages", returns = Bytes)]
pub struct GetAllMessages {}

#[graph_function(path = "/sites/{key1}/contentTypes/{key2}/isPublished", returns = bool)]
pub struct IsPublished {}

#[graph_function(path = "/users/{key1}/exportDeviceAndAppManagementData", returns = Value)]
pub struct ExportDeviceAndAppManagementData {
    pub skip: i32,
    pub top: i32,
}

#[graph_function(path = "/admin/serviceAnnouncement/issues/{key1}/incidentReport", returns = String)]
pub struct IncidentReport {}

#[graph_function(path = "/communications/callRecords/getDirectRoutingCalls", returns = Page<Value>)]
pub struct GetDirectRoutingCalls {
    pub from_date_time: Date,
    pub to_date_time: Date,
}

#[graph_function(path = "/me/drive/recent", returns = Page<Value>)]
pub struct Recent {}

#[graph_function(path = "/me/drive/sharedWithMe", returns = Page<Value>)]
pub struct SharedWithMe {}

#[graph_function(path = "/identityProviders/availableProviderTypes", returns = Page<Value>)]
pub struct AvailableProviderTypes {}

#[graph_function(path = "/users/{key1}/getManagedAppDiagnosticStatuses", returns = Page<Value>)]
pub struct GetManagedAppDiagnosticStatuses {}

#[graph_function(path = "/users/{key1}/getManagedDevicesWithAppFailures", returns = Page<Value>)]
pub struct GetManagedDevicesWithAppFailures {}

#[graph_function(path = "/drives/{key1}/items/{key2}/getActivitiesByInterval", returns = Page<Value>)]
pub struct GetActivitiesByInterval {
    pub start_date_time: String,
    pub end_date_time: String,
    pub interval: String,
}

#[graph_function(path = "/me/onenote/notebooks/getrecentnotebooks", returns = Page<Value>)]
pub struct Getrecentnotebooks {
    pub include_personal_notebooks: bool,
}

#[graph_function(path = "/me/outlook/supportedLanguages", returns = Page<Value>)]
pub struct SupportedLanguages {}

#[graph_function(path = "/me/outlook/supportedTimeZones", returns = Page<Value>)]
pub struct SupportedTimeZones {}

#[graph_function(path = "/print/reports/getGroupArchivedPrintJobs", returns = Page<Value>)]
pub struct GetGroupArchivedPrintJobs {
    pub group_id: String,
    pub start_date_time: Date,
    pub end_date_time: Date,
}

#[graph_function(path = "/servicePrincipals/{key1}/synchronization/jobs/{key2}/schema/filterOperators", returns = Page<Value>)]
pub struct FilterOperators {}

#[graph_function(path = "/servicePrincipals/{key1}/synchronization/jobs/{key2}/schema/functions", returns = Page<Value>)]
pub struct Functions {}

#[graph_function(path = "/me/findRoomLists", returns = Page<Value>)]
pub struct FindRoomLists {}

#[graph_function(path = "/me/findRooms", returns = Page<Value>)]
pub struct FindRooms {}

#[graph_function(path = "/me/findRooms", returns = Page<Value>)]
pub struct MeFindRooms {
    #[graph(rename = "RoomList")]
    pub room_list: String,
}

pub(super) fn rows() -> Vec<Row> {
    vec![
        row("/users/{key1}/chats/getAllMessages", &[], |values| {
            GetAllMessages::call(values.key(1))
        }),
        row(
            "/sites/{key1}/contentTypes/{key2}/isPublished",
            &[],
            |values| IsPublished::call(values.key(1), values.key(2)),
        ),
        row(
            "/users/{key1}/exportDeviceAndAppManagementData",
            &["skip", "top"],
            |values| {
                ExportDeviceAndAppManagementData::call(
                    values.key(1),
                    values.int("skip"),
                    values.int("top"),
                )
            },
        ),
        row(
            "/admin/serviceAnnouncement/issues/{key1}/incidentReport",
            &[],
            |values| IncidentReport::call(values.key(1)),
        ),
        row(
            "/communications/callRecords/getDirectRoutingCalls",
            &["fromDateTime", "toDateTime"],
            |values| {
                GetDirectRoutingCalls::call(values.date("fromDateTime"), values.date("toDateTime"))
            },
        ),
        row("/me/drive/recent", &[], |_| Recent::call()),
        row("/me/drive/sharedWithMe", &[], |_| SharedWithMe::call()),
        row("/identityProviders/availableProviderTypes", &[], |_| {
            AvailableProviderTypes::call()
        }),
        row(
            "/users/{key1}/getManagedAppDiagnosticStatuses",
            &[],
            |values| GetManagedAppDiagnosticStatuses::call(values.key(1)),
        ),
        row(
            "/users/{key1}/getManagedDevicesWithAppFailures",
            &[],
            |values| GetManagedDevicesWithAppFailures::call(values.key(1)),
        ),
        row(
            "/drives/{key1}/items/{key2}/getActivitiesByInterval",
            &["startDateTime", "endDateTime", "interval"],
            |values| {
                GetActivitiesByInterval::call(
                    values.key(1),
                    values.key(2),
                    values.text("startDateTime"),
                    values.text("endDateTime"),
                    values.text("interval"),
                )
            },
        ),
        row(
            "/me/onenote/notebooks/getrecentnotebooks",
            &["includePersonalNotebooks"],
            |values| Getrecentnotebooks::call(values.flag("includePersonalNotebooks")),
        ),
        row("/me/outlook/supportedLanguages", &[], |_| {
            SupportedLanguages::call()
        }),
        row("/me/outlook/supportedTimeZones", &[], |_| {
            SupportedTimeZones::call()
        }),
        row(
            "/print/reports/getGroupArchivedPrintJobs",
            &["groupId", "startDateTime", "endDateTime"],
            |values| {
                GetGroupArchivedPrintJobs::call(
                    values.text("groupId"),
                    values.date("startDateTime"),
                    values.date("endDateTime"),
                )
            },
        ),
        row(
            "/servicePrincipals/{key1}/synchronization/jobs/{key2}/schema/filterOperators",
            &[],
            |values| FilterOperators::call(values.key(1), values.key(2)),
        ),
        row(
            "/servicePrincipals/{key1}/synchronization/jobs/{key2}/schema/functions",
            &[],
            |values| Functions::call(values.key(1), values.key(2)),
        ),
        row("/me/findRoomLists", &[], |_| FindRoomLists::call()),
        row("/me/findRooms", &[], |_| FindRooms::call()),
        row("/me/findRooms", &["RoomList"], |values| {
            MeFindRooms::call(values.text("RoomList"))
        }),
    ]
}
