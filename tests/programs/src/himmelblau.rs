//! Sign-in to Linux with Entra ID, as in Himmelblau: users and groups with their POSIX attributes, devices, photos, and the administration of the
//! application whose directory extensions the attributes are.

use graph_resource::edm::DynamicProperties;
use graph_resource::{
    Client, Download, Error, List, Resource, graph_complex, graph_resource, graph_union,
};
use tokio::io::AsyncWrite;

/// The largest page of a directory.
const PAGE: u32 = 999;

/// The application "Microsoft Intune" of each tenant, whose endpoints are those of its services.
const INTUNE: &str = "0000000a-0000-0000-c000-000000000000";

/// The application "Microsoft Graph" of each tenant.
const MICROSOFT_GRAPH: &str = "00000003-0000-0000-c000-000000000000";

/// A user, with the attributes of an account.
#[graph_resource(
    path = "/users",
    also(me(path = "/me", singleton)),
    operations(list, get, update),
    emit_type = "never",
    advanced_queries
)]
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    /// The id in the directory.
    #[graph(key)]
    pub id: String,
    /// The name that is shown.
    #[graph(read_only)]
    pub display_name: Option<String>,
    /// The name with which the user signs in.
    #[graph(read_only)]
    pub user_principal_name: Option<String>,
    /// The number of the account.
    #[graph(extension)]
    pub uid_number: Option<i32>,
    /// The number of the primary group.
    #[graph(extension)]
    pub gid_number: Option<i32>,
    /// The home directory.
    #[graph(extension)]
    pub unix_home_directory: Option<String>,
    /// The shell.
    #[graph(extension)]
    pub login_shell: Option<String>,
    /// The full name and the like.
    #[graph(extension)]
    pub gecos: Option<String>,
}

/// A group, with the number that it has on Linux.
#[graph_resource(
    path = "/groups",
    also(of_me = "/me/memberOf/microsoft.graph.group"),
    operations(list, get, update),
    emit_type = "never",
    advanced_queries
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The id in the directory.
    #[graph(key)]
    pub id: String,
    /// The name that is shown.
    #[graph(read_only)]
    pub display_name: Option<String>,
    /// The number of the group.
    #[graph(extension)]
    pub gid_number: Option<i32>,
}

/// A role in the directory.
#[graph_resource(path = "/directoryRoles", operations(get))]
#[derive(Debug, Clone, PartialEq)]
pub struct DirectoryRole {
    /// The id in the directory.
    #[graph(key)]
    pub id: String,
    /// The name that is shown.
    pub display_name: Option<String>,
}

/// What a user belongs to. The service answers extensions only where they are selected, and here nothing is: [`Directory::my_groups`] has them.
#[graph_union(
    path = "/me/memberOf",
    also(of_user = "/users/{user_id}/memberOf"),
    operations(list)
)]
#[derive(Debug, Clone, PartialEq)]
pub enum DirectoryObject {
    /// A group.
    Group(Group),
    /// A role.
    DirectoryRole(DirectoryRole),
    /// Something else, such as an administrative unit.
    #[graph(unknown)]
    Other(DynamicProperties),
}

/// A device, with those to whom it belongs.
#[graph_resource(path = "/devices", operations(get))]
#[derive(Debug, Clone, PartialEq)]
pub struct Device {
    /// The id of the object, which is not that of the device.
    #[graph(key)]
    pub id: String,
    /// The users to whom it belongs.
    #[graph(navigation, bind)]
    pub registered_owners: Option<Vec<User>>,
}

/// The photo of the user who is signed in.
#[graph_resource(path = "/me/photo", operations(get), media(content = "$value"))]
#[derive(Debug, Clone, PartialEq)]
pub struct ProfilePhoto {
    /// The width in pixels.
    pub width: Option<i32>,
}

/// An endpoint of a service, such as that of Intune.
#[graph_resource(
    path = "/servicePrincipals(appId='{app_id}')/endpoints",
    operations(list)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Endpoint {
    /// The id of the endpoint.
    #[graph(key)]
    pub id: String,
    /// The name of the service.
    pub provider_name: Option<String>,
    /// The address.
    pub uri: Option<String>,
}

/// An application that is registered in the tenant.
#[graph_resource(path = "/applications", operations(list, create), emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Application {
    /// The id of the object.
    #[graph(key)]
    pub id: String,
    /// The id by which an application is named elsewhere.
    #[graph(read_only)]
    pub app_id: Option<String>,
    /// The name that is shown.
    #[graph(required)]
    pub display_name: String,
    /// Who can sign in.
    pub sign_in_audience: Option<String>,
    /// What it may ask for.
    pub required_resource_access: Vec<RequiredResourceAccess>,
    /// How programs without a secret sign in.
    pub public_client: Option<PublicClientApplication>,
}

/// The permissions of one API for which an application may ask.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct RequiredResourceAccess {
    /// The application whose API it is.
    pub resource_app_id: String,
    /// The permissions.
    pub resource_access: Vec<ResourceAccess>,
}

/// A permission.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceAccess {
    /// The id of the permission.
    pub id: String,
    /// `Scope` or `Role`.
    #[graph(rename = "type")]
    pub kind: String,
}

/// How programs without a secret sign in.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct PublicClientApplication {
    /// Where the sign-in leads back to.
    pub redirect_uris: Vec<String>,
}

/// A directory extension that an application has registered.
#[graph_resource(
    path = "/applications/{application_id}/extensionProperties",
    operations(list, create),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ExtensionProperty {
    /// The id of the extension.
    #[graph(key)]
    pub id: String,
    /// The name, to which the service adds the id of the application.
    #[graph(required)]
    pub name: String,
    /// `String`, `Integer` and the like.
    #[graph(required)]
    pub data_type: String,
    /// The types that it extends.
    #[graph(required)]
    pub target_objects: Vec<String>,
}

/// The extensions that hold the attributes of an account: name, type, and what they extend.
const POSIX_ATTRIBUTES: [(&str, &str, &[&str]); 5] = [
    ("uidNumber", "Integer", &["User"]),
    ("gidNumber", "Integer", &["User", "Group"]),
    ("unixHomeDirectory", "String", &["User"]),
    ("loginShell", "String", &["User"]),
    ("gecos", "String", &["User"]),
];

/// Microsoft Graph in the name of one user. The client knows the application of the extensions
/// ([`extension_app`](graph_resource::ClientBuilder::extension_app)).
#[derive(Debug, Clone)]
pub struct Directory(Client);

impl Directory {
    /// Creates it for the user whose token this is, over the connections of the client.
    pub fn of(client: &Client, token: &str) -> Self {
        Self(client.with_token(token))
    }

    /// Reads a user by the id or the name with which the user signs in.
    pub async fn user(&self, id: &str) -> Result<User, Error> {
        User::get(id).send(&self.0).await
    }

    /// Reads the user who is signed in.
    pub async fn me(&self) -> Result<User, Error> {
        User::me().get().send(&self.0).await
    }

    /// Reads all users who have a number of an account or of a group.
    pub async fn posix_users(&self) -> Result<Vec<User>, Error> {
        let mut users = self.all(User::list().top(PAGE)).await?;
        users.retain(|user| user.uid_number.is_some() || user.gid_number.is_some());
        Ok(users)
    }

    /// Reads all groups that have a number.
    pub async fn posix_groups(&self) -> Result<Vec<Group>, Error> {
        let mut groups = self.all(Group::list().top(PAGE)).await?;
        groups.retain(|group| group.gid_number.is_some());
        Ok(groups)
    }

    /// Reads a group by its id.
    pub async fn group(&self, id: &str) -> Result<Group, Error> {
        Group::get(id).send(&self.0).await
    }

    /// Reads the first group with a name, if there is one.
    pub async fn group_by_name(&self, name: &str) -> Result<Option<Group>, Error> {
        let named = Group::list().filter(Group::DISPLAY_NAME.eq(name)).top(1);
        Ok(named.send(&self.0).await?.value.into_iter().next())
    }

    /// Reads the groups of the user who is signed in, with their numbers.
    pub async fn my_groups(&self) -> Result<Vec<Group>, Error> {
        self.all(Group::of_me().list().count().top(PAGE)).await
    }

    /// Reads what the user who is signed in belongs to.
    pub async fn my_memberships(&self) -> Result<Vec<DirectoryObject>, Error> {
        self.all(DirectoryObject::list().top(PAGE)).await
    }

    /// Reads what a user belongs to.
    pub async fn memberships(&self, user: &str) -> Result<Vec<DirectoryObject>, Error> {
        self.all(DirectoryObject::of_user(user).list().top(PAGE))
            .await
    }

    /// Makes a user an owner of a device.
    pub async fn assign_device(&self, device: &str, user: &str) -> Result<(), Error> {
        let user = self.user(user).await?;
        let owners = Device::registered_owners(device);
        owners.add(User::get(user.id)).send(&self.0).await
    }

    /// Writes the photo of the user who is signed in, and returns the number of bytes.
    pub async fn copy_photo(&self, to: &mut (impl AsyncWrite + Unpin)) -> Result<u64, Error> {
        let photo: Download = ProfilePhoto::content().send(&self.0).await?;
        photo.copy_to(to).await
    }

    /// Reads the addresses of the services of Intune.
    pub async fn intune_endpoints(&self) -> Result<Vec<Endpoint>, Error> {
        self.all(Endpoint::list(INTUNE)).await
    }

    /// Sets attributes of an account. Those that the patch does not name are kept.
    pub async fn set_user_attributes(
        &self,
        user: &str,
        attributes: UserPatch,
    ) -> Result<(), Error> {
        User::update(user)
            .with_patch(attributes)
            .send(&self.0)
            .await?;
        Ok(())
    }

    /// Sets the number of a group.
    pub async fn set_group_number(&self, group: &str, gid: i32) -> Result<(), Error> {
        Group::update(group).gid_number(gid).send(&self.0).await?;
        Ok(())
    }

    /// Reads all applications.
    pub async fn applications(&self) -> Result<Vec<Application>, Error> {
        self.all(Application::list()).await
    }

    /// Registers an application with which users of the tenant sign in, with these permissions of Microsoft Graph.
    pub async fn create_application(
        &self,
        name: &str,
        redirect_uris: &[&str],
        permissions: &[&str],
    ) -> Result<(), Error> {
        let scope = |id: &&str| ResourceAccess {
            id: (*id).into(),
            kind: "Scope".into(),
        };
        let access = RequiredResourceAccess {
            resource_app_id: MICROSOFT_GRAPH.into(),
            resource_access: permissions.iter().map(scope).collect(),
        };
        let redirect_uris = redirect_uris.iter().copied().map(Into::into).collect();
        let new = NewApplication {
            display_name: name.into(),
        };
        let create = Application::create(new)
            .sign_in_audience("AzureADMyOrg")
            .required_resource_access([access].into_iter().filter(|_| !permissions.is_empty()))
            .public_client(PublicClientApplication { redirect_uris });
        create.send(&self.0).await?;
        Ok(())
    }

    /// Registers the extensions that hold the attributes of an account. Those that exist already are left alone.
    pub async fn add_extensions(&self, application: &str) -> Result<(), Error> {
        let existing = self.extensions(application).await?;
        for (name, data_type, targets) in POSIX_ATTRIBUTES {
            let suffix = format!("_{name}");
            if existing
                .iter()
                .any(|extension| extension.name.ends_with(&suffix))
            {
                continue;
            }
            let new = NewExtensionProperty {
                name: name.into(),
                data_type: data_type.into(),
                target_objects: targets.iter().copied().map(Into::into).collect(),
            };
            ExtensionProperty::create(application, new)
                .send(&self.0)
                .await?;
        }
        Ok(())
    }

    /// Reads the extensions that an application has registered.
    pub async fn extensions(&self, application: &str) -> Result<Vec<ExtensionProperty>, Error> {
        self.all(ExtensionProperty::list(application)).await
    }

    /// Reads all pages of a list.
    async fn all<R: Resource>(&self, list: List<R>) -> Result<Vec<R>, Error> {
        let mut pages = list.pages(&self.0);
        let mut items = Vec::new();
        while let Some(item) = pages.next().await? {
            items.push(item);
        }
        Ok(items)
    }
}
