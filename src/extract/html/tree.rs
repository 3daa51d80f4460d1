//! Builds a page from tokens: which element is around which, with the closing tags that pages leave out.

use html5ever::LocalName;
use html5ever::tokenizer::Tag;
use html5ever::tokenizer::states::RawKind;

use super::elements::{self, Role, Traits};
use super::page::{Count, NONE, Node, Page};
use super::tokens::Listener;
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::span::Span;

/// Most elements and texts of one page: against pages of millions of empty elements.
const NODES: usize = 1_000_000;

/// Most elements of a line around one another; those further in are not needed for the text.
const INLINE: u32 = 64;

/// Steps for which open elements are looked through when tags do not pair; then only the innermost ones are.
const SEARCHES: usize = 20_000_000;
const INNERMOST: usize = 8;

/// A cell with so many paragraphs and characters shows that its table arranges a page.
const LAYOUT_PARAGRAPHS: u32 = 4;
const LAYOUT_CHARACTERS: u32 = 200;

/// An element whose closing tag is still to come.
struct Open {
    name: LocalName,
    role: Role,
    node: u32,
    /// How many elements of the line are open around it.
    inline: u32,
}

/// Builds a [`Page`] from tokens.
pub(super) struct Builder<'l> {
    limits: &'l Limits,
    page: Page,
    error: Option<Error>,
    open: Vec<Open>,
    /// Open elements that are no part of a line.
    depth: usize,
    /// Open elements of the line above the innermost other element.
    inline: u32,
    /// Open links with an address.
    links: usize,
    /// Open tables.
    tables: Vec<u32>,
    /// The element whose raw content is being read.
    raw: Option<LocalName>,
    searched: usize,
    /// Whether text goes on in the last node.
    joins: bool,
}

impl<'l> Builder<'l> {
    pub fn new(limits: &'l Limits) -> Self {
        let root = Open { name: LocalName::from(""), role: Role::Block, node: 0, inline: 0 };
        let mut builder = Self {
            limits,
            page: Page::default(),
            error: None,
            open: vec![root],
            depth: 0,
            inline: 0,
            links: 0,
            tables: Vec::new(),
            raw: None,
            searched: 0,
            joins: false,
        };
        builder.node(Role::Block, Traits::default(), Span::default());
        builder
    }

    /// The page, once all tokens were told.
    pub fn finish(mut self) -> Result<Page, Error> {
        self.close(1);
        self.page.nodes[0].end = self.page.nodes.len() as u32;
        self.error.map_or(Ok(self.page), Err)
    }

    /// Adds a node within the innermost element that has one.
    fn node(&mut self, role: Role, traits: Traits, string: Span) -> u32 {
        let index = self.page.nodes.len();
        if let Err(error) = self.limits.check("elements of a page", index, NODES) {
            self.error.get_or_insert(error);
        }
        let parent = self.innermost();
        let node = Node { role, traits, parent, end: index as u32 + 1, string, number: None, count: Count::default() };
        self.page.nodes.push(node);
        self.joins = false;
        index as u32
    }

    /// The innermost open element that has a node.
    fn innermost(&self) -> u32 {
        // At most `INLINE` elements without one can stand above it.
        self.open.iter().rev().map(|open| open.node).find(|node| *node != NONE).unwrap_or(0)
    }

    fn store(&mut self, text: &str) -> Span {
        let start = self.page.strings.len() as u32;
        self.page.strings.push_str(text);
        Span::new(start, self.page.strings.len() as u32)
    }

    fn push(&mut self, tag: Tag, role: Role) {
        let traits = elements::traits(&tag, role);
        let address = elements::attribute(&tag, "href").filter(|_| role == Role::Link).unwrap_or_default();
        let role = match role {
            Role::Link if !elements::leads_away(address) => Role::Inline,
            Role::Inline if traits.block => Role::Block,
            role => role,
        };
        let inline = self.inline;
        if role.is_inline() {
            if inline >= INLINE {
                return;
            }
            self.inline += 1;
        } else {
            self.depth += 1;
            self.inline = 0;
            if let Err(error) = self.limits.check("nested elements", self.depth, self.limits.depth()) {
                self.error.get_or_insert(error);
                return;
            }
        }
        let mut node = NONE;
        if role != Role::Inline || traits != Traits::default() {
            let string = self.store(address);
            node = self.node(role, traits, string);
            let number = elements::attribute(&tag, if role == Role::Item { "value" } else { "start" });
            self.page.nodes[node as usize].number = number.and_then(|number| number.trim_ascii().parse().ok());
        }
        match role {
            Role::Link => self.links += 1,
            Role::Table => {
                if let Some(outer) = self.tables.last() {
                    self.page.nodes[*outer as usize].traits.layout = true;
                }
                self.tables.push(node);
            }
            _ => {}
        }
        self.open.push(Open { name: tag.name, role, node, inline });
    }

    /// Closes the innermost open element; the page itself stays open.
    fn pop(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some(open) = self.open.pop() else { return };
        self.inline = open.inline;
        self.depth -= usize::from(!open.role.is_inline());
        self.links -= usize::from(open.role == Role::Link);
        if open.role == Role::Table {
            self.tables.pop();
        }
        if open.node == NONE {
            return;
        }
        self.joins = false;
        let end = self.page.nodes.len() as u32;
        let node = &mut self.page.nodes[open.node as usize];
        node.end = end;
        let parent = node.parent;
        let mut count = node.count;
        if !open.role.is_inline() && count.characters > 0 {
            count.paragraphs += 1;
        }
        if node.traits.skipped {
            return;
        }
        let outer = &mut self.page.nodes[parent as usize];
        outer.count.add(count);
        outer.count.cells += u32::from(open.role == Role::Cell);
        if let Some(table) = self.tables.last() {
            let table = &mut self.page.nodes[*table as usize];
            let arranged = count.paragraphs > LAYOUT_PARAGRAPHS && count.characters > LAYOUT_CHARACTERS;
            table.traits.layout |= open.role == Role::Cell && arranged;
            if open.role == Role::Row {
                table.count.cells = table.count.cells.max(count.cells);
            }
        }
    }

    /// The place among the open elements of the innermost one that is `wanted`, not looking beyond one that is a `boundary`.
    fn find(&mut self, wanted: impl Fn(&Open) -> bool, boundary: impl Fn(&Open) -> bool) -> Option<usize> {
        let steps = if self.searched < SEARCHES { usize::MAX } else { INNERMOST };
        for place in (1..self.open.len()).rev().take(steps) {
            self.searched += 1;
            let open = &self.open[place];
            if wanted(open) {
                return Some(place);
            }
            if boundary(open) {
                break;
            }
        }
        None
    }

    /// Closes the element at `place` and all within it.
    fn close(&mut self, place: usize) {
        while self.open.len() > place {
            self.pop();
        }
    }

    /// Closes what ends without a closing tag where an element of this role begins.
    fn imply(&mut self, role: Role) {
        let closes: &[Role] = match role {
            Role::Text | Role::Inline | Role::Unseen | Role::Break => return,
            Role::Link => &[Role::Link],
            Role::Item => &[Role::Item, Role::Paragraph],
            Role::Cell => &[Role::Cell],
            Role::Row => &[Role::Row, Role::Cell],
            Role::Section => &[Role::Section, Role::Row, Role::Cell],
            _ => &[Role::Paragraph],
        };
        let heading = matches!(role, Role::Heading(_));
        while let Some(place) = self.find(
            |open| closes.contains(&open.role) || heading && matches!(open.role, Role::Heading(_)),
            |open| match role {
                Role::Item => matches!(open.role, Role::List | Role::Cell | Role::Table),
                Role::Cell | Role::Row | Role::Section => open.role == Role::Table,
                // A paragraph cannot go on around any of these.
                _ => !open.role.is_inline(),
            },
        ) {
            self.close(place);
        }
    }

    fn paragraph_end(&mut self) {
        self.node(Role::Break, Traits::default(), Span::default());
        let around = self.innermost();
        self.page.nodes[around as usize].count.paragraphs += 1;
    }

    /// A document that the page shows in a frame.
    fn shown_document(&mut self, tag: &Tag) {
        let addresses = ["src", "data"].iter().filter_map(|name| elements::attribute(tag, name));
        if let Some(address) = addresses.into_iter().find(|address| elements::is_document(address)) {
            let string = self.store(address);
            self.node(Role::Unseen, Traits { document: true, skipped: true, ..Traits::default() }, string);
        }
    }
}

impl Listener for Builder<'_> {
    fn start(&mut self, tag: Tag) -> Option<RawKind> {
        if matches!(&*tag.name, "iframe" | "embed" | "object") {
            self.shown_document(&tag);
        }
        if let Some(kind) = elements::raw(&tag.name) {
            self.raw = Some(tag.name);
            return Some(kind);
        }
        if &*tag.name == "meta" {
            self.page.declared.meta(&tag);
            return None;
        }
        let role = elements::role(&tag.name)?;
        self.imply(role);
        if role == Role::Break {
            self.paragraph_end();
        } else {
            self.push(tag, role);
        }
        None
    }

    fn end(&mut self, tag: &Tag) {
        if self.raw.take().is_some() {
            return;
        }
        let Some(role) = elements::role(&tag.name) else { return };
        let same = |open: &Open| match role {
            Role::Heading(_) => matches!(open.role, Role::Heading(_)),
            _ => open.name == tag.name,
        };
        let found = match role {
            // Text behind the page's end is part of it for browsers too.
            _ if matches!(&*tag.name, "body" | "html") => None,
            Role::Inline | Role::Link => self.find(same, |open| !open.role.is_inline() && !same(open)),
            Role::Cell | Role::Row | Role::Section => self.find(same, |open| open.role == Role::Table),
            Role::Table => self.find(same, |_| false),
            _ => self.find(same, |open| open.role.is_boundary()),
        };
        match found {
            Some(place) => self.close(place),
            None if matches!(role, Role::Paragraph | Role::Break) => self.paragraph_end(),
            None => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(raw) = &self.raw {
            if &**raw == "title" {
                self.page.declared.page_title(text);
            }
            return;
        }
        let last = self.page.nodes.len() - 1;
        let string = self.store(text);
        let node = if self.joins { last } else { self.node(Role::Text, Traits::default(), string) as usize };
        self.joins = true;
        self.page.nodes[node].string.end = string.end;
        let mut count = Count::of(text);
        if self.links > 0 {
            (count.linked, count.marks) = (count.characters, 0);
        }
        let around = self.page.nodes[node].parent;
        self.page.nodes[around as usize].count.add(count);
    }

    fn stopped(&self) -> bool {
        self.error.is_some()
    }
}
