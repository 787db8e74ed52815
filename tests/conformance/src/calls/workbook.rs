//! Functions of workbooks.

use graph_resource::graph_function;
use serde_json::Value;

use super::{Row, row};

#[graph_function(path = "/me/drive/items/{key1}/workbook/worksheets/{key2}/charts/{key3}/Image", returns = String)]
pub struct Image {
    pub width: i32,
    pub height: i32,
    pub fitting_mode: String,
}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/Range", returns = Value)]
pub struct Range {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/Column", returns = Value)]
pub struct Column {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/EntireRow", returns = Value)]
pub struct EntireRow {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/Intersection", returns = Value)]
pub struct Intersection {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/LastCell", returns = Value)]
pub struct LastCell {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/LastColumn", returns = Value)]
pub struct LastColumn {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/LastRow", returns = Value)]
pub struct LastRow {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/OffsetRange", returns = Value)]
pub struct OffsetRange {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/UsedRange", returns = Value)]
pub struct UsedRange {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/tables/{key2}/HeaderRowRange", returns = Value)]
pub struct HeaderRowRange {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/tables/{key2}/Range", returns = Value)]
pub struct TablesRange {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/tables/{key2}/TotalRowRange", returns = Value)]
pub struct TotalRowRange {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/tables/{key2}/columns/{key3}/DataBodyRange", returns = Value)]
pub struct DataBodyRange {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/tables/{key2}/columns/{key3}/Range", returns = Value)]
pub struct ColumnsRange {}

#[graph_function(path = "/drive/root/workbook/worksheets/{key1}/range/columnsAfter", returns = Value)]
pub struct ColumnsAfter {
    pub count: i32,
}

#[graph_function(path = "/drive/root/workbook/worksheets/{key1}/range/rowsAbove", returns = Value)]
pub struct RowsAbove {
    pub count: i32,
}

#[graph_function(path = "/drive/root/workbook/worksheets/{key1}/range/rowsBelow", returns = Value)]
pub struct RowsBelow {
    pub count: i32,
}

#[graph_function(path = "/me/drive/items/{key1}/workbook/worksheets/{key2}/Range", returns = Value)]
pub struct WorksheetsRange {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/worksheets/{key2}/UsedRange", returns = Value)]
pub struct WorksheetsUsedRange {
    pub values_only: bool,
}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/column", returns = Value)]
pub struct RangeColumn {
    pub column: i32,
}

#[graph_function(path = "/me/drive/items/{key1}/workbook/names/{key2}/range/usedRange", returns = Value)]
pub struct RangeUsedRange {
    pub values_only: bool,
}

#[graph_function(path = "/me/drive/root/workbook/worksheets/{key1}/range/columnsAfter", returns = Value)]
pub struct RangeColumnsAfter {
    pub count: i32,
}

#[graph_function(path = "/me/drive/root/workbook/worksheets/{key1}/range/rowsAbove", returns = Value)]
pub struct RangeRowsAbove {
    pub count: i32,
}

#[graph_function(path = "/me/drive/root/workbook/worksheets/{key1}/range/rowsAbove", returns = Value)]
pub struct WorksheetsRowsAbove {}

#[graph_function(path = "/me/drive/root/workbook/worksheets/{key1}/range/rowsBelow", returns = Value)]
pub struct RangeRowsBelow {
    pub count: i32,
}

#[graph_function(path = "/me/drive/root/workbook/worksheets/{key1}/range/rowsBelow", returns = Value)]
pub struct WorksheetsRowsBelow {}

#[graph_function(path = "/me/drive/items/{key1}/workbook/worksheets/{key2}/range", returns = Value)]
pub struct WorkbookRange {
    pub address: String,
}

#[graph_function(path = "/me/drive/items/{key1}/workbook/worksheets/{key2}/usedRange", returns = Value)]
pub struct WorkbookUsedRange {}

pub(super) fn rows() -> Vec<Row> {
    vec![
        row(
            "/me/drive/items/{key1}/workbook/worksheets/{key2}/charts/{key3}/Image",
            &["width", "height", "fittingMode"],
            |values| {
                Image::call(
                    values.key(1),
                    values.key(2),
                    values.key(3),
                    values.int("width"),
                    values.int("height"),
                    values.text("fittingMode"),
                )
            },
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/Range",
            &[],
            |values| Range::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/Column",
            &[],
            |values| Column::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/EntireRow",
            &[],
            |values| EntireRow::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/Intersection",
            &[],
            |values| Intersection::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/LastCell",
            &[],
            |values| LastCell::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/LastColumn",
            &[],
            |values| LastColumn::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/LastRow",
            &[],
            |values| LastRow::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/OffsetRange",
            &[],
            |values| OffsetRange::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/UsedRange",
            &[],
            |values| UsedRange::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/tables/{key2}/HeaderRowRange",
            &[],
            |values| HeaderRowRange::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/tables/{key2}/Range",
            &[],
            |values| TablesRange::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/tables/{key2}/TotalRowRange",
            &[],
            |values| TotalRowRange::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/tables/{key2}/columns/{key3}/DataBodyRange",
            &[],
            |values| DataBodyRange::call(values.key(1), values.key(2), values.key(3)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/tables/{key2}/columns/{key3}/Range",
            &[],
            |values| ColumnsRange::call(values.key(1), values.key(2), values.key(3)),
        ),
        row(
            "/drive/root/workbook/worksheets/{key1}/range/columnsAfter",
            &["count"],
            |values| ColumnsAfter::call(values.key(1), values.int("count")),
        ),
        row(
            "/drive/root/workbook/worksheets/{key1}/range/rowsAbove",
            &["count"],
            |values| RowsAbove::call(values.key(1), values.int("count")),
        ),
        row(
            "/drive/root/workbook/worksheets/{key1}/range/rowsBelow",
            &["count"],
            |values| RowsBelow::call(values.key(1), values.int("count")),
        ),
        row(
            "/me/drive/items/{key1}/workbook/worksheets/{key2}/Range",
            &[],
            |values| WorksheetsRange::call(values.key(1), values.key(2)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/worksheets/{key2}/UsedRange",
            &["valuesOnly"],
            |values| {
                WorksheetsUsedRange::call(values.key(1), values.key(2), values.flag("valuesOnly"))
            },
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/column",
            &["column"],
            |values| RangeColumn::call(values.key(1), values.key(2), values.int("column")),
        ),
        row(
            "/me/drive/items/{key1}/workbook/names/{key2}/range/usedRange",
            &["valuesOnly"],
            |values| RangeUsedRange::call(values.key(1), values.key(2), values.flag("valuesOnly")),
        ),
        row(
            "/me/drive/root/workbook/worksheets/{key1}/range/columnsAfter",
            &["count"],
            |values| RangeColumnsAfter::call(values.key(1), values.int("count")),
        ),
        row(
            "/me/drive/root/workbook/worksheets/{key1}/range/rowsAbove",
            &["count"],
            |values| RangeRowsAbove::call(values.key(1), values.int("count")),
        ),
        row(
            "/me/drive/root/workbook/worksheets/{key1}/range/rowsAbove",
            &[],
            |values| WorksheetsRowsAbove::call(values.key(1)),
        ),
        row(
            "/me/drive/root/workbook/worksheets/{key1}/range/rowsBelow",
            &["count"],
            |values| RangeRowsBelow::call(values.key(1), values.int("count")),
        ),
        row(
            "/me/drive/root/workbook/worksheets/{key1}/range/rowsBelow",
            &[],
            |values| WorksheetsRowsBelow::call(values.key(1)),
        ),
        row(
            "/me/drive/items/{key1}/workbook/worksheets/{key2}/range",
            &["address"],
            |values| WorkbookRange::call(values.key(1), values.key(2), values.text("address")),
        ),
        row(
            "/me/drive/items/{key1}/workbook/worksheets/{key2}/usedRange",
            &[],
            |values| WorkbookUsedRange::call(values.key(1), values.key(2)),
        ),
    ]
}
