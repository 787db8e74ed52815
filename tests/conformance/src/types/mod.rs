//! Types as an application would write them down, one file for each product.

#![allow(
    clippy::enum_variant_names,
    clippy::struct_field_names,
    reason = "the names are those of Microsoft Graph"
)]

mod booking;
mod calendar;
mod cloud_pc;
mod common;
mod directory;
mod education;
mod files;
mod governance;
mod intune_apps;
mod intune_common;
mod intune_configuration;
mod intune_overviews;
mod intune_protection;
mod intune_settings;
mod intune_shared_pc;
mod mail;
mod onenote;
mod people;
mod planner;
mod policies;
mod print;
mod reports;
mod security;
mod shifts;
mod teams;
mod todo;
mod workbook;
mod workbook_chart_parts;

use super::registry::Example;

/// The resources of all products.
pub(super) fn resources() -> Vec<Example> {
    [
        booking::resources(),
        calendar::resources(),
        cloud_pc::resources(),
        directory::resources(),
        policies::resources(),
        education::resources(),
        files::resources(),
        governance::resources(),
        intune_apps::resources(),
        intune_overviews::resources(),
        intune_protection::resources(),
        intune_configuration::resources(),
        intune_shared_pc::resources(),
        intune_settings::resources(),
        mail::resources(),
        onenote::resources(),
        people::resources(),
        planner::resources(),
        print::resources(),
        reports::resources(),
        security::resources(),
        teams::resources(),
        shifts::resources(),
        todo::resources(),
        workbook::resources(),
        workbook_chart_parts::resources(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
