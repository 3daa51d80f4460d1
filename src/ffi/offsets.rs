//! Positions in the units that callers' strings count in.

use super::fence::fence;
use super::input::{self, Output};
use super::status::{
    FAZHI_ERR_INVALID_ARGUMENT, FAZHI_ERR_NOT_ON_BOUNDARY, FAZHI_ERR_OUT_OF_RANGE, Failure, fazhi_error, fazhi_status,
};
use crate::text::offset_index::{OffsetIndex, OffsetUnit};

/// Bytes of UTF-8: what every position of this library counts.
pub const FAZHI_OFFSET_BYTES: u16 = 1;
/// UTF-16 code units: what strings of Java, JavaScript and C# count.
pub const FAZHI_OFFSET_UTF16: u16 = 2;
/// Code points: what strings of Python count.
pub const FAZHI_OFFSET_CODE_POINTS: u16 = 3;

pub(super) fn unit(code: u16) -> Result<OffsetUnit, Failure> {
    match code {
        FAZHI_OFFSET_BYTES => Ok(OffsetUnit::Bytes),
        FAZHI_OFFSET_UTF16 => Ok(OffsetUnit::Utf16),
        FAZHI_OFFSET_CODE_POINTS => Ok(OffsetUnit::CodePoints),
        _ => Err(Failure::new(FAZHI_ERR_INVALID_ARGUMENT, format!("没有位置单位 {code} (no offset unit {code})"))),
    }
}

/// Positions to be converted, as the caller gives them.
pub(super) struct Offsets {
    pub from_unit: u16,
    pub to_unit: u16,
    pub from: *const u32,
    pub count: usize,
    pub to: *mut u32,
}

impl Offsets {
    /// Converts all of them, or none.
    ///
    /// # Safety
    ///
    /// `from` and `to` are NULL or arrays of `count` aligned numbers, which may be the same.
    pub(super) unsafe fn convert<'i>(self, index: impl FnOnce() -> &'i OffsetIndex<'i>) -> Result<(), Failure> {
        let (from_unit, to_unit) = (unit(self.from_unit)?, unit(self.to_unit)?);
        // SAFETY: as the caller promised.
        let from = unsafe { input::values(self.from, self.count, "from") }?;
        if from.is_empty() {
            return Ok(());
        }
        let to = Output::new(self.to, "to")?;
        let index = index();
        let convert = |(at, &offset): (usize, &u32)| {
            index.convert(offset, from_unit, to_unit).ok_or_else(|| bad(index, at, offset, from_unit))
        };
        let converted = from.iter().enumerate().map(convert).collect::<Result<Vec<u32>, Failure>>()?;
        // SAFETY: `to` has room for `count` numbers; `from` is not read any more.
        unsafe { to.write_all(&converted) };
        Ok(())
    }
}

/// What is wrong with the position at `at`.
fn bad(index: &OffsetIndex<'_>, at: usize, offset: u32, unit: OffsetUnit) -> Failure {
    if offset > index.end(unit) {
        let message =
            format!("第 {at} 个位置 {offset} 在文本之外 (position {offset} at index {at} is outside the text)");
        return Failure::new(FAZHI_ERR_OUT_OF_RANGE, message);
    }
    let message = format!("第 {at} 个位置 {offset} 在字符中间 (position {offset} at index {at} is inside a character)");
    Failure::new(FAZHI_ERR_NOT_ON_BOUNDARY, message)
}

/// Converts positions in any text, such as one of which only the outline was asked; see fazhi_report_convert_offsets,
/// which is faster for a report that is at hand.
///
/// Errors: as there, and FAZHI_ERR_INVALID_UTF8.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_text_convert_offsets(
    text: *const u8,
    len: usize,
    from_unit: u16,
    to_unit: u16,
    from: *const u32,
    count: usize,
    to: *mut u32,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe {
        fence(err, || {
            let text = input::text(text, len, "text")?;
            let index = OffsetIndex::new(text);
            Offsets { from_unit, to_unit, from, count, to }.convert(|| &index)
        })
    }
}
