use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::Duration;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(Alert[]),
        example!(TiIndicator[]),
        example!(SecureScoreControlProfile[]),
        example!(EdiscoverySettings(case_id)),
    ]
}

#[graph_resource(
    path = "/security/alerts",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    #[graph(key)]
    pub id: String,
    pub activity_group_name: Option<String>,
    pub alert_detections: Option<Vec<DynamicProperties>>,
    pub assigned_to: Option<String>,
    pub azure_subscription_id: Option<String>,
    pub azure_tenant_id: Option<String>,
    pub category: Option<String>,
    pub closed_date_time: Option<String>,
    pub cloud_app_states: Option<Vec<DynamicProperties>>,
    pub comments: Option<Vec<String>>,
    pub confidence: Option<i32>,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
    pub description: Option<String>,
    pub detection_ids: Option<Vec<String>>,
    pub event_date_time: Option<String>,
    pub feedback: Option<AlertFeedback>,
    pub file_states: Option<Vec<DynamicProperties>>,
    pub history_states: Option<Vec<DynamicProperties>>,
    pub host_states: Option<Vec<DynamicProperties>>,
    pub incident_ids: Option<Vec<String>>,
    pub investigation_security_states: Option<Vec<DynamicProperties>>,
    pub last_event_date_time: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<String>,
    pub malware_states: Option<Vec<DynamicProperties>>,
    pub message_security_states: Option<Vec<DynamicProperties>>,
    pub network_connections: Option<Vec<DynamicProperties>>,
    pub processes: Option<Vec<DynamicProperties>>,
    pub recommended_actions: Option<Vec<String>>,
    pub registry_key_states: Option<Vec<DynamicProperties>>,
    pub security_resources: Option<Vec<DynamicProperties>>,
    pub severity: Option<AlertSeverity>,
    pub source_materials: Option<Vec<String>>,
    pub status: Option<AlertStatus>,
    pub tags: Option<Vec<String>>,
    pub title: Option<String>,
    pub triggers: Option<Vec<DynamicProperties>>,
    pub uri_click_security_states: Option<Vec<DynamicProperties>>,
    pub user_states: Option<Vec<DynamicProperties>>,
    #[graph(merge)]
    pub vendor_information: Option<SecurityVendorInformation>,
    pub vulnerability_states: Option<Vec<DynamicProperties>>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(
    path = "/security/tiIndicators",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TiIndicator {
    #[graph(key)]
    pub id: String,
    pub action: Option<String>,
    pub activity_group_names: Option<Vec<String>>,
    pub additional_information: Option<String>,
    pub azure_tenant_id: Option<String>,
    pub confidence: Option<i32>,
    pub description: Option<String>,
    pub diamond_model: Option<Value>,
    pub expiration_date_time: Option<String>,
    pub external_id: Option<String>,
    pub ingested_date_time: Option<String>,
    pub is_active: Option<bool>,
    pub kill_chain: Option<Vec<String>>,
    pub known_false_positives: Option<String>,
    pub last_reported_date_time: Option<String>,
    pub malware_family_names: Option<Vec<String>>,
    pub passive_only: Option<bool>,
    pub severity: Option<i32>,
    pub tags: Option<Vec<String>>,
    pub target_product: Option<String>,
    pub threat_type: Option<Value>,
    pub tlp_level: Option<Value>,
    pub email_encoding: Option<String>,
    pub email_language: Option<String>,
    pub email_recipient: Option<String>,
    pub email_sender_address: Option<String>,
    pub email_sender_name: Option<String>,
    pub email_source_domain: Option<String>,
    pub email_source_ip_address: Option<String>,
    pub email_subject: Option<String>,
    pub email_x_mailer: Option<String>,
    pub file_compile_date_time: Option<String>,
    pub file_created_date_time: Option<String>,
    pub file_hash_type: Option<String>,
    pub file_hash_value: Option<String>,
    pub file_mutex_name: Option<String>,
    pub file_name: Option<String>,
    pub file_packer: Option<String>,
    pub file_path: Option<String>,
    pub file_size: Option<i64>,
    pub file_type: Option<String>,
    pub domain_name: Option<String>,
    pub network_cidr_block: Option<String>,
    pub network_destination_asn: Option<i32>,
    pub network_destination_cidr_block: Option<String>,
    pub network_destination_i_pv4: Option<String>,
    pub network_destination_i_pv6: Option<String>,
    pub network_destination_port: Option<i32>,
    pub network_i_pv4: Option<String>,
    pub network_i_pv6: Option<String>,
    pub network_port: Option<i32>,
    pub network_protocol: Option<i32>,
    pub network_source_asn: Option<i32>,
    pub network_source_cidr_block: Option<String>,
    pub network_source_i_pv4: Option<String>,
    pub network_source_i_pv6: Option<String>,
    pub network_source_port: Option<i32>,
    pub url: Option<String>,
    pub user_agent: Option<String>,
}

#[graph_resource(
    path = "/security/secureScoreControlProfiles",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SecureScoreControlProfile {
    #[graph(key)]
    pub id: String,
    pub action_type: Option<String>,
    pub action_url: Option<String>,
    pub azure_tenant_id: Option<String>,
    pub compliance_information: Option<Vec<DynamicProperties>>,
    pub control_category: Option<String>,
    pub control_state_updates: Option<Value>,
    pub deprecated: Option<bool>,
    pub implementation_cost: Option<String>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<String>,
    pub max_score: Option<f64>,
    pub rank: Option<i32>,
    pub remediation: Option<String>,
    pub remediation_impact: Option<String>,
    pub service: Option<String>,
    pub threats: Option<Vec<String>>,
    pub tier: Option<String>,
    pub title: Option<String>,
    pub user_impact: Option<String>,
    #[graph(merge)]
    pub vendor_information: Option<SecurityVendorInformation>,
    pub control_name: Option<String>,
    pub assigned_to: Option<String>,
    pub tenant_note: Option<String>,
    pub comment: Option<String>,
    pub state: Option<String>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_resource(
    path = "/compliance/ediscovery/cases/{case_id}/settings",
    odata_type = "microsoft.graph.ediscovery.settings",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EdiscoverySettings {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(merge)]
    pub ocr: Option<EdiscoveryOcrSettings>,
    pub redundancy_detection: Option<Value>,
    pub topic_modeling: Option<Value>,
}

#[graph_enum]
pub enum AlertFeedback {
    #[graph(rename = "unknown")]
    UnknownMember,
    TruePositive,
    FalsePositive,
    BenignPositive,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum AlertSeverity {
    #[graph(rename = "unknown")]
    UnknownMember,
    Informational,
    Low,
    Medium,
    High,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum AlertStatus {
    #[graph(rename = "unknown")]
    UnknownMember,
    NewAlert,
    InProgress,
    Resolved,
    Dismissed,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SecurityVendorInformation {
    pub provider: Option<String>,
    pub provider_version: Option<String>,
    pub sub_provider: Option<String>,
    pub vendor: Option<String>,
}

#[graph_complex(odata_type = "microsoft.graph.ediscovery.ocrSettings")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EdiscoveryOcrSettings {
    pub is_enabled: Option<bool>,
    pub max_image_size: Option<i32>,
    pub timeout: Option<Duration>,
}
