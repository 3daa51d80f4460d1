//! The score: the samples' own labels, sameness, what a changed rubric changes, and what a wrong one says.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]
#![cfg(all(feature = "rubric", feature = "serde"))]

mod common {
    pub mod fragments;
    pub mod odd;
    pub mod samples;
}

use std::collections::BTreeMap;

use common::samples::samples;
use fazhi::score::{CriterionScore, Date, Outcome, Score};
use fazhi::{Context, Report, Rubric};
use serde_json::Value;

fn scored(text: &str, context: &Context<'_>) -> Score {
    Report::parse(text.as_bytes()).unwrap().score(&Rubric::default(), context)
}

fn plain(text: &str) -> Score {
    scored(text, &Context::default())
}

fn criteria(score: &Score) -> BTreeMap<&str, &CriterionScore> {
    score.dimensions.iter().flat_map(|dimension| &dimension.criteria).map(|one| (one.id.as_ref(), one)).collect()
}

fn outcome(score: &Score, id: &str) -> Outcome {
    criteria(score)[id].outcome
}

#[test]
fn samples_agree_with_their_labels() {
    let mut compared = 0;
    let mut faults = Vec::new();
    for sample in samples() {
        let path = sample.path.with_extension("score.json");
        let Ok(labels) = std::fs::read_to_string(&path) else {
            continue;
        };
        let labels: Value = serde_json::from_str(&labels).unwrap();
        assert_eq!(labels["source"].as_str(), sample.path.file_name().and_then(|name| name.to_str()));
        let score = plain(&sample.text);
        let criteria = criteria(&score);
        for (id, accepted) in labels["outcomes"].as_object().unwrap() {
            compared += 1;
            let one = criteria[id.as_str()];
            if !accepted.as_array().unwrap().iter().any(|outcome| outcome == one.outcome.name()) {
                let name = path.display();
                faults.push(format!("{name}: {id}: {}, not {accepted} ({})", one.outcome.name(), one.explanation));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(compared >= 45, "only {compared} labels");
}

/// What holds for every report: the schema, sums, sound spans, sameness.
#[test]
fn every_score_is_sound() {
    let schema: Value = serde_json::from_str(include_str!("../schema/fazhi.score-1.schema.json")).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let last_year = samples().remove(0).text;
    let known = Context { published: Date::new(2025, 3, 20), last_year: Some(&last_year) };
    let texts = samples().into_iter().map(|sample| sample.text).chain(common::odd::inputs());
    for text in texts {
        let report = Report::parse(text.as_bytes()).unwrap();
        // Large odd texts once: they are for the limits, not for the context.
        let contexts = if text.len() > 100_000 { 1 } else { 2 };
        for context in [Context::default(), known].into_iter().take(contexts) {
            let score = report.score(&Rubric::default(), &context);
            let json = serde_json::to_string(&score).unwrap();
            if contexts > 1 {
                assert_eq!(json, serde_json::to_string(&report.score(&Rubric::default(), &context)).unwrap());
            }
            let document: Value = serde_json::from_str(&json).unwrap();
            if let Err(error) = schema.validate(&document) {
                panic!("{error} at {}: {:?}", error.instance_path(), text.chars().take(40).collect::<String>());
            }
            sound(&text, &score);
        }
    }
}

fn sound(text: &str, score: &Score) {
    let zero = fazhi::Decimal::from_integer(0);
    let add = |a: fazhi::Decimal, b: fazhi::Decimal| a.checked_add(b).unwrap();
    let mut sums = (zero, zero, zero);
    for dimension in &score.dimensions {
        let mut own = (zero, zero, zero);
        for one in &dimension.criteria {
            own = (add(own.0, one.earned), add(own.1, one.assessable), add(own.2, one.points));
            assert!(zero <= one.earned && one.earned <= one.assessable && one.assessable <= one.points, "{one:?}");
            for span in one.evidence.iter().chain(&one.searched) {
                assert!(text.get(span.range()).is_some(), "{one:?}");
            }
            assert!(one.evidence.is_sorted() && !one.explanation.contains('{'), "{one:?}");
        }
        assert_eq!(own, (dimension.earned, dimension.assessable, dimension.weight));
        sums = (add(sums.0, own.0), add(sums.1, own.1), add(sums.2, own.2));
    }
    assert_eq!(sums, (score.earned, score.assessable, score.total));
    for flag in &score.flags {
        assert!(text.get(flag.span.range()).is_some(), "{flag:?}");
    }
}

/// `text` with `from`, which must occur once behind `mark`, replaced.
fn changed(text: &str, mark: &str, from: &str, to: &str) -> String {
    let at = text.find(mark).unwrap_or_else(|| panic!("{mark}"));
    let (head, tail) = text.split_at(at);
    assert!(tail.contains(from), "{from}");
    format!("{head}{}", tail.replacen(from, to, 1))
}

#[test]
fn a_changed_weight_changes_only_what_it_should() {
    let sample = samples().into_iter().find(|sample| sample.path.ends_with("qinglan-2024.txt")).unwrap();
    let report = Report::parse(sample.text.as_bytes()).unwrap();
    let before = report.score(&Rubric::default(), &Context::default());
    // F2 weighs three instead of two, and with it its dimension and the whole.
    let text = changed(Rubric::BUILT_IN, "id = \"F2\"", "points = 2", "points = 3");
    let text = changed(&text, "id = \"F2\"", "points = 2", "points = 3");
    let text = changed(&text, "id = \"F\"\n", "weight = 13", "weight = 14");
    let text = changed(&text, "total = 100", "total = 100", "total = 101");
    let rubric = Rubric::from_toml(&text).unwrap();
    assert_ne!(rubric.sha256(), Rubric::default().sha256());
    let after = report.score(&rubric, &Context::default());
    for (id, one) in criteria(&before) {
        let other = criteria(&after)[id];
        if id == "F2" {
            assert_eq!((one.earned.to_string(), other.earned.to_string()), ("2".into(), "3".into()));
            assert_eq!((&one.evidence, one.outcome), (&other.evidence, other.outcome));
        } else {
            assert_eq!(one, other);
        }
    }
    assert_eq!(after.flags, before.flags);
    assert_eq!(after.earned, before.earned.checked_add(fazhi::Decimal::from_integer(1)).unwrap());
}

#[test]
fn a_wrong_rubric_is_told_with_line_and_key() {
    let cases = [
        ("id = \"A1\"", "points = 6", "points = 5", "dimension[0].criterion[0].points", "weights do not add up"),
        ("id = \"B\"\n", "weight = 10", "weight = 11", "dimension[1].weight", "weights do not add up"),
        ("total = 100", "total = 100", "total = 99.5", "total", "weights do not add up"),
        (
            "id = \"A1\"",
            "rule = \"block\"",
            "rule = \"blok\"",
            "dimension[0].criterion[0].part[0].rule",
            "unknown rule",
        ),
        ("id = \"A1\"", "in = \"measures\"", "in = \"deeds\"", "dimension[0].criterion[0].part[0].in", "unknown part"),
        ("id = \"A1\"", "least = 3", "leest = 3", "dimension[0].criterion[0].part[0].leest", "unknown key"),
        ("id = \"A1\"", "\"@acts\"", "\"@akts\"", "dimension[0].criterion[0].part[2].words", "no such word list"),
        (
            "id = \"D1\"",
            "litigation.cases",
            "litigation.case",
            "dimension[3].criterion[0].part[0].thing[3].indicators",
            "unknown indicator",
        ),
        ("id = \"licensing\"", "field = \"functions\"", "field = \"function\"", "topic[0].field", "unknown topic"),
        ("id = \"licensing\"", "group = \"functions\"", "group = \"function\"", "topic[0].group", "unknown group"),
        ("[fields]", "digital = ", "digits = ", "fields.digits", "unknown topic"),
        ("id = \"E1\"", "\"yoy\"", "\"year\"", "dimension[4].criterion[0].part[0].kinds", "unknown check"),
        (
            "id = \"A1\"",
            "basis = [\"content\"]",
            "basis = [\"contents\"]",
            "dimension[0].criterion[0].basis",
            "unknown basis",
        ),
        ("id = \"publication_day\"", "mark = \"seen\"", "mark = \"heard\"", "basis[3].mark", "seen or recalled"),
        ("id = \"B1\"", "\"03-01\"", "\"3-1\"", "dimension[1].criterion[0].part[0].step[0].before", "MM-DD"),
        (
            "id = \"A2b\"",
            "some = 2",
            "some = 9",
            "dimension[0].criterion[2].part[0].some",
            "more than the part's points",
        ),
        ("id = \"A4\"", "name = \"下一年度安排\"\n", "", "dimension[0].criterion[4].name", "missing"),
        ("version = 1", "version = 1", "version = \"one\"", "version", "whole number"),
        ("decimals = 1", "decimals = 1", "decimals = 9", "decimals", "0 to 4"),
        ("[words]", "\"完成\"", "\"完\"", "reading.acts", "2 to 64"),
        ("code = \"leftover\"", "when = \"inconsistent\"", "when = \"wrong\"", "flag[11].when", "unknown condition"),
    ];
    for (mark, from, to, key, message) in cases {
        let text = changed(Rubric::BUILT_IN, mark, from, to);
        let error = Rubric::from_toml(&text).unwrap_err();
        assert_eq!(error.key(), key, "{error}");
        assert!(error.message().contains(message), "{error}");
        let line = text.lines().nth(error.line() - 1).unwrap();
        assert!(line.contains(to.trim_end()), "{error}: {line}");
    }
    let error = Rubric::from_toml("id = \"mine\"\nversion = \n").unwrap_err();
    assert_eq!((error.line(), error.key()), (2, ""));
    assert!(error.to_string().starts_with("第 2 行：不是有效的 TOML"), "{error}");
    let error = Rubric::from_toml("id = \"mine\"\n").unwrap_err();
    assert_eq!(error.key(), "words");
}

/// A small report, part by part.
fn report(problems: &str, plan: &str, tail: &str) -> String {
    let measures = "一、主要举措和成效\n（一）强化领导。县委书记、县长切实履行第一责任人职责，主持召开县委常委会研究法治工作4次。\n\
                    （二）规范执法。评查行政执法案卷120份，培训执法人员300人次。\n（三）化解纠纷。调解矛盾纠纷800件，受理行政复议案件25件。\n\
                    （四）深化普法。开展普法活动60场次，培养法律明白人200名。\n（五）接受监督。办理人大代表建议44件，主动公开政府信息900条。\n";
    format!("青岚县2024年法治政府建设年度报告\n{measures}{problems}{plan}{tail}")
}

#[test]
fn causes_under_a_heading_of_their_own_count() {
    let plan = "三、下一步工作安排\n（一）充实执法力量。\n（二）精准普法。\n（三）提升复议质效。\n";
    let problems = "二、存在的问题及原因\n（一）存在的主要问题\n1.执法力量不足。\n2.普法不够精准。\n（二）原因分析\n1.编制少、待遇低。\n2.需求调查做得少。\n";
    let score = plain(&report(problems, plan, ""));
    assert_eq!((outcome(&score, "A2a"), outcome(&score, "A2b")), (Outcome::Met, Outcome::Met));
    assert_eq!(criteria(&score)["A2a"].evidence.len(), 3);
    let without = plain(&report("二、存在的问题\n1.执法力量不足。\n2.普法不够精准。\n", plan, ""));
    assert_eq!(outcome(&without, "A2b"), Outcome::NotMet);
    assert!(!criteria(&without)["A2b"].searched.is_empty());
}

#[test]
fn problems_and_plan_under_one_heading_are_told_apart() {
    let both = "二、存在问题及下一步打算\n工作中还存在一些不足：一是执法力量不足；二是普法不够精准。\n下一步，我们将抓好以下工作：一是招录执法人员20名；二是开展普法活动80场次；三是评查案卷150份。\n";
    let score = plain(&report(both, "", ""));
    assert_eq!(criteria(&score)["A2a"].explanation, "有存在问题部分；分列 2 个问题");
    assert_eq!(criteria(&score)["A4"].explanation, "有下一步安排部分；安排 3 项；写明是下一年度或下一步");
    assert_eq!(outcome(&score, "F3"), Outcome::Met);
    let item_by_item = "二、存在问题及改进措施\n（一）执法力量不足。个别乡镇持证人员不足4人。下一步，将招录执法人员20名。\n（二）普法不够精准。知晓率只有61%。下一步，将开展普法活动80场次。\n";
    let score = plain(&report(item_by_item, "", ""));
    assert_eq!(criteria(&score)["A2a"].explanation, "有存在问题部分；分列 2 个问题");
    assert!(criteria(&score)["A4"].explanation.contains("只有 2 项"), "{}", criteria(&score)["A4"].explanation);
}

#[test]
fn what_a_cut_takes_away_is_unknown() {
    let full = report("", "", "");
    let score = plain(&full);
    assert_eq!((outcome(&score, "A2a"), outcome(&score, "A4")), (Outcome::NotMet, Outcome::NotMet));
    let cut = format!(
        "{full}（六）完善应急体系。坚持运用法治思维和法治方式应对突发事件，完善监测预警、信息报告、应急响应、恢复重建等机ま"
    );
    let score = plain(&cut.replace('ま', ""));
    for id in ["A2a", "A2b", "A4", "F1", "F2", "F3", "F4"] {
        assert_eq!(outcome(&score, id), Outcome::NotAssessable, "{id}");
    }
    assert!(score.flags.iter().any(|flag| &*flag.code == "cut_off"));
    assert_eq!(outcome(&score, "A1"), Outcome::Met);
}

#[test]
fn days_decide_by_the_reporting_year() {
    let signed = |date: &str| {
        let score = plain(&report("", "", &format!("\n青岚县人民政府\n{date}\n")));
        (criteria(&score)["B1"].earned.to_string(), outcome(&score, "B1"), score)
    };
    let is = |date: &str, points: &str, expected: Outcome| {
        let (earned, outcome, _) = signed(date);
        assert_eq!((earned.as_str(), outcome), (points, expected), "{date}");
    };
    is("2025年2月28日", "4", Outcome::Met);
    is("2025年3月1日", "2", Outcome::Partly);
    is("2025年4月1日", "0", Outcome::NotMet);
    let (_, outcome, score) = signed("2024年12月26日");
    assert_eq!(outcome, Outcome::Met);
    assert!(score.flags.iter().any(|flag| &*flag.code == "data_cutoff_before_year_end"));
}

#[test]
fn the_context_makes_more_assessable() {
    let text = report("", "", "");
    let published = |year, month, day| Context { published: Date::new(year, month, day), ..Context::default() };
    let outcome_of = |context: &Context<'_>, id: &str| outcome(&scored(&text, context), id);
    assert_eq!(outcome_of(&Context::default(), "B2"), Outcome::NotAssessable);
    assert_eq!(outcome_of(&published(2025, 3, 31), "B2"), Outcome::Met);
    assert_eq!(outcome_of(&published(2025, 4, 1), "B2"), Outcome::NotMet);
    let same = Context { last_year: Some(&text), ..Context::default() };
    assert_eq!(outcome_of(&same, "G1"), Outcome::NotMet);
    let other = samples().remove(0).text;
    let different = Context { last_year: Some(&other), ..Context::default() };
    assert_eq!(outcome_of(&different, "G1"), Outcome::Met);
}

/// A rubric of a caller's own, with one criterion and his own words.
#[test]
fn a_small_rubric_of_ones_own() {
    let text = r#"
id = "mine"
version = 3
name = "我的评分"
notice = "只看一条"
total = 10
decimals = 0
[texts]
cut_off = "断开"
no_report = "没有报告"
seen = "（已见）"
recalled = "（记忆）"
[words]
[fields]
[reading]
acts = []
slogans = []
plan_openings = []
cause_headings = []
problem_and_cause_headings = []
problem_intros = []
asides = []
[[basis]]
id = "own"
mark = "seen"
text = "自定"
[[dimension]]
id = "X"
name = "普法"
weight = 10
[[dimension.criterion]]
id = "X1"
name = "场次"
rule = "events"
points = 10
basis = ["own"]
[[dimension.criterion.part]]
points = 10
rule = "sentences"
in = ["measures"]
words = [["普法活动"]]
quantities = 1
least = 1
met = "有 {found} 句"
not_met = "没有"
"#;
    let rubric = Rubric::from_toml(text).unwrap();
    let source = report("", "", "");
    let score = Report::parse(source.as_bytes()).unwrap().score(&rubric, &Context::default());
    assert_eq!((score.earned.to_string(), score.name.as_ref(), score.rubric_version), ("10".into(), "我的评分", 3));
    let one = &score.dimensions[0].criteria[0];
    assert_eq!((one.explanation.as_str(), one.basis.as_ref()), ("有 1 句", "自定（已见）"));
    assert!(source[one.evidence[0].range()].contains("普法活动60场次"));
}
