use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_resource};
use time::Duration;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![example!(BookingBusiness[])]
}

#[graph_resource(
    path = "/bookingBusinesses",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct BookingBusiness {
    #[graph(key)]
    pub id: String,
    pub address: Option<DynamicProperties>,
    pub booking_page_settings: Option<DynamicProperties>,
    pub business_hours: Option<Vec<DynamicProperties>>,
    pub business_type: Option<String>,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
    pub default_currency_iso: Option<String>,
    pub display_name: Option<String>,
    pub email: Option<String>,
    #[graph(read_only)]
    pub is_published: Option<bool>,
    pub language_tag: Option<String>,
    pub last_updated_date_time: Option<String>,
    pub phone: Option<String>,
    #[graph(read_only)]
    pub public_url: Option<String>,
    #[graph(merge)]
    pub scheduling_policy: Option<BookingSchedulingPolicy>,
    pub web_site_url: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BookingSchedulingPolicy {
    pub allow_staff_selection: Option<bool>,
    pub custom_availabilities: Option<Vec<DynamicProperties>>,
    pub general_availability: Option<DynamicProperties>,
    pub is_meeting_invite_to_customers_enabled: Option<bool>,
    pub maximum_advance: Option<Duration>,
    pub minimum_lead_time: Option<Duration>,
    pub send_confirmations_to_owner: Option<bool>,
    pub time_slot_interval: Option<Duration>,
}
