//! The marks that divide a sentence into clauses, on bytes: both widths of each, from either side.

/// What a mark does to a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Ends it: `，；。：！？`.
    Stop,
    /// Opens a bracket; outside brackets it ends the clause too.
    Open,
    /// Closes a bracket.
    Close,
    /// 、
    Pause,
}

/// The mark whose first byte is `bytes[at]`, and its length.
#[inline(always)]
fn mark_at(bytes: &[u8], at: usize) -> Option<(Mark, usize)> {
    let behind = || (bytes.get(at + 1).copied(), bytes.get(at + 2).copied());
    let mark = match bytes[at] {
        b',' | b';' | b':' => return Some((Mark::Stop, 1)),
        b'(' => return Some((Mark::Open, 1)),
        b')' => return Some((Mark::Close, 1)),
        0xef => match behind() {
            (Some(0xbc), Some(0x8c | 0x9b | 0x9a | 0x81 | 0x9f)) => Mark::Stop, // ，；：！？
            (Some(0xbc), Some(0x88)) => Mark::Open,
            (Some(0xbc), Some(0x89)) => Mark::Close,
            _ => return None,
        },
        0xe3 => match behind() {
            (Some(0x80), Some(0x82)) => Mark::Stop, // 。
            (Some(0x80), Some(0x81)) => Mark::Pause,
            _ => return None,
        },
        _ => return None,
    };
    Some((mark, 3))
}

/// Whether a byte begins a Chinese character, three bytes long: no mark does.
#[inline]
fn begins_han(byte: u8) -> bool {
    (0xe4..=0xe9).contains(&byte)
}

/// The last mark of `bytes[from..to]`: where it stands, and its length.
#[inline]
pub(super) fn last(bytes: &[u8], from: usize, to: usize) -> Option<(usize, Mark, usize)> {
    let mut rest = &bytes[from..to];
    loop {
        while let [before @ .., first, _, _] = rest
            && begins_han(*first)
        {
            rest = before;
        }
        (_, rest) = rest.split_last()?;
        let at = from + rest.len();
        if let Some((mark, len)) = mark_at(bytes, at) {
            return Some((at, mark, len));
        }
    }
}

/// The first mark of `bytes` from `at` on, and its length.
pub(super) fn first(bytes: &[u8], at: usize) -> Option<(usize, Mark, usize)> {
    let mut rest = bytes.get(at..)?;
    loop {
        while let [first, _, _, behind @ ..] = rest
            && begins_han(*first)
        {
            rest = behind;
        }
        let at = bytes.len() - rest.len();
        (_, rest) = rest.split_first()?;
        if let Some((mark, len)) = mark_at(bytes, at) {
            return Some((at, mark, len));
        }
    }
}

/// Where the mark begins that ends a clause right before `at`.
pub(super) fn before(bytes: &[u8], at: usize) -> Option<usize> {
    let (place, mark, len) = last(bytes, at.saturating_sub(3), at)?;
    (place + len == at && matches!(mark, Mark::Stop | Mark::Open)).then_some(place)
}

/// Whether a bracket closes at the offset `most` or before it.
pub(super) fn closes_within(bytes: &[u8], most: usize) -> bool {
    let mut at = 0;
    while let Some((place, mark, len)) = first(bytes, at).filter(|(place, ..)| *place <= most) {
        if mark == Mark::Close {
            return true;
        }
        at = place + len;
    }
    false
}

/// Whether more brackets open than close.
pub(super) fn opens_bracket(bytes: &[u8]) -> bool {
    let (mut at, mut depth) = (0, 0);
    while let Some((place, mark, len)) = first(bytes, at) {
        match mark {
            Mark::Open => depth += 1,
            Mark::Close => depth -= 1,
            Mark::Stop | Mark::Pause => {}
        }
        at = place + len;
    }
    depth > 0
}

/// The offset behind the ； or `;` that begins at `at`.
pub(super) fn behind_semicolon(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b';', ..] => Some(at + 1),
        [0xef, 0xbc, 0x9b, ..] => Some(at + 3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, before, behind_semicolon, closes_within, first, last, opens_bracket};

    #[test]
    fn finds_marks_from_both_sides() {
        let text = "共，é办结（3件）；𠮷受理、a:审结";
        let expected = [
            ('，', Mark::Stop),
            ('（', Mark::Open),
            ('）', Mark::Close),
            ('；', Mark::Stop),
            ('、', Mark::Pause),
            (':', Mark::Stop),
        ];
        let (mut at, mut found) = (0, Vec::new());
        while let Some((place, mark, len)) = first(text.as_bytes(), at) {
            found.push((text[place..place + len].chars().next().unwrap_or_default(), mark));
            at = place + len;
        }
        assert_eq!(found, expected);
        let mut to = text.len();
        while let Some((place, mark, len)) = last(text.as_bytes(), 0, to) {
            assert_eq!(found.pop(), Some((text[place..place + len].chars().next().unwrap_or_default(), mark)));
            to = place;
        }
        assert!(found.is_empty());
    }

    #[test]
    fn knows_edges_and_brackets() {
        assert_eq!(before("受理，".as_bytes(), 9), Some(6));
        assert_eq!(before("受理、".as_bytes(), 9), None);
        assert_eq!(before("，受理".as_bytes(), 9), None);
        assert!(closes_within("（居）".as_bytes(), 6) && !closes_within("（居）".as_bytes(), 5));
        assert!(opens_bracket("村（居".as_bytes()) && !opens_bracket("村（居）".as_bytes()));
        let text = "一；二;三，盛".as_bytes();
        let ends: Vec<usize> = (0..text.len()).filter_map(|at| behind_semicolon(text, at)).collect();
        assert_eq!(ends, [6, 10]);
    }
}
