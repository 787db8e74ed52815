use super::key_segment::{self, KeyPredicate};
use super::path::Segment;

/// The path of a resource with parameters: `/users/{user_id}/todo/lists`.
#[derive(Debug)]
pub(super) struct Template(Vec<Part>);

/// One segment of a template.
#[derive(Debug, Clone, Copy)]
enum Part {
    Name(&'static str),
    Parameter,
}

/// A part of a template with the value that a path has for it.
#[derive(Debug)]
pub(super) enum Filled {
    Segment(Segment),
    /// A parameter whose value is written in parentheses, after the name before it.
    Key(KeyPredicate),
}

impl Template {
    pub(super) fn parse(path: &'static str) -> Self {
        let segments = path.trim_start_matches('/').split('/');
        Self(segments.map(Part::parse).collect())
    }

    /// Returns how many segments match, beginning with the first one.
    pub(super) fn matching_segments(&self, segments: &[String]) -> usize {
        let mut filled = Vec::new();
        let matches = |segment: &&String| self.fill_next(&mut filled, segment).is_some();
        segments.iter().take_while(matches).count()
    }

    /// Fills in the parameters from the segments of a path, or returns `None` if the path does not match.
    pub(super) fn fill(&self, segments: &[String]) -> Option<Vec<Filled>> {
        let mut filled = Vec::with_capacity(self.0.len());
        for segment in segments {
            self.fill_next(&mut filled, segment)?;
        }
        (filled.len() == self.0.len()).then_some(filled)
    }

    /// Fills the next part, or two of them: a name and the key in parentheses after it.
    fn fill_next(&self, filled: &mut Vec<Filled>, segment: &str) -> Option<()> {
        let part = self.0.get(filled.len())?;
        if part.matches(segment) {
            filled.push(Filled::Segment(part.fill(segment)));
            return Some(());
        }
        let (name, key) = key_segment::split(segment)?;
        let has_key = matches!(self.0.get(filled.len() + 1), Some(Part::Parameter));
        let is_name = matches!(part, Part::Name(_)) && part.matches(name);
        (has_key && is_name).then(|| {
            filled.push(Filled::Segment(part.fill(name)));
            filled.push(Filled::Key(key));
        })
    }

    /// Returns whether this is the path of the items in the collection at `path`.
    pub(super) fn is_item_of(&self, path: &[Segment]) -> bool {
        let is_of = |(part, segment): (&Part, &Segment)| match (part, segment) {
            (Part::Name(one), Segment::Name(other)) => one.eq_ignore_ascii_case(other),
            (Part::Parameter, Segment::Value(_)) => true,
            _ => false,
        };
        self.0.len() == path.len() + 1
            && self.0.iter().zip(path).all(is_of)
            && matches!(self.0.last(), Some(Part::Parameter))
    }

    /// Returns whether all segments match, and the name is the next part.
    pub(super) fn has_name_after(&self, segments: &[String], name: &str) -> bool {
        let mut filled = Vec::new();
        let mut segments = segments.iter();
        let is_known = segments.all(|segment| self.fill_next(&mut filled, segment).is_some());
        let next = self.0.get(filled.len());
        is_known && matches!(next, Some(part @ Part::Name(_)) if part.matches(name))
    }

    /// Returns the names of a template that has no parameters.
    pub(super) fn names(&self) -> Vec<Segment> {
        let names = self.0.iter().filter_map(|part| match part {
            Part::Name(name) => Some(Segment::Name(name)),
            Part::Parameter => None,
        });
        names.collect()
    }

    /// Returns whether there is no parameter.
    pub(super) fn is_constant(&self) -> bool {
        self.0.iter().all(|part| matches!(part, Part::Name(_)))
    }

    /// Returns whether both templates match the same paths.
    pub(super) fn is_equivalent_to(&self, other: &Self) -> bool {
        self.0.len() == other.0.len()
            && self
                .0
                .iter()
                .zip(&other.0)
                .all(|(one, other)| one.is_equivalent_to(other))
    }

    /// Returns a key that sorts a name before a parameter, starting with the first segment.
    pub(super) fn precedence(&self) -> Vec<bool> {
        let parts = self.0.iter();
        parts.map(|part| matches!(part, Part::Parameter)).collect()
    }
}

impl Part {
    fn parse(segment: &'static str) -> Self {
        if segment.starts_with('{') && segment.ends_with('}') {
            Self::Parameter
        } else {
            Self::Name(segment)
        }
    }

    /// Returns whether the segment matches. Names are not case-sensitive, and an empty segment is never an id.
    fn matches(&self, segment: &str) -> bool {
        match self {
            Self::Name(name) => name.eq_ignore_ascii_case(segment),
            Self::Parameter => !segment.is_empty(),
        }
    }

    fn fill(&self, segment: &str) -> Segment {
        match self {
            Self::Name(name) => Segment::Name(name),
            Self::Parameter => Segment::Value(segment.to_owned()),
        }
    }

    fn is_equivalent_to(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(one), Self::Name(other)) => one.eq_ignore_ascii_case(other),
            (Self::Parameter, Self::Parameter) => true,
            _ => false,
        }
    }
}
