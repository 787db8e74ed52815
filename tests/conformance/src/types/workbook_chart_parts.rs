use graph_resource::graph_resource;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            WorkbookChartGridlines(item_id, worksheet_id, chart_id),
            of_axis_series_axis(item_id, worksheet_id, chart_id),
            of_chart_axis_value_axis(item_id, worksheet_id, chart_id),
            of_chart_axis_series_axis(path, worksheet_id, chart_id),
            of_axis_value_axis(path, worksheet_id, chart_id),
            of_worksheet_chart_axis_value_axis(path, worksheet_id, chart_id),
        ),
        example!(
            WorkbookChartLineFormat(item_id, worksheet_id, chart_id),
            of_categoryaxis_format(item_id, worksheet_id, chart_id),
            of_majorgridline_format(item_id, worksheet_id, chart_id),
            of_axis_categoryaxis_format(path, worksheet_id, chart_id),
            of_series_axis_format(path, worksheet_id, chart_id),
            of_series_axis_majorgridline_format(path, worksheet_id, chart_id),
        ),
        example!(
            WorkbookChartAxisTitle(item_id, worksheet_id, chart_id),
            of_axis_categoryaxis(item_id, worksheet_id, chart_id),
            of_axis_series_axis(item_id, worksheet_id, chart_id),
            of_chart_axis_categoryaxis(path, worksheet_id, chart_id),
            of_chart_axis_series_axis(path, worksheet_id, chart_id),
            of_axis_value_axis(path, worksheet_id, chart_id),
        ),
    ]
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/valueAxis/majorGridlines",
    also(
        of_axis_series_axis = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis/majorGridlines",
        of_chart_axis_value_axis = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/valueAxis/minorGridlines",
        of_chart_axis_series_axis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis/majorGridlines",
        of_axis_value_axis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/valueAxis/majorGridlines",
        of_worksheet_chart_axis_value_axis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/valueAxis/minorGridlines"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartGridlines {
    #[graph(read_only)]
    pub id: Option<String>,
    pub visible: Option<bool>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis/format/line",
    also(
        of_categoryaxis_format = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/categoryaxis/format/line",
        of_majorgridline_format = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis/majorgridlines/format/line",
        of_axis_categoryaxis_format = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/categoryaxis/format/line",
        of_series_axis_format = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis/format/line",
        of_series_axis_majorgridline_format = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis/majorgridlines/format/line"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartLineFormat {
    #[graph(read_only)]
    pub id: Option<String>,
    pub color: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/valueAxis/title",
    also(
        of_axis_categoryaxis = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/categoryaxis/title",
        of_axis_series_axis = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis/title",
        of_chart_axis_categoryaxis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/categoryaxis/title",
        of_chart_axis_series_axis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis/title",
        of_axis_value_axis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/valueAxis/title"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartAxisTitle {
    #[graph(read_only)]
    pub id: Option<String>,
    pub text: Option<String>,
    pub visible: Option<bool>,
}
