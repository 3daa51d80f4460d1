//! One rule of the rubric with its parameters.

use super::error::RubricError;
use super::lexicon::WordSet;
use super::load::{self, Names};
use super::place::{Place, Places};
use super::rubric::{DayOf, Feature, Identity, Mark, Rule, Scale, Sentences, Step, Things, Window};
use super::table::{Item, Table};
use super::template::Template;
use crate::decimal::Decimal;
use crate::indicator::indicator_definition;

type Loaded<T> = Result<T, RubricError>;

/// Every rule, for whoever misspelt one.
const RULES: &str = "block, items, sentences, topics, group, indicators, rates, checks, deadline, identity, years, causes, marks, \
                     items_with, link, likeness, peers";

/// The rule of a part worth `points`.
pub(super) fn rule<'d>(names: &mut Names<'d>, table: &Table<'d>, points: Decimal) -> Loaded<Rule> {
    Ok(match table.text("rule")? {
        "block" => Rule::Block { place: place(table, "in")?, least: table.count_or("least", 1)? },
        "items" => Rule::Items { place: place(table, "in")?, least: at_least_one(table, "least")? },
        "sentences" => Rule::Sentences(sentences(names, table)?),
        "topics" => Rule::Topics { places: places(table)?, least: at_least_one(table, "least")?, scale: scale(table)? },
        "group" => Rule::Group { group: load::group(names, table, table.text("group")?)?, places: places(table)? },
        "indicators" => Rule::Indicators(things(table)?),
        "rates" => Rule::Rates { places: places(table)?, without: within(table, "without", points)? },
        "checks" => Rule::Checks {
            kinds: load::kinds(table, "kinds")?,
            least: table.count_or("least", 0)?,
            inconsistent: table.points("inconsistent")?,
            slip: table.points_or_zero("slip")?,
            slips_at_most: table.points_or_zero("slips_at_most")?,
        },
        "deadline" => Rule::Deadline { of: day_of(table)?, steps: steps(table, points)? },
        "identity" => Rule::Identity(identity(table)?),
        "years" => Rule::Years,
        "causes" => Rule::Causes {
            strong: words(names, table, "strong")?,
            weak: words(names, table, "weak")?,
            some: within(table, "some", points)?,
            weak_each: table.points("weak_each")?,
            weak_at_most: within(table, "weak_at_most", points)?,
        },
        "marks" => Rule::Marks {
            place: place(table, "in")?,
            marks: table.tables("mark")?.iter().map(|mark| self::mark(names, mark)).collect::<Loaded<_>>()?,
            short_percent: table.count_or("short_percent", 0)?,
            short_at_most: within(table, "short_at_most", points)?,
        },
        "items_with" => Rule::ItemsWith {
            place: place(table, "in")?,
            words: words(names, table, "words")?,
            features: features(table, "with")?,
            least: if table.has("least") { Some(at_least_one(table, "least")?) } else { None },
        },
        "link" => Rule::Link { from: place(table, "from")?, to: place(table, "to")? },
        "likeness" => Rule::Likeness {
            size: at_least_one(table, "size")?,
            steps: likeness_steps(table, points)?,
            formulas: words(names, table, "formulas")?,
        },
        "peers" => Rule::Peers,
        other => return Err(table.wrong("rule", format!("没有规则 {other} (unknown rule); {RULES}"))),
    })
}

fn words<'d>(names: &mut Names<'d>, table: &Table<'d>, key: &'static str) -> Loaded<WordSet> {
    let items = table.list(key)?;
    names.set(table, key, &items)
}

fn at_least_one(table: &Table<'_>, key: &'static str) -> Loaded<usize> {
    match table.count(key)? {
        0 => Err(table.wrong(key, "至少为 1 (must be at least 1)")),
        count => Ok(count),
    }
}

/// Points that may be left out and are no more than the part's.
fn within(table: &Table<'_>, key: &'static str, points: Decimal) -> Loaded<Decimal> {
    let some = table.points_or_zero(key)?;
    if some > points {
        Err(table.wrong(key, format!("{some} 多于本部分的 {points} 分 (more than the part's points)")))
    } else {
        Ok(some)
    }
}

fn place(table: &Table<'_>, key: &'static str) -> Loaded<Place> {
    let name = table.text(key)?;
    Place::named(name).ok_or_else(|| table.wrong(key, format!("报告没有 {name} 这一部分 (unknown part of a report)")))
}

fn places(table: &Table<'_>) -> Loaded<Places> {
    let items = table.list("in")?;
    if items.is_empty() {
        return Err(table.wrong("in", "缺少这一项 (missing)"));
    }
    items.iter().try_fold(Places::default(), |places, item| {
        let place = Place::named(item.text);
        let place = place.ok_or_else(|| {
            table.wrong_item("in", *item, format!("报告没有 {} 这一部分 (unknown part of a report)", item.text))
        });
        place.map(|place| places.with(place))
    })
}

fn scale(table: &Table<'_>) -> Loaded<Scale> {
    match table.text_or("scale", "step")? {
        "step" => Ok(Scale::Step),
        "linear" => Ok(Scale::Linear),
        other => Err(table.wrong("scale", format!("{other}：只能是 step 或 linear (must be step or linear)"))),
    }
}

fn features(table: &Table<'_>, key: &'static str) -> Loaded<Vec<Feature>> {
    let feature = |item: &Item<'_>| match item.text {
        "quantity" => Ok(Feature::Quantity),
        "document" => Ok(Feature::Document),
        "date" => Ok(Feature::Date),
        "next_year" => Ok(Feature::NextYear),
        other => Err(table.wrong_item(key, *item, format!("{other}：只能是 quantity、document、date 或 next_year"))),
    };
    table.list(key)?.iter().map(feature).collect()
}

fn sentences<'d>(names: &mut Names<'d>, table: &Table<'d>) -> Loaded<Sentences> {
    let lists = table.lists("words")?;
    let groups = lists.iter().map(|items| names.set(table, "words", items)).collect::<Loaded<_>>()?;
    Ok(Sentences {
        places: places(table)?,
        window: match table.text_or("window", "sentence")? {
            "sentence" => Window::Sentence,
            "clause" => Window::Clause,
            other => {
                return Err(
                    table.wrong("window", format!("{other}：只能是 sentence 或 clause (must be sentence or clause)"))
                );
            }
        },
        groups,
        without: words(names, table, "without")?,
        features: features(table, "with")?,
        or_with: features(table, "or_with")?,
        quantities: table.count_or("quantities", 0)?,
        least: at_least_one(table, "least")?,
        counted: Template::new(table.text("met")?).tells_found(),
    })
}

fn things(table: &Table<'_>) -> Loaded<Things> {
    let mut things = Vec::new();
    for thing in table.tables("thing")? {
        let indicator = |item: &Item<'_>| {
            indicator_definition(item.text).ok_or_else(|| {
                thing.wrong_item("indicators", *item, format!("没有指标 {} (unknown indicator)", item.text))
            })
        };
        let indicators = thing.list("indicators")?.iter().map(indicator).collect::<Loaded<_>>()?;
        things.push((thing.text("name")?.to_owned(), indicators));
        thing.finish()?;
    }
    if things.is_empty() { Err(table.wrong("thing", "缺少这一项 (missing)")) } else { Ok(Things::new(things)) }
}

fn day_of(table: &Table<'_>) -> Loaded<DayOf> {
    match table.text("of")? {
        "signature" => Ok(DayOf::Signature),
        "publication" => Ok(DayOf::Publication),
        other => Err(table.wrong("of", format!("{other}：只能是 signature 或 publication"))),
    }
}

/// The steps of a deadline: `{ before = "03-01", points = 4 }`, the best first.
fn steps(table: &Table<'_>, points: Decimal) -> Loaded<Vec<Step>> {
    let mut steps = Vec::new();
    for step in table.tables("step")? {
        let before = step.text("before")?;
        let number = |range: std::ops::Range<usize>, most: u8| {
            before.get(range)?.parse().ok().filter(|&number| (1..=most).contains(&number))
        };
        let day = (before.len() == 5 && before.as_bytes()[2] == b'-')
            .then(|| Some((number(0..2, 12)?, number(3..5, 31)?)))
            .flatten();
        steps.push(Step {
            before: day.ok_or_else(|| step.wrong("before", format!("{before}：应写作 MM-DD (must be MM-DD)")))?,
            points: within(&step, "points", points)?,
            from_year: step.count_or("from_year", 0)? as u16,
            to_year: step.count_or("to_year", usize::from(u16::MAX))?.min(usize::from(u16::MAX)) as u16,
        });
        step.finish()?;
    }
    if steps.is_empty() { Err(table.wrong("step", "缺少这一项 (missing)")) } else { Ok(steps) }
}

fn identity(table: &Table<'_>) -> Loaded<Identity> {
    match table.text("of")? {
        "issuer" => Ok(Identity::Issuer),
        "year" => Ok(Identity::Year),
        other => Err(table.wrong("of", format!("{other}：只能是 issuer 或 year (must be issuer or year)"))),
    }
}

fn mark<'d>(names: &mut Names<'d>, table: &Table<'d>) -> Loaded<Mark> {
    let mark = Mark {
        points: table.points("points")?,
        words: words(names, table, "words")?,
        features: features(table, "with")?,
    };
    table.finish()?;
    Ok(mark)
}

/// The steps of likeness: `{ percent = 30, points = 3 }`, the best first.
fn likeness_steps(table: &Table<'_>, points: Decimal) -> Loaded<Vec<(usize, Decimal)>> {
    let mut steps = Vec::new();
    for step in table.tables("step")? {
        steps.push((step.count("percent")?, within(&step, "points", points)?));
        step.finish()?;
    }
    Ok(steps)
}
