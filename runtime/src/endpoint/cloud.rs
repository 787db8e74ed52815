use std::fmt;

/// A deployment of Microsoft Graph ("National cloud deployments").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Cloud {
    /// The global service, US Government GCC included: `graph.microsoft.com`.
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
    /// The host of Microsoft Graph in this cloud.
    pub const fn host(self) -> &'static str {
        match self {
            Self::Global => "graph.microsoft.com",
            Self::UsGovernment => "graph.microsoft.us",
            Self::UsGovernmentDod => "dod-graph.microsoft.us",
            Self::China => "microsoftgraph.chinacloudapi.cn",
        }
    }
}

/// A version of Microsoft Graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ApiVersion {
    /// `v1.0`: generally available, what applications in production use.
    #[default]
    V1,
    /// `beta`: in preview, and subject to change.
    Beta,
}

impl ApiVersion {
    /// The version as a path segment.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "v1.0",
            Self::Beta => "beta",
        }
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
