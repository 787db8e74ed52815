//! Figures of doc comments.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use syn::{Attribute, Item, UseTree, Visibility};

/// The words that no doc comment should begin with.
const QUESTIONS: [&str; 5] = ["What", "Where", "Whether", "How", "Who"];

/// The number of doc comments.
#[derive(Default)]
pub(crate) struct Blocks {
    pub(crate) all: usize,
    /// Those that begin with a question word.
    pub(crate) questions: usize,
}

impl Blocks {
    pub(crate) fn add(&mut self, lines: &[&str]) {
        let mut is_within = false;
        for line in lines {
            let line = line.trim_start();
            let text = line
                .strip_prefix("///")
                .or_else(|| line.strip_prefix("//!"));
            if let Some(text) = text.filter(|_| !is_within) {
                self.all += 1;
                let first = text.trim().split(|c: char| !c.is_alphanumeric()).next();
                self.questions += usize::from(first.is_some_and(|word| QUESTIONS.contains(&word)));
            }
            is_within = text.is_some();
        }
    }
}

/// The types and traits that the crate exports, and whether the documentation of each has an example.
pub(crate) fn exported_types(folder: &Path, files: &[PathBuf]) -> Vec<(String, bool)> {
    let parsed: Vec<_> = files
        .iter()
        .filter_map(|file| std::fs::read_to_string(folder.join(file)).ok())
        .filter_map(|text| syn::parse_file(&text).ok())
        .collect();
    let mut exported = BTreeSet::new();
    if let Some(root) = parsed.first() {
        reexports(&root.items, &mut exported);
        for item in &root.items {
            let Item::Mod(module) = item else { continue };
            let is_public =
                matches!(module.vis, Visibility::Public(_)) && module.ident != "__private";
            let file = Path::new(&module.ident.to_string()).join("mod.rs");
            if let Some(index) = files.iter().position(|one| is_public && *one == file) {
                reexports(&parsed[index].items, &mut exported);
            }
        }
    }
    let items = parsed.iter().flat_map(|file| &file.items);
    let types = items
        .filter_map(public_type)
        .filter(|(name, _)| exported.contains(name));
    types
        .map(|(name, attributes)| (name, has_example(attributes)))
        .collect()
}

fn reexports(items: &[Item], names: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Use(item) if is_hidden(&item.attrs) => {}
            Item::Use(item) if matches!(item.vis, Visibility::Public(_)) => {
                collect(&item.tree, names);
            }
            _ => names.extend(public_type(item).map(|(name, _)| name)),
        }
    }
}

/// Returns whether the item is `#[doc(hidden)]`.
fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let arguments = attribute.parse_args::<syn::Ident>();
        attribute.path().is_ident("doc") && arguments.is_ok_and(|argument| argument == "hidden")
    })
}

fn collect(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => collect(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| collect(tree, names)),
        UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        UseTree::Rename(name) => drop(names.insert(name.ident.to_string())),
        UseTree::Glob(_) => {}
    }
}

fn public_type(item: &Item) -> Option<(String, &[Attribute])> {
    let (ident, visibility, attributes) = match item {
        Item::Struct(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Enum(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Trait(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Type(item) => (&item.ident, &item.vis, &item.attrs),
        _ => return None,
    };
    matches!(visibility, Visibility::Public(_)).then(|| (ident.to_string(), &attributes[..]))
}

fn has_example(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let syn::Meta::NameValue(meta) = &attribute.meta else {
            return false;
        };
        meta.path.is_ident("doc")
            && match &meta.value {
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(text),
                    ..
                }) => text.value().contains("```"),
                _ => true,
            }
    })
}
