//! The scan with vectors of 32 bytes.
//!
//! The bytes one, two and three places back are loaded again instead of shifted in from the last vector: that costs the
//! shuffle unit nothing, and a vector needs nothing from the one before.
//!
//! Small functions carry `#[inline]` where a closure would do: a closure is not inlined across units of code generation,
//! and none of the two is ever inlined into what was compiled without AVX2.

use super::blocks::{self, BEFORE, Hits, UNMARKED};
use super::marks;
use super::utf8::{BOTH_CONTINUE, Tables};
use std::arch::x86_64::*;

const VECTOR: usize = 32;

const TABLES: Tables<16> = Tables::new();

/// Whether this machine can run [`scan`]; asked of it once and remembered.
pub(super) fn is_available() -> bool {
    is_x86_feature_detected!("avx2") && is_x86_feature_detected!("bmi1") && is_x86_feature_detected!("popcnt")
}

/// Lists the marks. With `CHECK`, whether `bytes` are UTF-8; else they must be.
///
/// # Safety
///
/// Only where [`is_available`].
pub(super) unsafe fn scan<const CHECK: bool>(bytes: &[u8], marks: &mut Vec<u32>) -> bool {
    // SAFETY: the caller has seen to it that the features are there.
    blocks::scan(bytes, marks, |window, hits| unsafe { stretch::<CHECK>(window, hits) })
}

/// As [`blocks::scan`] asks for it.
#[target_feature(enable = "avx2,bmi1,popcnt")]
fn stretch<const CHECK: bool>(window: &[u8], hits: Hits<'_>) -> bool {
    let mut bits = UNMARKED;
    let mut faults = _mm256_setzero_si256();
    let vectors = window.len().saturating_sub(BEFORE) / VECTOR;
    for (index, bits) in bits.iter_mut().enumerate().take(vectors) {
        // SAFETY: the window holds BEFORE bytes and then `vectors` vectors, of which this is one.
        let bytes = unsafe { Bytes::load(window.as_ptr().add(BEFORE + index * VECTOR)) };
        if CHECK {
            faults = _mm256_or_si256(faults, bytes.faults());
        }
        *bits = bytes.marks();
    }
    hits.take(&bits);
    _mm256_testz_si256(faults, faults) != 0
}

/// 32 bytes, and those one, two and three places before each.
struct Bytes {
    here: __m256i,
    before: [__m256i; BEFORE],
}

impl Bytes {
    /// # Safety
    ///
    /// `at` points at 32 bytes that may be read, behind [`BEFORE`] bytes of the same allocation.
    #[inline]
    #[target_feature(enable = "avx2")]
    unsafe fn load(at: *const u8) -> Self {
        // SAFETY: as the caller has promised; the loads ask for no alignment.
        let load = |back: usize| unsafe { _mm256_loadu_si256(at.sub(back).cast()) };
        Self { here: load(0), before: [load(1), load(2), load(3)] }
    }

    /// Not zero where the text is no UTF-8.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn faults(&self) -> __m256i {
        let [one, two, three] = self.before;
        let first = _mm256_and_si256(lookup(TABLES.first_upper, upper(one)), lookup(TABLES.first_lower, lower(one)));
        let pair = _mm256_and_si256(first, lookup(TABLES.second_upper, upper(self.here)));
        // The highest bit is set where the byte two back begins a character of three bytes or more (from E0 on), or the
        // one three back one of four (from F0 on).
        let lead = _mm256_max_epu8(two, _mm256_subs_epu8(three, _mm256_set1_epi8(0x10)));
        let asked = _mm256_subs_epu8(lead, _mm256_set1_epi8(0x60));
        _mm256_xor_si256(pair, _mm256_and_si256(asked, _mm256_set1_epi8(BOTH_CONTINUE as i8)))
    }

    /// A bit two bytes behind where a mark begins, as [`super::portable::is_mark`] tells them.
    #[inline]
    #[target_feature(enable = "avx2")]
    fn marks(&self) -> u32 {
        let [first_upper, first_lower, third_upper, third_lower] = marks::TABLES;
        let [_, first, _] = self.before;
        let of_first = _mm256_and_si256(lookup(first_upper, upper(first)), lookup(first_lower, lower(first)));
        let third = self.here;
        let of_third = _mm256_and_si256(lookup(third_upper, upper(third)), lookup(third_lower, lower(third)));
        let none = _mm256_cmpeq_epi8(_mm256_and_si256(of_first, of_third), _mm256_setzero_si256());
        !_mm256_movemask_epi8(none) as u32
    }
}

/// The entry of `table` that each byte of `index` names; `index` is below 16.
#[inline]
#[target_feature(enable = "avx2")]
fn lookup(table: [u8; 16], index: __m256i) -> __m256i {
    let table = u128::from_le_bytes(table);
    let (low, high) = (table as i64, (table >> 64) as i64);
    _mm256_shuffle_epi8(_mm256_set_epi64x(high, low, high, low), index)
}

#[inline]
#[target_feature(enable = "avx2")]
fn lower(bytes: __m256i) -> __m256i {
    _mm256_and_si256(bytes, _mm256_set1_epi8(0x0f))
}

#[inline]
#[target_feature(enable = "avx2")]
fn upper(bytes: __m256i) -> __m256i {
    lower(_mm256_srli_epi16::<4>(bytes))
}
