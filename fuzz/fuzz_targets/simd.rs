//! Every way to scan bytes finds what the standard library and a plain walk find.
#![no_main]

use libfuzzer_sys::fuzz_target;

// The module itself: nothing of it is public in the library.
#[allow(dead_code, reason = "the library reads some of it")]
#[path = "../../src/simd/mod.rs"]
mod simd;

fuzz_target!(|bytes: &[u8]| {
    let mut judge = simd::judge::Judge::default();
    judge.check(bytes);
    // Short inputs are found fast; now and then, the same one again and again crosses the borders of stretches.
    if bytes.first().is_some_and(|byte| byte % 16 == 0) {
        judge.check(&bytes.repeat(4_500 / bytes.len()));
    }
});
