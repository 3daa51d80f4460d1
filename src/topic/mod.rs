//! Outline to meaning: the topic and the role of every section.

mod classify;
pub(crate) mod matcher;
mod role;
pub(crate) mod words;

use crate::outline::Outline;
use crate::text::Text;
use matcher::Hit;

/// What a section is about; the fields of the implementation outline (2021–2025) as reports divide them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Topic {
    /// Party leadership, principal's duty, supervision of the construction itself (组织领导, 第一责任人, 法治督察).
    Leadership,
    /// Government functions, approvals, business environment (政府职能, 放管服, 营商环境).
    Functions,
    /// Rule-making and normative documents (规范性文件, 合法性审核, 立法).
    Rulemaking,
    /// Major decisions and legal counsel (重大行政决策, 法律顾问).
    Decisions,
    /// Enforcement (行政执法).
    Enforcement,
    /// Supervision of power, disclosure (权力监督, 政务公开, 建议提案).
    Supervision,
    /// Disputes (行政复议, 应诉, 调解, 信访).
    Disputes,
    /// Emergencies (突发事件, 应急).
    Emergency,
    /// Staff's ability, training (法治思维, 学法, 培训).
    Capacity,
    /// Publicity of law (普法).
    Publicity,
    /// Public legal services (公共法律服务, 法律援助).
    LegalServices,
    /// Digital rule-of-law government (数字法治政府, 信息化).
    Digital,
}

/// The part a section plays in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// What was done.
    Measures,
    /// Shortcomings.
    Problems,
    /// Next steps.
    Plan,
    /// How the principal leaders met their responsibility.
    Duties,
    /// Shortcomings and next steps under one heading.
    ProblemsAndPlan,
    /// Anything else.
    Other,
}

impl Topic {
    /// Every topic, in the order of the catalogue.
    pub const ALL: [Topic; 12] = [
        Self::Leadership,
        Self::Functions,
        Self::Rulemaking,
        Self::Decisions,
        Self::Enforcement,
        Self::Supervision,
        Self::Disputes,
        Self::Emergency,
        Self::Capacity,
        Self::Publicity,
        Self::LegalServices,
        Self::Digital,
    ];

    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Leadership => "leadership",
            Self::Functions => "functions",
            Self::Rulemaking => "rulemaking",
            Self::Decisions => "decisions",
            Self::Enforcement => "enforcement",
            Self::Supervision => "supervision",
            Self::Disputes => "disputes",
            Self::Emergency => "emergency",
            Self::Capacity => "capacity",
            Self::Publicity => "publicity",
            Self::LegalServices => "legal_services",
            Self::Digital => "digital",
        }
    }
}

impl Role {
    /// The name in `fazhi.report/1`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Measures => "measures",
            Self::Problems => "problems",
            Self::Plan => "plan",
            Self::Duties => "duties",
            Self::ProblemsAndPlan => "problems_and_plan",
            Self::Other => "other",
        }
    }
}

/// The meaning of one section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The part it plays.
    pub role: Role,
    /// Its main topic, if one can be told.
    pub topic: Option<Topic>,
}

/// Working memory of this stage, kept from one text to the next.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// The topic words of the whole text, in order, none inside another.
    hits: Vec<Hit>,
    votes: Vec<classify::Votes>,
    roles: Vec<Role>,
    topics: Vec<Option<Topic>>,
}

impl Scratch {
    /// Forgets the text before.
    pub fn clear(&mut self) {
        self.hits.clear();
    }

    /// Takes up the next word of [`words::WORDS`] that stands in the text.
    pub fn take_up(&mut self, hit: Hit) {
        matcher::keep_longest(&mut self.hits, hit);
    }
}

/// The meaning of every section, by index, from the topic words taken up.
pub(crate) fn classify(text: &Text<'_>, outline: &Outline, scratch: &mut Scratch, meanings: &mut Vec<Meaning>) {
    let Scratch { hits, votes, roles, topics } = scratch;
    role::roles(text, outline, roles);
    classify::topics(outline, hits, votes, topics);
    // How the principals met their responsibility is leadership whatever field they did it in.
    let topic_of = |role, topic| if role == Role::Duties { Some(Topic::Leadership) } else { topic };
    meanings.clear();
    meanings.extend(roles.iter().zip(topics).map(|(&role, &mut topic)| Meaning { role, topic: topic_of(role, topic) }));
}
