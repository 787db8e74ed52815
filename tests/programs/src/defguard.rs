//! Directory synchronization, as in `DefGuard`: users, groups, the groups of a user and the members of a group.
//!
//! Whoever is absent from the result loses access, so that a result that is cut short is an [error](SyncError::Truncated).

use std::fmt;

use graph_resource::query::Filter;
use graph_resource::{Client, Error, List, Resource, graph_resource};

/// The largest page of a directory that is asked for.
const PAGE: u32 = 200;

/// The number of names in one filter, which directory objects limit to 15.
const NAMES_IN_A_FILTER: usize = 15;

/// A user, also as the member of a group.
#[graph_resource(
    path = "/users",
    also(members_of = "/groups/{group_id}/members/microsoft.graph.user"),
    operations(list),
    advanced_queries
)]
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// The id in the directory.
    #[graph(key)]
    pub id: String,
    /// Whether the user can sign in.
    pub account_enabled: bool,
    /// The name that is shown.
    pub display_name: Option<String>,
    /// The primary address.
    pub mail: Option<String>,
    /// Further addresses.
    pub other_mails: Vec<String>,
    /// The first name.
    pub given_name: Option<String>,
    /// The last name.
    pub surname: Option<String>,
    /// The number that is preferred.
    pub mobile_phone: Option<String>,
    /// Other numbers.
    pub business_phones: Vec<String>,
}

impl User {
    /// Returns the address by which the user is known: the primary one, or else the first of the others.
    pub fn email(&self) -> Option<&str> {
        self.mail
            .as_ref()
            .or(self.other_mails.first())
            .map(String::as_str)
    }

    /// Returns the phone number, of which the mobile one is preferred.
    pub fn phone(&self) -> Option<&str> {
        let mobile = self.mobile_phone.as_ref();
        mobile.or(self.business_phones.first()).map(String::as_str)
    }
}

/// A group, also as one to which a user belongs.
#[graph_resource(
    path = "/groups",
    also(of_user = "/users/{user_id}/memberOf/microsoft.graph.group"),
    operations(list),
    advanced_queries
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The id in the directory.
    #[graph(key)]
    pub id: String,
    /// The name, by which groups are matched.
    pub display_name: Option<String>,
}

/// The reason why a synchronization has failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum SyncError {
    /// A request has failed.
    Graph(Error),
    /// No user has this address.
    UserNotFound(String),
    /// Several users have this address.
    MultipleUsersFound(String),
    /// There are more items than the limit: the program would take those that were not read for removed.
    Truncated,
}

/// The synchronization with one directory.
#[derive(Debug, Clone)]
pub struct DirectorySync {
    client: Client,
    group_names: Vec<String>,
    limit: usize,
}

impl DirectorySync {
    /// Creates a synchronization of all groups, with up to 100,000 items in a list.
    pub const fn new(client: Client) -> Self {
        Self {
            client,
            group_names: Vec::new(),
            limit: 100_000,
        }
    }

    /// Restricts it to groups with these names. No names are no restriction.
    #[must_use]
    pub fn with_group_names(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.group_names = names.into_iter().map(Into::into).collect();
        self
    }

    /// Sets the largest number of items in a list.
    #[must_use]
    pub const fn with_limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Reads one user, to find out whether the token has the permissions.
    pub async fn test_connection(&self) -> Result<(), SyncError> {
        User::list().top(1).send(&self.client).await?;
        Ok(())
    }

    /// Reads all users.
    pub async fn users(&self) -> Result<Vec<User>, SyncError> {
        self.all(User::list()).await
    }

    /// Reads the groups.
    pub async fn groups(&self) -> Result<Vec<Group>, SyncError> {
        if self.group_names.is_empty() {
            return self.all(Group::list()).await;
        }
        let mut groups = Vec::new();
        for named in Group::DISPLAY_NAME.in_lists(&self.group_names, NAMES_IN_A_FILTER) {
            groups.append(&mut self.all(Group::list().filter(named)).await?);
        }
        Ok(groups)
    }

    /// Reads the groups to which the user with an address belongs.
    pub async fn groups_of_user(&self, email: &str) -> Result<Vec<Group>, SyncError> {
        let mut user = self.user_id(email, User::MAIL.eq(email)).await?;
        if user.is_none() {
            let is_among = User::OTHER_MAILS.any(|mail| mail.eq(email));
            user = self.user_id(email, is_among).await?;
        }
        let user = user.ok_or_else(|| SyncError::UserNotFound(email.to_owned()))?;
        let mut groups = self.all(Group::of_user(user).list().count()).await?;
        if !self.group_names.is_empty() {
            // The relationship cannot be filtered by names.
            groups.retain(|group| self.wants(group));
        }
        Ok(groups)
    }

    /// Reads the addresses of the users in a group. Other groups in it are left out, and so are users without an address.
    pub async fn members(&self, group_id: &str) -> Result<Vec<String>, SyncError> {
        let members = self.all(User::members_of(group_id).list().count()).await?;
        let emails = members.iter().filter_map(User::email);
        Ok(emails.map(str::to_owned).collect())
    }

    /// Returns the id of the one user for whom a filter holds.
    async fn user_id(
        &self,
        email: &str,
        filter: Filter<User>,
    ) -> Result<Option<String>, SyncError> {
        let found = User::list()
            .filter(filter)
            .top(2)
            .send(&self.client)
            .await?;
        let mut users = found.value.into_iter();
        match (users.next(), users.next()) {
            (_, Some(_)) => Err(SyncError::MultipleUsersFound(email.to_owned())),
            (user, None) => Ok(user.map(|user| user.id)),
        }
    }

    fn wants(&self, group: &Group) -> bool {
        let name = group.display_name.as_ref();
        name.is_some_and(|name| self.group_names.contains(name))
    }

    /// Reads all pages of a list.
    async fn all<R: Resource>(&self, list: List<R>) -> Result<Vec<R>, SyncError> {
        let found = list
            .top(PAGE)
            .collect_up_to(self.limit, &self.client)
            .await?;
        if found.is_truncated() {
            return Err(SyncError::Truncated);
        }
        Ok(found.items)
    }
}

impl From<Error> for SyncError {
    fn from(error: Error) -> Self {
        Self::Graph(error)
    }
}

impl fmt::Display for SyncError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Graph(_) => f.write_str("a request to the directory has failed"),
            Self::UserNotFound(email) => write!(f, "no user has the address `{email}`"),
            Self::MultipleUsersFound(email) => {
                write!(f, "several users have the address `{email}`")
            }
            Self::Truncated => f.write_str("the directory has more items than the limit"),
        }
    }
}

impl std::error::Error for SyncError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Graph(error) => Some(error),
            _ => None,
        }
    }
}
