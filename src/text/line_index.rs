//! From byte offsets to lines and columns, in the units that people and programs count in.

/// Finds the line and column of byte offsets.
#[derive(Debug, Clone)]
pub struct LineIndex<'a> {
    source: &'a str,
    starts: Vec<u32>,
}

/// A place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 0.
    pub line: u32,
    /// Column in bytes of UTF-8, from 0.
    pub byte_column: u32,
    /// Column in UTF-16 code units, from 0: what Java, JavaScript and the Language Server Protocol count.
    pub utf16_column: u32,
    /// Column in code points, from 0: what Python counts.
    pub code_point_column: u32,
}

impl<'a> LineIndex<'a> {
    /// Indexes the lines of `source`.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let starts =
            std::iter::once(0).chain(memchr::memchr_iter(b'\n', source.as_bytes()).map(|at| at as u32 + 1)).collect();
        Self { source, starts }
    }

    /// How many lines there are; a text that ends with a line end has an empty last line.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The place of byte `offset`, or `None` when it lies behind the end or inside a character.
    #[must_use]
    pub fn position(&self, offset: u32) -> Option<Position> {
        if !self.source.is_char_boundary(offset as usize) {
            return None;
        }
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let start = self.starts[line];
        let before = &self.source[start as usize..offset as usize];
        Some(Position {
            line: line as u32,
            byte_column: offset - start,
            utf16_column: before.chars().map(|ch| ch.len_utf16() as u32).sum(),
            code_point_column: before.chars().count() as u32,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{LineIndex, Position};

    #[test]
    fn counts_in_every_unit() {
        let index = LineIndex::new("大\n𠮷3件");
        assert_eq!(index.line_count(), 2);
        let place = |line, byte_column, utf16_column, code_point_column| {
            Some(Position { line, byte_column, utf16_column, code_point_column })
        };
        assert_eq!(index.position(3), place(0, 3, 1, 1));
        assert_eq!(index.position(8), place(1, 4, 2, 1));
        assert_eq!(index.position(12), place(1, 8, 4, 3));
        assert_eq!(index.position(1), None);
        assert_eq!(index.position(99), None);
    }
}
