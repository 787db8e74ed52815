//! The modules of a crate, read from its files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use syn::ext::IdentExt as _;
use syn::{Attribute, Expr, ExprLit, Item, ItemMod, Lit, Meta};

use super::paths::{self, Names, is_test};

/// The index of a module in its [`Tree`]. The root is 0.
pub(super) type ModuleId = usize;

/// The modules of a crate.
pub(super) struct Tree {
    pub(super) modules: Vec<Module>,
    /// The files, relative to the folder of the root file.
    pub(super) files: Vec<PathBuf>,
}

/// A module, in a file of its own or inline.
pub(super) struct Module {
    /// The path from the root, which is empty for the root.
    pub(super) path: Vec<String>,
    pub(super) file: usize,
    pub(super) parent: Option<ModuleId>,
    pub(super) children: BTreeMap<String, ModuleId>,
    pub(super) names: Names,
}

impl Tree {
    /// Reads the root file and all files that it declares.
    pub(super) fn read(root: &Path, source: &dyn Fn(&Path) -> Option<String>) -> Self {
        let folder = root.parent().unwrap_or(Path::new("")).to_owned();
        let mut reader = Reader {
            tree: Self {
                modules: Vec::new(),
                files: Vec::new(),
            },
            folder: folder.clone(),
            source,
        };
        reader.file(&Place {
            path: Vec::new(),
            parent: None,
            file: root.to_owned(),
            children: folder,
        });
        reader.tree
    }
}

struct Reader<'a> {
    tree: Tree,
    /// The folder of the root file.
    folder: PathBuf,
    source: &'a dyn Fn(&Path) -> Option<String>,
}

/// The position of a module in the crate and on the disk.
struct Place {
    path: Vec<String>,
    parent: Option<ModuleId>,
    file: PathBuf,
    /// The folder with the files of its children.
    children: PathBuf,
}

impl Reader<'_> {
    /// Reads a module from its file.
    fn file(&mut self, place: &Place) -> ModuleId {
        let path = &place.file;
        let text = (self.source)(path).unwrap_or_else(|| panic!("no file {}", path.display()));
        let parsed =
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let relative = path.strip_prefix(&self.folder).unwrap_or(path);
        self.tree.files.push(relative.to_owned());
        self.module(&parsed.items, place, self.tree.files.len() - 1)
    }

    fn module(&mut self, items: &[Item], place: &Place, file: usize) -> ModuleId {
        let id = self.tree.modules.len();
        self.tree.modules.push(Module {
            path: place.path.clone(),
            file,
            parent: place.parent,
            children: BTreeMap::new(),
            names: paths::of(items),
        });
        for item in items {
            let Item::Mod(declared) = item else { continue };
            if is_test(&declared.attrs) {
                continue;
            }
            let place = self.place_of(declared, place, id);
            let child = match &declared.content {
                Some((_, items)) => self.module(items, &place, file),
                None => self.file(&place),
            };
            let name = declared.ident.to_string();
            self.tree.modules[id].children.insert(name, child);
        }
        id
    }

    /// The place of a module that is declared in the module at `parent`.
    fn place_of(&self, declared: &ItemMod, parent: &Place, id: ModuleId) -> Place {
        let name = declared.ident.unraw().to_string();
        let mut path = parent.path.clone();
        path.push(declared.ident.to_string());
        let children = parent.children.join(&name);
        let flat = parent.children.join(format!("{name}.rs"));
        let file = if declared.content.is_some() {
            parent.file.clone()
        } else if let Some(given) = path_attribute(&declared.attrs) {
            parent.file.with_file_name(given)
        } else if (self.source)(&flat).is_some() {
            flat
        } else {
            children.join("mod.rs")
        };
        Place {
            path,
            parent: Some(id),
            file,
            children,
        }
    }
}

/// The value of `#[path = "…"]`.
fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|attribute| {
        let Meta::NameValue(meta) = &attribute.meta else {
            return None;
        };
        match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) if meta.path.is_ident("path") => Some(text.value()),
            _ => None,
        }
    })
}
