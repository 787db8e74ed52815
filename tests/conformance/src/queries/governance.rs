//! Identity governance, policies, devices and services.

use graph_resource::graph_resource;
use time::OffsetDateTime;
use time::macros::datetime;

use super::{Query, queries};

/// A related item of which nothing but the key matters.
#[graph_resource(path = "/directoryObjects", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(
    path = "/identityGovernance/accessReviews/definitions",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AccessReviewDefinition {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(
    path = "/identityGovernance/accessReviews/definitions/{definition}/instances",
    also(pending = "/me/pendingAccessReviewInstances"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AccessReviewInstance {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub definition: Option<AccessReviewDefinition>,
}

#[graph_resource(
    path = "/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/decisions",
    also(pending = "/me/pendingAccessReviewInstances/{instance}/decisions"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AccessReviewDecision {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(path = "/accessPackageResources", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct AccessPackageResource {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(
    path = "/identityGovernance/entitlementManagement/accessPackageCatalogs/{catalog}/accessPackageResources",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CatalogResource {
    #[graph(key)]
    pub id: String,
    pub resource_type: Option<String>,
    #[graph(navigation)]
    pub access_package_resource_scopes: Vec<Item>,
}

#[graph_resource(
    path = "/identityGovernance/entitlementManagement/accessPackageCatalogs/{catalog}/accessPackageResourceRoles",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AccessPackageResourceRole {
    #[graph(key)]
    pub id: String,
    pub origin_system: Option<String>,
    pub display_name: Option<String>,
    pub origin_id: Option<String>,
    #[graph(navigation)]
    pub access_package_resource: Option<AccessPackageResource>,
}

#[graph_resource(path = "/accessPackageResourceRoleScopes", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct RoleScope {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub access_package_resource_role: Option<Item>,
    #[graph(navigation)]
    pub access_package_resource_scope: Option<Item>,
}

#[graph_resource(
    path = "/identityGovernance/entitlementManagement/accessPackages",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AccessPackage {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub access_package_resource_role_scopes: Vec<RoleScope>,
}

#[graph_resource(path = "/connectedSubjects", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Requestor {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub connected_organization: Option<Item>,
}

#[graph_resource(
    path = "/identityGovernance/entitlementManagement/accessPackageAssignmentRequests",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AssignmentRequest {
    #[graph(key)]
    pub id: String,
    pub request_state: Option<String>,
    #[graph(navigation)]
    pub requestor: Option<Requestor>,
}

#[graph_resource(path = "/userConsentRequests", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct UserConsentRequest {
    #[graph(key)]
    pub id: String,
    pub status: Option<String>,
}

#[graph_resource(
    path = "/identityGovernance/appConsent/appConsentRequests",
    also(
        mine = "/identityGovernance/appConsent/appConsentRequests/filterByCurrentUser(on='{role}')"
    ),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AppConsentRequest {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub user_consent_requests: Vec<UserConsentRequest>,
}

#[graph_resource(
    path = "/me/drive/items/{item}/workbook/tables/{table}/columns",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(
    path = "/informationProtection/threatAssessmentRequests",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ThreatAssessment {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub results: Vec<Item>,
}

#[graph_resource(path = "/identity/conditionalAccess/namedLocations", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct NamedLocation {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
}

#[graph_resource(path = "/roleManagement/directory/roleAssignments", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct RoleAssignment {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub role_definition: Option<Item>,
    #[graph(navigation)]
    pub principal: Option<Item>,
    #[graph(navigation)]
    pub directory_scope: Option<Item>,
}

#[graph_resource(path = "/roleManagement/cloudPC/roleAssignments", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcRoleAssignment {
    #[graph(key)]
    pub id: String,
    pub role_definition_id: Option<String>,
}

#[graph_resource(
    path = "/privilegedAccess/azureResources/roleAssignments",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct GovernanceRoleAssignment {
    #[graph(key)]
    pub id: String,
    pub subject_id: Option<String>,
}

#[graph_resource(
    path = "/privilegedAccess/azureResources/roleAssignmentRequests",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct GovernanceRoleAssignmentRequest {
    #[graph(key)]
    pub id: String,
    pub resource_id: Option<String>,
}

#[graph_resource(
    path = "/identity/b2cUserFlows/{flow}/userAttributeAssignments",
    also(of_b2x = "/identity/b2xUserFlows/{flow}/userAttributeAssignments"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct UserAttributeAssignment {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub user_attribute: Option<Item>,
}

#[graph_resource(
    path = "/identity/b2cUserFlows",
    also(b2x = "/identity/b2xUserFlows"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct UserFlow {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub identity_providers: Vec<Item>,
}

#[graph_resource(path = "/admin/serviceAnnouncement/healthOverviews", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceHealth {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub issues: Vec<Item>,
}

#[graph_resource(path = "/security/secureScores", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct SecureScore {
    #[graph(key)]
    pub id: String,
}

#[graph_resource(path = "/print/printers", select = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Printer {
    #[graph(key)]
    pub id: String,
    pub capabilities: Option<String>,
    pub display_name: Option<String>,
}

#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/onPremisesConnections",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcConnection {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub health_check_status: Option<String>,
    pub health_check_status_details: Option<String>,
    pub in_use: Option<bool>,
}

#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/provisioningPolicies",
    also(settings = "/deviceManagement/virtualEndpoint/userSettings"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcPolicy {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub assignments: Vec<Item>,
}

#[graph_resource(
    path = "/onPremisesPublishingProfiles/provisioning/agentGroups",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AgentGroup {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub agents: Vec<Item>,
    #[graph(navigation)]
    pub published_resources: Vec<Item>,
}

#[graph_resource(
    path = "/onPremisesPublishingProfiles/provisioning/publishedResources",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedResource {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub agent_groups: Vec<Item>,
}

#[graph_resource(
    path = "/compliance/ediscovery/cases/{case}/sourceCollections",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SourceCollection {
    #[graph(key)]
    pub id: String,
    #[graph(navigation)]
    pub add_to_review_set_operation: Option<Item>,
    #[graph(navigation)]
    pub custodian_sources: Vec<Item>,
    #[graph(navigation)]
    pub last_estimate_statistics_operation: Option<Item>,
}

#[graph_resource(
    path = "/identity/b2cUserFlows/{flow}/apiConnectorConfiguration",
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ApiConnectorConfiguration {
    #[graph(navigation)]
    pub post_federation_signup: Option<Item>,
    #[graph(navigation)]
    pub post_attribute_collection: Option<Item>,
}

#[graph_resource(
    path = "/financials/companies/{company}/agedAccountsPayable",
    also(receivable = "/financials/companies/{company}/agedAccountsReceivable"),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct AgedAccounts {
    #[graph(key)]
    pub id: String,
    pub period_length_filter: Option<String>,
}

#[graph_resource(
    path = "/me/drive/root/children",
    also(
        root(path = "/me/drive/root", singleton),
        shared(path = "/shares/{share}/driveItem", singleton)
    ),
    select = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct DriveItem {
    #[graph(key)]
    pub id: String,
    pub name: Option<String>,
    #[graph(navigation)]
    pub children: Vec<DriveItem>,
}

pub(super) const QUERIES: &[Query] = queries! {
    ["beta/accessreviewscheduledefinition-list#l2", "v1.0/accessreviewscheduledefinition-list#l2"] =>
        AccessReviewDefinition::list().top(100).skip(0);
    ["beta/accessreviewinstance-list#l1", "v1.0/accessreviewinstance-list#l1"] =>
        AccessReviewInstance::list("8564a649-4f67-4e09-88e7-55def6530e88").top(100).skip(0);
    ["beta/accessreviewinstance-pendingaccessreviewinstances#l1"] => AccessReviewInstance::pending()
        .list()
        .expand(AccessReviewInstance::DEFINITION)
        .top(100)
        .skip(0);
    ["beta/accessreviewinstancedecisionitem-list#l1"] => AccessReviewDecision::list(
        "60860cdd-fb4d-4054-91ba-444404f3baa6",
        "14444cdb-6a18-4c08-ba2c-48c02f0a0138",
    )
    .top(100)
    .skip(0);
    ["beta/accesspackagecatalog-list-accesspackageresources#l1"] => CatalogResource::list("{id}")
        .filter(CatalogResource::RESOURCE_TYPE.eq("Application"))
        .expand(CatalogResource::ACCESS_PACKAGE_RESOURCE_SCOPES);
    ["beta/accesspackagecatalog-list-accesspackageresourceroles#l1"] =>
        AccessPackageResourceRole::list("15d889df-3eb8-4e9b-bfb4-b1908849aec4")
            .filter(
                AccessPackageResourceRole::ORIGIN_SYSTEM.eq("AadGroup").and(
                    AccessPackageResourceRole::ACCESS_PACKAGE_RESOURCE
                        .then(AccessPackageResource::ID)
                        .eq("a35bef72-a8aa-4ca3-af30-f6b2ece7208f"),
                ),
            )
            .expand(AccessPackageResourceRole::ACCESS_PACKAGE_RESOURCE);
    ["beta/accesspackage-list-accesspackageresourcerolescopes#g1"] => AccessPackage::get("{id}").expand(
        AccessPackage::ACCESS_PACKAGE_RESOURCE_ROLE_SCOPES
            .expand()
            .expand(RoleScope::ACCESS_PACKAGE_RESOURCE_ROLE)
            .expand(RoleScope::ACCESS_PACKAGE_RESOURCE_SCOPE),
    );
    ["beta/accesspackageassignmentrequest-list#l1"] => AssignmentRequest::list()
        .expand(AssignmentRequest::REQUESTOR.expand().expand(Requestor::CONNECTED_ORGANIZATION))
        .filter(AssignmentRequest::REQUEST_STATE.eq("PendingApproval"));
    ["beta/appconsentrequest-list#l2"] => AppConsentRequest::list().filter(
        AppConsentRequest::USER_CONSENT_REQUESTS
            .any(|request| request.then(UserConsentRequest::STATUS).eq("InProgress")),
    );
    ["beta/appconsentrequest-filterByCurrentUser#l1"] => AppConsentRequest::mine("reviewer").list().filter(
        AppConsentRequest::USER_CONSENT_REQUESTS
            .any(|request| request.then(UserConsentRequest::STATUS).eq("InProgress")),
    );
    ["beta/table-list-columns#l1"] => TableColumn::list("{id}", "{id|name}").top(5).skip(5);
    ["beta/threatassessmentrequest-get#g5"] => ThreatAssessment::get("11922306-b25b-4605-ff0d-08d772fcf996")
        .expand(ThreatAssessment::RESULTS);
    ["beta/onpremisesagentgroup-get#g1"] => AgentGroup::get("2d55ed41-1619-4848-92bb-0576d3038682")
        .expand(AgentGroup::PUBLISHED_RESOURCES)
        .expand(AgentGroup::AGENTS);
    ["beta/conditionalaccessroot-list-namedlocations#l3", "v1.0/conditionalaccessroot-list-namedlocations#l3"] =>
        NamedLocation::list().filter(NamedLocation::CREATED_DATE_TIME.ge(datetime!(2019-09-01 00:00 UTC)));
    ["beta/unifiedroleassignment-get#g2"] => RoleAssignment::get("lAPpYvVpN0KRkAEhdxReEJC2sEqbR_9Hr48lds9SGHI-1")
        .expand(RoleAssignment::ROLE_DEFINITION)
        .expand(RoleAssignment::PRINCIPAL)
        .expand(RoleAssignment::DIRECTORY_SCOPE);
    ["beta/rbacapplicationmultiple-list-roleassignments#l3"] => CloudPcRoleAssignment::list().filter(
        CloudPcRoleAssignment::ROLE_DEFINITION_ID.eq("b5c08161-a7af-481c-ace2-a20a69a48fb1"),
    );
    ["beta/governanceroleassignment-list#l1"] => GovernanceRoleAssignment::list().filter(
        GovernanceRoleAssignment::SUBJECT_ID.eq("918e54be-12c4-4f4c-a6d3-2ee0e3661c51"),
    );
    ["beta/governanceroleassignmentrequest-list#l1"] => GovernanceRoleAssignmentRequest::list().filter(
        GovernanceRoleAssignmentRequest::RESOURCE_ID.eq("e5e7d29d-5465-45ac-885f-4716a5ee74b5"),
    );
    ["beta/identityuserflowattributeassignment-get#g2"] => UserAttributeAssignment::get("{id}", "{id}")
        .expand(UserAttributeAssignment::USER_ATTRIBUTE);
    ["v1.0/identityuserflowattributeassignment-get#g2"] => UserAttributeAssignment::of_b2x("{id}")
        .get("{id}")
        .expand(UserAttributeAssignment::USER_ATTRIBUTE);
    ["beta/b2cidentityuserflow-list-userattributeassignments#l2"] => UserAttributeAssignment::list("{id}")
        .expand(UserAttributeAssignment::USER_ATTRIBUTE);
    ["beta/identitycontainer-list-b2cuserflows#l2"] => UserFlow::list().expand(UserFlow::IDENTITY_PROVIDERS);
    ["beta/identitycontainer-list-b2xuserflows#l2", "v1.0/identitycontainer-list-b2xuserflows#l2"] =>
        UserFlow::b2x().list().expand(UserFlow::IDENTITY_PROVIDERS);
    ["beta/servicehealth-get#g2", "v1.0/servicehealth-get#g2"] =>
        ServiceHealth::get("Microsoft 365 suite").expand(ServiceHealth::ISSUES);
    ["beta/serviceannouncement-list-healthoverviews#l2", "v1.0/serviceannouncement-list-healthoverviews#l2"] =>
        ServiceHealth::list().expand(ServiceHealth::ISSUES);
    ["beta/securescores-list#l1", "v1.0/securescores-list#l1"] => SecureScore::list().top(1);
    ["beta/printer-get#g1"] =>
        Printer::get("{id}").select((Printer::ID, Printer::DISPLAY_NAME, Printer::CAPABILITIES));
    ["v1.0/printer-get#g3"] => Printer::get("{printerId}")
        .select((Printer::ID, Printer::DISPLAY_NAME, Printer::CAPABILITIES));
    ["beta/cloudpconpremisesconnection-get#g2"] => CloudPcConnection::get("{id}").select((
        CloudPcConnection::ID,
        CloudPcConnection::DISPLAY_NAME,
        CloudPcConnection::HEALTH_CHECK_STATUS,
        CloudPcConnection::HEALTH_CHECK_STATUS_DETAILS,
        CloudPcConnection::IN_USE,
    ));
    ["beta/cloudpcprovisioningpolicy-get#g2"] => CloudPcPolicy::get("{id}").expand(CloudPcPolicy::ASSIGNMENTS);
    ["beta/cloudpcusersetting-get#g2"] => CloudPcPolicy::settings()
        .get("b0c2d35f-3385-46c8-a6f5-6c3dfad7ffff")
        .expand(CloudPcPolicy::ASSIGNMENTS);
    ["beta/onpremisesagentgroup-list#l1"] => AgentGroup::list()
        .expand(AgentGroup::AGENTS)
        .expand(AgentGroup::PUBLISHED_RESOURCES);
    ["beta/accesspackagecatalog-list-accesspackageresourceroles#l2"] =>
        AccessPackageResourceRole::list("beedadfe-01d5-4025-910b-84abb9369997")
            .filter(
                AccessPackageResourceRole::ORIGIN_SYSTEM.eq("SharePointOnline").and(
                    AccessPackageResourceRole::ACCESS_PACKAGE_RESOURCE
                        .then(AccessPackageResource::ID)
                        .eq("53c71803-a0a8-4777-aecc-075de8ee3991"),
                ),
            )
            .select((AccessPackageResourceRole::DISPLAY_NAME, AccessPackageResourceRole::ORIGIN_ID));
    ["beta/accessreviewinstancedecisionitem-listpendingapproval#l1"] =>
        AccessReviewDecision::pending("70a68410-67f3-4d4c-b946-6989e050be19").list().top(100).skip(0);
    ["beta/publishedresource-get#g1"] => PublishedResource::get("aed0b780-965f-4149-85c5-a8c73e58b67d")
        .expand(PublishedResource::AGENT_GROUPS);
    ["beta/ediscovery-sourcecollection-get#g1"] => SourceCollection::get(
        "47746044-fd0b-4a30-acfc-5272b691ba5b",
        "1a9b4145d8f84e39bc45a7f68c5c5119",
    )
    .expand(SourceCollection::ADD_TO_REVIEW_SET_OPERATION)
    .expand(SourceCollection::CUSTODIAN_SOURCES)
    .expand(SourceCollection::LAST_ESTIMATE_STATISTICS_OPERATION);
    ["beta/b2cidentityuserflow-get-apiconnectorconfiguration#g1"] =>
        ApiConnectorConfiguration::get("B2C_1_testuserflow")
            .expand(ApiConnectorConfiguration::POST_FEDERATION_SIGNUP)
            .expand(ApiConnectorConfiguration::POST_ATTRIBUTE_COLLECTION);
    ["beta/dynamics-agedaccountspayable-get#g1"] =>
        AgedAccounts::list("{id}").filter(AgedAccounts::PERIOD_LENGTH_FILTER.eq("3M"));
    ["beta/dynamics-agedaccountsreceivable-get#g1"] => AgedAccounts::receivable("{id}")
        .list()
        .filter(AgedAccounts::PERIOD_LENGTH_FILTER.eq("3M"));
    ["beta/shares-get#g3"] => DriveItem::shared("{shareIdOrUrl}").get().expand(DriveItem::CHILDREN);
    ["query-parameters#5"] => DriveItem::root().get().expand(DriveItem::CHILDREN);
    ["query-parameters#6"] => DriveItem::root()
        .get()
        .expand(DriveItem::CHILDREN.expand().select((DriveItem::ID, DriveItem::NAME)));
    ["traverse-the-graph#11"] => DriveItem::list().select(DriveItem::NAME);
};
