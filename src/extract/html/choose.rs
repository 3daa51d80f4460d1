//! Which part of a page is its article.

use std::ops::Range;

use super::elements::Role;
use super::furniture::Filter;
use super::page::{Node, Page};
use super::paragraphs::{Lines, lines};

/// The innermost element with so many hundredths of the page's punctuation is the article.
const SHARE: u32 = 85;

/// Marks of punctuation and characters that an article has at least; a page with a document to load needs more.
const LEAST_MARKS: u32 = 4;
const LEAST_MARKS_BESIDE_DOCUMENT: u32 = 8;
const LEAST_CHARACTERS_BESIDE_DOCUMENT: u32 = 200;

/// Elements beside the article that are looked at for its beginning or end.
const NEIGHBOURS: usize = 12;

/// An article within a page.
#[derive(Debug)]
pub(super) struct Article {
    pub range: Range<u32>,
    /// Its marks of punctuation.
    pub marks: u32,
    /// How it was found, in Chinese.
    pub rule: &'static str,
}

/// Finds the article; `beside_document` if the page links to a document that may be the article itself.
pub(super) fn choose(page: &Page, beside_document: bool) -> Option<Article> {
    let root = page.nodes.first()?;
    let all = root.count.marks;
    let known = (1..page.nodes.len()).rev().find(|index| {
        let node = &page.nodes[*index];
        node.traits.container && !is_skipped(page, *index) && node.count.marks > all / 2
    });
    let (index, rule) = match known {
        Some(index) => (index, "已知的正文容器"),
        None => (innermost(page, all), "标点最集中的部分"),
    };
    let count = page.nodes[index].count;
    let own = count.characters - count.linked.min(count.characters);
    let least = if beside_document { LEAST_MARKS_BESIDE_DOCUMENT } else { LEAST_MARKS };
    let short = beside_document && own < LEAST_CHARACTERS_BESIDE_DOCUMENT;
    if count.marks < least || short || count.linked > own {
        return None;
    }
    let range = if known.is_some() { index as u32..page.nodes[index].end } else { with_neighbours(page, index) };
    Some(Article { range, marks: count.marks, rule })
}

fn is_skipped(page: &Page, mut index: usize) -> bool {
    while index > 0 {
        if page.nodes[index].traits.skipped {
            return true;
        }
        index = page.nodes[index].parent as usize;
    }
    false
}

/// The innermost element that holds nearly all punctuation and is no paragraph or part of a table's frame.
fn innermost(page: &Page, all: u32) -> usize {
    let holds = |node: &Node| u64::from(node.count.marks) * 100 >= u64::from(all) * u64::from(SHARE);
    let (mut found, mut at) = (0, 0);
    'inwards: loop {
        let mut child = at + 1;
        while child < page.nodes[at].end as usize {
            let node = &page.nodes[child];
            if !node.traits.skipped && node.role != Role::Text && holds(node) {
                at = child;
                if matches!(node.role, Role::Block | Role::Cell | Role::Table) {
                    found = at;
                }
                continue 'inwards;
            }
            child = node.end as usize;
        }
        return found;
    }
}

/// The element with what plainly goes on before and behind it: sentences before it, paragraphs and a signature behind it.
fn with_neighbours(page: &Page, index: usize) -> Range<u32> {
    let element = &page.nodes[index];
    let mut range = index as u32..element.end;
    if element.role == Role::Cell || index == 0 {
        return range;
    }
    let parent = &page.nodes[element.parent as usize];
    let mut before = Vec::new();
    let mut sibling = element.parent + 1;
    while sibling < index as u32 {
        before.push(sibling);
        sibling = page.nodes[sibling as usize].end;
    }
    for sibling in before.into_iter().rev().take(NEIGHBOURS) {
        let node = &page.nodes[sibling as usize];
        if node.count.marks > 0 && goes_with(page, sibling) != Some(true) {
            break;
        }
        if node.count.marks > 0 {
            range.start = sibling;
        }
    }
    for _ in 0..NEIGHBOURS {
        let sibling = range.end;
        if sibling >= parent.end || goes_with(page, sibling) == Some(false) {
            break;
        }
        range.end = page.nodes[sibling as usize].end;
    }
    range
}

/// Whether all lines of an element could be an article's; `None` if it has none.
fn goes_with(page: &Page, index: u32) -> Option<bool> {
    let node = &page.nodes[index as usize];
    if node.traits.furniture && node.count.characters > 0 {
        return Some(false);
    }
    let Lines { lines, .. } = lines(page, index..node.end, u32::MAX);
    let mut filter = Filter::default();
    let all = lines.iter().all(|line| line.linked == 0 && line.outline_level.is_none() && !filter.is_furniture(line));
    (!lines.is_empty()).then_some(all)
}
