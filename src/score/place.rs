//! The parts of a report in which a rule looks.

use crate::topic::Role;

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the first heading.
    Lead,
    Measures,
    Duties,
    Problems,
    Plan,
    /// Signature and the like.
    Other,
}

impl Place {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Lead, "lead"),
        (Self::Measures, "measures"),
        (Self::Duties, "duties"),
        (Self::Problems, "problems"),
        (Self::Plan, "plan"),
        (Self::Other, "other"),
    ];

    /// By its name in a rubric.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(place, _)| *place)
    }

    /// The part that sections of a role belong to; one on shortcomings and plans begins with the shortcomings.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Measures => Self::Measures,
            Role::Duties => Self::Duties,
            Role::Problems | Role::ProblemsAndPlan => Self::Problems,
            Role::Plan => Self::Plan,
            Role::Other => Self::Other,
        }
    }
}

/// Several parts of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places(u8);

impl Places {
    /// One part alone.
    pub fn only(place: Place) -> Self {
        Self(1 << place as u8)
    }

    /// With another part.
    pub fn with(self, place: Place) -> Self {
        Self(self.0 | 1 << place as u8)
    }

    /// Whether the part is among them.
    pub fn contains(self, place: Place) -> bool {
        self.0 >> place as u8 & 1 == 1
    }
}
