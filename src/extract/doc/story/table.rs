//! Tables: cells and rows as their ends are met.

use super::{Format, Story};
use crate::extract::doc::format::Lines;
use crate::extract::doc::sprm::Sprms;
use crate::extract::error::Error;
use crate::extract::word::line::Line;
use crate::extract::word::table::{Row, Table};

/// A table in the making.
#[derive(Debug, Default)]
pub(super) struct Nest {
    table: Table,
    /// The cells of the row that has not ended.
    cells: Vec<Vec<Line>>,
    /// The lines of the cell that has not ended.
    pub cell: Vec<Line>,
}

impl Nest {
    fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
    }

    /// Ends the row, if there is one.
    fn end_row(&mut self) {
        if !self.cell.is_empty() {
            self.end_cell();
        }
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            self.table.rows.push(Row { dropped: false, cells });
        }
    }
}

impl Story<'_, '_> {
    /// Ends and begins tables until the place is in `depth` of them.
    pub(super) fn settle_tables(&mut self, depth: usize) -> Result<(), Error> {
        if self.flow.nests.len() != depth {
            self.finish_unfinished()?;
        }
        while self.flow.nests.len() > depth {
            let Some(mut nest) = self.flow.nests.pop() else { break };
            nest.end_row();
            let styles = self.context.styles;
            let by_style = |style: Option<usize>| style.and_then(|style| styles.of(style).lines.table).unwrap_or(false);
            for line in nest.table.lines(by_style) {
                // They were counted when they were put into their cells.
                self.length = self.length.saturating_sub(line.len());
                self.put(line)?;
            }
        }
        while self.flow.nests.len() < depth {
            self.flow.nests.push(Nest::default());
        }
        Ok(())
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(nest) = self.flow.nests.last_mut() {
            nest.end_cell();
        }
    }

    /// Ends a row, whose lines are told by its mark.
    pub(super) fn end_row(&mut self, format: &Format, dropped: bool) -> Result<(), Error> {
        self.finish_unfinished()?;
        let mut lines = Lines::default();
        format.lists.iter().for_each(|list| Sprms(list).for_each(|change| lines.apply(change)));
        let Some(nest) = self.flow.nests.last_mut() else { return Ok(()) };
        let rows = nest.table.rows.len();
        nest.end_row();
        let Some(row) = nest.table.rows.get_mut(rows) else { return Ok(()) };
        row.dropped = dropped;
        let mut index = 0;
        row.cells.retain(|cell| {
            let covered = cell.is_empty() && lines.covered.checked_shr(index).unwrap_or(0) & 1 == 1;
            index += 1;
            !covered
        });
        let table = &mut nest.table;
        table.style = table.style.or(lines.style);
        table.bordered = match (table.bordered, lines.table) {
            (Some(before), Some(now)) => Some(before || now),
            (before, now) => before.or(now),
        };
        table.bordered_inside |= lines.cells;
        Ok(())
    }
}
