use graph_resource::edm::{DynamicProperties, Flags};
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::{Identity, ItemBody};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(Team[]),
        example!(TeamsTab[team_id, channel_id], of_chat[chat_id]),
        example!(
            ChatMessage[team_id, channel_id],
            of_chat[chat_id],
            of_team_channel_message[team_id, channel_id, message_id],
        ),
    ]
}

#[graph_resource(path = "/teams", emit_type = "never", operations(get, list, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct Team {
    #[graph(key)]
    pub id: String,
    pub classification: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub first_channel_name: Option<String>,
    #[graph(merge)]
    pub fun_settings: Option<TeamFunSettings>,
    #[graph(merge)]
    pub guest_settings: Option<TeamGuestSettings>,
    pub internal_id: Option<String>,
    #[graph(read_only)]
    pub is_archived: Option<bool>,
    #[graph(merge)]
    pub member_settings: Option<TeamMemberSettings>,
    #[graph(merge)]
    pub messaging_settings: Option<TeamMessagingSettings>,
    pub specialization: Option<String>,
    pub summary: Option<DynamicProperties>,
    pub tenant_id: Option<String>,
    pub visibility: Option<TeamVisibilityType>,
    pub web_url: Option<String>,
    pub discovery_settings: Option<Value>,
    pub class_settings: Option<DynamicProperties>,
    pub is_membership_limited_to_owners: Option<bool>,
    pub channels: Option<Vec<DynamicProperties>>,
    pub installed_apps: Option<Vec<DynamicProperties>>,
    pub members: Option<Vec<DynamicProperties>>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(
    path = "/teams/{team_id}/channels/{channel_id}/tabs",
    also(of_chat = "/chats/{chat_id}/tabs"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TeamsTab {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub configuration: Option<TeamsTabConfiguration>,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub web_url: Option<String>,
    pub sort_order_index: Option<String>,
    pub message_id: Option<String>,
    pub teams_app_id: Option<String>,
    #[graph(navigation)]
    pub teams_app: Option<DynamicProperties>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(
    path = "/teams/{team_id}/channels/{channel_id}/messages",
    also(
        of_chat = "/chats/{chat_id}/messages",
        of_team_channel_message = "/teams/{team_id}/channels/{channel_id}/messages/{message_id}/replies"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ChatMessage {
    #[graph(key)]
    pub id: String,
    pub attachments: Option<Vec<ChatMessageAttachmentPatch>>,
    #[graph(merge)]
    pub body: Option<ItemBody>,
    #[graph(merge)]
    pub channel_identity: Option<ChannelIdentity>,
    pub chat_id: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    #[graph(read_only)]
    pub deleted_date_time: Option<String>,
    #[graph(read_only)]
    pub etag: Option<String>,
    pub event_detail: Option<DynamicProperties>,
    #[graph(merge)]
    pub from: Option<ChatMessageFromIdentitySet>,
    pub importance: Option<ChatMessageImportance>,
    #[graph(read_only)]
    pub last_edited_date_time: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub locale: Option<String>,
    pub mentions: Option<Vec<ChatMessageMention>>,
    pub message_history: Option<Vec<DynamicProperties>>,
    pub message_type: Option<ChatMessageType>,
    #[graph(merge)]
    pub policy_violation: Option<ChatMessagePolicyViolation>,
    pub reactions: Option<Vec<DynamicProperties>>,
    #[graph(read_only)]
    pub reply_to_id: Option<String>,
    pub subject: Option<String>,
    pub summary: Option<String>,
    #[graph(read_only)]
    pub web_url: Option<String>,
    pub deleted: Option<bool>,
    pub hosted_contents: Option<Vec<DynamicProperties>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TeamFunSettings {
    pub allow_custom_memes: Option<bool>,
    pub allow_giphy: Option<bool>,
    pub allow_stickers_and_memes: Option<bool>,
    pub giphy_content_rating: Option<GiphyRatingType>,
}

#[graph_enum]
pub enum GiphyRatingType {
    Strict,
    Moderate,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TeamGuestSettings {
    pub allow_create_update_channels: Option<bool>,
    pub allow_delete_channels: Option<bool>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TeamMemberSettings {
    pub allow_add_remove_apps: Option<bool>,
    pub allow_create_private_channels: Option<bool>,
    pub allow_create_update_channels: Option<bool>,
    pub allow_create_update_remove_connectors: Option<bool>,
    pub allow_create_update_remove_tabs: Option<bool>,
    pub allow_delete_channels: Option<bool>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TeamMessagingSettings {
    pub allow_channel_mentions: Option<bool>,
    pub allow_owner_delete_messages: Option<bool>,
    pub allow_team_mentions: Option<bool>,
    pub allow_user_delete_messages: Option<bool>,
    pub allow_user_edit_messages: Option<bool>,
}

#[graph_enum]
pub enum TeamVisibilityType {
    Private,
    Public,
    HiddenMembership,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TeamsTabConfiguration {
    pub content_url: Option<String>,
    pub entity_id: Option<String>,
    pub remove_url: Option<String>,
    pub website_url: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChatMessageAttachment {
    pub id: Option<String>,
    pub content: Option<String>,
    pub content_type: Option<String>,
    pub content_url: Option<String>,
    pub name: Option<String>,
    pub teams_app_id: Option<String>,
    pub thumbnail_url: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChannelIdentity {
    pub channel_id: Option<String>,
    pub team_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChatMessageFromIdentitySet {
    pub application: Option<DynamicProperties>,
    pub device: Option<DynamicProperties>,
    #[graph(merge)]
    pub user: Option<Identity>,
    pub conversation: Option<DynamicProperties>,
    pub conversation_identity_type: Option<DynamicProperties>,
    pub phone: Option<DynamicProperties>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_enum]
pub enum ChatMessageImportance {
    Normal,
    High,
    Urgent,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChatMessageMention {
    pub id: Option<i32>,
    #[graph(merge)]
    pub mentioned: Option<ChatMessageMentionedIdentitySet>,
    pub mention_text: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChatMessageMentionedIdentitySet {
    pub application: Option<DynamicProperties>,
    pub device: Option<DynamicProperties>,
    #[graph(merge)]
    pub user: Option<Identity>,
    #[graph(merge)]
    pub conversation: Option<TeamworkConversationIdentity>,
    pub conversation_identity_type: Option<DynamicProperties>,
    pub phone: Option<DynamicProperties>,
    #[graph(merge)]
    pub tag: Option<TeamworkTagIdentity>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TeamworkConversationIdentity {
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub conversation_identity_type: Option<TeamworkConversationIdentityType>,
    pub tenant_id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_enum]
pub enum TeamworkConversationIdentityType {
    Team,
    Channel,
    Chat,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TeamworkTagIdentity {
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub tenant_id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_enum]
pub enum ChatMessageType {
    Message,
    ChatEvent,
    Typing,
    #[graph(evolved)]
    SystemEventMessage,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChatMessagePolicyViolation {
    pub dlp_action: Option<Flags<ChatMessagePolicyViolationDlpActionTypes>>,
    pub justification_text: Option<String>,
    #[graph(merge)]
    pub policy_tip: Option<ChatMessagePolicyViolationPolicyTip>,
    pub user_action: Option<String>,
    pub verdict_details: Option<Flags<ChatMessagePolicyViolationVerdictDetailsTypes>>,
}

#[graph_enum(flags)]
pub enum ChatMessagePolicyViolationDlpActionTypes {
    None,
    NotifySender,
    BlockAccess,
    BlockAccessExternal,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChatMessagePolicyViolationPolicyTip {
    pub compliance_url: Option<String>,
    pub general_text: Option<String>,
    pub matched_condition_descriptions: Option<Vec<String>>,
}

#[graph_enum(flags)]
pub enum ChatMessagePolicyViolationVerdictDetailsTypes {
    None,
    AllowFalsePositiveOverride,
    AllowOverrideWithoutJustification,
    AllowOverrideWithJustification,
    #[graph(unknown)]
    Unknown(String),
}
