//! Messages, events, contacts and people.

use graph_resource::query::{Filter, Search};
use graph_resource::{graph_complex, graph_resource};
use time::OffsetDateTime;

use super::{Query, queries};

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct EmailAddress {
    pub address: Option<String>,
    pub name: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient {
    pub email_address: Option<EmailAddress>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct MentionsPreview {
    pub is_mentioned: Option<bool>,
}

/// A property of MAPI, by its id.
#[graph_resource(path = "/legacyExtendedProperties", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct SingleValueProperty {
    #[graph(key)]
    pub id: String,
    pub value: Option<String>,
}

#[graph_resource(path = "/multiValueProperties", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct MultiValueProperty {
    #[graph(key)]
    pub id: String,
    pub value: Vec<String>,
}

#[graph_resource(path = "/extensions", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Extension {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(path = "/attachments", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(
    path = "/me/messages",
    also(in_folder = "/me/mailFolders/{folder}/messages"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    #[graph(key)]
    pub id: String,
    pub body: Option<String>,
    pub body_preview: Option<String>,
    pub from: Option<Recipient>,
    pub importance: Option<String>,
    pub is_read: Option<bool>,
    pub mentions_preview: Option<MentionsPreview>,
    pub received_date_time: Option<OffsetDateTime>,
    pub sender: Option<Recipient>,
    pub subject: Option<String>,
    pub unique_body: Option<String>,
    #[graph(navigation)]
    pub attachments: Vec<Attachment>,
    #[graph(navigation)]
    pub extensions: Vec<Extension>,
    #[graph(navigation)]
    pub single_value_extended_properties: Vec<SingleValueProperty>,
}

#[graph_resource(
    path = "/me/events",
    also(
        instances = "/me/events/{series}/instances",
        of_group = "/groups/{group}/calendarView"
    ),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    #[graph(key)]
    pub id: String,
    pub attendees: Option<String>,
    pub body: Option<String>,
    pub body_preview: Option<String>,
    pub created_date_time: Option<OffsetDateTime>,
    pub end: Option<String>,
    pub hide_attendees: Option<bool>,
    pub location: Option<String>,
    pub locations: Option<String>,
    pub organizer: Option<Recipient>,
    pub recurrence: Option<String>,
    pub series_master_id: Option<String>,
    pub start: Option<String>,
    pub subject: Option<String>,
    pub r#type: Option<String>,
    #[graph(navigation)]
    pub multi_value_extended_properties: Vec<MultiValueProperty>,
}

#[graph_resource(
    path = "/me/contacts",
    also(in_folder = "/me/contactFolders/{folder}/contacts"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub email_addresses: Vec<EmailAddress>,
    pub parent_folder_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct PersonSource {
    pub r#type: Option<String>,
}

#[graph_resource(path = "/me/people", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub email_addresses: Vec<EmailAddress>,
    pub sources: Vec<PersonSource>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct UsageDetails {
    pub last_accessed_date_time: Option<OffsetDateTime>,
}

#[graph_resource(path = "/me/insights/used", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct UsedInsight {
    #[graph(key)]
    pub id: String,
    pub last_used: Option<UsageDetails>,
}

#[graph_resource(path = "/me/profile", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    pub id: Option<String>,
    #[graph(navigation)]
    pub names: Vec<PersonName>,
    #[graph(navigation)]
    pub skills: Vec<SkillProficiency>,
}

#[graph_resource(path = "/me/profile/names")]
#[derive(Debug, Clone, PartialEq)]
pub struct PersonName {
    #[graph(key)]
    pub id: String,
    pub first: Option<String>,
    pub last: Option<String>,
}

#[graph_resource(path = "/me/profile/skills")]
#[derive(Debug, Clone, PartialEq)]
pub struct SkillProficiency {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
}

const COLOR: &str = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Color";

fn sender() -> graph_resource::query::PropertyPath<Message, EmailAddress> {
    Message::FROM.then(Recipient::EMAIL_ADDRESS)
}

fn is_color() -> Filter<SingleValueProperty> {
    SingleValueProperty::ID.eq(COLOR)
}

pub(super) const QUERIES: &[Query] = queries! {
    ["best-practices-concept#3"] => Message::list().select((Message::FROM, Message::SUBJECT));
    ["query-parameters#3"] => Message::list().filter(Message::SUBJECT.eq("let's meet for lunch?"));
    ["query-parameters#14"] => Message::list().order_by(sender().then(EmailAddress::ADDRESS));
    ["query-parameters#15"] => Message::in_folder("Inbox")
        .list()
        .order_by(sender().then(EmailAddress::NAME).descending())
        .order_by(Message::SUBJECT);
    ["query-parameters#16"] => Message::list()
        .filter(Message::SUBJECT.eq("welcome").and(Message::IMPORTANCE.eq("normal")))
        .order_by(Message::SUBJECT)
        .order_by(Message::IMPORTANCE)
        .order_by(Message::RECEIVED_DATE_TIME.descending());
    ["query-parameters#19"] => Message::list().top(5);
    ["delta-query-messages#2"] => Message::in_folder("AQMkADNkNAAAgEMAAAA")
        .list()
        .select((Message::SUBJECT, Message::SENDER, Message::IS_READ))
        .delta();
    ["beta/user-list-messages#l1", "v1.0/user-list-messages#l1"] =>
        Message::list().select((Message::SENDER, Message::SUBJECT));
    ["beta/user-list-messages#l2"] => Message::list()
        .filter(Message::MENTIONS_PREVIEW.then(MentionsPreview::IS_MENTIONED).eq(true))
        .select((
            Message::SUBJECT,
            Message::SENDER,
            Message::RECEIVED_DATE_TIME,
            Message::MENTIONS_PREVIEW,
        ));
    ["beta/user-list-messages#l3", "v1.0/user-list-messages#l2"] => Message::list().select((
        Message::SUBJECT,
        Message::BODY,
        Message::BODY_PREVIEW,
        Message::UNIQUE_BODY,
    ));
    ["beta/message-list-attachments#l1"] => Message::get("{id}").expand(Message::ATTACHMENTS);
    ["beta/opentypeextension-get#l1"] => Message::list()
        .filter(Message::EXTENSIONS.any(|extension| {
            extension.then(Extension::ID).eq("Com.Contoso.Referral")
        }))
        .expand(Message::EXTENSIONS.expand().filter(Extension::ID.eq("Com.Contoso.Referral")));
    ["beta/opentypeextension-get#g4"] => Message::get("AAMkAGE1M2IyNGNmLTI5MTktNDUyZi1iOTVl===").expand(
        Message::EXTENSIONS.expand().filter(
            Extension::ID.eq("Microsoft.OutlookServices.OpenTypeExtension.Com.Contoso.Referral"),
        ),
    );
    ["beta/singlevaluelegacyextendedproperty-get#g1"] => Message::get("AAMkAGE1M2_bs88AACHsLqWAAA=")
        .expand(Message::SINGLE_VALUE_EXTENDED_PROPERTIES.expand().filter(is_color()));
    ["beta/singlevaluelegacyextendedproperty-get#g2"] => Message::list().filter(
        Message::SINGLE_VALUE_EXTENDED_PROPERTIES.any(|property| {
            let value = property.clone().then(SingleValueProperty::VALUE);
            property.then(SingleValueProperty::ID).eq(COLOR).and(value.eq("Green"))
        }),
    );
    ["beta/singlevaluelegacyextendedproperty-get#g3", "v1.0/singlevaluelegacyextendedproperty-get#g3"] =>
        Message::list().filter(Message::SINGLE_VALUE_EXTENDED_PROPERTIES.any(|property| {
            let value = property.clone().then(SingleValueProperty::VALUE);
            property.then(SingleValueProperty::ID).eq(COLOR).and(value.contains("green"))
        }));
    ["beta/multivaluelegacyextendedproperty-get#g1"] => Event::get("AAMkAGE1M2_bs88AACbuFiiAAA=").expand(
        Event::MULTI_VALUE_EXTENDED_PROPERTIES.expand().filter(
            MultiValueProperty::ID
                .eq("StringArray {66f5a359-4659-4830-9070-00050ec6ac6e} Name Recreation"),
        ),
    );
    ["beta/event-get#g1", "v1.0/event-get#g1"] => Event::get("AAMkAGIAAAoZDOFAAA=").select((
        Event::SUBJECT,
        Event::BODY,
        Event::BODY_PREVIEW,
        Event::ORGANIZER,
        Event::ATTENDEES,
        Event::START,
        Event::END,
        Event::LOCATION,
        Event::HIDE_ATTENDEES,
    ));
    ["beta/event-get#g2"] => Event::get("AAMkAGI1AAAoZDOFAAA=")
        .select((Event::SUBJECT, Event::BODY, Event::BODY_PREVIEW));
    ["beta/event-get#g3", "v1.0/event-get#g2"] => Event::get("AAMkADAGAADDdm4NAAA=").select((
        Event::SUBJECT,
        Event::BODY,
        Event::BODY_PREVIEW,
        Event::ORGANIZER,
        Event::ATTENDEES,
        Event::START,
        Event::END,
        Event::LOCATION,
        Event::LOCATIONS,
    ));
    ["beta/event-list-instances#l1"] => Event::instances("AAMkAGUzYRgWAAA=")
        .list()
        .with_query("startDateTime", "2019-04-08T09:00:00.0000000")
        .with_query("endDateTime", "2019-04-30T09:00:00.0000000")
        .select((
            Event::SUBJECT,
            Event::BODY_PREVIEW,
            Event::SERIES_MASTER_ID,
            Event::TYPE_,
            Event::RECURRENCE,
            Event::START,
            Event::END,
        ));
    ["beta/user-list-events#l1", "v1.0/user-list-events#l1"] => Event::list().select((
        Event::SUBJECT,
        Event::BODY,
        Event::BODY_PREVIEW,
        Event::ORGANIZER,
        Event::ATTENDEES,
        Event::START,
        Event::END,
        Event::LOCATION,
    ));
    ["beta/user-list-events#l2", "v1.0/user-list-events#l2"] =>
        Event::list().select((Event::SUBJECT, Event::BODY, Event::BODY_PREVIEW));
    ["query-parameters#18"] => Event::list().order_by(Event::CREATED_DATE_TIME).skip(20);
    ["beta/group-list-calendarview#l1"] => Event::of_group("02bd9fd6-8f93-4758-87c3-1fb73740a315")
        .list()
        .with_query("startDateTime", "2017-01-01T19:00:00-08:00")
        .with_query("endDateTime", "2017-10-01T19:00:00.00-08:00");
    ["query-parameters#4"] => Contact::list().count();
    ["known-issues#5"] => Contact::list().top(1).select(Contact::PARENT_FOLDER_ID);
    ["beta/contact-delta#l1", "v1.0/contact-delta#l1"] => Contact::in_folder("{id}")
        .list()
        .select(Contact::DISPLAY_NAME)
        .delta();
    ["beta/user-list-contacts#l1", "v1.0/user-list-contacts#l1"] => Contact::list().filter(
        Contact::EMAIL_ADDRESSES
            .any(|address| address.then(EmailAddress::ADDRESS).eq("garth@contoso.com")),
    );
    ["beta/user-list-contacts#l2", "v1.0/user-list-contacts#l2"] =>
        Contact::list().select((Contact::DISPLAY_NAME, Contact::EMAIL_ADDRESSES));
    ["beta/user-list-people#l2", "v1.0/user-list-people#l2"] => Person::list().top(10).skip(10);
    ["beta/user-list-people#l3", "v1.0/user-list-people#l3"] =>
        Person::list().order_by(Person::DISPLAY_NAME);
    ["beta/user-list-people#l4", "v1.0/user-list-people#l4"] =>
        Person::list().top(1000).select(Person::DISPLAY_NAME);
    ["beta/user-list-people#l5", "v1.0/user-list-people#l5"] =>
        Person::list().select((Person::DISPLAY_NAME, Person::EMAIL_ADDRESSES));
    ["beta/user-list-people#l6", "v1.0/user-list-people#l6"] => Person::list().filter(
        Person::SOURCES.any(|source| source.then(PersonSource::TYPE_).eq("Directory")),
    );
    ["beta/user-list-people#l7", "v1.0/user-list-people#l7"] => Person::list().search(Search::raw("j"));
    ["beta/user-list-people#l8", "v1.0/user-list-people#l8"] =>
        Person::list().search("ma topic: feature planning");
    ["beta/user-list-people#l9", "v1.0/user-list-people#l9"] => Person::list().search("hermaini hall");
    ["beta/insights-list-used#l2", "v1.0/insights-list-used#l2"] => UsedInsight::list().order_by(
        UsedInsight::LAST_USED.then(UsageDetails::LAST_ACCESSED_DATE_TIME).descending(),
    );
    ["beta/profile-get#g2"] => Profile::get()
        .expand(Profile::NAMES.expand().select((PersonName::FIRST, PersonName::LAST)))
        .expand(Profile::SKILLS.expand().select(SkillProficiency::DISPLAY_NAME));
};
