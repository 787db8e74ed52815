use graph_resource::graph_resource;
use serde_json::Value;

use super::super::registry::Example;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            WorkbookRange(item_id, sheet, address),
            of_workbook_name(item_id, name_id),
            of_table_column(item_id, table_id, column_id),
            of_root_workbook_name(path, name_id),
            of_workbook_table_column(path, table_id, column_id),
            of_workbook_worksheet(path, worksheet_id, address),
        ),
        example!(
            WorkbookRangeFormat(item_id, sheet, address),
            of_name_range(item_id, name_id),
            of_column_range(item_id, table_id, column_id),
            of_workbook_name_range(path, name_id),
            of_table_column_range(path, table_id, column_id),
            of_worksheet_range(path, worksheet_id, address),
        ),
        example!(
            WorkbookRangeFont(item_id, sheet, address),
            of_range_format(item_id, name_id),
            of_column_range_format(item_id, table_id, column_id),
        ),
        example!(
            WorkbookRangeFill(item_id, sheet, address),
            of_range_format(item_id, name_id),
            of_column_range_format(item_id, table_id, column_id),
            of_name_range_format(path, name_id),
            of_worksheet_range_format(path, worksheet_id, address),
        ),
        example!(
            WorkbookRangeBorder[item_id, name],
            of_range_format[item_id, table_id, column_id],
            of_worksheet_range_format[item_id, worksheet_id, address],
            of_name_range_format[path, name_id],
            of_column_range_format[path, table_id, column_id],
            of_workbook_worksheet_range_format[path, worksheet_id, address],
        ),
        example!(
            WorkbookChartAxis(item_id, sheet, chart),
            of_worksheet_chart_axis(item_id, worksheet_id, chart_id),
            of_workbook_worksheet_chart_axis(item_id, worksheet_id, chart_id),
            of_root_workbook_worksheet_chart_axis(path, worksheet_id, chart_id),
            of_drive_root_workbook_worksheet_chart_axis(path, worksheet_id, chart_id),
            of_chart_axis(path, worksheet_id, chart_id),
        ),
        example!(
            WorkbookChartTitle(item_id, sheet, chart),
            of_worksheet_chart(path, worksheet_id, chart_id),
        ),
        example!(
            WorkbookChartSeries[item_id, sheet, chart],
            of_worksheet_chart[path, worksheet_id, chart_id],
        ),
        example!(
            WorkbookChartDataLabels(item_id, sheet, chart),
            of_worksheet_chart(path, worksheet_id, chart_id),
        ),
        example!(WorkbookWorksheet[item_id], of_root_workbook[path]),
        example!(
            WorkbookIcon(item_id, table),
            of_sort_field(item_id, worksheet_id, table_id),
            of_table_sort_field(path, table_id),
            of_worksheet_table_sort_field(path, worksheet_id, table_id),
        ),
        example!(
            WorkbookFormatProtection(item_id, name),
            of_range_format(item_id, table_id, column_id),
            of_name_range_format(path, name_id),
            of_column_range_format(path, table_id, column_id),
        ),
    ]
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')",
    also(
        of_workbook_name = "/me/drive/items/{item_id}/workbook/names/{name_id}/range",
        of_table_column = "/me/drive/items/{item_id}/workbook/tables/{table_id}/columns/{column_id}/range",
        of_root_workbook_name = "/me/drive/root:/{*path}:/workbook/names/{name_id}/range",
        of_workbook_table_column = "/me/drive/root:/{*path}:/workbook/tables/{table_id}/columns/{column_id}/range",
        of_workbook_worksheet = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/range(address='{address}')"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRange {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(read_only)]
    pub address: Option<String>,
    #[graph(read_only)]
    pub address_local: Option<String>,
    #[graph(read_only)]
    pub cell_count: Option<i32>,
    #[graph(read_only)]
    pub column_count: Option<i32>,
    pub column_hidden: Option<bool>,
    #[graph(read_only)]
    pub column_index: Option<i32>,
    pub formulas: Option<Value>,
    pub formulas_local: Option<Value>,
    pub formulas_r1_c1: Option<Value>,
    #[graph(read_only)]
    pub hidden: Option<bool>,
    pub number_format: Option<Value>,
    #[graph(read_only)]
    pub row_count: Option<i32>,
    pub row_hidden: Option<bool>,
    #[graph(read_only)]
    pub row_index: Option<i32>,
    #[graph(read_only)]
    pub text: Option<Value>,
    pub values: Option<Value>,
    #[graph(read_only)]
    pub value_types: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')/format",
    also(
        of_name_range = "/me/drive/items/{item_id}/workbook/names/{name_id}/range/format",
        of_column_range = "/me/drive/items/{item_id}/workbook/tables/{table_id}/columns/{column_id}/range/format",
        of_workbook_name_range = "/me/drive/root:/{*path}:/workbook/names/{name_id}/range/format",
        of_table_column_range = "/me/drive/root:/{*path}:/workbook/tables/{table_id}/columns/{column_id}/range/format",
        of_worksheet_range = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/range(address='{address}')/format"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFormat {
    #[graph(read_only)]
    pub id: Option<String>,
    pub column_width: Option<f64>,
    pub horizontal_alignment: Option<String>,
    pub row_height: Option<f64>,
    pub vertical_alignment: Option<String>,
    pub wrap_text: Option<bool>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')/format/font",
    also(
        of_range_format = "/me/drive/items/{item_id}/workbook/names/{name_id}/range/format/font",
        of_column_range_format = "/me/drive/items/{item_id}/workbook/tables/{table_id}/columns/{column_id}/range/format/font"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFont {
    #[graph(read_only)]
    pub id: Option<String>,
    pub bold: Option<bool>,
    pub color: Option<String>,
    pub italic: Option<bool>,
    pub name: Option<String>,
    pub size: Option<f64>,
    pub underline: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')/format/fill",
    also(
        of_range_format = "/me/drive/items/{item_id}/workbook/names/{name_id}/range/format/fill",
        of_column_range_format = "/me/drive/items/{item_id}/workbook/tables/{table_id}/columns/{column_id}/range/format/fill",
        of_name_range_format = "/me/drive/root:/{*path}:/workbook/names/{name_id}/range/format/fill",
        of_worksheet_range_format = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/range(address='{address}')/format/fill"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFill {
    #[graph(read_only)]
    pub id: Option<String>,
    pub color: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/names/{name}/range/format/borders",
    also(
        of_range_format = "/me/drive/items/{item_id}/workbook/tables/{table_id}/columns/{column_id}/range/format/borders",
        of_worksheet_range_format = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/range(address='{address}')/format/borders",
        of_name_range_format = "/me/drive/root:/{*path}:/workbook/names/{name_id}/range/format/borders",
        of_column_range_format = "/me/drive/root:/{*path}:/workbook/tables/{table_id}/columns/{column_id}/range/format/borders",
        of_workbook_worksheet_range_format = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/range(address='{address}')/format/borders"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeBorder {
    #[graph(key)]
    pub id: String,
    pub color: Option<String>,
    pub side_index: Option<String>,
    pub style: Option<String>,
    pub weight: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/axes/valueAxis",
    also(
        of_worksheet_chart_axis = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/categoryaxis",
        of_workbook_worksheet_chart_axis = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis",
        of_root_workbook_worksheet_chart_axis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/categoryaxis",
        of_drive_root_workbook_worksheet_chart_axis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/seriesAxis",
        of_chart_axis = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/axes/valueAxis"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartAxis {
    #[graph(read_only)]
    pub id: Option<String>,
    pub major_unit: Option<Value>,
    pub maximum: Option<Value>,
    pub minimum: Option<Value>,
    pub minor_unit: Option<Value>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/title",
    also(
        of_worksheet_chart = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/title"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartTitle {
    #[graph(read_only)]
    pub id: Option<String>,
    pub overlay: Option<bool>,
    pub text: Option<String>,
    pub visible: Option<bool>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/series",
    also(
        of_worksheet_chart = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/series"
    ),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartSeries {
    #[graph(key)]
    pub id: String,
    pub name: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/dataLabels",
    also(
        of_worksheet_chart = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/charts/{chart_id}/dataLabels"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartDataLabels {
    #[graph(read_only)]
    pub id: Option<String>,
    pub position: Option<String>,
    pub separator: Option<String>,
    pub show_bubble_size: Option<bool>,
    pub show_category_name: Option<bool>,
    pub show_legend_key: Option<bool>,
    pub show_percentage: Option<bool>,
    pub show_series_name: Option<bool>,
    pub show_value: Option<bool>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets",
    also(of_root_workbook = "/me/drive/root:/{*path}:/workbook/worksheets"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookWorksheet {
    #[graph(key)]
    pub id: String,
    pub name: Option<String>,
    pub position: Option<i32>,
    pub visibility: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/tables/{table}/sort/fields/icon",
    also(
        of_sort_field = "/me/drive/items/{item_id}/workbook/worksheets/{worksheet_id}/tables/{table_id}/sort/fields/icon",
        of_table_sort_field = "/me/drive/root:/{*path}:/workbook/tables/{table_id}/sort/fields/icon",
        of_worksheet_table_sort_field = "/me/drive/root:/{*path}:/workbook/worksheets/{worksheet_id}/tables/{table_id}/sort/fields/icon"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookIcon {
    pub index: Option<i32>,
    pub set: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/names/{name}/range/format/protection",
    also(
        of_range_format = "/me/drive/items/{item_id}/workbook/tables/{table_id}/columns/{column_id}/range/format/protection",
        of_name_range_format = "/me/drive/root:/{*path}:/workbook/names/{name_id}/range/format/protection",
        of_column_range_format = "/me/drive/root:/{*path}:/workbook/tables/{table_id}/columns/{column_id}/range/format/protection"
    ),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookFormatProtection {
    #[graph(read_only)]
    pub id: Option<String>,
    pub formula_hidden: Option<bool>,
    pub locked: Option<bool>,
}
