use graph_resource::edm::DynamicProperties;
use graph_resource::graph_resource;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![example!(ReportRoot())]
}

#[graph_resource(path = "/reports", operations(get, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct ReportRoot {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(path = "/deviceManagement/reports", operations(get, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceManagementReports {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}
