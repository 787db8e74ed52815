use super::key_segment::{self, KeyPredicate};
use super::path::Segment;
use super::pattern::Pattern;

/// The path of a resource with parameters: `/users/{user_id}/todo/lists`.
#[derive(Debug)]
pub(super) struct Template(Vec<Part>);

/// One part of a template: a segment, or the key in parentheses at its end.
#[derive(Debug, Clone)]
enum Part {
    Name(&'static str),
    Parameter,
    /// A segment with parameters in it: `range(address='{address}')`.
    Pattern(Pattern),
    /// A path in a drive, of several segments: `{*path}:`. Without the colon, it is the rest of the path.
    Path {
        has_colon: bool,
    },
}

/// A part of a template with the value that a path has for it.
#[derive(Debug)]
pub(super) enum Filled {
    Segment(Segment),
    /// A parameter whose value is written in parentheses, after the name before it.
    Key(KeyPredicate),
    /// A path in a drive so far.
    Path {
        text: String,
        is_complete: bool,
    },
}

impl Template {
    pub(super) fn parse(path: &'static str) -> Self {
        let segments = path.trim_start_matches('/').split('/');
        Self(segments.flat_map(Part::parse).collect())
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
        let ends_with_path = matches!(self.0.last(), Some(Part::Path { has_colon: false }));
        let is_complete = position(&filled) == self.0.len() || ends_with_path;
        (is_complete && filled.len() == self.0.len()).then_some(filled)
    }

    /// Fills the next part, or two of them: a name and the key in parentheses after it. A path in a drive takes several segments.
    fn fill_next(&self, filled: &mut Vec<Filled>, segment: &str) -> Option<()> {
        let position = position(filled);
        let part = self.0.get(position)?;
        if let Part::Path { has_colon } = part {
            return fill_path(filled, segment, *has_colon);
        }
        if part.matches(segment) {
            filled.push(Filled::Segment(part.fill(segment)));
            return Some(());
        }
        let (name, key) = key_segment::split(segment)?;
        let has_key = matches!(self.0.get(position + 1), Some(Part::Parameter));
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
            (Part::Parameter, Segment::Value(_))
            | (Part::Pattern(_) | Part::Path { .. }, Segment::Text(_)) => true,
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
        let next = self.0.get(position(&filled));
        is_known && matches!(next, Some(part @ Part::Name(_)) if part.matches(name))
    }

    /// Returns the names of a template that has no parameters.
    pub(super) fn names(&self) -> Vec<Segment> {
        let names = self.0.iter().filter_map(|part| match part {
            Part::Name(name) => Some(Segment::Name(name)),
            _ => None,
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
    pub(super) fn precedence(&self) -> Vec<u8> {
        let parts = self.0.iter();
        let rank = |part: &Part| match part {
            Part::Name(_) => 0,
            Part::Pattern(_) => 1,
            Part::Parameter => 2,
            Part::Path { .. } => 3,
        };
        parts.map(rank).collect()
    }
}

/// Returns the position of the part that the next segment belongs to.
fn position(filled: &[Filled]) -> usize {
    let is_open = matches!(
        filled.last(),
        Some(Filled::Path {
            is_complete: false,
            ..
        })
    );
    filled.len() - usize::from(is_open)
}

/// Adds a segment to a path in a drive, which ends with a colon or with the path itself.
fn fill_path(filled: &mut Vec<Filled>, segment: &str, has_colon: bool) -> Option<()> {
    if segment.is_empty() {
        return None;
    }
    let ends = has_colon && segment.ends_with(':');
    match filled.last_mut() {
        Some(Filled::Path {
            text,
            is_complete: is_complete @ false,
        }) => {
            text.push('/');
            text.push_str(segment);
            *is_complete = ends;
        }
        _ => filled.push(Filled::Path {
            text: segment.to_owned(),
            is_complete: ends,
        }),
    }
    Some(())
}

impl Part {
    /// Parses a segment, which is two parts if it ends with the key of an item in parentheses.
    fn parse(segment: &'static str) -> Vec<Self> {
        if segment.starts_with("{*") {
            let has_colon = segment.ends_with(':');
            return vec![Self::Path { has_colon }];
        }
        if !segment.contains('{') {
            return vec![Self::Name(segment)];
        }
        if segment.starts_with('{') && segment.ends_with('}') {
            return vec![Self::Parameter];
        }
        match segment.split_once('(') {
            Some((name, key)) if is_key(key) => vec![Self::Name(name), Self::Parameter],
            _ => vec![Self::Pattern(Pattern::parse(segment))],
        }
    }

    /// Returns whether the segment matches. Names are not case-sensitive, and an empty segment is never an id.
    fn matches(&self, segment: &str) -> bool {
        match self {
            Self::Name(name) => name.eq_ignore_ascii_case(segment),
            Self::Parameter => !segment.is_empty(),
            Self::Pattern(pattern) => pattern.matches(segment),
            Self::Path { .. } => false,
        }
    }

    fn fill(&self, segment: &str) -> Segment {
        match self {
            Self::Name(name) => Segment::Name(name),
            Self::Parameter => Segment::Value(segment.to_owned()),
            Self::Pattern(_) | Self::Path { .. } => Segment::Text(segment.to_owned()),
        }
    }

    fn is_equivalent_to(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(one), Self::Name(other)) => one.eq_ignore_ascii_case(other),
            (Self::Parameter, Self::Parameter) => true,
            (Self::Pattern(one), Self::Pattern(other)) => one == other,
            (Self::Path { has_colon: one }, Self::Path { has_colon: other }) => one == other,
            _ => false,
        }
    }
}

/// Returns whether the text after an opening parenthesis is a key alone: `{id})` or `'{id}')`.
fn is_key(text: &str) -> bool {
    let key = text.strip_suffix(')').unwrap_or_default();
    let unquoted = key
        .strip_prefix('\'')
        .and_then(|key| key.strip_suffix('\''));
    let key = unquoted.unwrap_or(key);
    key.starts_with('{') && key.ends_with('}') && key.matches('{').count() == 1
}
