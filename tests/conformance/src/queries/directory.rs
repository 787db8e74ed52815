//! Users, groups, devices and other directory objects.

use graph_resource::query::Search;
use graph_resource::{graph_complex, graph_resource};
use time::OffsetDateTime;
use time::macros::datetime;
use uuid::{Uuid, uuid};

use super::{Query, queries};

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectIdentity {
    pub issuer: Option<String>,
    pub issuer_assigned_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct SignInActivity {
    pub last_sign_in_date_time: Option<OffsetDateTime>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct AssignedLicense {
    pub sku_id: Option<Uuid>,
}

#[graph_resource(path = "/extensions", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Extension {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(
    path = "/users",
    also(
        me(path = "/me", singleton),
        of_group = "/groups/{of}/transitiveMembers/microsoft.graph.user"
    ),
    select = "never",
    advanced_queries
)]
#[allow(clippy::struct_field_names, reason = "as the service names it")]
#[derive(Debug, Clone, PartialEq)]
pub struct User {
    #[graph(key)]
    pub id: String,
    pub about_me: Option<String>,
    pub account_enabled: Option<bool>,
    pub assigned_licenses: Vec<AssignedLicense>,
    pub display_name: Option<String>,
    pub given_name: Option<String>,
    pub identities: Vec<ObjectIdentity>,
    pub im_addresses: Vec<String>,
    pub job_title: Option<String>,
    pub mail: Option<String>,
    pub mobile_phone: Option<String>,
    pub sign_in_activity: Option<SignInActivity>,
    pub skills: Vec<String>,
    pub surname: Option<String>,
    pub user_principal_name: Option<String>,
    #[graph(navigation)]
    pub extensions: Vec<Extension>,
}

#[graph_resource(
    path = "/groups",
    also(
        of_group = "/groups/{of}/transitiveMemberOf/microsoft.graph.group",
        in_group = "/groups/{of}/transitivemembers/microsoft.graph.group",
        of_device = "/devices/{of}/memberOf/microsoft.graph.group",
        of_principal = "/servicePrincipals/{of}/memberOf/microsoft.graph.group",
        indirectly_of_principal = "/servicePrincipals/{of}/transitiveMemberOf/microsoft.graph.group"
    ),
    select = "never",
    advanced_queries
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    #[graph(key)]
    pub id: String,
    pub allow_external_senders: Option<bool>,
    pub auto_subscribe_new_members: Option<bool>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub is_subscribed_by_mail: Option<bool>,
    pub mail_nickname: Option<String>,
    pub members: Option<String>,
    pub membership_rule: Option<String>,
    pub membership_rule_processing_state: Option<String>,
    pub membership_rule_processing_status: Option<String>,
    pub unseen_count: Option<i32>,
}

#[graph_resource(path = "/contacts", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct OrgContact {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub job_title: Option<String>,
    pub mail: Option<String>,
}

#[graph_resource(
    path = "/users/{user_id}/usageRights",
    also(of_device = "/devices/{of}/usageRights"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct UsageRight {
    #[graph(key)]
    pub id: String,
    pub service_identifier: Option<String>,
    pub state: Option<String>,
}

#[graph_resource(path = "/users/{user_id}/appRoleAssignments", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct AppRoleAssignment {
    #[graph(key)]
    pub id: String,
    pub resource_id: Option<Uuid>,
}

#[graph_resource(path = "/schemaExtensions", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct SchemaExtension {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(path = "/auditLogs/signIns", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct SignIn {
    #[graph(key)]
    pub id: String,
    pub app_display_name: Option<String>,
}

#[graph_resource(path = "/policies/featureRolloutPolicies", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct FeatureRolloutPolicy {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub applies_to: Vec<Untyped>,
}

/// Related items that are expanded as they are.
#[graph_resource(path = "/directoryObjects", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Untyped {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(
    path = "/informationProtection/bitlocker/recoveryKeys",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct BitlockerRecoveryKey {
    #[graph(key)]
    pub id: String,
    pub key: Option<String>,
}

fn displays(word: &str) -> Search<Group> {
    Group::DISPLAY_NAME.matches(word)
}

pub(super) const QUERIES: &[Query] = queries! {
    ["beta/user-list#l2"] => User::list()
        .select((User::DISPLAY_NAME, User::ID))
        .filter(User::IDENTITIES.any(|identity| {
            let issuer = identity.clone().then(ObjectIdentity::ISSUER);
            let id = identity.then(ObjectIdentity::ISSUER_ASSIGNED_ID);
            id.eq("j.smith@yahoo.com").and(issuer.eq("contoso.onmicrosoft.com"))
        }));
    ["beta/user-list#l3"] => User::list()
        .select((User::DISPLAY_NAME, User::USER_PRINCIPAL_NAME, User::SIGN_IN_ACTIVITY));
    ["beta/user-list#l4"] => User::list()
        .filter(User::DISPLAY_NAME.starts_with("Eric"))
        .select((User::DISPLAY_NAME, User::SIGN_IN_ACTIVITY));
    ["beta/user-list#l5"] => User::list().filter(
        User::SIGN_IN_ACTIVITY
            .then(SignInActivity::LAST_SIGN_IN_DATE_TIME)
            .le(datetime!(2019-06-01 00:00 UTC)),
    );
    ["beta/user-list#l6", "v1.0/user-list#l3"] => User::list()
        .filter(User::DISPLAY_NAME.starts_with("a"))
        .order_by(User::DISPLAY_NAME)
        .count()
        .top(1);
    ["beta/user-list#l7", "v1.0/user-list#l4"] => User::list()
        .filter(User::MAIL.ends_with("a@contoso.com"))
        .order_by(User::USER_PRINCIPAL_NAME)
        .count();
    ["beta/user-list#l8", "v1.0/user-list#l5"] => User::list()
        .search(User::DISPLAY_NAME.matches("wa"))
        .order_by(User::DISPLAY_NAME)
        .count();
    ["beta/user-list#l9"] => User::list()
        .search(User::DISPLAY_NAME.matches("wa").or(User::DISPLAY_NAME.matches("to")))
        .order_by(User::DISPLAY_NAME)
        .count();
    ["beta/user-list#l10"] => User::list()
        .select((User::ID, User::MAIL, User::ASSIGNED_LICENSES))
        .filter(User::ASSIGNED_LICENSES.any(|license| {
            license.then(AssignedLicense::SKU_ID).eq(uuid!("cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46"))
        }));
    ["beta/user-delta#l2", "v1.0/user-delta#l2"] => User::list().select((User::DISPLAY_NAME, User::JOB_TITLE, User::MOBILE_PHONE)).delta();
    ["query-parameters#1", "query-parameters#2"] =>
        User::list().filter(User::GIVEN_NAME.starts_with("J"));
    ["query-parameters#7"] => User::list().filter(User::DISPLAY_NAME.starts_with("J"));
    ["query-parameters#9"] => User::list()
        .filter(User::IM_ADDRESSES.any(|address| address.eq("admin@contoso.com")));
    ["query-parameters#10"] => User::list().filter(User::ASSIGNED_LICENSES.any(|license| {
        license.then(AssignedLicense::SKU_ID).eq(uuid!("184efa21-98c3-4e5d-95ab-d07053a96e67"))
    }));
    ["query-parameters#11"] => User::list()
        .filter(User::IM_ADDRESSES.any(|address| address.eq("admin@contoso.com")).not())
        .count();
    ["query-parameters#13"] => User::list().order_by(User::DISPLAY_NAME);
    ["aad-advanced-queries#1"] => User::list().filter(User::ACCOUNT_ENABLED.eq(false));
    ["aad-advanced-queries#2"] => User::list().filter(User::ACCOUNT_ENABLED.ne(true)).count();
    ["delta-query-overview#2"] => User::list().select(User::SKILLS);
    ["delta-query-users#1"] => User::list().select((User::DISPLAY_NAME, User::GIVEN_NAME, User::SURNAME)).delta();
    ["traverse-the-graph#9"] => User::get("john.doe@contoso.onmicrosoft.com")
        .select((User::DISPLAY_NAME, User::ABOUT_ME, User::SKILLS));
    ["extensibility-open-users#3"] => User::me()
        .get()
        .select((User::ID, User::DISPLAY_NAME, User::MAIL, User::MOBILE_PHONE))
        .expand(User::EXTENSIONS);
    ["beta/group-list-transitivemembers#l3", "v1.0/group-list-transitivemembers#l3"] => User::of_group("{id}")
        .list()
        .count()
        .order_by(User::DISPLAY_NAME)
        .search(User::DISPLAY_NAME.matches("tier"))
        .select((User::DISPLAY_NAME, User::ID));
    ["beta/group-list-transitivemembers#l4", "v1.0/group-list-transitivemembers#l4"] => User::of_group("{id}")
        .list()
        .count()
        .order_by(User::DISPLAY_NAME)
        .filter(User::DISPLAY_NAME.starts_with("a"));
    ["beta/group-get#g2"] => Group::get("b320ee12-b1cd-4cca-b648-a437be61c5cd").select((
        Group::ALLOW_EXTERNAL_SENDERS,
        Group::AUTO_SUBSCRIBE_NEW_MEMBERS,
        Group::IS_SUBSCRIBED_BY_MAIL,
        Group::UNSEEN_COUNT,
    ));
    ["beta/group-get#g3"] => Group::get("1cdf9c18-a7dc-46b1-b47f-094d5656376d").select((
        Group::ID,
        Group::MEMBERSHIP_RULE,
        Group::MEMBERSHIP_RULE_PROCESSING_STATE,
        Group::MEMBERSHIP_RULE_PROCESSING_STATUS,
    ));
    ["beta/group-delta#l2", "v1.0/group-delta#l2"] => Group::list().select((Group::DISPLAY_NAME, Group::DESCRIPTION, Group::MAIL_NICKNAME)).delta();
    ["delta-query-groups#1"] => Group::list().select((Group::DISPLAY_NAME, Group::DESCRIPTION, Group::MEMBERS)).delta();
    ["beta/group-list-transitivememberof#l2"] => Group::of_group("{id}")
        .list()
        .count()
        .order_by(Group::DISPLAY_NAME)
        .search(displays("tier"))
        .select((Group::DISPLAY_NAME, Group::ID));
    ["beta/group-list-transitivememberof#l3"] => Group::of_group("{id}")
        .list()
        .count()
        .order_by(Group::DISPLAY_NAME)
        .filter(Group::DISPLAY_NAME.starts_with("a"));
    ["beta/group-list-transitivemembers#l2"] => Group::in_group("{id}").list().count();
    ["beta/device-list-memberof#l2"] => Group::of_device("{id}")
        .list()
        .count()
        .order_by(Group::DISPLAY_NAME)
        .search(displays("Video"));
    ["beta/device-list-memberof#l3"] => Group::of_device("{id}")
        .list()
        .count()
        .order_by(Group::DISPLAY_NAME)
        .filter(Group::DISPLAY_NAME.starts_with("A"));
    ["beta/serviceprincipal-list-memberof#l3"] => Group::of_principal("{id}")
        .list()
        .count()
        .order_by(Group::DISPLAY_NAME)
        .filter(Group::DISPLAY_NAME.starts_with("A"));
    ["beta/serviceprincipal-list-transitivememberof#l2"] => Group::indirectly_of_principal("{id}")
        .list()
        .count()
        .order_by(Group::DISPLAY_NAME)
        .search(displays("Video"))
        .select((Group::DISPLAY_NAME, Group::ID));
    ["beta/serviceprincipal-list-transitivememberof#l3"] => Group::indirectly_of_principal("{id}")
        .list()
        .count()
        .order_by(Group::DISPLAY_NAME)
        .filter(Group::DISPLAY_NAME.starts_with("a"));
    ["beta/orgcontact-delta#l2", "v1.0/orgcontact-delta#l2"] => OrgContact::list().select((OrgContact::DISPLAY_NAME, OrgContact::JOB_TITLE, OrgContact::MAIL)).delta();
    ["beta/user-list-usagerights#l2"] => UsageRight::list("{userId}").filter(
        UsageRight::STATE
            .in_(["active", "suspended"])
            .and(UsageRight::SERVICE_IDENTIFIER.in_(["ABCD"])),
    );
    ["beta/device-list-usagerights#l2"] => UsageRight::of_device("{objectId}").list().filter(
        UsageRight::STATE
            .in_(["active", "suspended"])
            .and(UsageRight::SERVICE_IDENTIFIER.in_(["ABCD"])),
    );
    ["beta/user-list-approleassignments#l2"] => AppRoleAssignment::list("cdb555e3-b33e-4fd5-a427-17fadacbdfa7")
        .filter(AppRoleAssignment::RESOURCE_ID.eq(uuid!("8e881353-1735-45af-af21-ee1344582a4d")));
    ["beta/schemaextension-list#l1", "v1.0/schemaextension-list#l1", "extensibility-schema-groups#1"] =>
        SchemaExtension::list().filter(SchemaExtension::ID.eq("graphlearn_test"));
    ["beta/signin-list#l2"] => SignIn::list()
        .filter(SignIn::APP_DISPLAY_NAME.starts_with("Azure"))
        .top(10);
    ["v1.0/signin-list#l2"] => SignIn::list()
        .filter(SignIn::APP_DISPLAY_NAME.starts_with("Graph"))
        .top(10);
    ["beta/featurerolloutpolicy-get#g2"] => FeatureRolloutPolicy::get("df85e4d9-e8c4-4033-a41c-73419a95c29c")
        .expand(FeatureRolloutPolicy::APPLIES_TO);
    ["beta/bitlockerrecoverykey-get#g2"] => BitlockerRecoveryKey::get("b465e4e8-e4e8-b465-e8e4-65b4e8e465b4")
        .select(BitlockerRecoveryKey::KEY);
};
