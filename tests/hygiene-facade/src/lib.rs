//! Hands the runtime on, in a module of its own.

/// A resource that other crates use.
pub mod sdk {
    pub use graph_resource;
}
