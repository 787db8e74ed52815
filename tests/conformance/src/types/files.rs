use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::IdentitySet;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            DriveItem[],
            in_default_drive[],
            in_drive[drive_id],
            by_path(drive_id, path),
            in_group[group_id],
            by_path_in_group(group_id, path),
            followed[],
            special[],
            in_special[special_id],
            root(),
            shared(share_id),
            in_site[site_id],
            of_channel(team_id, channel_id),
            of_user[user_id],
        ),
        example!(
            Permission[item_id],
            of_drive_item[drive_id, item_id],
            of_group_drive_item[group_id, item_id],
            of_site_drive_item[site_id, item_id],
            of_site[site_id],
            of_user_drive_item[user_id, item_id],
        ),
        example!(TermStoreSet[], of_term_store_group[group_id]),
        example!(FieldValueSet(site_id, list_id, item_id)),
    ]
}

#[graph_resource(
    path = "/me/drive/items",
    also(
        in_default_drive = "/drive/items",
        in_drive = "/drives/{drive_id}/items",
        by_path(path = "/drives/{drive_id}/root:/{*path}", singleton),
        in_group = "/groups/{group_id}/drive/items",
        by_path_in_group(path = "/groups/{group_id}/drive/root:/{*path}", singleton),
        followed = "/me/drive/following",
        special = "/me/drive/special",
        in_special = "/me/drive/special/{special_id}/children",
        root(path = "/me/drive/root", singleton),
        shared(path = "/shares/{share_id}/driveItem", singleton),
        in_site = "/sites/{site_id}/drive/items",
        of_channel(path = "/teams/{team_id}/channels/{channel_id}/filesFolder", singleton),
        of_user = "/users/{user_id}/drive/items"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct DriveItem {
    #[graph(key)]
    pub id: String,
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

#[graph_resource(
    path = "/me/drive/items/{item_id}/permissions",
    also(
        of_drive_item = "/drives/{drive_id}/items/{item_id}/permissions",
        of_group_drive_item = "/groups/{group_id}/drive/items/{item_id}/permissions",
        of_site_drive_item = "/sites/{site_id}/drive/items/{item_id}/permissions",
        of_site = "/sites/{site_id}/permissions",
        of_user_drive_item = "/users/{user_id}/drive/items/{item_id}/permissions"
    ),
    emit_type = "never",
    operations(get, list, update)
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

#[graph_resource(
    path = "/termStore/sets",
    also(of_term_store_group = "/termStore/groups/{group_id}/sets"),
    odata_type = "microsoft.graph.termStore.set",
    emit_type = "never",
    operations(get, list, update)
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
    operations(get, update)
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
