use std::fmt;

use serde_core::{Deserialize, Deserializer, Serializer, ser};

use super::item::Get;
use super::parts::RequestParts;
use crate::edm::{Form, PropertyValue};
use crate::endpoint::{Cloud, Endpoint};
use crate::resource::Resource;

/// A reference to another resource in an update or a create: the value of `manager@odata.bind`.
///
/// It is created from the request for that resource. Its URL is one of the service that the update is sent to, so that the same code works
/// in every national cloud.
///
/// ```
/// use graph_resource::{Cloud, Endpoint, Reference, graph_resource};
///
/// #[graph_resource(path = "/users", emit_type = "never")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     #[graph(navigation, bind)]
///     pub manager: Option<Box<User>>,
/// }
///
/// let body = User::update("1")
///     .manager(User::get("2"))
///     .to_http_request(&Endpoint::new(Cloud::UsGovernment))?
///     .into_body();
/// assert_eq!(body, r#"{"manager@odata.bind":"https://graph.microsoft.us/v1.0/users/2"}"#);
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// A value that is written whole, such as a member of a new chat, has its reference in a field of this type:
///
/// ```
/// use graph_resource::{Cloud, Reference, graph_complex, graph_resource};
///
/// #[graph_resource(path = "/users", operations(get))]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
/// }
///
/// #[graph_complex(emit_type = "always")]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct AadUserConversationMember {
///     pub roles: Vec<String>,
///     #[graph(bind)]
///     pub user: Option<Reference>,
/// }
///
/// #[graph_resource(path = "/chats", emit_type = "never")]
/// pub struct Chat {
///     #[graph(key)]
///     pub id: String,
///     pub members: Vec<AadUserConversationMember>,
/// }
///
/// let owner = AadUserConversationMember { roles: vec!["owner".into()], user: Some(User::get("8b08").into()) };
/// let body = Chat::create().members(vec![owner]).to_http_request(&Cloud::Global.into())?.into_body();
/// assert_eq!(
///     body,
///     concat!(
///         r##"{"members":[{"@odata.type":"#microsoft.graph.aadUserConversationMember","roles":["owner"],"##,
///         r##""user@odata.bind":"https://graph.microsoft.com/v1.0/users/8b08"}]}"##,
///     ),
/// );
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// Some services want an object with `@odata.id` instead, such as entitlement management:
///
/// ```
/// use graph_resource::{Cloud, Reference, graph_complex, graph_resource};
///
/// #[graph_resource(path = "/identityGovernance/entitlementManagement/catalogs", operations(get))]
/// pub struct AccessPackageCatalog {
///     #[graph(key)]
///     pub id: String,
/// }
///
/// #[graph_complex]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct CatalogReference {
///     #[graph(rename = "@odata.id")]
///     pub id: Reference,
/// }
///
/// #[graph_resource(path = "/identityGovernance/entitlementManagement/accessPackages", emit_type = "never")]
/// pub struct AccessPackage {
///     #[graph(key)]
///     pub id: String,
///     #[graph(create_only)]
///     pub catalog: Option<CatalogReference>,
/// }
///
/// let catalog = CatalogReference { id: AccessPackageCatalog::get("1").into() };
/// let create = AccessPackage::create().catalog(catalog).to_http_request(&Cloud::China.into())?;
/// assert_eq!(
///     create.body(),
///     r#"{"catalog":{"@odata.id":"https://microsoftgraph.chinacloudapi.cn/v1.0/identityGovernance/entitlementManagement/catalogs/1"}}"#,
/// );
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Reference(Target);

#[derive(Clone, PartialEq)]
enum Target {
    Item(Box<RequestParts>),
    Url(String),
}

impl Reference {
    /// Creates a reference to the resource at `url`, which is sent verbatim.
    pub fn url(url: impl Into<String>) -> Self {
        Self(Target::Url(url.into()))
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Item(parts) => f.write_str(parts.path_template()),
            Self::Url(url) => f.write_str(url),
        }
    }
}

impl<R: Resource> From<Get<R>> for Reference {
    fn from(request: Get<R>) -> Self {
        Self(Target::Item(Box::new(request.parts)))
    }
}

impl PropertyValue for Reference {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::url)
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        let parts = match &self.0 {
            Target::Url(url) => return serializer.serialize_str(url),
            Target::Item(parts) => parts,
        };
        let url = match form {
            Form::Request {
                endpoint: Some(endpoint),
            } => parts.url(endpoint),
            _ => parts.url(&Endpoint::new(Cloud::Global)),
        };
        serializer.collect_str(&url.map_err(ser::Error::custom)?)
    }
}

/// Collects several references. Called by generated setters.
pub fn references<R: Into<Reference>>(references: impl IntoIterator<Item = R>) -> Vec<Reference> {
    references.into_iter().map(Into::into).collect()
}
