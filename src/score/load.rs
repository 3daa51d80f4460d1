//! The rubric's TOML into its types, every fault with line and key.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use sha2::{Digest, Sha256};

use super::blocks::bit;
use super::error::RubricError;
use super::lexicon::{WordSet, Words};
use super::load_rule;
use super::points;
use super::rubric::{
    Criterion, Dimension, FlagRule, FlagWhen, Inner, NO_TOPICS, Part, PartTexts, Reading, Rule, Texts, TopicWords,
    Topics,
};
use super::table::{self, Item, Table};
use super::template::Template;
use crate::audit::CheckKind;
use crate::decimal::Decimal;
use crate::topic::Topic;

type Loaded<T> = Result<T, RubricError>;

/// What rules refer to.
#[derive(Default)]
pub(super) struct Names<'d> {
    pub words: Words<'d>,
    lists: HashMap<&'d str, Vec<Item<'d>>>,
    /// The words of the lists that were asked for.
    numbered: HashMap<&'d str, Vec<u16>>,
    /// First-level indicators by id.
    groups: Vec<String>,
}

impl<'d> Names<'d> {
    /// The words of a list as a set.
    pub fn set(&mut self, table: &Table<'d>, key: &str, items: &[Item<'d>]) -> Loaded<WordSet> {
        let words = self.numbers(table, key, items)?;
        Ok(self.words.set(words))
    }

    /// The numbers of a list's words, in order; `@name` stands for the words of a list in `[words]`.
    fn numbers(&mut self, table: &Table<'d>, key: &str, items: &[Item<'d>]) -> Loaded<Vec<u16>> {
        let mut numbers = Vec::new();
        for item in items {
            match item.text.strip_prefix('@') {
                Some(name) => numbers.extend_from_slice(self.named(table, key, *item, name)?),
                None => numbers.push(number(&mut self.words, table, key, item)?),
            }
        }
        numbers.sort_unstable();
        numbers.dedup();
        Ok(numbers)
    }

    /// The numbers of the words of a list in `[words]`, which `item` names.
    fn named(&mut self, table: &Table<'d>, key: &str, item: Item<'d>, name: &'d str) -> Loaded<&[u16]> {
        match self.numbered.entry(name) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let words = self.lists.get(name).ok_or_else(|| {
                    table.wrong_item(key, item, format!("[words] 中没有词表 {name} (no such word list)"))
                })?;
                let numbers = words.iter().map(|word| number(&mut self.words, table, key, word));
                Ok(place.insert(numbers.collect::<Loaded<_>>()?))
            }
        }
    }

    fn list(&mut self, table: &Table<'d>, name: &'static str) -> Loaded<WordSet> {
        let words = self.list_of_numbers(table, name)?;
        Ok(self.words.set(words))
    }

    fn list_of_numbers(&mut self, table: &Table<'d>, name: &'static str) -> Loaded<Vec<u16>> {
        if !table.has(name) {
            return Err(table.wrong(name, "缺少这一项 (missing)"));
        }
        let items = table.list(name)?;
        self.numbers(table, name, &items)
    }
}

/// The number of a word.
fn number<'d>(words: &mut Words<'d>, table: &Table<'d>, key: &str, word: &Item<'d>) -> Loaded<u16> {
    words.number(word.text).map_err(|why| table.wrong_item(key, *word, format!("{:?} {why}", word.text)))
}

/// The field named `name`.
pub(super) fn field(table: &Table<'_>, key: &str, name: &str) -> Loaded<Topic> {
    let known = || Topic::ALL.map(Topic::name).join(", ");
    Topic::ALL
        .into_iter()
        .find(|topic| topic.name() == name)
        .ok_or_else(|| table.wrong(key, format!("没有主题 {name} (unknown topic); {}", known())))
}

/// The kinds of checks in the list `key`.
pub(super) fn kinds(table: &Table<'_>, key: &'static str) -> Loaded<Vec<CheckKind>> {
    let kind = |item: &Item<'_>| {
        CheckKind::ALL
            .into_iter()
            .find(|kind| kind.name() == item.text)
            .ok_or_else(|| table.wrong_item(key, *item, format!("没有核验规则 {} (unknown check)", item.text)))
    };
    table.list(key)?.iter().map(kind).collect()
}

/// Reads a rubric.
pub(super) fn rubric(text: &str) -> Loaded<Inner> {
    let parsed = table::parse(text)?;
    let root = Table::root(text, parsed.get_ref());
    let mut names = Names { words: Words::with_room(), ..Names::default() };
    let (word_lists, reading) = (root.table("words")?, root.table("reading")?);
    names.lists = word_lists.all_lists()?.into_iter().collect();
    let reading = self::reading(&mut names, &reading)?;
    for group in root.tables("group")? {
        names.groups.push(group.text("id")?.to_owned());
        group.text("name")?;
        group.finish()?;
    }
    let topics: Vec<TopicWords> =
        root.tables("topic")?.iter().map(|topic| self::topic(&mut names, topic)).collect::<Loaded<_>>()?;
    let fields = fields(&mut names, &root.table("fields")?)?;
    let texts = texts(&root.table("texts")?)?;
    let bases = bases(&root, &texts)?;
    let total = root.points("total")?;
    let dimensions = root
        .tables("dimension")?
        .iter()
        .map(|dimension| self::dimension(&mut names, &bases, &texts, dimension))
        .collect::<Loaded<Vec<_>>>()?;
    let sum = dimensions.iter().fold(points::ZERO, |sum, dimension| points::add(sum, dimension.weight));
    same(&root, "total", total, sum, "各维度")?;
    unique(
        &root,
        "dimension",
        dimensions.iter().flat_map(|dimension| &dimension.criteria).map(|criterion| criterion.id.as_ref()),
    )?;
    let flags = root.tables("flag")?.iter().map(|flag| self::flag(&mut names, flag)).collect::<Loaded<_>>()?;
    let places = u8::try_from(root.count("decimals")?).ok().filter(|&places| places <= points::MAX_PLACES);
    let inner = Inner {
        id: root.text("id")?.to_owned().into(),
        version: root.count("version")? as u32,
        name: root.text("name")?.to_owned().into(),
        notice: root.text("notice")?.to_owned().into(),
        sha256: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>().into(),
        total,
        places: places.ok_or_else(|| root.wrong("decimals", "应为 0 至 4 (must be 0 to 4)"))?,
        texts,
        dimensions,
        groups: grouped(&topics, names.groups.len()),
        topics_of: speaking(&topics, names.words.len()),
        fields_of: touching(&topics, &fields, names.words.len()),
        topics,
        reading,
        flags,
        lexicon: names.words.compile(),
    };
    root.finish()?;
    Ok(inner)
}

/// Refuses a name that stands twice.
fn unique<'s>(table: &Table<'_>, key: &str, ids: impl Iterator<Item = &'s str>) -> Loaded<()> {
    let mut seen = std::collections::HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(table.wrong(key, format!("{id} 出现两次 (stands twice)")));
        }
    }
    Ok(())
}

/// Refuses weights that do not add up.
fn same(table: &Table<'_>, key: &str, stated: Decimal, sum: Decimal, parts: &str) -> Loaded<()> {
    if stated == sum {
        return Ok(());
    }
    Err(table.wrong(key, format!("{stated} 不等于{parts}分值之和 {sum} (weights do not add up)")))
}

fn reading<'d>(names: &mut Names<'d>, table: &Table<'d>) -> Loaded<Reading> {
    let reading = Reading {
        acts: names.list(table, "acts")?,
        slogans: names.list(table, "slogans")?,
        plan_openings: names.list(table, "plan_openings")?,
        cause_headings: names.list(table, "cause_headings")?,
        problem_and_cause_headings: names.list(table, "problem_and_cause_headings")?,
        problem_intros: names.list(table, "problem_intros")?,
        asides: names.list(table, "asides")?,
    };
    table.finish()?;
    Ok(reading)
}

fn topic<'d>(names: &mut Names<'d>, table: &Table<'d>) -> Loaded<TopicWords> {
    table.text("id")?;
    let group = table.text("group")?;
    let topic = TopicWords {
        name: table.text("name")?.to_owned(),
        field: field(table, "field", table.text("field")?)?,
        group: self::group(names, table, group)?,
        words: names.list_of_numbers(table, "words")?,
    };
    table.finish()?;
    Ok(topic)
}

/// Words that tell the field of a shortcoming or task, beside those of the topics.
fn fields<'d>(names: &mut Names<'d>, table: &Table<'d>) -> Loaded<Vec<(Topic, Vec<u16>)>> {
    let lists = table.all_lists()?;
    lists
        .into_iter()
        .map(|(name, items)| Ok((field(table, name, name)?, names.numbers(table, name, &items)?)))
        .collect()
}

/// The topics of each of so many first-level indicators.
fn grouped(topics: &[TopicWords], groups: usize) -> Vec<Vec<usize>> {
    let mut grouped = vec![Vec::new(); groups];
    for (index, topic) in topics.iter().enumerate() {
        grouped[topic.group].push(index);
    }
    grouped
}

/// The topics that each of so many words speaks for.
fn speaking(topics: &[TopicWords], words: usize) -> Vec<Topics> {
    let mut topics_of = vec![NO_TOPICS; words];
    for (index, topic) in topics.iter().enumerate() {
        for &word in &topic.words {
            if let Some(free) = topics_of[usize::from(word)].iter_mut().find(|topic| topic.is_none()) {
                *free = Some(index as u32);
            }
        }
    }
    topics_of
}

/// The fields that each of so many words touches.
fn touching(topics: &[TopicWords], fields: &[(Topic, Vec<u16>)], words: usize) -> Vec<u16> {
    let of_topics = topics.iter().map(|topic| (topic.field, &topic.words));
    let mut fields_of = vec![0; words];
    for (field, words) in of_topics.chain(fields.iter().map(|(field, words)| (*field, words))) {
        words.iter().for_each(|&word| fields_of[usize::from(word)] |= bit(field));
    }
    fields_of
}

/// The first-level indicator with this id.
pub(super) fn group(names: &Names<'_>, table: &Table<'_>, id: &str) -> Loaded<usize> {
    let found = names.groups.iter().position(|group| group == id);
    found.ok_or_else(|| table.wrong("group", format!("没有一级指标 {id} (unknown group)")))
}

fn texts(table: &Table<'_>) -> Loaded<Texts> {
    let text = |key| table.text(key).map(str::to_owned);
    let texts = Texts {
        cut_off: text("cut_off")?,
        no_report: text("no_report")?,
        seen: text("seen")?,
        recalled: text("recalled")?,
    };
    table.finish()?;
    Ok(texts)
}

/// The legal grounds by id, each with its mark in words.
fn bases(root: &Table<'_>, texts: &Texts) -> Loaded<HashMap<String, String>> {
    let mut bases = HashMap::new();
    for table in root.tables("basis")? {
        let mark = match table.text("mark")? {
            "seen" => &texts.seen,
            "recalled" => &texts.recalled,
            other => {
                return Err(table.wrong("mark", format!("{other}：只能是 seen 或 recalled (must be seen or recalled)")));
            }
        };
        bases.insert(table.text("id")?.to_owned(), format!("{}{mark}", table.text("text")?));
        table.finish()?;
    }
    Ok(bases)
}

fn dimension<'d>(
    names: &mut Names<'d>,
    bases: &HashMap<String, String>,
    texts: &Texts,
    table: &Table<'d>,
) -> Loaded<Dimension> {
    let criteria = table
        .tables("criterion")?
        .iter()
        .map(|criterion| self::criterion(names, bases, texts, criterion))
        .collect::<Loaded<Vec<_>>>()?;
    let dimension = Dimension {
        id: table.text("id")?.to_owned().into(),
        name: table.text("name")?.to_owned().into(),
        weight: table.points("weight")?,
        criteria,
    };
    let sum = dimension.criteria.iter().fold(points::ZERO, |sum, criterion| points::add(sum, criterion.points));
    same(table, "weight", dimension.weight, sum, "各标准")?;
    table.finish()?;
    Ok(dimension)
}

fn criterion<'d>(
    names: &mut Names<'d>,
    bases: &HashMap<String, String>,
    texts: &Texts,
    table: &Table<'d>,
) -> Loaded<Criterion> {
    let basis = |item: &Item<'d>| {
        let known = bases.get(item.text).map(String::as_str);
        known.ok_or_else(|| table.wrong_item("basis", *item, format!("没有依据 {} (unknown basis)", item.text)))
    };
    let basis = table.list("basis")?.iter().map(basis).collect::<Loaded<Vec<_>>>()?.join("；");
    let parts = table.tables("part")?.iter().map(|part| self::part(names, texts, part)).collect::<Loaded<Vec<_>>>()?;
    let criterion = Criterion {
        id: table.text("id")?.to_owned().into(),
        name: table.text("name")?.to_owned().into(),
        rule: table.text("rule")?.to_owned().into(),
        points: table.points("points")?,
        basis: basis.into(),
        parts,
    };
    let sum = criterion.parts.iter().fold(points::ZERO, |sum, part| points::add(sum, part.points));
    same(table, "points", criterion.points, sum, "各部分")?;
    table.finish()?;
    Ok(criterion)
}

fn part<'d>(names: &mut Names<'d>, texts: &Texts, table: &Table<'d>) -> Loaded<Part> {
    let points = table.points("points")?;
    let rule = load_rule::rule(names, table, points)?;
    let met = table.text("met")?;
    let not_met = table.text("not_met")?;
    let not_assessable = if matches!(
        rule,
        Rule::Deadline { .. } | Rule::Checks { .. } | Rule::Years | Rule::Likeness { .. } | Rule::Peers
    ) {
        table.text("not_assessable")?
    } else {
        table.text_or("not_assessable", "")?
    };
    let texts = PartTexts {
        met: Template::new(met),
        partly: Template::new(table.text_or("partly", met)?),
        not_met: Template::new(not_met),
        not_assessable: Template::new(if not_assessable.is_empty() { &texts.cut_off } else { not_assessable }),
    };
    table.finish()?;
    Ok(Part { points, rule, texts })
}

fn flag<'d>(names: &mut Names<'d>, table: &Table<'d>) -> Loaded<FlagRule> {
    let when = match table.text("when")? {
        "signed_in_report_year" => FlagWhen::SignedInReportYear,
        "no_recipient" => FlagWhen::NoRecipient,
        "no_copy" => FlagWhen::NoCopy,
        "odd_document_number" => FlagWhen::OddDocumentNumber,
        "words" => {
            FlagWhen::Words { words: names.list(table, "words")?, from_year: table.count_or("from_year", 0)? as u16 }
        }
        "note" => FlagWhen::Note(table.text("note")?.to_owned()),
        "half_width" => FlagWhen::HalfWidth,
        "inconsistent" => FlagWhen::Inconsistent(kinds(table, "kinds")?),
        "unmentioned_fault" => FlagWhen::UnmentionedFault,
        other => return Err(table.wrong("when", format!("没有提示条件 {other} (unknown condition)"))),
    };
    let (code, text) = (table.text("code")?.to_owned().into(), table.text("text")?.to_owned().into());
    let flag = FlagRule { code, when, text };
    table.finish()?;
    Ok(flag)
}
