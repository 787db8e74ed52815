/// Graph's error object, as far as it could be read.
#[derive(Debug, Default)]
pub(crate) struct GraphError {
    pub(super) code: Option<String>,
}
