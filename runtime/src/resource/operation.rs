/// An operation on a resource. See [`ResourceInfo::operations`](crate::ResourceInfo::operations).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Operation {
    /// `GET` of a collection.
    List,
    /// `GET` of one item.
    Get,
    /// `POST` to a collection.
    Create,
    /// `PATCH`, or `PUT`, of one item.
    Update,
    /// `DELETE` of one item.
    Delete,
}

impl Operation {
    /// The five operations that a resource with a key has by default.
    pub const CRUD: &'static [Self] = &[
        Self::List,
        Self::Get,
        Self::Create,
        Self::Update,
        Self::Delete,
    ];
}

/// The HTTP method that updates a resource. See [`ResourceInfo::update_method`](crate::ResourceInfo::update_method).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UpdateMethod {
    /// `PATCH`, for nearly all resources of Microsoft Graph.
    Patch,
    /// `PUT`, which replaces the resource, for the few that are declared with `update(method = "PUT")`.
    Put,
}

impl From<UpdateMethod> for http::Method {
    fn from(method: UpdateMethod) -> Self {
        match method {
            UpdateMethod::Patch => Self::PATCH,
            UpdateMethod::Put => Self::PUT,
        }
    }
}
