//! Functions that return changes.

use graph_resource::{Page, graph_function};
use serde_json::Value;

use super::{Row, row};

#[graph_function(path = "/administrativeUnits/delta", returns = Page<Value>)]
pub struct Delta {}

#[graph_function(path = "/applications/delta", returns = Page<Value>)]
pub struct ApplicationsDelta {}

#[graph_function(path = "/teams/{key1}/channels/{key2}/messages/delta", returns = Page<Value>)]
pub struct MessagesDelta {}

#[graph_function(path = "/me/contactFolders/{key1}/contacts/delta", returns = Page<Value>)]
pub struct ContactsDelta {}

#[graph_function(path = "/directoryRoles/delta", returns = Page<Value>)]
pub struct DirectoryRolesDelta {}

#[graph_function(path = "/me/drive/root/delta", returns = Page<Value>)]
pub struct RootDelta {}

#[graph_function(path = "/education/users/delta", returns = Page<Value>)]
pub struct UsersDelta {}

#[graph_function(path = "/groups/delta", returns = Page<Value>)]
pub struct GroupsDelta {}

#[graph_function(path = "/oauth2PermissionGrants/delta", returns = Page<Value>)]
pub struct Oauth2PermissionGrantsDelta {}

#[graph_function(path = "/contacts/delta", returns = Page<Value>)]
pub struct ContactsDelta126 {}

#[graph_function(path = "/me/planner/all/delta", returns = Page<Value>)]
pub struct AllDelta {}

#[graph_function(path = "/servicePrincipals/delta", returns = Page<Value>)]
pub struct ServicePrincipalsDelta {}

#[graph_function(path = "/me/todo/lists/{key1}/tasks/delta", returns = Page<Value>)]
pub struct TasksDelta {}

#[graph_function(path = "/users/delta", returns = Page<Value>)]
pub struct UsersDelta139 {}

#[graph_function(path = "/me/drive/root/delta", returns = Page<Value>)]
pub struct DriveDeltaSince {
    pub token: String,
}

pub(super) fn rows() -> Vec<Row> {
    vec![
        row("/administrativeUnits/delta", &[], |_| Delta::call()),
        row("/applications/delta", &[], |_| ApplicationsDelta::call()),
        row(
            "/teams/{key1}/channels/{key2}/messages/delta",
            &[],
            |values| MessagesDelta::call(values.key(1), values.key(2)),
        ),
        row("/me/contactFolders/{key1}/contacts/delta", &[], |values| {
            ContactsDelta::call(values.key(1))
        }),
        row("/directoryRoles/delta", &[], |_| {
            DirectoryRolesDelta::call()
        }),
        row("/me/drive/root/delta", &[], |_| RootDelta::call()),
        row("/education/users/delta", &[], |_| UsersDelta::call()),
        row("/groups/delta", &[], |_| GroupsDelta::call()),
        row("/oauth2PermissionGrants/delta", &[], |_| {
            Oauth2PermissionGrantsDelta::call()
        }),
        row("/contacts/delta", &[], |_| ContactsDelta126::call()),
        row("/me/planner/all/delta", &[], |_| AllDelta::call()),
        row("/servicePrincipals/delta", &[], |_| {
            ServicePrincipalsDelta::call()
        }),
        row("/me/todo/lists/{key1}/tasks/delta", &[], |values| {
            TasksDelta::call(values.key(1))
        }),
        row("/users/delta", &[], |_| UsersDelta139::call()),
        row("/me/drive/root/delta", &["token"], |values| {
            DriveDeltaSince::call(values.text("token"))
        }),
    ]
}
