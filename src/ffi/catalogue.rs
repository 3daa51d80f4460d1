//! What the library knows beside any report: its indicators and its rules.

use std::sync::LazyLock;

use super::coded::Coded;
use super::fence::fence;
use super::input::Output;
use super::memory::fazhi_str;
use super::records::{fazhi_indicator_definition, fazhi_rule, fazhi_table};
use super::status::{fazhi_error, fazhi_status};
use super::strings::Strings;
use crate::audit::{CheckKind, guide};
use crate::indicator::CATALOGUE;

/// A table with its texts.
struct Listing<T> {
    rows: Vec<T>,
    strings: Strings,
}

static INDICATORS: LazyLock<Listing<fazhi_indicator_definition>> = LazyLock::new(|| {
    let mut strings = Strings::default();
    let rows = CATALOGUE.iter().map(|entry| fazhi_indicator_definition {
        id: strings.add(entry.id),
        name: strings.add(entry.name),
        unit: strings.add(entry.unit),
        definition: strings.add(entry.definition),
        topic: entry.topic.code(),
        reserved: [0; 2],
    });
    Listing { rows: rows.collect(), strings }
});

static RULES: LazyLock<Listing<fazhi_rule>> = LazyLock::new(|| {
    let mut strings = Strings::default();
    let rows = CheckKind::ALL.into_iter().map(|kind| {
        let guide = guide(kind);
        fazhi_rule {
            id: strings.add(kind.name()),
            name: strings.add(guide.name),
            checks: strings.add(guide.checks),
            verdicts: strings.add(guide.verdicts),
            good: strings.add(guide.good),
            bad: strings.add(guide.bad),
            kind: kind.code(),
            reserved: [0; 2],
        }
    });
    Listing { rows: rows.collect(), strings }
});

/// Gives a listing.
///
/// # Safety
///
/// `table` and `strings` are NULL or places for their types; `err` as in [`fence`].
unsafe fn give<T>(
    listing: &LazyLock<Listing<T>>,
    table: *mut fazhi_table,
    strings: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: as the caller promised.
    unsafe {
        fence(err, || {
            let (table, strings) = (Output::new(table, "table")?, Output::new(strings, "strings")?);
            table.write(fazhi_table::of(&listing.rows));
            strings.write(fazhi_str::of(listing.strings.as_str()));
            Ok(())
        })
    }
}

/// Gives the catalogue of indicators, rows of fazhi_indicator_definition, and the strings its texts point into. Both
/// live for ever.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_catalogue(
    table: *mut fazhi_table,
    strings: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { give(&INDICATORS, table, strings, err) }
}

/// Gives the rules of the audit, rows of fazhi_rule, and the strings their texts point into. Both live for ever.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn fazhi_rules(
    table: *mut fazhi_table,
    strings: *mut fazhi_str,
    err: *mut fazhi_error,
) -> fazhi_status {
    // SAFETY: pointers as the manual asks.
    unsafe { give(&RULES, table, strings, err) }
}
