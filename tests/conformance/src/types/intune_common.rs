use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_union};

use super::intune_settings::{
    AllLicensedUsersAssignmentTarget, ConfigurationManagerCollectionAssignmentTarget,
};

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum DeviceAndAppManagementAssignmentTarget {
    AllLicensedUsersAssignmentTarget(AllLicensedUsersAssignmentTarget),
    ConfigurationManagerCollectionAssignmentTarget(ConfigurationManagerCollectionAssignmentTarget),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeyValuePair {
    pub name: Option<String>,
    pub value: Option<String>,
}
