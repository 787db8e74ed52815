use graph_resource::graph_resource;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            SectionGroup[],
            of_group_onenote_notebook[group_id, notebook_id],
            of_group_onenote[group_id],
            of_group_onenote_section_group[group_id, section_group_id],
            of_me_onenote_notebook[notebook_id],
            of_me_onenote_section_group[section_group_id],
            of_site_onenote_notebook[site_id, notebook_id],
            of_site_onenote[site_id],
            of_site_onenote_section_group[site_id, section_group_id],
            of_user_onenote_notebook[user_id, notebook_id],
            of_user_onenote[user_id],
            of_user_onenote_section_group[user_id, section_group_id],
        ),
        example!(
            OnenoteSection[],
            of_group_onenote[group_id],
            of_site_onenote[site_id],
            of_user_onenote[user_id],
        ),
        example!(
            OnenotePage[],
            of_group_onenote[group_id],
            of_group_onenote_section[group_id, section_id],
            of_me_onenote_section[section_id],
            of_site_onenote[site_id],
            of_site_onenote_section[site_id, section_id],
            of_user_onenote[user_id],
            of_user_onenote_section[user_id, section_id],
        ),
    ]
}

#[graph_resource(
    path = "/me/onenote/sectionGroups",
    also(
        of_group_onenote_notebook = "/groups/{group_id}/onenote/notebooks/{notebook_id}/sectionGroups",
        of_group_onenote = "/groups/{group_id}/onenote/sectionGroups",
        of_group_onenote_section_group = "/groups/{group_id}/onenote/sectionGroups/{section_group_id}/sectionGroups",
        of_me_onenote_notebook = "/me/onenote/notebooks/{notebook_id}/sectionGroups",
        of_me_onenote_section_group = "/me/onenote/sectionGroups/{section_group_id}/sectionGroups",
        of_site_onenote_notebook = "/sites/{site_id}/onenote/notebooks/{notebook_id}/sectionGroups",
        of_site_onenote = "/sites/{site_id}/onenote/sectionGroups",
        of_site_onenote_section_group = "/sites/{site_id}/onenote/sectionGroups/{section_group_id}/sectionGroups",
        of_user_onenote_notebook = "/users/{user_id}/onenote/notebooks/{notebook_id}/sectionGroups",
        of_user_onenote = "/users/{user_id}/onenote/sectionGroups",
        of_user_onenote_section_group = "/users/{user_id}/onenote/sectionGroups/{section_group_id}/sectionGroups"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SectionGroup {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
}

#[graph_resource(
    path = "/me/onenote/sections",
    also(
        of_group_onenote = "/groups/{group_id}/onenote/sections",
        of_site_onenote = "/sites/{site_id}/onenote/sections",
        of_user_onenote = "/users/{user_id}/onenote/sections"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct OnenoteSection {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub is_default: Option<bool>,
}

#[graph_resource(
    path = "/me/onenote/pages",
    also(
        of_group_onenote = "/groups/{group_id}/onenote/pages",
        of_group_onenote_section = "/groups/{group_id}/onenote/sections/{section_id}/pages",
        of_me_onenote_section = "/me/onenote/sections/{section_id}/pages",
        of_site_onenote = "/sites/{site_id}/onenote/pages",
        of_site_onenote_section = "/sites/{site_id}/onenote/sections/{section_id}/pages",
        of_user_onenote = "/users/{user_id}/onenote/pages",
        of_user_onenote_section = "/users/{user_id}/onenote/sections/{section_id}/pages"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct OnenotePage {
    #[graph(key)]
    pub id: String,
    pub title: Option<String>,
    pub order: Option<i32>,
    pub level: Option<i32>,
}
