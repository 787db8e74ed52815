use crate::conformance::registry::{Example, example};
use graph_resource::edm::DynamicProperties;
use graph_resource::graph_resource;
use serde_json::Value;

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(WorkbookRange(item_id, sheet, address)),
        example!(WorkbookRangeOfMeItemName(item_id, name)),
        example!(WorkbookRangeOfMeItemTableColumn(item_id, table, column)),
        example!(WorkbookRangeFormat(item_id, sheet, address)),
        example!(WorkbookRangeFormatOfMeItemName(item_id, name)),
        example!(WorkbookRangeFormatOfMeItemTableColumn(
            item_id, table, column
        )),
        example!(WorkbookRangeFont(item_id, sheet, address)),
        example!(WorkbookRangeFontOfMeItemName(item_id, name)),
        example!(WorkbookRangeFontOfMeItemTableColumn(item_id, table, column)),
        example!(WorkbookRangeFill(item_id, sheet, address)),
        example!(WorkbookRangeFillOfMeItemName(item_id, name)),
        example!(WorkbookRangeFillOfMeItemTableColumn(item_id, table, column)),
        example!(WorkbookRangeBorder(item_id, name, side)),
        example!(WorkbookRangeBorderOfMeItemTableColumn(
            item_id, table, column, side
        )),
        example!(WorkbookRangeBorderOfMeItemWorksheet(
            item_id, sheet, address, side
        )),
        example!(WorkbookChartAxis(item_id, sheet, chart)),
        example!(WorkbookChartAxisOfMeItemWorksheetChart(
            item_id, sheet, chart
        )),
        example!(WorkbookChartAxisOfMeItemWorksheetChartCategoryAxi(
            item_id, sheet, chart
        )),
        example!(WorkbookChartTitle(item_id, sheet, chart)),
        example!(WorkbookChartSeries(item_id, sheet, chart, series)),
        example!(WorkbookChartDataLabels(item_id, sheet, chart)),
        example!(WorkbookWorksheet(item_id, sheet)),
        example!(WorkbookIcon(item_id, table)),
        example!(WorkbookIconOfMeItemWorksheetTable(item_id, sheet, table)),
        example!(WorkbookFormatProtection(item_id, name)),
        example!(WorkbookFormatProtectionOfMeItemTableColumn(
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
    pub formulas: Option<Vec<Value>>,
    pub formulas_local: Option<DynamicProperties>,
    pub formulas_r1_c1: Option<DynamicProperties>,
    #[graph(read_only)]
    pub hidden: Option<bool>,
    pub number_format: Option<Vec<Value>>,
    #[graph(read_only)]
    pub row_count: Option<i32>,
    pub row_hidden: Option<bool>,
    #[graph(read_only)]
    pub row_index: Option<i32>,
    #[graph(read_only)]
    pub text: Option<DynamicProperties>,
    pub values: Option<Vec<Value>>,
    #[graph(read_only)]
    pub value_types: Option<String>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/names/{name}/range",
    odata_type = "microsoft.graph.workbookRange",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeOfMeItemName {
    #[graph(base)]
    pub base: WorkbookRange,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range",
    odata_type = "microsoft.graph.workbookRange",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeOfMeItemTableColumn {
    #[graph(base)]
    pub base: WorkbookRange,
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

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/names/{name}/range/format",
    odata_type = "microsoft.graph.workbookRangeFormat",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFormatOfMeItemName {
    #[graph(base)]
    pub base: WorkbookRangeFormat,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format",
    odata_type = "microsoft.graph.workbookRangeFormat",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFormatOfMeItemTableColumn {
    #[graph(base)]
    pub base: WorkbookRangeFormat,
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

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/names/{name}/range/format/font",
    odata_type = "microsoft.graph.workbookRangeFont",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFontOfMeItemName {
    #[graph(base)]
    pub base: WorkbookRangeFont,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format/font",
    odata_type = "microsoft.graph.workbookRangeFont",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFontOfMeItemTableColumn {
    #[graph(base)]
    pub base: WorkbookRangeFont,
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

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/names/{name}/range/format/fill",
    odata_type = "microsoft.graph.workbookRangeFill",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFillOfMeItemName {
    #[graph(base)]
    pub base: WorkbookRangeFill,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format/fill",
    odata_type = "microsoft.graph.workbookRangeFill",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeFillOfMeItemTableColumn {
    #[graph(base)]
    pub base: WorkbookRangeFill,
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

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format/borders/{side}",
    odata_type = "microsoft.graph.workbookRangeBorder",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeBorderOfMeItemTableColumn {
    #[graph(base)]
    pub base: WorkbookRangeBorder,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/range(address='{address}')/format/borders/{side}",
    odata_type = "microsoft.graph.workbookRangeBorder",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookRangeBorderOfMeItemWorksheet {
    #[graph(base)]
    pub base: WorkbookRangeBorder,
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
    pub major_unit: Option<DynamicProperties>,
    pub maximum: Option<DynamicProperties>,
    pub minimum: Option<DynamicProperties>,
    pub minor_unit: Option<DynamicProperties>,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/axes/seriesAxis",
    odata_type = "microsoft.graph.workbookChartAxis",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartAxisOfMeItemWorksheetChart {
    #[graph(base)]
    pub base: WorkbookChartAxis,
}

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/charts/{chart}/axes/categoryAxis",
    odata_type = "microsoft.graph.workbookChartAxis",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookChartAxisOfMeItemWorksheetChartCategoryAxi {
    #[graph(base)]
    pub base: WorkbookChartAxis,
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

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/worksheets/{sheet}/tables/{table}/sort/fields/icon",
    odata_type = "microsoft.graph.workbookIcon",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookIconOfMeItemWorksheetTable {
    #[graph(base)]
    pub base: WorkbookIcon,
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

#[graph_resource(
    path = "/me/drive/items/{item_id}/workbook/tables/{table}/columns/{column}/range/format/protection",
    odata_type = "microsoft.graph.workbookFormatProtection",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkbookFormatProtectionOfMeItemTableColumn {
    #[graph(base)]
    pub base: WorkbookFormatProtection,
}
