use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::{Example, example};
use super::common::IdentitySet;

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(DriveItem(item_id)),
        example!(DriveItemOfDrive(item_id)),
        example!(DriveItemOfDriveItem(drive_id, item_id)),
        example!(DriveItemOfGroup(group_id, item_id)),
        example!(DriveItemOfSite(site_id, item_id)),
        example!(DriveItemOfUser(user_id, item_id)),
        example!(Permission(item_id, permission_id)),
        example!(PermissionOfDriveItem(drive_id, item_id, permission_id)),
        example!(PermissionOfGroupItem(group_id, item_id, permission_id)),
        example!(PermissionOfSiteItem(site_id, item_id, permission_id)),
        example!(PermissionOfUserItem(user_id, item_id, permission_id)),
        example!(TermStoreSet(set_id)),
        example!(FieldValueSet(site_id, list_id, item_id)),
    ]
}

#[graph_resource(
    path = "/me/drive/items/{item_id}",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct DriveItem {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    #[graph(read_only)]
    pub e_tag: Option<String>,
    #[graph(read_only)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub name: Option<String>,
    #[graph(merge)]
    pub parent_reference: Option<ItemReference>,
    #[graph(read_only)]
    pub web_url: Option<String>,
    #[graph(read_only)]
    pub audio: Option<DynamicProperties>,
    #[graph(merge)]
    pub bundle: Option<Bundle>,
    pub content: Option<String>,
    #[graph(read_only)]
    pub c_tag: Option<String>,
    #[graph(read_only)]
    pub deleted: Option<DynamicProperties>,
    #[graph(read_only)]
    pub file: Option<DynamicProperties>,
    #[graph(merge)]
    pub file_system_info: Option<FileSystemInfo>,
    #[graph(read_only)]
    pub folder: Option<Folder>,
    #[graph(read_only)]
    pub image: Option<DynamicProperties>,
    #[graph(read_only)]
    pub location: Option<DynamicProperties>,
    pub malware: Option<DynamicProperties>,
    #[graph(read_only)]
    pub package: Option<DynamicProperties>,
    #[graph(read_only)]
    pub pending_operations: Option<DynamicProperties>,
    #[graph(read_only)]
    pub photo: Option<DynamicProperties>,
    #[graph(read_only)]
    pub publication: Option<DynamicProperties>,
    #[graph(read_only)]
    pub remote_item: Option<RemoteItem>,
    pub root: Option<DynamicProperties>,
    #[graph(read_only)]
    pub search_result: Option<DynamicProperties>,
    #[graph(read_only)]
    pub shared: Option<DynamicProperties>,
    #[graph(read_only)]
    pub sharepoint_ids: Option<DynamicProperties>,
    #[graph(read_only)]
    pub size: Option<i64>,
    #[graph(read_only)]
    pub special_folder: Option<SpecialFolder>,
    #[graph(read_only)]
    pub video: Option<DynamicProperties>,
    pub web_dav_url: Option<String>,
    pub media: Option<Value>,
    #[graph(read_only)]
    pub source: Option<Value>,
    #[graph(navigation)]
    pub children: Option<Vec<DynamicProperties>>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

also_at! {
    DriveItem, "microsoft.graph.driveItem", "never";
    DriveItemOfDrive "/drive/items/{item_id}"
    DriveItemOfDriveItem "/drives/{drive_id}/items/{item_id}"
    DriveItemOfGroup "/groups/{group_id}/drive/items/{item_id}"
    DriveItemOfSite "/sites/{site_id}/drive/items/{item_id}"
    DriveItemOfUser "/users/{user_id}/drive/items/{item_id}"
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/permissions",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Permission {
    #[graph(key)]
    pub id: String,
    pub expiration_date_time: Option<String>,
    #[graph(read_only)]
    pub granted_to: Option<IdentitySet>,
    #[graph(read_only)]
    pub granted_to_identities: Option<Vec<IdentitySet>>,
    pub granted_to_identities_v2: Option<Vec<DynamicProperties>>,
    pub granted_to_v2: Option<DynamicProperties>,
    #[graph(read_only)]
    pub has_password: Option<bool>,
    #[graph(read_only)]
    pub inherited_from: Option<DynamicProperties>,
    #[graph(read_only)]
    pub invitation: Option<DynamicProperties>,
    #[graph(read_only)]
    pub link: Option<DynamicProperties>,
    pub roles: Option<Vec<String>>,
    #[graph(read_only)]
    pub share_id: Option<String>,
}

also_at! {
    Permission, "microsoft.graph.permission", "never";
    PermissionOfDriveItem "/drives/{drive_id}/items/{item_id}/permissions/{permission_id}"
    PermissionOfGroupItem "/groups/{group_id}/drive/items/{item_id}/permissions/{permission_id}"
    PermissionOfSiteItem "/sites/{site_id}/drive/items/{item_id}/permissions/{permission_id}"
    PermissionOfUserItem "/users/{user_id}/drive/items/{item_id}/permissions/{permission_id}"
}

#[graph_resource(
    path = "/termStore/sets",
    odata_type = "microsoft.graph.termStore.set",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TermStoreSet {
    #[graph(key)]
    pub id: String,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
    pub description: Option<String>,
    pub localized_names: Option<Vec<TermStoreLocalizedName>>,
    pub properties: Option<Vec<DynamicProperties>>,
    pub parent_group: Option<DynamicProperties>,
}

#[graph_resource(
    path = "/sites/{site_id}/lists/{list_id}/items/{item_id}/fields",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct FieldValueSet {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ItemReference {
    pub id: Option<String>,
    pub drive_id: Option<String>,
    pub drive_type: Option<String>,
    pub name: Option<String>,
    pub path: Option<String>,
    pub share_id: Option<String>,
    pub sharepoint_ids: Option<DynamicProperties>,
    pub site_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bundle {
    pub album: Option<DynamicProperties>,
    pub child_count: Option<i32>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FileSystemInfo {
    pub created_date_time: Option<String>,
    pub last_accessed_date_time: Option<OffsetDateTime>,
    pub last_modified_date_time: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Folder {
    pub child_count: Option<i32>,
    pub view: Option<DynamicProperties>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RemoteItem {
    pub id: Option<String>,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    pub created_date_time: Option<String>,
    pub file: Option<DynamicProperties>,
    pub file_system_info: Option<DynamicProperties>,
    pub folder: Option<DynamicProperties>,
    pub image: Option<DynamicProperties>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    pub last_modified_date_time: Option<String>,
    pub name: Option<String>,
    pub package: Option<DynamicProperties>,
    #[graph(merge)]
    pub parent_reference: Option<ItemReference>,
    pub shared: Option<DynamicProperties>,
    pub sharepoint_ids: Option<DynamicProperties>,
    pub size: Option<i64>,
    pub special_folder: Option<DynamicProperties>,
    pub video: Option<DynamicProperties>,
    pub web_dav_url: Option<String>,
    pub web_url: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SpecialFolder {
    pub name: Option<String>,
}

#[graph_complex(odata_type = "microsoft.graph.termStore.localizedName")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TermStoreLocalizedName {
    pub language_tag: Option<String>,
    pub name: Option<String>,
}
