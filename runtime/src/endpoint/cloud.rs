/// A deployment of Microsoft Graph ("National cloud deployments").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Cloud {
    /// The global service, which includes US Government GCC: `graph.microsoft.com`.
    #[default]
    Global,
    /// US Government L4 (GCC High): `graph.microsoft.us`.
    UsGovernment,
    /// US Government L5 (DoD): `dod-graph.microsoft.us`.
    UsGovernmentDod,
    /// China, operated by 21Vianet: `microsoftgraph.chinacloudapi.cn`.
    China,
}

impl Cloud {
    /// Returns the host of Microsoft Graph in this cloud.
    pub const fn host(self) -> &'static str {
        match self {
            Self::Global => "graph.microsoft.com",
            Self::UsGovernment => "graph.microsoft.us",
            Self::UsGovernmentDod => "dod-graph.microsoft.us",
            Self::China => "microsoftgraph.chinacloudapi.cn",
        }
    }
}
