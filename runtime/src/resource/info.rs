use super::address::ResourceAddress;
use super::operation::{Operation, UpdateMethod};
use crate::edm::TypeInfo;
use crate::endpoint::ApiVersion;

/// The description of a resource: its type, its address and its operations.
///
/// ```
/// use graph_resource::{ApiVersion, Operation, Resource, UpdateMethod, graph_resource};
///
/// #[graph_resource(path = "/me/mailboxSettings", version = "beta", update(method = "PUT"))]
/// pub struct MailboxSettings {
///     pub time_zone: Option<String>,
/// }
///
/// let info = MailboxSettings::INFO;
/// assert_eq!(info.path(), "/me/mailboxSettings");
/// assert_eq!(info.version(), Some(ApiVersion::Beta));
/// assert_eq!(info.update_method(), UpdateMethod::Put);
/// assert!(info.is_replaced());
/// assert_eq!(info.operations(), [Operation::Get, Operation::Update]);
/// ```
#[derive(Debug)]
pub struct ResourceInfo {
    type_info: &'static TypeInfo,
    path: &'static str,
    item_path: &'static str,
    version: Option<ApiVersion>,
    update_method: UpdateMethod,
    is_replaced: bool,
    has_key_in_body: bool,
    operations: &'static [Operation],
    select: &'static str,
    expand: &'static str,
    further_addresses: &'static [ResourceAddress],
    variants: &'static [ResourceInfo],
}

impl ResourceInfo {
    /// Creates the description of a resource with the operations [`Operation::CRUD`], in the version of the client. Called by generated
    /// code.
    #[doc(hidden)]
    pub const fn new(
        type_info: &'static TypeInfo,
        path: &'static str,
        item_path: &'static str,
    ) -> Self {
        Self {
            type_info,
            path,
            item_path,
            version: None,
            update_method: UpdateMethod::Patch,
            is_replaced: false,
            has_key_in_body: false,
            operations: Operation::CRUD,
            select: "",
            expand: "",
            further_addresses: &[],
            variants: &[],
        }
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn at(mut self, version: ApiVersion) -> Self {
        self.version = Some(version);
        self
    }

    /// Sets the method of an update. A `PUT` replaces the resource. Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn updated_by(mut self, method: UpdateMethod) -> Self {
        self.update_method = method;
        self.is_replaced = matches!(method, UpdateMethod::Put);
        self
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn replaced(mut self) -> Self {
        self.is_replaced = true;
        self
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_key_in_body(mut self) -> Self {
        self.has_key_in_body = true;
        self
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_operations(mut self, operations: &'static [Operation]) -> Self {
        self.operations = operations;
        self
    }

    /// Sets the query option `$select` of a read. Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn selecting(mut self, option: &'static str) -> Self {
        self.select = option;
        self
    }

    /// Sets the query option `$expand` of a read. Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn expanding(mut self, option: &'static str) -> Self {
        self.expand = option;
        self
    }

    /// Adds the further addresses. Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn also_at(mut self, addresses: &'static [ResourceAddress]) -> Self {
        self.further_addresses = addresses;
        self
    }

    /// Adds the types of a union. Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_variants(mut self, variants: &'static [Self]) -> Self {
        self.variants = variants;
        self
    }

    /// Returns the description of the type. That of a union has the properties of the base type, if the union has a variant for it.
    pub const fn type_info(&self) -> &'static TypeInfo {
        self.type_info
    }

    /// Returns the path after the version, with parameters in braces: of the collection, or of the resource itself if it has no key.
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the path of one item, with the key in braces: the same as [`path`](Self::path) if there is no key.
    pub const fn item_path(&self) -> &'static str {
        self.item_path
    }

    /// Returns the further addresses, which the struct declares with `also(…)`.
    pub const fn further_addresses(&self) -> &'static [ResourceAddress] {
        self.further_addresses
    }

    /// Returns a description for each type of a union, at the path of the union. It is empty for a resource of one type.
    pub const fn variants(&self) -> &'static [Self] {
        self.variants
    }

    /// Returns the version of Microsoft Graph that the struct declares, or `None` if it is that of the client.
    pub const fn version(&self) -> Option<ApiVersion> {
        self.version
    }

    /// Returns the HTTP method of an update.
    pub const fn update_method(&self) -> UpdateMethod {
        self.update_method
    }

    /// Returns whether an update replaces the resource: what its body does not carry is cleared. Otherwise, it stays as it is.
    pub const fn is_replaced(&self) -> bool {
        self.is_replaced
    }

    /// Returns whether the body of an update that replaces the resource carries the key.
    pub const fn has_key_in_body(&self) -> bool {
        self.has_key_in_body
    }

    /// Returns the query option by which a read asks for the properties that the struct declares, such as `$select=id,displayName`. It is
    /// empty for a type that is read without one.
    pub const fn select(&self) -> &'static str {
        self.select
    }

    /// Returns the query option by which a read asks for the relationships that the struct expands, such as
    /// `$expand=manager($select=id,displayName)`. It is empty if there are none.
    pub const fn expand(&self) -> &'static str {
        self.expand
    }

    /// Returns the operations of the resource.
    pub const fn operations(&self) -> &'static [Operation] {
        self.operations
    }

    /// Returns whether the resource has `operation`.
    pub fn allows(&self, operation: Operation) -> bool {
        self.operations.contains(&operation)
    }
}

/// Two descriptions are equal if they are the same one.
impl PartialEq for ResourceInfo {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for ResourceInfo {}
