//! The score as `fazhi.score/1`: field names, order and meaning are a public contract, described by
//! `schema/fazhi.score-1.schema.json`.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{object, writer};
use crate::score::{CriterionScore, DimensionScore, Flag, Score};

/// The name of the format, with the number of its version.
const SCHEMA: &str = "fazhi.score/1";

impl Score {
    /// The document `fazhi.score/1` on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        writer::to_string(self)
    }

    /// Appends the document `fazhi.score/1` on one line, in UTF-8.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        writer::write(self, out);
    }
}

/// The document `fazhi.score/1`.
impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Score", {
            "schema": SCHEMA,
            "name": *self.name,
            "notice": *self.notice,
            "rubric": RubricName(self),
            "earned": self.earned,
            "assessable": self.assessable,
            "total": self.total,
            "dimensions": self.dimensions,
            "flags": self.flags,
        })
    }
}

/// The rubric a score was made with.
struct RubricName<'s>(&'s Score);

impl Serialize for RubricName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Rubric", { "id": *self.0.rubric_id, "version": self.0.rubric_version, "sha256": *self.0.rubric_sha256 })
    }
}

impl Serialize for DimensionScore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Dimension", {
            "id": *self.id,
            "name": *self.name,
            "earned": self.earned,
            "assessable": self.assessable,
            "weight": self.weight,
            "criteria": self.criteria,
        })
    }
}

impl Serialize for CriterionScore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Criterion", {
            "id": *self.id,
            "name": *self.name,
            "rule": *self.rule,
            "outcome": self.outcome.name(),
            "earned": self.earned,
            "assessable": self.assessable,
            "points": self.points,
            "evidence": self.evidence,
            "searched": self.searched,
            "basis": *self.basis,
            "explanation": self.explanation,
        })
    }
}

impl Serialize for Flag {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        object!(serializer, "Flag", { "code": *self.code, "span": self.span, "explanation": *self.explanation })
    }
}
