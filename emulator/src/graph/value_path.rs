use std::fmt;

/// The position of a value in a body: `emailAddresses[1]/address`.
///
/// It is linked from a value to the object or collection that contains it, so that it costs nothing unless it is displayed.
pub(super) struct ValuePath<'p> {
    parent: Option<&'p Self>,
    step: Step<'p>,
    /// The number of objects and collections that contain the value, without the body itself.
    pub(super) depth: usize,
}

#[derive(Clone, Copy)]
enum Step<'p> {
    Property(&'p str),
    Index(usize),
}

impl<'p> ValuePath<'p> {
    /// Creates the path of a property of the body.
    pub(super) const fn new(property: &'p str) -> Self {
        Self {
            parent: None,
            step: Step::Property(property),
            depth: 0,
        }
    }

    /// Returns the path of a property of the object at this path.
    pub(super) const fn property(&'p self, name: &'p str) -> Self {
        self.child(Step::Property(name))
    }

    /// Returns the path of an element of the collection at this path.
    pub(super) const fn element(&'p self, index: usize) -> Self {
        self.child(Step::Index(index))
    }

    const fn child(&'p self, step: Step<'p>) -> Self {
        Self {
            parent: Some(self),
            step,
            depth: self.depth + 1,
        }
    }
}

impl fmt::Display for ValuePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Property(name) if self.parent.is_none() => f.write_str(name),
            Step::Property(name) => write!(f, "/{name}"),
            Step::Index(index) => write!(f, "[{index}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_properties_and_counts_elements() {
        let body = ValuePath::new("emailAddresses");
        let element = body.element(1);
        let address = element.property("address");
        assert_eq!(body.to_string(), "emailAddresses");
        assert_eq!(address.to_string(), "emailAddresses[1]/address");
        assert_eq!((body.depth, address.depth), (0, 2));
    }
}
