//! Which documents a file has, which pages those have, and what belongs to them.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::drawer::Drawer;
use super::drawing::{Allowance, Drawing};
use super::parts::{Listener, Parts};
use super::values::{numbers, truth};
use crate::extract::error::Error;
use crate::extract::limits::Limits;
use crate::extract::xml::Element;

/// Most documents of a file, and most templates of a page: both are few.
const DOCUMENTS: usize = 1_000;
const TEMPLATES: usize = 100;

/// What names the documents of a file.
pub(super) const ROOT: &str = "OFD.xml";

/// Where producers put the first document, and its pages.
pub(super) const USUAL: &str = "Doc_0/Document.xml";

/// Where producers put the page of that number.
pub(super) fn usual_page(index: usize) -> String {
    format!("Doc_0/Pages/Page_{index}/Content.xml")
}

/// One document of a file, as `OFD.xml` names it.
#[derive(Debug, Default)]
struct Body {
    root: Option<String>,
    /// The part that names the root of the version to be shown.
    version: Option<String>,
}

/// What `OFD.xml` says, or a version of a document.
#[derive(Debug)]
pub(super) struct Entry<'l> {
    limits: &'l Limits,
    bodies: Vec<Body>,
    pub title: Option<String>,
    pub author: Option<String>,
    pub created: Option<String>,
    /// Whether it names a part that tells how others are encrypted.
    pub encrypted: bool,
}

impl<'l> Entry<'l> {
    pub fn new(limits: &'l Limits) -> Self {
        Self { limits, bodies: Vec::new(), title: None, author: None, created: None, encrypted: false }
    }

    fn body(&mut self) -> Option<&mut Body> {
        if self.bodies.is_empty() {
            self.bodies.push(Body::default());
        }
        self.bodies.last_mut()
    }

    /// The main parts of the documents, in order, each once.
    pub fn documents(&self, parts: &mut Parts<'_, '_>) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        let mut known = HashSet::new();
        for body in &self.bodies {
            let mut root = body.root.as_deref().and_then(|root| parts.find(ROOT, root));
            if let Some(version) = body.version.as_deref().and_then(|version| parts.find(ROOT, version))
                && known.insert(version.clone())
            {
                let mut entry = Self::new(self.limits);
                parts.read(&version, &mut entry)?;
                let named = entry.bodies.pop().and_then(|body| body.root);
                root = named.and_then(|root| parts.find(&version, &root)).or(root);
            }
            match root {
                Some(root) => names.extend(known.insert(root.clone()).then_some(root)),
                None => parts.lost = true,
            }
        }
        Ok(names)
    }
}

impl Listener for Entry<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Error> {
        match element.name {
            "DocBody" => {
                self.bodies.push(Body::default());
                self.limits.check("documents", self.bodies.len(), DOCUMENTS)?;
            }
            "Encryptions" => self.encrypted = true,
            "Version" if element.attribute("Current").is_some_and(|current| truth(&current) == Some(true)) => {
                let version = element.attribute("BaseLoc").map(|name| name.into_owned());
                if let Some(body) = self.body() {
                    body.version = version;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let field = match name {
            "Title" => &mut self.title,
            "Author" => &mut self.author,
            "CreationDate" => &mut self.created,
            "DocRoot" => match self.body() {
                Some(body) => &mut body.root,
                None => return Ok(()),
            },
            _ => return Ok(()),
        };
        field.get_or_insert_with(|| text.to_owned());
        Ok(())
    }
}

/// The width and height of a page, in millimetres.
pub(super) type Area = [f64; 2];

fn area(text: &str) -> Option<Area> {
    let [_, _, width, height] = numbers(text)?;
    (width > 0.0 && height > 0.0).then_some([width, height])
}

/// What the main part of a document says.
#[derive(Debug)]
struct Contents<'l> {
    limits: &'l Limits,
    area: Option<Area>,
    /// Their numbers, and the parts that hold them.
    templates: HashMap<String, String>,
    resources: Vec<String>,
    pages: Vec<String>,
}

impl Listener for Contents<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Error> {
        let place = || element.attribute("BaseLoc").map(|name| name.into_owned());
        match element.name {
            "Page" => {
                self.pages.extend(place());
                self.limits.check("pages", self.pages.len(), self.limits.pages())?;
            }
            "TemplatePage" => {
                let number = element.attribute("ID").unwrap_or_default().into_owned();
                self.templates.entry(number).or_insert_with(|| place().unwrap_or_default());
                self.limits.check("templates", self.templates.len(), self.limits.pages())?;
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str, text: &str) -> Result<(), Error> {
        match name {
            "PhysicalBox" => self.area = self.area.or_else(|| area(text)),
            "PublicRes" | "DocumentRes" => self.resources.push(text.to_owned()),
            _ => {}
        }
        Ok(())
    }
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub area: Option<Area>,
    pub drawing: Drawing,
    /// The numbers of its templates.
    pub templates: Vec<String>,
    pub whole: bool,
}

/// A page, or a template, as it is read.
struct PageReader<'b> {
    drawer: Drawer<'b>,
    area: Option<Area>,
    templates: Vec<String>,
    resources: Vec<String>,
}

impl<'b> PageReader<'b> {
    fn new(allowance: &'b mut Allowance) -> Self {
        Self { drawer: Drawer::new(allowance), area: None, templates: Vec::new(), resources: Vec::new() }
    }
}

impl Listener for PageReader<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Error> {
        if element.name == "Template"
            && self.templates.len() < TEMPLATES
            && let Some(number) = element.attribute("TemplateID")
            && !self.templates.iter().any(|known| *known == number)
        {
            self.templates.push(number.into_owned());
        }
        self.drawer.open(element)
    }

    fn close(&mut self, name: &str, text: &str) -> Result<(), Error> {
        match name {
            "PhysicalBox" => self.area = self.area.or_else(|| area(text)),
            "PageRes" => self.resources.push(text.to_owned()),
            _ => {}
        }
        self.drawer.close(name, text)
    }
}

/// The composites of a part with resources.
struct UnitReader<'b> {
    drawer: Drawer<'b>,
    number: Option<String>,
    units: Vec<(String, Drawing)>,
}

impl Listener for UnitReader<'_> {
    fn open(&mut self, element: &Element<'_>) -> Result<(), Error> {
        if element.name == "CompositeGraphicUnit" {
            self.drawer.allowance.composite()?;
            self.number = element.attribute("ID").map(|number| number.into_owned());
            self.drawer.take();
        }
        self.drawer.open(element)
    }

    fn close(&mut self, name: &str, text: &str) -> Result<(), Error> {
        self.drawer.close(name, text)?;
        if name == "CompositeGraphicUnit"
            && let Some(number) = self.number.take()
        {
            self.units.push((number, self.drawer.take()));
        }
        Ok(())
    }
}

/// A document: its pages, and what they share.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub pages: Vec<Page>,
    /// Templates by their numbers.
    pub templates: HashMap<String, Rc<Drawing>>,
    /// Composites by their numbers.
    pub units: HashMap<String, Rc<Drawing>>,
    pub whole: bool,
}

/// Reads documents, none of their parts twice.
pub(super) struct Library<'p, 'a, 'b> {
    pub parts: &'p mut Parts<'a, 'b>,
    allowance: Allowance,
    known: HashSet<String>,
}

impl<'p, 'a, 'b> Library<'p, 'a, 'b> {
    pub fn new(parts: &'p mut Parts<'a, 'b>) -> Self {
        Self { parts, allowance: Allowance::new(), known: HashSet::new() }
    }

    /// Reads the document whose main part is `root`.
    pub fn document(&mut self, root: &str) -> Result<Document, Error> {
        let limits = self.parts.limits;
        let (templates, resources, pages) = (HashMap::new(), Vec::new(), Vec::new());
        let mut contents = Contents { limits, area: None, templates, resources, pages };
        let whole = self.parts.read(root, &mut contents)?;
        let mut document = Document { whole, ..Document::default() };
        let mut resources: Vec<(&str, String)> = contents.resources.drain(..).map(|name| (root, name)).collect();
        let names: Vec<Option<String>> = contents.pages.iter().map(|page| self.parts.find(root, page)).collect();
        for name in &names {
            let Some(name) = name else {
                self.parts.lost = true;
                document.pages.push(Page::default());
                continue;
            };
            let (mut page, own) = self.page(name)?;
            page.area = page.area.or(contents.area);
            resources.extend(own.into_iter().map(|own| (name.as_str(), own)));
            document.pages.push(page);
        }
        self.templates(root, &contents.templates, &mut document)?;
        let has_composites = |drawing: &Drawing| !drawing.composites.is_empty();
        if document.pages.iter().any(|page| has_composites(&page.drawing))
            || document.templates.values().any(|template| has_composites(template))
        {
            for (from, name) in resources {
                self.units(from, &name, &mut document)?;
            }
        }
        Ok(document)
    }

    /// Reads a page, with the names of its resources. One that was read before is not shown again.
    pub fn page(&mut self, name: &str) -> Result<(Page, Vec<String>), Error> {
        if !self.known.insert(name.to_owned()) {
            return Ok((Page::default(), Vec::new()));
        }
        let mut reader = PageReader::new(&mut self.allowance);
        let whole = self.parts.read(name, &mut reader)?;
        let PageReader { mut drawer, area, templates, resources } = reader;
        Ok((Page { area, drawing: drawer.take(), templates, whole }, resources))
    }

    /// Reads the templates that the pages show.
    fn templates(&mut self, root: &str, named: &HashMap<String, String>, document: &mut Document) -> Result<(), Error> {
        for page in &mut document.pages {
            for number in &page.templates {
                if document.templates.contains_key(number) {
                    continue;
                }
                let name = named.get(number).and_then(|name| self.parts.find(root, name));
                let Some(name) = name else {
                    page.whole = false;
                    continue;
                };
                let (template, _) = self.page(&name)?;
                page.whole &= template.whole;
                document.templates.insert(number.clone(), Rc::new(template.drawing));
            }
        }
        Ok(())
    }

    /// Reads the composites of a part with resources.
    fn units(&mut self, from: &str, name: &str, document: &mut Document) -> Result<(), Error> {
        let Some(name) = self.parts.find(from, name).filter(|name| self.known.insert(name.clone())) else {
            return Ok(());
        };
        let mut reader = UnitReader { drawer: Drawer::new(&mut self.allowance), number: None, units: Vec::new() };
        document.whole &= self.parts.read(&name, &mut reader)?;
        document.units.extend(reader.units.into_iter().map(|(number, drawing)| (number, Rc::new(drawing))));
        Ok(())
    }
}
