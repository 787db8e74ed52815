use std::collections::BTreeSet;

use super::docs::comment;
use super::module::Module;
use super::text::line;
use crate::csdl::EnumType;
use crate::names;

/// The member that stands for those that a client does not know. It is never sent.
const SENTINEL: &str = "unknownFutureValue";

/// Writes an enumeration type.
pub(super) fn write(ty: &EnumType, module: &mut Module) {
    module.import_macro("graph_enum");
    let ident = names::type_name(&ty.name).ident;
    let mut source = comment(ty.description.as_deref(), &format!("`{}`.", ty.name));
    source += if ty.is_flags {
        "#[graph_enum(flags)]\n"
    } else {
        "#[graph_enum]\n"
    };
    line(&mut source, format_args!("pub enum {ident} {{"));
    let mut used = BTreeSet::new();
    let mut is_after_sentinel = false;
    for member in &ty.members {
        if member.name == SENTINEL {
            is_after_sentinel = true;
            continue;
        }
        let named = names::variant(&member.name);
        let mut variant = named.ident.clone();
        let mut needs_rename = named.needs_rename;
        while !used.insert(variant.clone()) {
            variant.push_str("Member");
            needs_rename = true;
        }
        let default = format!("`{}`.", member.name);
        source += &comment(member.description.as_deref(), &default);
        let mut attributes = Vec::new();
        if needs_rename {
            attributes.push(format!("rename = {:?}", member.name));
        }
        if is_after_sentinel {
            attributes.push("evolved".to_owned());
        }
        if !attributes.is_empty() {
            line(
                &mut source,
                format_args!("#[graph({})]", attributes.join(", ")),
            );
        }
        line(&mut source, format_args!("{variant},"));
    }
    let unknown = ["Unknown", "Other", "Unrecognized"]
        .into_iter()
        .find(|name| !used.contains(*name))
        .unwrap_or("UnknownMember");
    source += "/// A member that is not known here.\n#[graph(unknown)]\n";
    line(&mut source, format_args!("{unknown}(String),\n}}\n"));
    module.items += &source;
}
