//! Text with some of its words taken out, without an allocation for texts of usual length.

use std::fmt::Write;

use super::Explanation;

/// `text` with every one of `words` taken out, one word after the other.
pub(super) fn without<'w>(text: &str, words: impl IntoIterator<Item = &'w &'w str>) -> Explanation {
    let mut rest: Explanation = text.into();
    for word in words {
        if rest.contains(word) {
            let mut next = Explanation::new();
            for piece in rest.split(word) {
                let written = next.write_str(piece);
                debug_assert!(written.is_ok(), "a phrase takes everything");
            }
            rest = next;
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn takes_out_every_occurrence_in_order() {
        assert_eq!(&*without("全县案件共案件数", &["案件", "共", "数"]), "全县");
        assert_eq!(&*without("上上年年", &["上年"]), "上年");
        assert_eq!(&*without("", &["上年"]), "");
    }
}
