//! What remains of a short text when words are taken out of it.

use smallvec::SmallVec;

use crate::text::words::Cues;

/// Words to be taken out one after another, at most 64.
pub(super) struct Fillers {
    words: &'static [&'static str],
    cues: Cues,
}

impl Fillers {
    pub fn new(words: &'static [&'static str]) -> Self {
        let mut lists: SmallVec<[&'static [&'static str]; 64]> = SmallVec::new();
        lists.extend(words.chunks(1));
        Self { words, cues: Cues::new(&lists) }
    }
}

/// A short text, kept in place.
pub(super) struct Rest {
    bytes: SmallVec<[u8; 256]>,
}

impl Rest {
    /// The whole text.
    pub fn of(text: &str) -> Self {
        Self { bytes: SmallVec::from_slice(text.as_bytes()) }
    }

    /// Takes `word` out wherever it stands; what closes up around it is not looked at again.
    fn remove(&mut self, word: &str) {
        self.remove_some(word, usize::MAX);
    }

    /// Takes the words of `fillers` out in their order, each from what the ones before it left.
    pub fn remove_each(&mut self, fillers: &Fillers) {
        let mut from = 0;
        while from < fillers.words.len() {
            let present = fillers.cues.in_text(self.as_str()) >> from;
            if present == 0 {
                break;
            }
            from += present.trailing_zeros() as usize;
            self.remove(fillers.words[from]);
            from += 1;
        }
    }

    /// Takes `word` out where it stands first.
    pub fn remove_first(&mut self, word: &str) {
        self.remove_some(word, 1);
    }

    fn remove_some(&mut self, word: &str, most: usize) {
        let word = word.as_bytes();
        let (mut read, mut written, mut removed) = (0, 0, 0);
        while read < self.bytes.len() {
            if removed < most && self.bytes[read..].starts_with(word) {
                read += word.len();
                removed += 1;
            } else {
                self.bytes[written] = self.bytes[read];
                (read, written) = (read + 1, written + 1);
            }
        }
        self.bytes.truncate(written);
    }

    /// Keeps only the characters that `keep` wants.
    pub fn retain(&mut self, mut keep: impl FnMut(char) -> bool) {
        let kept = self.as_str().chars().filter(|ch| keep(*ch));
        let mut bytes = SmallVec::new();
        for ch in kept {
            bytes.extend_from_slice(ch.encode_utf8(&mut [0; 4]).as_bytes());
        }
        self.bytes = bytes;
    }

    /// Takes the characters that are `outer` off both ends.
    pub fn trim(&mut self, outer: impl Fn(char) -> bool) {
        let trimmed = self.as_str().trim_end_matches(&outer).len();
        self.bytes.truncate(trimmed);
        let start = trimmed - self.as_str().trim_start_matches(&outer).len();
        self.bytes.drain(..start);
    }

    /// What remains.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }
}

/// What remains of `text` without `words`, taken out one after another.
pub(super) fn without<'w>(text: &str, words: impl IntoIterator<Item = &'w &'w str>) -> Rest {
    let mut rest = Rest::of(text);
    words.into_iter().for_each(|word| rest.remove(word));
    rest
}

#[cfg(test)]
mod tests {
    use super::{Fillers, Rest};

    #[test]
    fn takes_words_out_as_replacing_them_by_nothing_does() {
        for (text, word) in [("按期办结案件", "案件"), ("共共同", "共"), ("年年度度", "年度"), ("", "的"), ("数", "数")]
        {
            let mut rest = Rest::of(text);
            rest.remove(word);
            assert_eq!(rest.as_str(), text.replace(word, ""));
            let mut rest = Rest::of(text);
            rest.remove_first(word);
            assert_eq!(rest.as_str(), text.replacen(word, "", 1));
        }
        let fillers = Fillers::new(&["案", "共", "案件", "公同"]);
        let mut rest = Rest::of("公共同案件案");
        rest.remove_each(&fillers);
        assert_eq!(rest.as_str(), "件");
        let mut rest = Rest::of("2年3月");
        rest.retain(|ch| !ch.is_ascii_digit());
        assert_eq!(rest.as_str(), "年月");
    }
}
