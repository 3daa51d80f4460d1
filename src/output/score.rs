//! The score as `fazhi.score/1`: field names, order and meaning are a public contract, described by
//! `schema/fazhi.score-1.schema.json`.

use super::value::{Name, Object, Value, Writer};
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
impl Value for Score {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        object!(writer, "Score", {
            "schema": Name(SCHEMA),
            "name": *self.name,
            "notice": *self.notice,
            "rubric": RubricName(self),
            "earned": self.earned,
            "assessable": self.assessable,
            "total": self.total,
            "dimensions": self.dimensions[..],
            "flags": self.flags[..],
        })
    }
}

/// The rubric a score was made with.
struct RubricName<'s>(&'s Score);

impl Value for RubricName<'_> {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        object!(writer, "Rubric", { "id": *self.0.rubric_id, "version": self.0.rubric_version, "sha256": *self.0.rubric_sha256 })
    }
}

impl Value for DimensionScore {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        object!(writer, "Dimension", {
            "id": *self.id,
            "name": *self.name,
            "earned": self.earned,
            "assessable": self.assessable,
            "weight": self.weight,
            "criteria": self.criteria[..],
        })
    }
}

impl Value for CriterionScore {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        object!(writer, "Criterion", {
            "id": *self.id,
            "name": *self.name,
            "rule": *self.rule,
            "outcome": Name(self.outcome.name()),
            "earned": self.earned,
            "assessable": self.assessable,
            "points": self.points,
            "evidence": self.evidence[..],
            "searched": self.searched[..],
            "basis": *self.basis,
            "explanation": *self.explanation,
        })
    }
}

impl Value for Flag {
    fn write<W: Writer>(&self, writer: W) -> W::Done {
        object!(writer, "Flag", { "code": *self.code, "span": self.span, "explanation": *self.explanation })
    }
}
