use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::UserIdentity;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(PrintJob[printer_id], of_print_share[share_id]),
        example!(PrintConnector[], of_print_printer[printer_id]),
        example!(Printer[], of_print_share(share_id)),
    ]
}

#[graph_resource(
    path = "/print/printers/{printer_id}/jobs",
    also(of_print_share = "/print/shares/{share_id}/jobs"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PrintJob {
    #[graph(key)]
    pub id: String,
    pub acknowledged_date_time: Option<String>,
    #[graph(merge)]
    pub configuration: Option<PrintJobConfiguration>,
    #[graph(read_only)]
    pub created_by: Option<UserIdentity>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub error_code: Option<i32>,
    pub is_fetchable: Option<bool>,
    pub redirected_from: Option<String>,
    pub redirected_to: Option<String>,
    #[graph(read_only)]
    pub status: Option<PrintJobStatus>,
    #[graph(navigation)]
    pub documents: Option<Vec<DynamicProperties>>,
}

#[graph_resource(
    path = "/print/connectors",
    also(of_print_printer = "/print/printers/{printer_id}/connectors"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PrintConnector {
    #[graph(key)]
    pub id: String,
    pub app_version: Option<String>,
    pub display_name: Option<String>,
    pub fully_qualified_domain_name: Option<String>,
    #[graph(merge)]
    pub location: Option<PrinterLocation>,
    pub operating_system: Option<String>,
    pub registered_date_time: Option<String>,
    pub device_health: Option<DynamicProperties>,
}

#[graph_resource(
    path = "/print/printers",
    also(of_print_share(path = "/print/shares/{share_id}/printer", singleton)),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Printer {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub capabilities: Option<PrinterCapabilities>,
    #[graph(merge)]
    pub defaults: Option<PrinterDefaults>,
    pub display_name: Option<String>,
    pub is_accepting_jobs: Option<bool>,
    #[graph(merge)]
    pub location: Option<PrinterLocation>,
    pub manufacturer: Option<String>,
    pub model: Option<String>,
    #[graph(merge)]
    pub status: Option<PrinterStatus>,
    #[graph(read_only)]
    pub has_physical_device: Option<bool>,
    #[graph(read_only)]
    pub is_shared: Option<bool>,
    #[graph(read_only)]
    pub last_seen_date_time: Option<String>,
    #[graph(read_only)]
    pub registered_date_time: Option<OffsetDateTime>,
    pub name: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrintJobConfiguration {
    pub collate: Option<bool>,
    pub color_mode: Option<PrintColorMode>,
    pub copies: Option<i32>,
    pub dpi: Option<i32>,
    pub duplex_mode: Option<PrintDuplexMode>,
    pub feed_orientation: Option<PrinterFeedOrientation>,
    pub finishings: Option<Vec<String>>,
    pub fit_pdf_to_page: Option<bool>,
    pub input_bin: Option<String>,
    #[graph(merge)]
    pub margin: Option<PrintMargin>,
    pub media_size: Option<String>,
    pub media_type: Option<String>,
    pub multipage_layout: Option<PrintMultipageLayout>,
    pub orientation: Option<PrintOrientation>,
    pub output_bin: Option<String>,
    pub page_ranges: Option<Vec<IntegerRange>>,
    pub pages_per_sheet: Option<i32>,
    pub quality: Option<PrintQuality>,
    pub scaling: Option<PrintScaling>,
}

#[graph_enum]
pub enum PrintColorMode {
    BlackAndWhite,
    Grayscale,
    Color,
    Auto,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum PrintDuplexMode {
    FlipOnLongEdge,
    FlipOnShortEdge,
    OneSided,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum PrinterFeedOrientation {
    LongEdgeFirst,
    ShortEdgeFirst,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrintMargin {
    pub bottom: Option<i32>,
    pub left: Option<i32>,
    pub right: Option<i32>,
    pub top: Option<i32>,
}

#[graph_enum]
pub enum PrintMultipageLayout {
    ClockwiseFromTopLeft,
    CounterclockwiseFromTopLeft,
    CounterclockwiseFromTopRight,
    ClockwiseFromTopRight,
    CounterclockwiseFromBottomLeft,
    ClockwiseFromBottomLeft,
    CounterclockwiseFromBottomRight,
    ClockwiseFromBottomRight,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum PrintOrientation {
    Portrait,
    Landscape,
    ReverseLandscape,
    ReversePortrait,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IntegerRange {
    pub end: Option<i64>,
    pub start: Option<i64>,
}

#[graph_enum]
pub enum PrintQuality {
    Low,
    Medium,
    High,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum PrintScaling {
    Auto,
    ShrinkToFit,
    Fill,
    Fit,
    None,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrintJobStatus {
    pub description: Option<String>,
    pub details: Option<Vec<PrintJobStateDetail>>,
    pub is_acquired_by_printer: Option<bool>,
    pub state: Option<PrintJobProcessingState>,
}

#[graph_enum]
pub enum PrintJobStateDetail {
    UploadPending,
    Transforming,
    CompletedSuccessfully,
    CompletedWithWarnings,
    CompletedWithErrors,
    ReleaseWait,
    Interpreting,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum PrintJobProcessingState {
    #[graph(rename = "unknown")]
    UnknownMember,
    Pending,
    Processing,
    Paused,
    Stopped,
    Completed,
    Canceled,
    Aborted,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrinterLocation {
    pub altitude_in_meters: Option<i32>,
    pub building: Option<String>,
    pub city: Option<String>,
    pub country_or_region: Option<String>,
    pub floor: Option<String>,
    pub floor_description: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub organization: Option<Vec<String>>,
    pub postal_code: Option<String>,
    pub room_description: Option<String>,
    pub room_name: Option<String>,
    pub site: Option<String>,
    pub state_or_province: Option<String>,
    pub street_address: Option<String>,
    pub subdivision: Option<Vec<String>>,
    pub subunit: Option<Vec<String>>,
    pub sub_unit: Option<Vec<String>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrinterCapabilities {
    pub bottom_margins: Option<Vec<i32>>,
    pub collation: Option<bool>,
    pub color_modes: Option<Vec<PrintColorMode>>,
    pub content_types: Option<Vec<String>>,
    #[graph(merge)]
    pub copies_per_job: Option<IntegerRange>,
    pub dpis: Option<Vec<i32>>,
    pub duplex_modes: Option<Vec<PrintDuplexMode>>,
    pub feed_orientations: Option<Vec<String>>,
    pub finishings: Option<Vec<String>>,
    pub input_bins: Option<Vec<String>>,
    pub is_color_printing_supported: Option<bool>,
    pub is_page_range_supported: Option<bool>,
    pub left_margins: Option<Vec<i32>>,
    pub media_colors: Option<Vec<String>>,
    pub media_sizes: Option<Vec<String>>,
    pub media_types: Option<Vec<String>>,
    pub multipage_layouts: Option<Vec<String>>,
    pub orientations: Option<Vec<String>>,
    pub output_bins: Option<Vec<String>>,
    pub pages_per_sheet: Option<Vec<i32>>,
    pub qualities: Option<Vec<PrintQuality>>,
    pub right_margins: Option<Vec<i32>>,
    pub scalings: Option<Vec<PrintScaling>>,
    pub supports_fit_pdf_to_page: Option<bool>,
    pub top_margins: Option<Vec<i32>>,
    pub queue_buffer_size_in_bytes: Option<i32>,
    pub supported_color_configurations: Option<Vec<String>>,
    pub supported_copies_per_job: Option<DynamicProperties>,
    pub supported_document_mime_types: Option<Vec<String>>,
    pub supported_duplex_configurations: Option<Vec<String>>,
    pub supported_finishings: Option<Vec<String>>,
    pub supported_media_colors: Option<Vec<String>>,
    pub supported_media_sizes: Option<Vec<String>>,
    pub supported_media_types: Option<Vec<String>>,
    pub supported_orientations: Option<Vec<String>>,
    pub supported_output_bins: Option<Vec<String>>,
    pub supported_pages_per_sheet: Option<Value>,
    pub supported_presentation_directions: Option<Vec<String>>,
    pub supported_print_qualities: Option<Vec<String>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrinterDefaults {
    pub color_mode: Option<PrintColorMode>,
    pub content_type: Option<String>,
    pub copies_per_job: Option<i32>,
    pub dpi: Option<i32>,
    pub duplex_mode: Option<PrintDuplexMode>,
    pub finishings: Option<Vec<String>>,
    pub fit_pdf_to_page: Option<bool>,
    pub input_bin: Option<String>,
    pub media_color: Option<String>,
    pub media_size: Option<String>,
    pub media_type: Option<String>,
    pub multipage_layout: Option<String>,
    pub orientation: Option<PrintOrientation>,
    pub output_bin: Option<String>,
    pub pages_per_sheet: Option<i32>,
    pub quality: Option<PrintQuality>,
    pub scaling: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PrinterStatus {
    pub description: Option<String>,
    pub details: Option<Vec<String>>,
    pub state: Option<PrinterProcessingState>,
}

#[graph_enum]
pub enum PrinterProcessingState {
    #[graph(rename = "unknown")]
    UnknownMember,
    Idle,
    Processing,
    Stopped,
    #[graph(unknown)]
    Unknown(String),
}
