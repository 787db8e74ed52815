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

impl Template {
    pub(super) fn parse(path: &'static str) -> Self {
        let segments = path.trim_start_matches('/').split('/');
        Self(segments.map(Part::parse).collect())
    }

    /// Returns how many segments match, beginning with the first one.
    pub(super) fn matching_segments(&self, segments: &[String]) -> usize {
        let pairs = self.0.iter().zip(segments);
        pairs
            .take_while(|(part, segment)| part.matches(segment))
            .count()
    }

    pub(super) fn matches(&self, segments: &[String]) -> bool {
        self.0.len() == segments.len() && self.matching_segments(segments) == segments.len()
    }

    /// Fills in the parameters from the segments of a path that [matches](Self::matches).
    pub(super) fn fill(&self, segments: &[String]) -> Vec<Segment> {
        let pairs = self.0.iter().zip(segments);
        pairs.map(|(part, segment)| part.fill(segment)).collect()
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
