//! The parts of a file as they are read.

use crate::extract::archive::{Archive, resolve};
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::extract::xml::{self, Budget, Element, Event, Xml};

/// What a page's part is called where only its folder is named.
const CONTENT: &str = "Content.xml";

/// What listens while a part is read.
pub(super) trait Listener {
    /// An element begins.
    fn open(&mut self, element: &Element<'_>) -> Result<(), Error>;

    /// The element of that name ends. `text` is what stands in it, if it has no elements of its own.
    fn close(&mut self, name: &str, text: &str) -> Result<(), Error>;
}

/// The parts of a file, and what was wrong with them.
pub(super) struct Parts<'a, 'b> {
    pub archive: &'a mut Archive<'b>,
    pub limits: &'a Limits,
    budget: Budget,
    /// Whether bytes without a meaning were replaced.
    pub replaced: bool,
    /// Whether a part is not there, or is no XML.
    pub lost: bool,
}

impl<'a, 'b> Parts<'a, 'b> {
    pub fn new(archive: &'a mut Archive<'b>, limits: &'a Limits) -> Self {
        Self { archive, limits, budget: Budget::new(), replaced: false, lost: false }
    }

    /// The part that `target` means inside the part `from`.
    ///
    /// Some producers name parts from the root without a slash, from their own folder with one, or only the folder of a page.
    pub fn find(&self, from: &str, target: &str) -> Option<String> {
        let target = target.trim();
        let inside = target.trim_start_matches(['/', '\\']);
        let names = [resolve(from, target), resolve("", inside), resolve(from, inside)];
        let mut names = names.into_iter().flatten().flat_map(|name| [name.clone(), format!("{name}/{CONTENT}")]);
        names.find(|name| self.archive.has(name))
    }

    /// Reads a part; gives whether all of it could be read.
    pub fn read(&mut self, name: &str, listener: &mut impl Listener) -> Result<bool, Error> {
        let Some(part) = self.archive.read(name)? else {
            self.lost = true;
            return Ok(false);
        };
        let (text, replaced) = xml::decode(part.bytes);
        if !text.trim_start().starts_with('<') {
            self.lost = true;
            return Ok(false);
        }
        self.replaced |= replaced;
        let mut xml = Xml::new(&text, self.limits, &self.budget);
        let mut inside = String::new();
        loop {
            match xml.next()? {
                Event::Open(element) => {
                    inside.clear();
                    listener.open(&element)?;
                }
                Event::Text(text) => inside.push_str(text),
                Event::Close(name) => {
                    listener.close(name, &inside)?;
                    inside.clear();
                }
                Event::End => return Ok(!part.damaged && !xml.is_damaged()),
            }
        }
    }
}
