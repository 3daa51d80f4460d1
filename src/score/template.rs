//! What is said of an outcome: a rubric's texts with blanks for what was found.

use super::engine::Finding;

/// Most names that a text tells.
const NAMES: usize = 16;

/// A text with blanks, taken apart when the rubric is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Template {
    /// Texts, each with the blank behind it.
    pieces: Vec<(String, Blank)>,
    end: String,
}

/// What a blank tells.
#[derive(Clone, Copy, Debug)]
enum Blank {
    Found,
    Need,
    Names,
}

impl Template {
    /// Takes `text` apart; its blanks are `{found}`, `{need}` and `{names}`, other braces are text.
    pub fn new(text: &str) -> Self {
        const BLANKS: [(&str, Blank); 3] =
            [("{found}", Blank::Found), ("{need}", Blank::Need), ("{names}", Blank::Names)];
        let mut template = Self::default();
        let (mut from, mut look) = (0, 0);
        while let Some(at) = text[look..].find('{').map(|at| look + at) {
            look = at + 1;
            if let Some((name, blank)) = BLANKS.iter().find(|(name, _)| text[at..].starts_with(name)) {
                template.pieces.push((text[from..at].to_owned(), *blank));
                (from, look) = (at + name.len(), at + name.len());
            }
        }
        text[from..].clone_into(&mut template.end);
        template
    }

    /// Whether it tells how much was found.
    pub fn tells_found(&self) -> bool {
        self.pieces.iter().any(|(_, blank)| matches!(blank, Blank::Found))
    }

    /// Appends the text with what was found.
    pub fn fill(&self, finding: &Finding<'_>, text: &mut String) {
        for (before, blank) in &self.pieces {
            text.push_str(before);
            match blank {
                Blank::Found => finding.found.tell(text),
                Blank::Need => finding.need.tell(text),
                Blank::Names => {
                    for (index, name) in finding.names.iter().take(NAMES).enumerate() {
                        text.push_str(if index > 0 { "、" } else { "" });
                        text.push_str(name);
                    }
                    text.push_str(if finding.names.len() > NAMES { "等" } else { "" });
                }
            }
        }
        text.push_str(&self.end);
    }
}

#[cfg(test)]
mod tests {
    use super::Template;
    use crate::score::engine::Finding;

    #[test]
    fn fills_blanks_and_keeps_other_braces() {
        let finding = Finding::unknown().counting(2_usize, 3_usize).naming(vec!["甲".into(), "乙".into()]);
        for (template, filled) in [
            ("{found}处，应有{need}处：{names}", "2处，应有3处：甲、乙"),
            ("{{found}}{foun}{", "{2}{foun}{"),
            ("没有", "没有"),
            ("", ""),
        ] {
            let mut text = String::from("前");
            Template::new(template).fill(&finding, &mut text);
            assert_eq!(text, format!("前{filled}"), "{template}");
        }
    }
}
