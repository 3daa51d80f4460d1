//! Tables: rows of data as one line each, tables that only lay out as the paragraphs in them.

use super::line::Line;
use crate::extract::document::BlockKind;

/// Columns of a table without lines from which on several rows are data.
const DATA_COLUMNS: usize = 3;

/// A table in the making.
#[derive(Debug, Default)]
pub(in crate::extract) struct Table {
    /// The style that tells, where it does not, whether it has lines.
    pub style: Option<usize>,
    /// Whether it says itself that it has lines.
    pub bordered: Option<bool>,
    /// Whether some cell or row has lines.
    pub bordered_inside: bool,
    pub rows: Vec<Row>,
}

/// A row in the making.
#[derive(Debug, Default)]
pub(in crate::extract) struct Row {
    /// Whether it was deleted or is hidden.
    pub dropped: bool,
    /// The lines of each cell.
    pub cells: Vec<Vec<Line>>,
}

impl Table {
    /// The lines of the table; `by_style` tells whether its style draws lines.
    pub fn lines(self, by_style: impl FnOnce(Option<usize>) -> bool) -> Vec<Line> {
        let bordered = self.bordered_inside || self.bordered.unwrap_or_else(|| by_style(self.style));
        let columns = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let is_layout = !bordered && (self.rows.len() == 1 || columns < DATA_COLUMNS);
        let mut lines = Vec::new();
        for row in self.rows.into_iter().filter(|row| !row.dropped) {
            match &row.cells[..] {
                _ if is_layout => lines.extend(row.cells.into_iter().flatten()),
                // A frame around text, which may be a whole article.
                [cell] if cell.len() != 1 || cell[0].kind != BlockKind::Body => {
                    lines.extend(row.cells.into_iter().flatten());
                }
                _ => row.join(&mut lines),
            }
        }
        lines
    }
}

impl Row {
    /// The row as one line, its cells separated by tabs; text boxes in it come before it.
    fn join(self, lines: &mut Vec<Line>) {
        let first = self.cells.iter().flatten().find_map(|line| line.paragraph);
        let mut whole = Line::new(BlockKind::TableRow, first);
        for (index, cell) in self.cells.into_iter().enumerate() {
            if index > 0 {
                whole.text.push('\t');
            }
            for line in cell {
                if line.kind == BlockKind::TextBox { lines.push(line) } else { whole.append(&line) }
            }
        }
        if !whole.text.trim().is_empty() || !whole.marks.is_empty() {
            lines.push(whole);
        }
    }
}
