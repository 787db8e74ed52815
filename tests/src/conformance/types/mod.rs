//! Types as an application would write them down, one file for each product.

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
mod intune_settings;
mod mail;
mod people;
mod planner;
mod print;
mod reports;
mod security;
mod teams;
mod todo;
mod workbook;

use super::registry::Example;

/// The resources of all products.
pub(super) fn resources() -> Vec<Example> {
    [
        booking::resources(),
        calendar::resources(),
        cloud_pc::resources(),
        directory::resources(),
        education::resources(),
        files::resources(),
        governance::resources(),
        intune_apps::resources(),
        intune_configuration::resources(),
        intune_settings::resources(),
        mail::resources(),
        people::resources(),
        planner::resources(),
        print::resources(),
        reports::resources(),
        security::resources(),
        teams::resources(),
        todo::resources(),
        workbook::resources(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
