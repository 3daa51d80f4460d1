//! The scan with vectors of 64 bytes, as [`super::avx2`] but for what AVX-512 does better: comparisons give a word of marks
//! at once, and a lookup in a table of 64 bytes takes its index from the lowest six bits of a byte, whatever the others.

use super::blocks::{self, BEFORE, BLOCK, Hits, UNMARKED};
use super::utf8::{BOTH_CONTINUE, Tables};
use std::arch::x86_64::*;

const TABLES: Tables<64> = Tables::new();

/// Whether this machine can run [`scan`]; asked of it once and remembered.
pub(super) fn is_available() -> bool {
    is_x86_feature_detected!("avx512f")
        && is_x86_feature_detected!("avx512bw")
        && is_x86_feature_detected!("avx512vbmi")
        && is_x86_feature_detected!("bmi1")
        && is_x86_feature_detected!("popcnt")
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
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi,bmi1,popcnt")]
fn stretch<const CHECK: bool>(window: &[u8], hits: Hits<'_>) -> bool {
    let mut bits = UNMARKED;
    let mut faults = _mm512_setzero_si512();
    let blocks = window.len().saturating_sub(BEFORE) / BLOCK;
    for (index, bits) in bits.as_chunks_mut::<2>().0.iter_mut().enumerate().take(blocks) {
        // SAFETY: the window holds BEFORE bytes and then `blocks` blocks, of which this is one.
        let bytes = unsafe { Bytes::load(window.as_ptr().add(BEFORE + index * BLOCK)) };
        if CHECK {
            faults = _mm512_or_si512(faults, bytes.faults());
        }
        let found = bytes.marks();
        *bits = [found as u32, (found >> 32) as u32];
    }
    hits.take(&bits);
    _mm512_test_epi8_mask(faults, faults) == 0
}

/// 64 bytes, and those one, two and three places before each.
struct Bytes {
    here: __m512i,
    before: [__m512i; BEFORE],
}

impl Bytes {
    /// # Safety
    ///
    /// `at` points at 64 bytes that may be read, behind [`BEFORE`] bytes of the same allocation.
    #[inline]
    #[target_feature(enable = "avx512f")]
    unsafe fn load(at: *const u8) -> Self {
        // SAFETY: as the caller has promised; the loads ask for no alignment.
        let load = |back: usize| unsafe { _mm512_loadu_si512(at.sub(back).cast()) };
        Self { here: load(0), before: [load(1), load(2), load(3)] }
    }

    /// Not zero where the text is no UTF-8.
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
    fn faults(&self) -> __m512i {
        let [one, two, three] = self.before;
        let first = _mm512_and_si512(lookup(&TABLES.first_upper, upper(one)), lookup(&TABLES.first_lower, one));
        let pair = _mm512_and_si512(first, lookup(&TABLES.second_upper, upper(self.here)));
        // The highest bit is set where the byte two back begins a character of three bytes or more (from E0 on), or the
        // one three back one of four (from F0 on).
        let lead = _mm512_max_epu8(two, _mm512_subs_epu8(three, _mm512_set1_epi8(0x10)));
        let asked = _mm512_subs_epu8(lead, _mm512_set1_epi8(0x60));
        _mm512_xor_si512(pair, _mm512_and_si512(asked, _mm512_set1_epi8(BOTH_CONTINUE as i8)))
    }

    /// A bit two bytes behind where a mark begins, as [`super::portable::is_mark`] tells them.
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw")]
    fn marks(&self) -> u64 {
        let [_, first, _] = self.before;
        let here = self.here;
        let folded = _mm512_and_si512(first, _mm512_set1_epi8(!0x20));
        let ascii = is(folded, b'\n') | is(folded, 1) | is(folded, 8) | above(first, b'9');
        let yes = is(first, 0xe6) & (is(here, 0xaf) | is(here, 0x9f));
        let either = _mm512_or_si512(first, _mm512_set1_epi8(1));
        let narrow = is(either, 0xe3) & (is(here, 0x82) | above(here, 0x9f));
        let wide = is(first, 0xef) & !is(here, 0x8c);
        ascii | yes | narrow | wide
    }
}

/// The entry of `table` that the lowest six bits of each byte of `index` name.
#[inline]
#[target_feature(enable = "avx512f,avx512bw,avx512vbmi")]
fn lookup(table: &'static [u8; 64], index: __m512i) -> __m512i {
    // SAFETY: the table is as long as the vector; the load asks for no alignment.
    _mm512_permutexvar_epi8(index, unsafe { _mm512_loadu_si512(table.as_ptr().cast()) })
}

/// Brings the highest six bits of each byte down.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn upper(bytes: __m512i) -> __m512i {
    _mm512_srli_epi16::<2>(bytes)
}

#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn is(bytes: __m512i, byte: u8) -> u64 {
    _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(byte as i8))
}

/// Where bytes, taken with their sign, are above `byte`.
#[inline]
#[target_feature(enable = "avx512f,avx512bw")]
fn above(bytes: __m512i, byte: u8) -> u64 {
    _mm512_cmpgt_epi8_mask(bytes, _mm512_set1_epi8(byte as i8))
}
