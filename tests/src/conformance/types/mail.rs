use super::common::{EmailAddress, PhysicalAddress};
use crate::conformance::registry::{Example, example};
use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::OffsetDateTime;

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(MailFolder(mail_folder_id)),
        example!(MailFolderOfUser(user_id, mail_folder_id)),
        example!(MailSearchFolder(mail_folder_id)),
        example!(MailSearchFolderOfUser(user_id, mail_folder_id)),
        example!(OutlookCategory(master_category_id)),
        example!(OutlookCategoryOfUser(user_id, master_category_id)),
        example!(InferenceClassificationOverride(override_id)),
        example!(InferenceClassificationOverrideOfUser(user_id, override_id)),
        example!(Contact(contact_id)),
        example!(ContactOfUser(user_id, contact_id)),
        example!(ContactOfMeContactFolder(contact_folder_id, contact_id)),
        example!(ContactOfUserContactFolder(
            user_id,
            contact_folder_id,
            contact_id
        )),
        example!(ContactOfUserContactFolderChildFolder(
            user_id,
            contact_folder_id,
            child_folder_id,
            contact_id
        )),
    ]
}

#[graph_resource(
    path = "/me/mailFolders",
    emit_type = "never",
    extensible,
    operations(update)
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
    path = "/users/{user_id}/mailFolders/{mail_folder_id}",
    odata_type = "microsoft.graph.mailFolder",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MailFolderOfUser {
    #[graph(base)]
    pub base: MailFolder,
}

#[graph_resource(path = "/me/mailFolders", extensible, operations(update))]
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
    path = "/users/{user_id}/mailFolders/{mail_folder_id}",
    odata_type = "microsoft.graph.mailSearchFolder",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MailSearchFolderOfUser {
    #[graph(base)]
    pub base: MailSearchFolder,
}

#[graph_resource(
    path = "/me/outlook/masterCategories",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct OutlookCategory {
    #[graph(key)]
    pub id: String,
    pub color: Option<String>,
    pub display_name: Option<String>,
}

#[graph_resource(
    path = "/users/{user_id}/outlook/masterCategories/{master_category_id}",
    odata_type = "microsoft.graph.outlookCategory",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct OutlookCategoryOfUser {
    #[graph(base)]
    pub base: OutlookCategory,
}

#[graph_resource(
    path = "/me/inferenceClassification/overrides",
    emit_type = "never",
    extensible,
    operations(update)
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
    path = "/users/{user_id}/inferenceClassification/overrides/{override_id}",
    odata_type = "microsoft.graph.inferenceClassificationOverride",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct InferenceClassificationOverrideOfUser {
    #[graph(base)]
    pub base: InferenceClassificationOverride,
}

#[graph_resource(
    path = "/me/contacts",
    emit_type = "never",
    extensible,
    operations(update)
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

#[graph_resource(
    path = "/users/{user_id}/contacts/{contact_id}",
    odata_type = "microsoft.graph.contact",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ContactOfUser {
    #[graph(base)]
    pub base: Contact,
}

#[graph_resource(
    path = "/me/contactFolders/{contact_folder_id}/contacts/{contact_id}",
    odata_type = "microsoft.graph.contact",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ContactOfMeContactFolder {
    #[graph(base)]
    pub base: Contact,
}

#[graph_resource(
    path = "/users/{user_id}/contactFolders/{contact_folder_id}/contacts/{contact_id}",
    odata_type = "microsoft.graph.contact",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ContactOfUserContactFolder {
    #[graph(base)]
    pub base: Contact,
}

#[graph_resource(
    path = "/users/{user_id}/contactFolders/{contact_folder_id}/childFolders/{child_folder_id}/contacts/{contact_id}",
    odata_type = "microsoft.graph.contact",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ContactOfUserContactFolderChildFolder {
    #[graph(base)]
    pub base: Contact,
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
