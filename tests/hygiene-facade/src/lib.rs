//! Hands the runtime on, in a module of its own.

/// What others build on.
pub mod sdk {
    pub use graph_resource;
}
