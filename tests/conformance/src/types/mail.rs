use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::{EmailAddress, PhysicalAddress};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            MailFolder[],
            of_me_mail_folder[mail_folder_id],
            of_user[user_id],
            of_user_mail_folder[user_id, mail_folder_id],
        ),
        example!(
            MailSearchFolder[],
            of_me_mail_folder[mail_folder_id],
            of_user[user_id],
            of_user_mail_folder[user_id, mail_folder_id],
        ),
        example!(OutlookCategory[], of_user_outlook[user_id]),
        example!(InferenceClassificationOverride[], of_user_inference_classification[user_id]),
        example!(
            Contact[],
            of_me_contact_folder[contact_folder_id],
            of_user_contact_folder_child_folder[user_id, contact_folder_id, child_folder_id],
            of_user_contact_folder[user_id, contact_folder_id],
            of_user[user_id],
        ),
    ]
}

#[graph_resource(
    path = "/me/mailFolders",
    also(
        of_me_mail_folder = "/me/mailFolders/{mail_folder_id}/childFolders",
        of_user = "/users/{user_id}/mailFolders",
        of_user_mail_folder = "/users/{user_id}/mailFolders/{mail_folder_id}/childFolders"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MailFolder {
    #[graph(key)]
    pub id: String,
    pub child_folder_count: Option<i32>,
    pub display_name: Option<String>,
    pub is_hidden: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub total_item_count: Option<i32>,
    pub unread_item_count: Option<i32>,
    pub well_known_name: Option<String>,
}

#[graph_resource(
    path = "/me/mailFolders",
    also(
        of_me_mail_folder = "/me/mailFolders/{mail_folder_id}/childFolders",
        of_user = "/users/{user_id}/mailFolders",
        of_user_mail_folder = "/users/{user_id}/mailFolders/{mail_folder_id}/childFolders"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MailSearchFolder {
    #[graph(key)]
    pub id: String,
    pub child_folder_count: Option<i32>,
    pub display_name: Option<String>,
    pub is_hidden: Option<bool>,
    pub parent_folder_id: Option<String>,
    pub total_item_count: Option<i32>,
    pub unread_item_count: Option<i32>,
    pub filter_query: Option<String>,
    pub include_nested_folders: Option<bool>,
    pub is_supported: Option<bool>,
    pub source_folder_ids: Option<Vec<String>>,
    pub well_known_name: Option<String>,
}

#[graph_resource(
    path = "/me/outlook/masterCategories",
    also(of_user_outlook = "/users/{user_id}/outlook/masterCategories"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct OutlookCategory {
    #[graph(key)]
    pub id: String,
    pub color: Option<String>,
    pub display_name: Option<String>,
}

#[graph_resource(
    path = "/me/inferenceClassification/overrides",
    also(of_user_inference_classification = "/users/{user_id}/inferenceClassification/overrides"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct InferenceClassificationOverride {
    #[graph(key)]
    pub id: String,
    pub classify_as: Option<InferenceClassificationType>,
    #[graph(merge)]
    pub sender_email_address: Option<EmailAddress>,
}

#[graph_resource(
    path = "/me/contacts",
    also(
        of_me_contact_folder = "/me/contactFolders/{contact_folder_id}/contacts",
        of_user_contact_folder_child_folder = "/users/{user_id}/contactFolders/{contact_folder_id}/childFolders/{child_folder_id}/contacts",
        of_user_contact_folder = "/users/{user_id}/contactFolders/{contact_folder_id}/contacts",
        of_user = "/users/{user_id}/contacts"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    #[graph(key)]
    pub id: String,
    pub categories: Option<Vec<String>>,
    pub change_key: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub assistant_name: Option<String>,
    pub birthday: Option<String>,
    #[graph(merge)]
    pub business_address: Option<PhysicalAddress>,
    pub business_home_page: Option<String>,
    pub business_phones: Option<Vec<String>>,
    pub children: Option<Vec<String>>,
    pub company_name: Option<String>,
    pub department: Option<String>,
    pub display_name: Option<String>,
    pub email_addresses: Option<Vec<EmailAddress>>,
    pub file_as: Option<String>,
    pub generation: Option<String>,
    pub given_name: Option<String>,
    #[graph(merge)]
    pub home_address: Option<PhysicalAddress>,
    pub home_phones: Option<Vec<String>>,
    pub im_addresses: Option<Vec<String>>,
    pub initials: Option<String>,
    pub job_title: Option<String>,
    pub manager: Option<String>,
    pub middle_name: Option<String>,
    pub mobile_phone: Option<String>,
    pub nick_name: Option<String>,
    pub office_location: Option<String>,
    pub other_address: Option<DynamicProperties>,
    pub parent_folder_id: Option<String>,
    pub personal_notes: Option<String>,
    pub primary_email_address: Option<DynamicProperties>,
    pub profession: Option<String>,
    pub secondary_email_address: Option<DynamicProperties>,
    pub spouse_name: Option<String>,
    pub surname: Option<String>,
    pub tertiary_email_address: Option<DynamicProperties>,
    pub title: Option<String>,
    pub yomi_company_name: Option<String>,
    pub yomi_given_name: Option<String>,
    pub yomi_surname: Option<String>,
    #[graph(merge)]
    pub flag: Option<FollowupFlag>,
    pub gender: Option<String>,
    pub phones: Option<Vec<Phone>>,
    pub postal_addresses: Option<Vec<PhysicalAddress>>,
    pub websites: Option<Vec<Website>>,
    pub wedding_anniversary: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_enum]
pub enum InferenceClassificationType {
    Focused,
    Other,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FollowupFlag {
    pub completed_date_time: Option<DynamicProperties>,
    pub due_date_time: Option<DynamicProperties>,
    pub flag_status: Option<FollowupFlagStatus>,
    pub start_date_time: Option<DynamicProperties>,
}

#[graph_enum]
pub enum FollowupFlagStatus {
    NotFlagged,
    Complete,
    Flagged,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Phone {
    pub language: Option<String>,
    pub number: Option<String>,
    pub region: Option<String>,
    pub r#type: Option<PhoneType>,
}

#[graph_enum]
pub enum PhoneType {
    Home,
    Business,
    Mobile,
    Other,
    Assistant,
    HomeFax,
    BusinessFax,
    OtherFax,
    Pager,
    Radio,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Website {
    pub address: Option<String>,
    pub display_name: Option<String>,
    pub r#type: Option<WebsiteType>,
    pub name: Option<String>,
}

#[graph_enum]
pub enum WebsiteType {
    Other,
    Home,
    Work,
    Blog,
    Profile,
    #[graph(unknown)]
    Unknown(String),
}
