//! Feeds a page to the tokenizer, one tag at a time.
//!
//! The tokenizer compares each attribute of a tag with all before it, so a tag of a million attributes would take it hours.
//! Between two pieces it is always clear whether a tag can begin, so tags are measured first and superfluous attributes cut off.

use std::cell::{Cell, RefCell};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use memchr::memchr;

/// Attributes of one tag that are read. Those that matter here are among the first of any real page.
const ATTRIBUTES: usize = 100;

/// Most tags, texts and entities of a page, and bytes of text between which they are counted.
pub(super) const TOKENS: usize = 1_500_000;
const PIECE: usize = 16 << 10;

/// What listens to the tokens.
pub(super) trait Listener {
    /// An opening tag. Its content is raw until its closing tag if a kind comes back.
    fn start(&mut self, tag: Tag) -> Option<RawKind>;
    /// A closing tag.
    fn end(&mut self, tag: &Tag);
    /// Text, entities resolved.
    fn text(&mut self, text: &str);
    /// Whether nothing more is wanted.
    fn stopped(&self) -> bool;
}

/// Tells `listener` the tags and texts of a page, and gives it back with the number of tokens; stops when they are too many.
pub(super) fn tokenize<L: Listener>(page: &str, listener: L) -> (L, usize) {
    let sink =
        Sink { listener: RefCell::new(listener), raw: Cell::new(false), ended: Cell::new(false), tokens: Cell::new(0) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let whole = StrTendril::from_slice(page);
    let queue = BufferQueue::default();
    let feed = |from: usize, to: usize| {
        if from < to {
            queue.push_back(whole.subtendril(from as u32, (to - from) as u32));
            // Scripts are never run, so that the tokenizer pauses nowhere.
            let _ = tokenizer.feed(&queue);
        }
    };
    let bytes = page.as_bytes();
    let mut at = 0;
    while at < bytes.len() && tokenizer.sink.tokens.get() <= TOKENS && !tokenizer.sink.listener.borrow().stopped() {
        let piece = page.floor_char_boundary((at + PIECE).min(bytes.len()));
        let Some(bracket) = memchr(b'<', &bytes[at..piece]).map(|length| at + length) else {
            feed(at, piece);
            at = piece;
            continue;
        };
        feed(at, bracket);
        at = match (bytes.get(bracket + 1), bytes.get(bracket + 2)) {
            (Some(b'/'), Some(next)) if next.is_ascii_alphabetic() => feed_tag(bytes, bracket, &feed),
            (Some(next), _) if next.is_ascii_alphabetic() => feed_tag(bytes, bracket, &feed),
            (Some(b'/'), Some(b'>')) => bracket + 3,
            (Some(b'/' | b'!' | b'?'), _) if !tokenizer.sink.raw.get() => {
                // A comment or declaration: it ends at one of the next closing brackets, where it becomes a token.
                tokenizer.sink.ended.set(false);
                let mut end = bracket;
                while end < bytes.len() && !tokenizer.sink.ended.get() {
                    let next = memchr(b'>', &bytes[end..]).map_or(bytes.len(), |length| end + length + 1);
                    feed(end, next);
                    end = next;
                }
                end
            }
            _ => {
                feed(bracket, bracket + 1);
                bracket + 1
            }
        };
    }
    tokenizer.end();
    let Sink { listener, tokens, .. } = tokenizer.sink;
    (listener.into_inner(), tokens.get())
}

/// Feeds the tag that begins at `start`, and gives the place behind it.
fn feed_tag(bytes: &[u8], start: usize, feed: &impl Fn(usize, usize)) -> usize {
    let (enough, end) = measure(bytes, start);
    feed(start, enough);
    if enough < end {
        // Cut off behind an attribute: what closes the tag is fed on its own.
        feed(end - 1, end);
    }
    end
}

/// Where the attributes to be read end in the tag that begins at `start`, and where the tag ends.
fn measure(bytes: &[u8], start: usize) -> (usize, usize) {
    let run = |from: usize, stops: fn(u8) -> bool| {
        bytes[from..].iter().position(|byte| stops(*byte)).map_or(bytes.len(), |length| from + length)
    };
    let after_name = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
    let mut at = run(start + 2, after_name);
    let mut enough = None;
    let mut attributes = 0;
    loop {
        at = run(at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
        match bytes.get(at) {
            None => return (enough.unwrap_or(at), at),
            Some(b'>') => return (enough.unwrap_or(at + 1), at + 1),
            Some(_) => {}
        }
        if attributes == ATTRIBUTES {
            enough = Some(at);
        }
        attributes += 1;
        // An equals sign at the start belongs to the name.
        at = run(at + 1, |byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'='));
        let equals = run(at, |byte| !byte.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            continue;
        }
        at = run(equals + 1, |byte| !byte.is_ascii_whitespace());
        at = match bytes.get(at) {
            Some(quote @ (b'"' | b'\'')) => {
                memchr(*quote, &bytes[at + 1..]).map_or(bytes.len(), |length| at + 1 + length + 1)
            }
            Some(b'>') => at,
            _ => run(at, |byte| byte.is_ascii_whitespace() || byte == b'>'),
        };
    }
}

/// Hands the tokens on.
struct Sink<L> {
    listener: RefCell<L>,
    raw: Cell<bool>,
    /// Whether the last token ended what may hold closing brackets: a comment or declaration.
    ended: Cell<bool>,
    tokens: Cell<usize>,
}

impl<L: Listener> TokenSink for Sink<L> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        self.tokens.set(self.tokens.get() + 1);
        let mut listener = self.listener.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                if let Some(kind) = listener.start(tag) {
                    self.raw.set(true);
                    return TokenSinkResult::RawData(kind);
                }
            }
            Token::TagToken(tag) => {
                self.raw.set(false);
                listener.end(&tag);
            }
            Token::CharacterTokens(text) => listener.text(&text),
            Token::CommentToken(_) | Token::DoctypeToken(_) => self.ended.set(true),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
