use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum};

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EmailAddress {
    pub address: Option<String>,
    pub name: Option<String>,
    pub other_label: Option<String>,
    pub r#type: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PhysicalAddress {
    pub city: Option<String>,
    pub country_or_region: Option<String>,
    pub postal_code: Option<String>,
    pub state: Option<String>,
    pub street: Option<String>,
    pub post_office_box: Option<String>,
    pub r#type: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ItemBody {
    pub content: Option<String>,
    pub content_type: Option<BodyType>,
}

#[graph_enum]
pub enum BodyType {
    Text,
    Html,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum Importance {
    Low,
    Normal,
    High,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IdentitySet {
    #[graph(merge)]
    pub application: Option<Identity>,
    #[graph(merge)]
    pub device: Option<Identity>,
    #[graph(merge)]
    pub user: Option<Identity>,
    pub conversation: Option<DynamicProperties>,
    pub conversation_identity_type: Option<DynamicProperties>,
    pub phone: Option<DynamicProperties>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Identity {
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub tenant_id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserIdentity {
    pub id: Option<String>,
    pub display_name: Option<String>,
    pub ip_address: Option<String>,
    pub user_principal_name: Option<String>,
    pub tenant_id: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}
