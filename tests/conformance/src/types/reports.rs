use graph_resource::edm::DynamicProperties;
use graph_resource::graph_resource;

use super::super::registry::{Example, example};

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![example!(ReportRoot()), example!(DeviceManagementReports())]
}

#[graph_resource(path = "/reports", operations(update))]
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRoot {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(path = "/deviceManagement/reports", operations(update))]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceManagementReports {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}
