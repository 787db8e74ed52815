use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::super::registry::Example;
use super::common::{EmailAddress, Importance, ItemBody, PhysicalAddress};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            Calendar[],
            of_group(group_id),
            me(),
            of_me_calendar_group[calendar_group_id],
            of_user_calendar(user_id),
            of_user_calendar_group[user_id, calendar_group_id],
            of_user[user_id],
        ),
        example!(CalendarGroup[], of_user[user_id]),
        example!(
            CalendarPermission[user_id],
            of_group_calendar[group_id],
            of_user_event_calendar[user_id, event_id],
        ),
        example!(
            Event[group_id],
            of_group_calendar[group_id],
            of_group[group_id],
            of_group_event[group_id, event_id],
            of_me_calendar[],
            of_me_calendar_event[event_id],
            of_me_calendar_events[calendar_id],
            me[],
            of_me_event[event_id],
            of_user_calendar[user_id],
            of_user_calendar_event[user_id, event_id],
            of_user[user_id],
            of_user_event[user_id, event_id],
        ),
    ]
}

#[graph_resource(
    path = "/me/calendars",
    also(
        of_group(path = "/groups/{group_id}/calendar", singleton),
        me(path = "/me/calendar", singleton),
        of_me_calendar_group = "/me/calendarGroups/{calendar_group_id}/calendars",
        of_user_calendar(path = "/users/{user_id}/calendar", singleton),
        of_user_calendar_group = "/users/{user_id}/calendarGroups/{calendar_group_id}/calendars",
        of_user = "/users/{user_id}/calendars"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    #[graph(key)]
    pub id: String,
    pub name: Option<String>,
    pub color: Option<String>,
    pub hex_color: Option<String>,
    pub is_default_calendar: Option<bool>,
}

#[graph_resource(
    path = "/me/calendarGroups",
    also(of_user = "/users/{user_id}/calendarGroups"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarGroup {
    #[graph(key)]
    pub id: String,
    pub change_key: Option<String>,
    pub class_id: Option<Uuid>,
    pub name: Option<String>,
}

#[graph_resource(
    path = "/users/{user_id}/calendar/calendarPermissions",
    also(
        of_group_calendar = "/groups/{group_id}/calendar/calendarPermissions",
        of_user_event_calendar = "/users/{user_id}/events/{event_id}/calendar/calendarPermissions"
    ),
    emit_type = "never",
    operations(get, list, update)
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

#[graph_resource(
    path = "/groups/{group_id}/events",
    also(
        of_group_calendar = "/groups/{group_id}/calendar/events",
        of_group = "/groups/{group_id}/calendarView",
        of_group_event = "/groups/{group_id}/events/{event_id}/instances",
        of_me_calendar = "/me/calendar/events",
        of_me_calendar_event = "/me/calendar/events/{event_id}/instances",
        of_me_calendar_events = "/me/calendars/{calendar_id}/events",
        me = "/me/events",
        of_me_event = "/me/events/{event_id}/instances",
        of_user_calendar = "/users/{user_id}/calendar/events",
        of_user_calendar_event = "/users/{user_id}/calendar/events/{event_id}/instances",
        of_user = "/users/{user_id}/events",
        of_user_event = "/users/{user_id}/events/{event_id}/instances"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    #[graph(key)]
    pub id: String,
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
