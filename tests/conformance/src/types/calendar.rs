use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::super::registry::{Example, example};
use super::common::{EmailAddress, Importance, ItemBody, PhysicalAddress};

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(CalendarGroup(calendar_group_id)),
        example!(CalendarGroupOfUser(user_id, calendar_group_id)),
        example!(CalendarPermission(user_id, calendar_permission_id)),
        example!(CalendarPermissionOfGroup(group_id, calendar_permission_id)),
        example!(CalendarPermissionOfUserEvent(
            user_id,
            event_id,
            calendar_permission_id
        )),
        example!(Event(group_id, event_id)),
        example!(EventOfGroup(group_id, event_id)),
    ]
}

#[graph_resource(
    path = "/me/calendarGroups",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarGroup {
    #[graph(key)]
    pub id: String,
    pub change_key: Option<String>,
    pub class_id: Option<Uuid>,
    pub name: Option<String>,
}

also_at! {
    CalendarGroup, "microsoft.graph.calendarGroup", "never";
    CalendarGroupOfUser "/users/{user_id}/calendarGroups/{calendar_group_id}"
}

#[graph_resource(
    path = "/users/{user_id}/calendar/calendarPermissions",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarPermission {
    #[graph(key)]
    pub id: String,
    pub allowed_roles: Option<Vec<CalendarRoleType>>,
    #[graph(read_only)]
    pub email_address: Option<EmailAddress>,
    pub is_inside_organization: Option<bool>,
    pub is_removable: Option<bool>,
    pub role: Option<CalendarRoleType>,
}

also_at! {
    CalendarPermission, "microsoft.graph.calendarPermission", "never";
    CalendarPermissionOfGroup "/groups/{group_id}/calendar/calendarPermissions/{calendar_permission_id}"
    CalendarPermissionOfUserEvent "/users/{user_id}/events/{event_id}/calendar/calendarPermissions/{calendar_permission_id}"
}

#[graph_resource(
    path = "/groups/{group_id}/events/{event_id}",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    #[graph(read_only)]
    pub id: Option<String>,
    pub categories: Option<Vec<String>>,
    pub change_key: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub allow_new_time_proposals: Option<bool>,
    pub attendees: Option<Vec<Attendee>>,
    #[graph(merge)]
    pub body: Option<ItemBody>,
    pub body_preview: Option<String>,
    pub cancelled_occurrences: Option<Vec<String>>,
    #[graph(merge)]
    pub end: Option<DateTimeTimeZone>,
    pub has_attachments: Option<bool>,
    pub hide_attendees: Option<bool>,
    pub i_cal_u_id: Option<String>,
    pub importance: Option<Importance>,
    pub is_all_day: Option<bool>,
    pub is_cancelled: Option<bool>,
    pub is_draft: Option<bool>,
    pub is_online_meeting: Option<bool>,
    pub is_organizer: Option<bool>,
    pub is_reminder_on: Option<bool>,
    #[graph(merge)]
    pub location: Option<Location>,
    pub locations: Option<Vec<Location>>,
    #[graph(merge)]
    pub online_meeting: Option<OnlineMeetingInfo>,
    pub online_meeting_provider: Option<OnlineMeetingProviderType>,
    pub online_meeting_url: Option<String>,
    #[graph(merge)]
    pub organizer: Option<Recipient>,
    pub original_end_time_zone: Option<String>,
    pub original_start: Option<String>,
    pub original_start_time_zone: Option<String>,
    #[graph(merge)]
    pub recurrence: Option<PatternedRecurrence>,
    pub reminder_minutes_before_start: Option<i32>,
    pub response_requested: Option<bool>,
    #[graph(merge)]
    pub response_status: Option<ResponseStatus>,
    pub sensitivity: Option<Sensitivity>,
    pub series_master_id: Option<String>,
    pub show_as: Option<FreeBusyStatus>,
    #[graph(merge)]
    pub start: Option<DateTimeTimeZone>,
    pub subject: Option<String>,
    pub transaction_id: Option<String>,
    pub r#type: Option<EventType>,
    pub web_link: Option<String>,
    #[graph(navigation)]
    pub exception_occurrences: Option<Vec<DynamicProperties>>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

also_at! {
    Event, "microsoft.graph.event", "never";
    EventOfGroup "/groups/{group_id}/calendar/events/{event_id}"
}

#[graph_enum]
pub enum CalendarRoleType {
    None,
    FreeBusyRead,
    LimitedRead,
    Read,
    Write,
    DelegateWithoutPrivateEventAccess,
    DelegateWithPrivateEventAccess,
    Custom,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attendee {
    #[graph(merge)]
    pub email_address: Option<EmailAddress>,
    pub r#type: Option<AttendeeType>,
    #[graph(merge)]
    pub proposed_new_time: Option<TimeSlot>,
    #[graph(merge)]
    pub status: Option<ResponseStatus>,
}

#[graph_enum]
pub enum AttendeeType {
    Required,
    Optional,
    Resource,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TimeSlot {
    #[graph(merge)]
    pub end: Option<DateTimeTimeZone>,
    #[graph(merge)]
    pub start: Option<DateTimeTimeZone>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DateTimeTimeZone {
    pub date_time: Option<String>,
    pub time_zone: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ResponseStatus {
    pub response: Option<ResponseType>,
    pub time: Option<String>,
}

#[graph_enum]
pub enum ResponseType {
    None,
    Organizer,
    TentativelyAccepted,
    Accepted,
    Declined,
    NotResponded,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Location {
    #[graph(merge)]
    pub address: Option<PhysicalAddress>,
    #[graph(merge)]
    pub coordinates: Option<OutlookGeoCoordinates>,
    pub display_name: Option<String>,
    pub location_email_address: Option<String>,
    pub location_type: Option<LocationType>,
    pub location_uri: Option<String>,
    pub unique_id: Option<String>,
    pub unique_id_type: Option<LocationUniqueIdType>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OutlookGeoCoordinates {
    pub accuracy: Option<f64>,
    pub altitude: Option<f64>,
    pub altitude_accuracy: Option<f64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

#[graph_enum]
pub enum LocationType {
    Default,
    ConferenceRoom,
    HomeAddress,
    BusinessAddress,
    GeoCoordinates,
    StreetAddress,
    Hotel,
    Restaurant,
    LocalBusiness,
    PostalAddress,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum LocationUniqueIdType {
    #[graph(rename = "unknown")]
    UnknownMember,
    LocationStore,
    Directory,
    Private,
    Bing,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OnlineMeetingInfo {
    pub conference_id: Option<String>,
    pub join_url: Option<String>,
    pub phones: Option<Vec<DynamicProperties>>,
    pub quick_dial: Option<String>,
    pub toll_free_numbers: Option<Vec<String>>,
    pub toll_number: Option<String>,
}

#[graph_enum]
pub enum OnlineMeetingProviderType {
    #[graph(rename = "unknown")]
    UnknownMember,
    SkypeForBusiness,
    SkypeForConsumer,
    TeamsForBusiness,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Recipient {
    #[graph(merge)]
    pub email_address: Option<EmailAddress>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PatternedRecurrence {
    #[graph(merge)]
    pub pattern: Option<RecurrencePattern>,
    #[graph(merge)]
    pub range: Option<RecurrenceRange>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecurrencePattern {
    pub day_of_month: Option<i32>,
    pub days_of_week: Option<Vec<DayOfWeek>>,
    pub first_day_of_week: Option<DayOfWeek>,
    pub index: Option<WeekIndex>,
    pub interval: Option<i32>,
    pub month: Option<i32>,
    pub r#type: Option<RecurrencePatternType>,
}

#[graph_enum]
pub enum DayOfWeek {
    Sunday,
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum WeekIndex {
    First,
    Second,
    Third,
    Fourth,
    Last,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum RecurrencePatternType {
    Daily,
    Weekly,
    AbsoluteMonthly,
    RelativeMonthly,
    AbsoluteYearly,
    RelativeYearly,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecurrenceRange {
    pub end_date: Option<Date>,
    pub number_of_occurrences: Option<i32>,
    pub recurrence_time_zone: Option<String>,
    pub start_date: Option<String>,
    pub r#type: Option<RecurrenceRangeType>,
}

#[graph_enum]
pub enum RecurrenceRangeType {
    EndDate,
    NoEnd,
    Numbered,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum Sensitivity {
    Normal,
    Personal,
    Private,
    Confidential,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum FreeBusyStatus {
    #[graph(rename = "unknown")]
    UnknownMember,
    Free,
    Tentative,
    Busy,
    Oof,
    WorkingElsewhere,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum EventType {
    SingleInstance,
    Occurrence,
    Exception,
    SeriesMaster,
    #[graph(unknown)]
    Unknown(String),
}
