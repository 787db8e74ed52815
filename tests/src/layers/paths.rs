//! The names that a module defines, imports and uses.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Macro, Meta, UseTree, Visibility};

/// The macros whose arguments are code for another crate.
const QUOTES: [&str; 4] = [
    "quote",
    "quote_spanned",
    "parse_quote",
    "parse_quote_spanned",
];

/// The names in a module, without its child modules.
#[derive(Default)]
pub(super) struct Names {
    /// The items that the module defines.
    pub(super) items: BTreeSet<String>,
    /// The `macro_rules!` macros that it defines.
    pub(super) macros: BTreeSet<String>,
    /// Those of them that `#[macro_export]` puts into the root.
    pub(super) exported_macros: BTreeSet<String>,
    /// The names that it imports and re-exports.
    pub(super) imports: Vec<Import>,
    /// The paths of more than one segment that it uses elsewhere.
    pub(super) paths: BTreeSet<Vec<String>>,
    /// The macros that it calls by a single name.
    pub(super) calls: BTreeSet<String>,
}

/// One name of a `use` declaration.
pub(super) struct Import {
    /// The name in this module; none for a glob.
    pub(super) name: Option<String>,
    pub(super) target: Vec<String>,
    pub(super) is_reexport: bool,
}

/// Collects the names of a module from its items.
pub(super) fn of(items: &[Item]) -> Names {
    let mut names = Names::default();
    for item in items {
        names.visit_item(item);
    }
    names
}

/// Returns `true` if `#[cfg(test)]` or `#[cfg(all(test, …))]` is among the attributes.
pub(super) fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string();
            condition == "test"
                || condition.starts_with("all (test ,")
                || condition.starts_with("all(test,")
        }
        _ => false,
    })
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast Item) {
        if is_test(attributes(item)) {
            return;
        }
        if let Some(name) = name(item) {
            self.items.insert(name);
        }
        visit::visit_item(self, item);
    }

    // A child module has names of its own.
    fn visit_item_mod(&mut self, _: &'ast syn::ItemMod) {}

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if item.leading_colon.is_none() {
            let is_reexport = !matches!(item.vis, Visibility::Inherited);
            self.import(&item.tree, &mut Vec::new(), is_reexport);
        }
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        let Some(name) = &item.ident else {
            return visit::visit_item_macro(self, item);
        };
        let name = name.to_string();
        if item
            .attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("macro_export"))
        {
            self.exported_macros.insert(name.clone());
        }
        self.items.insert(name.clone());
        self.macros.insert(name);
        // Its paths are resolved where it is called, except those from the root.
        let paths = written(item.mac.tokens.clone());
        self.paths
            .extend(paths.into_iter().filter(|path| path[0] == "crate"));
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        let name = call.path.segments.last().map(|last| last.ident.to_string());
        match name {
            Some(name) if call.path.segments.len() == 1 => drop(self.calls.insert(name)),
            _ => self.visit_path(&call.path),
        }
        let is_quote = QUOTES.iter().any(|quote| {
            call.path
                .segments
                .last()
                .is_some_and(|last| last.ident == quote)
        });
        if !is_quote {
            self.paths.extend(written(call.tokens.clone()));
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() && path.segments.len() > 1 {
            let segments = path.segments.iter();
            self.paths
                .insert(segments.map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        let attributes: &[Attribute] = match item {
            syn::ImplItem::Fn(item) => &item.attrs,
            syn::ImplItem::Const(item) => &item.attrs,
            _ => &[],
        };
        if !is_test(attributes) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

impl Names {
    fn import(&mut self, tree: &UseTree, prefix: &mut Vec<String>, is_reexport: bool) {
        match tree {
            UseTree::Path(path) => {
                prefix.push(path.ident.to_string());
                self.import(&path.tree, prefix, is_reexport);
                prefix.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, prefix, is_reexport);
                }
            }
            UseTree::Name(name) => self.named(&name.ident, &name.ident, prefix, is_reexport),
            UseTree::Rename(name) => self.named(&name.ident, &name.rename, prefix, is_reexport),
            UseTree::Glob(_) => self.imports.push(Import {
                name: None,
                target: prefix.clone(),
                is_reexport,
            }),
        }
    }

    fn named(
        &mut self,
        ident: &syn::Ident,
        name: &syn::Ident,
        prefix: &[String],
        is_reexport: bool,
    ) {
        let mut target = prefix.to_vec();
        let mut name = name.to_string();
        if ident != "self" {
            target.push(ident.to_string());
        } else if name == "self" {
            name = prefix.last().cloned().unwrap_or_default();
        }
        self.imports.push(Import {
            name: Some(name),
            target,
            is_reexport,
        });
    }
}

/// The paths of more than one segment in the tokens of a macro, except those that begin with `$` or `::`.
fn written(tokens: TokenStream) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    collect(tokens, &mut paths);
    paths
}

fn collect(tokens: TokenStream, paths: &mut Vec<Vec<String>>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let mut index = 0;
    while index < tokens.len() {
        match &tokens[index] {
            TokenTree::Group(group) => collect(group.stream(), paths),
            TokenTree::Ident(_) => {
                let path = path_at(&tokens[index..]);
                let is_whole = !continues(&tokens[..index]);
                index += (path.len() - 1) * 3;
                if is_whole && path.len() > 1 {
                    paths.push(path);
                }
            }
            _ => {}
        }
        index += 1;
    }
}

/// The identifiers at the beginning of `tokens` that `::` connects.
fn path_at(tokens: &[TokenTree]) -> Vec<String> {
    let mut path = Vec::new();
    let mut rest = tokens;
    while let [TokenTree::Ident(ident), after @ ..] = rest {
        path.push(ident.to_string());
        match after {
            [first, second, after @ ..] if is_colon(first) && is_colon(second) => rest = after,
            _ => break,
        }
    }
    path
}

fn is_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')
}

/// Returns `true` if an identifier after `tokens` does not begin a path from this module.
fn continues(tokens: &[TokenTree]) -> bool {
    match tokens {
        [.., first, second] if is_colon(first) && is_colon(second) => true,
        [.., TokenTree::Punct(punct)] => matches!(punct.as_char(), '$' | '.' | '#'),
        _ => false,
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name that an item defines. A function's own items are taken for the module's.
fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}
