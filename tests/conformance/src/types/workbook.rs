use graph_resource::graph_resource;
use serde_json::Value;

use super::super::registry::{Example, example};

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(WorkbookRange(item_id, sheet, address)),
        example!(WorkbookRangeOfName(item_id, name)),
        example!(WorkbookRangeOfTableColumn(item_id, table, column)),
        example!(WorkbookRangeFormat(item_id, sheet, address)),
        example!(WorkbookRangeFormatOfName(item_id, name)),
        example!(WorkbookRangeFormatOfTableColumn(item_id, table, column)),
        example!(WorkbookRangeFont(item_id, sheet, address)),
        example!(WorkbookRangeFontOfName(item_id, name)),
        example!(WorkbookRangeFontOfTableColumn(item_id, table, column)),
        example!(WorkbookRangeFill(item_id, sheet, address)),
        example!(WorkbookRangeFillOfName(item_id, name)),
        example!(WorkbookRangeFillOfTableColumn(item_id, table, column)),
        example!(WorkbookRangeBorder(item_id, name, side)),
        example!(WorkbookRangeBorderOfTableColumn(
            item_id, table, column, side
        )),
        example!(WorkbookRangeBorderOfRange(item_id, sheet, address, side)),
        example!(WorkbookChartAxis(item_id, sheet, chart)),
        example!(WorkbookSeriesAxis(item_id, sheet, chart)),
        example!(WorkbookCategoryAxis(item_id, sheet, chart)),
        example!(WorkbookChartTitle(item_id, sheet, chart)),
        example!(WorkbookChartSeries(item_id, sheet, chart, series)),
        example!(WorkbookChartDataLabels(item_id, sheet, chart)),
        example!(WorkbookWorksheet(item_id, sheet)),
        example!(WorkbookIcon(item_id, table)),
        example!(WorkbookIconOfWorksheet(item_id, sheet, table)),
        example!(WorkbookFormatProtection(item_id, name)),
        example!(WorkbookFormatProtectionOfTableColumn(
            item_id, table, column
        )),
    ]
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    WorkbookRange, "microsoft.graph.workbookRange", "never";
    WorkbookRangeOfName "/me/drive/items/{item_id}/workbook/names/{name}/range"
    WorkbookRangeOfTableColumn "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range"
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')/format",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    WorkbookRangeFormat, "microsoft.graph.workbookRangeFormat", "never";
    WorkbookRangeFormatOfName "/me/drive/items/{item_id}/workbook/names/{name}/range/format"
    WorkbookRangeFormatOfTableColumn "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format"
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')/format/font",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    WorkbookRangeFont, "microsoft.graph.workbookRangeFont", "never";
    WorkbookRangeFontOfName "/me/drive/items/{item_id}/workbook/names/{name}/range/format/font"
    WorkbookRangeFontOfTableColumn "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format/font"
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')/format/fill",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFill {
    #[graph(read_only)]
    pub id: Option<String>,
    pub color: Option<String>,
}

also_at! {
    WorkbookRangeFill, "microsoft.graph.workbookRangeFill", "never";
    WorkbookRangeFillOfName "/me/drive/items/{item_id}/workbook/names/{name}/range/format/fill"
    WorkbookRangeFillOfTableColumn "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format/fill"
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/names/{name}/range/format/borders",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    WorkbookRangeBorder, "microsoft.graph.workbookRangeBorder", "never";
    WorkbookRangeBorderOfTableColumn "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format/borders/{side}"
    WorkbookRangeBorderOfRange "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')/format/borders/{side}"
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/axes/valueAxis",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    WorkbookChartAxis, "microsoft.graph.workbookChartAxis", "never";
    WorkbookSeriesAxis "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/axes/seriesAxis"
    WorkbookCategoryAxis "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/axes/categoryAxis"
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/title",
    emit_type = "never",
    operations(update)
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
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/series/{series}",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartSeries {
    #[graph(read_only)]
    pub id: Option<String>,
    pub name: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/dataLabels",
    emit_type = "never",
    operations(update)
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
    emit_type = "never",
    operations(update)
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
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookIcon {
    pub index: Option<i32>,
    pub set: Option<String>,
}

also_at! {
    WorkbookIcon, "microsoft.graph.workbookIcon", "never";
    WorkbookIconOfWorksheet "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/tables/{table}/sort/fields/icon"
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/names/{name}/range/format/protection",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookFormatProtection {
    #[graph(read_only)]
    pub id: Option<String>,
    pub formula_hidden: Option<bool>,
    pub locked: Option<bool>,
}

also_at! {
    WorkbookFormatProtection, "microsoft.graph.workbookFormatProtection", "never";
    WorkbookFormatProtectionOfTableColumn "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format/protection"
}
