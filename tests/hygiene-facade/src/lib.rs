//! Re-exports the runtime in a module.

/// A resource that other crates use.
pub mod sdk {
    pub use graph_resource;
}
