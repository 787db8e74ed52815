//! The order of each crate's modules.

/// A crate and the names of its top-level modules.
pub struct Crate {
    /// The folder of the crate.
    pub folder: &'static str,
    /// The modules, bottom up: each uses only those before it.
    pub modules: &'static [&'static str],
}

/// The crates whose order is checked.
pub const CRATES: [Crate; 5] = [
    Crate {
        folder: "macros",
        modules: &[
            "diagnostics",
            "name",
            "self_type",
            "template",
            "attr",
            "model",
            "rules",
            "analysis",
            "expand",
            "attribute",
        ],
    },
    Crate {
        folder: "runtime",
        modules: &[
            "encoding",
            "odata",
            "error",
            "endpoint",
            "json",
            "change",
            "edm",
            "model",
            "resource",
            "json_schema",
            "query",
            "body",
            "answer",
            "request",
            "transport",
            "client",
            "flow",
            "cookbook",
            "__private",
        ],
    },
    Crate {
        folder: "emulator",
        modules: &[
            "error",
            "sync",
            "text",
            "clock",
            "settings",
            "links",
            "store",
            "odata",
            "http",
            "fault",
            "limit",
            "calls",
            "storage",
            "log",
            "advice",
            "graph",
            "in_process",
            "emulator",
            "builder",
        ],
    },
    Crate {
        folder: "import",
        modules: &[
            "csdl",
            "names",
            "nearest",
            "walk",
            "addresses",
            "check",
            "compare",
            "current",
            "file",
            "listing",
            "serve",
            "source",
        ],
    },
    Crate {
        folder: "fleet",
        modules: &[
            "error", "names", "once", "job", "outcome", "pace", "marks", "intake", "worker",
            "fleet",
        ],
    },
];
