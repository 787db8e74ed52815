/// The part of the service that throttles together: a workload with a name, or the resources whose path template begins alike.
///
/// Graph throttles each of its workloads by itself, and the first fixed segments of a path tell which one answers: `/users/{id}/messages` is
/// another than `/users/{id}/drive`.
#[derive(Debug, Clone, Copy)]
pub(super) struct ThrottlingScope {
    workload: Option<&'static str>,
    template: &'static str,
}

impl ThrottlingScope {
    pub(super) const fn new(workload: Option<&'static str>, template: &'static str) -> Self {
        Self { workload, template }
    }

    /// Returns the first two segments that are not parameters, as far as there are any.
    pub(super) fn path(self) -> [&'static str; 2] {
        let is_fixed = |segment: &&str| !segment.is_empty() && !segment.starts_with('{');
        let mut segments = self.template.split('/').filter(is_fixed);
        let mut next = || segments.next().unwrap_or_default();
        [next(), next()]
    }
}

impl PartialEq for ThrottlingScope {
    fn eq(&self, other: &Self) -> bool {
        self.workload == other.workload && (self.workload.is_some() || self.path() == other.path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_the_first_two_fixed_segments_of_the_path() {
        for (template, segments) in [
            ("/users/{user_id}/messages/{id}", ["users", "messages"]),
            ("/users/{user_id}/messages", ["users", "messages"]),
            ("/users/{user_id}/drive/items/{id}", ["users", "drive"]),
            ("/users/{id}", ["users", ""]),
            ("/users", ["users", ""]),
            ("/me/messages/{id}", ["me", "messages"]),
            (
                "/deviceManagement/virtualEndpoint/deviceImages/{id}",
                ["deviceManagement", "virtualEndpoint"],
            ),
            ("", ["", ""]),
            ("//{}", ["", ""]),
        ] {
            let scope = ThrottlingScope::new(None, template);
            assert_eq!(scope.path(), segments, "{template}");
        }
    }

    #[test]
    fn a_workload_replaces_the_path() {
        let scope = |workload, template| ThrottlingScope::new(workload, template);
        let messages = "/users/{id}/messages";
        let exchange = scope(Some("exchange"), messages);
        assert_eq!(exchange, scope(Some("exchange"), "/me/calendar"));
        assert_ne!(exchange, scope(Some("drive"), messages));
        assert_ne!(exchange, scope(None, messages));
    }
}
