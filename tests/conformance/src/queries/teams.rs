//! Teams, chats, shifts and apps.

use graph_resource::edm::Flags;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::OffsetDateTime;
use time::macros::datetime;

use super::{Query, queries};

#[graph_enum(flags)]
pub enum InstallationScopes {
    Team,
    Personal,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_resource(path = "/bots", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Bot {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(path = "/appDefinitions", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct TeamsAppDefinition {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub allowed_installation_scopes: Option<Flags<InstallationScopes>>,
    #[graph(navigation)]
    pub bot: Option<Bot>,
}

#[graph_resource(path = "/appCatalogs/teamsApps", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct TeamsApp {
    #[graph(key)]
    pub id: String,
    pub distribution_method: Option<String>,
    pub external_id: Option<String>,
    #[graph(navigation)]
    pub app_definitions: Vec<TeamsAppDefinition>,
}

#[graph_resource(
    path = "/teams/{team}/channels/{channel}/tabs",
    also(of_chat = "/chats/{chat}/tabs"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TeamsTab {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub teams_app: Option<TeamsApp>,
}

#[graph_resource(
    path = "/teams/{team}/installedApps",
    also(of_user = "/users/{user}/teamwork/installedApps"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TeamsAppInstallation {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub teams_app: Option<TeamsApp>,
    #[graph(navigation)]
    pub teams_app_definition: Option<TeamsAppDefinition>,
}

#[graph_resource(path = "/chats", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Chat {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub members: Vec<ConversationMember>,
}

#[graph_resource(path = "/teams/{team}/members", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct ConversationMember {
    #[graph(key)]
    pub id: String,
    pub roles: Vec<String>,
}

#[graph_resource(path = "/users/{user}/chats/getAllMessages", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct ChatMessage {
    #[graph(key)]
    pub id: String,
    pub last_modified_date_time: Option<OffsetDateTime>,
}

#[graph_resource(path = "/teams/{team}/channels/{channel}/messages", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelMessage {
    #[graph(key)]
    pub id: String,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftItem {
    pub start_date_time: Option<OffsetDateTime>,
    pub end_date_time: Option<OffsetDateTime>,
}

#[graph_resource(path = "/teams/{team}/schedule/shifts", select = "never")]
#[allow(clippy::struct_field_names, reason = "as the service names them")]
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    #[graph(key)]
    pub id: String,
    pub draft_shift: Option<ShiftItem>,
    pub shared_shift: Option<ShiftItem>,
}

pub(super) const QUERIES: &[Query] = queries! {
    ["beta/appcatalogs-list-teamsapps#l1", "v1.0/appcatalogs-list-teamsapps#l1"] =>
        TeamsApp::list().filter(TeamsApp::DISTRIBUTION_METHOD.eq("organization"));
    ["beta/appcatalogs-list-teamsapps#l2", "v1.0/appcatalogs-list-teamsapps#l2"] =>
        TeamsApp::list().filter(TeamsApp::ID.eq("b1c5353a-7aca-41b3-830f-27d5218fe0e5"));
    ["beta/appcatalogs-list-teamsapps#l3", "v1.0/appcatalogs-list-teamsapps#l3"] =>
        TeamsApp::list().filter(TeamsApp::EXTERNAL_ID.eq("cf1ba4c7-f94e-4d80-ba90-5594b641a8ee"));
    ["beta/appcatalogs-list-teamsapps#l4", "v1.0/appcatalogs-list-teamsapps#l4"] => TeamsApp::list()
        .filter(TeamsApp::ID.eq("876df28f-2e78-423b-94a5-44181bd0e225"))
        .expand(TeamsApp::APP_DEFINITIONS);
    ["beta/appcatalogs-list-teamsapps#l5", "v1.0/appcatalogs-list-teamsapps#l5"] => TeamsApp::list()
        .expand(TeamsApp::APP_DEFINITIONS.expand().expand(TeamsAppDefinition::BOT))
        .filter(TeamsApp::APP_DEFINITIONS.any(|app| app.then(TeamsAppDefinition::BOT).is_not_null()));
    ["beta/appcatalogs-list-teamsapps#l6"] => TeamsApp::list()
        .expand(TeamsApp::APP_DEFINITIONS.expand().select((
            TeamsAppDefinition::ID,
            TeamsAppDefinition::DISPLAY_NAME,
            TeamsAppDefinition::ALLOWED_INSTALLATION_SCOPES,
        )))
        .filter(TeamsApp::APP_DEFINITIONS.any(|app| {
            app.then(TeamsAppDefinition::ALLOWED_INSTALLATION_SCOPES).has(InstallationScopes::Personal)
        }));
    ["beta/channel-list-tabs#l1", "v1.0/channel-list-tabs#l1"] => TeamsTab::list(
        "6903fa93-605b-43ef-920e-77c4729f8258",
        "19:33b76eea88574bd1969dca37e2b7a819@thread.skype",
    )
    .expand(TeamsTab::TEAMS_APP);
    ["beta/channel-list-tabs#l2", "v1.0/channel-list-tabs#l2"] => TeamsTab::list(
        "6903fa93-605b-43ef-920e-77c4729f8258",
        "19:33b76eea88574bd1969dca37e2b7a819@thread.skype",
    )
    .expand(TeamsTab::TEAMS_APP)
    .filter(TeamsTab::TEAMS_APP.then(TeamsApp::ID).eq("com.microsoft.teamspace.tab.planner"));
    ["beta/channel-get-tabs#g1", "v1.0/channel-get-tabs#g1"] =>
        TeamsTab::get("{id}", "{id}", "{id}").expand(TeamsTab::TEAMS_APP);
    ["beta/chat-list-tabs#l1", "v1.0/chat-list-tabs#l1"] =>
        TeamsTab::of_chat("19:d65713bc498c4a428c71ef9353e6ce20@thread.v2")
            .list()
            .expand(TeamsTab::TEAMS_APP);
    ["beta/chat-list-tabs#l2", "v1.0/chat-list-tabs#l2"] =>
        TeamsTab::of_chat("19:d65713bc498c4a428c71ef9353e6ce20@thread.v2")
            .list()
            .expand(TeamsTab::TEAMS_APP)
            .filter(TeamsTab::TEAMS_APP.then(TeamsApp::ID).eq("com.microsoft.teamspace.tab.web"));
    ["beta/chat-get-tabs#g1"] => TeamsTab::of_chat("19:ea28e88c00e94c7786b065394a61f296@thread.v2")
        .get("d731fca0-0f14-4537-971a-0ef9101ff13d")
        .expand(TeamsTab::TEAMS_APP);
    ["beta/chatmessage-delta#l1"] => ChannelMessage::list(
        "fbe2bf47-16c8-47cf-b4a5-4b9b187c508b",
        "19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2",
    )
    .top(2)
    .delta();
    ["beta/chat-get#g3", "v1.0/chat-get#g3"] =>
        Chat::get("19:b8577894a63548969c5c92bb9c80c5e1@thread.v2").expand(Chat::MEMBERS);
    ["beta/chats-getallmessages#g1"] => ChatMessage::list("{id}").top(50).filter(
        ChatMessage::LAST_MODIFIED_DATE_TIME
            .gt(datetime!(2020-06-04 18:03:11.591 UTC))
            .and(ChatMessage::LAST_MODIFIED_DATE_TIME.lt(datetime!(2020-06-05 21:00:09.413 UTC))),
    );
    ["beta/schedule-list-shifts#l1"] => {
        let (shared, draft) = (Shift::SHARED_SHIFT, Shift::DRAFT_SHIFT);
        let (start, end) = (datetime!(2019-03-11 00:00 UTC), datetime!(2019-03-18 00:00 UTC));
        Shift::list("{teamId}").filter(
            (shared.clone().then(ShiftItem::START_DATE_TIME).ge(start))
                .and(shared.then(ShiftItem::END_DATE_TIME).le(end))
                .and(draft.clone().then(ShiftItem::START_DATE_TIME).ge(start))
                .and(draft.then(ShiftItem::END_DATE_TIME).le(end)),
        )
    };
    ["beta/team-list-installedapps#l2"] => TeamsAppInstallation::list("6903fa93-605b-43ef-920e-77c4729f8258")
        .expand(TeamsAppInstallation::TEAMS_APP_DEFINITION.expand().expand(TeamsAppDefinition::BOT));
    ["v1.0/team-list-installedapps#l2"] => TeamsAppInstallation::list("6903fa93-605b-43ef-920e-77c4729f8258")
        .expand(TeamsAppInstallation::TEAMS_APP_DEFINITION);
    ["beta/team-list-installedapps#l3", "v1.0/team-list-installedapps#l3"] =>
        TeamsAppInstallation::list("acda442c-78d2-491b-8204-4ef5019c0193")
            .expand(TeamsAppInstallation::TEAMS_APP)
            .expand(TeamsAppInstallation::TEAMS_APP_DEFINITION)
            .filter(
                TeamsAppInstallation::TEAMS_APP
                    .then(TeamsApp::EXTERNAL_ID)
                    .eq("cf1ba4c7-f94e-4d80-ba90-5594b641a8ee"),
            );
    ["beta/userteamwork-get-installedapps#l2"] =>
        TeamsAppInstallation::of_user("5b649834-7412-4cce-9e69-176e95a394f5")
            .get("NWI2NDk4MzQtNzQxMi00Y2NlLTllNjktMTc2ZTk1YTM5NGY1IyNhNmI2MzM2NS0zMWE0LTRmNDMtOTJlYy03MTBiNzE1NTdhZjk=")
            .expand(TeamsAppInstallation::TEAMS_APP_DEFINITION);
    ["beta/team-list-members#l4", "v1.0/team-list-members#l4"] =>
        ConversationMember::list("ee0f5ae2-8bc6-4ae5-8466-7daeebbfa062")
            .filter(ConversationMember::ROLES.any(|role| role.eq("owner")));
};
