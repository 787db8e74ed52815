use std::collections::BTreeMap;
use std::fmt::Write;

use quick_xml::escape::escape;

use super::model::{EnumType, Metadata, Navigation, Property, StructuredType, TypeKind, TypeRef};

const CORE: &str = "Org.OData.Core.V1";

impl Metadata {
    /// Writes the types, enumeration types and entity sets as CSDL. What is read of it is the same, but for operations and descriptions, which
    /// are left out.
    ///
    /// ```
    /// use graph_resource_import::Metadata;
    ///
    /// let csdl = Metadata::default().to_csdl();
    /// assert!(csdl.parse::<Metadata>()?.types.is_empty());
    /// # Ok::<(), graph_resource_import::CsdlError>(())
    /// ```
    pub fn to_csdl(&self) -> String {
        let mut schemas: BTreeMap<&str, String> = BTreeMap::new();
        for ty in self.enums.values() {
            write_enum(schemas.entry(namespace(&ty.name)).or_default(), ty);
        }
        for ty in self.types.values() {
            write_type(schemas.entry(namespace(&ty.name)).or_default(), ty);
        }
        let mut csdl = String::from(
            "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">\n  <edmx:DataServices>\n",
        );
        // The container is in the first schema that there is.
        let mut container = self.container();
        if schemas.is_empty() && !container.is_empty() {
            schemas.insert("microsoft.graph", String::new());
        }
        for (namespace, items) in &schemas {
            let namespace = escape(*namespace);
            line(
                &mut csdl,
                4,
                &format!(
                    "<Schema Namespace=\"{namespace}\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">"
                ),
            );
            csdl.push_str(items);
            csdl.push_str(&std::mem::take(&mut container));
            line(&mut csdl, 4, "</Schema>");
        }
        csdl.push_str("  </edmx:DataServices>\n</edmx:Edmx>\n");
        csdl
    }

    fn container(&self) -> String {
        let mut container = String::new();
        if self.sets.is_empty() {
            return container;
        }
        line(&mut container, 6, "<EntityContainer Name=\"GraphService\">");
        for set in &self.sets {
            let (name, ty) = (escape(&set.name), escape(&set.entity_type));
            let element = if set.is_singleton {
                format!("<Singleton Name=\"{name}\" Type=\"{ty}\" />")
            } else {
                format!("<EntitySet Name=\"{name}\" EntityType=\"{ty}\" />")
            };
            line(&mut container, 8, &element);
        }
        line(&mut container, 6, "</EntityContainer>");
        container
    }
}

fn write_enum(csdl: &mut String, ty: &EnumType) {
    let flags = if ty.is_flags { " IsFlags=\"true\"" } else { "" };
    let name = escape(short(&ty.name));
    line(csdl, 6, &format!("<EnumType Name=\"{name}\"{flags}>"));
    for member in &ty.members {
        let name = escape(&member.name);
        line(csdl, 8, &format!("<Member Name=\"{name}\" />"));
    }
    line(csdl, 6, "</EnumType>");
}

fn write_type(csdl: &mut String, ty: &StructuredType) {
    let element = match ty.kind {
        TypeKind::Entity => "EntityType",
        TypeKind::Complex => "ComplexType",
    };
    let mut attributes = format!("Name=\"{}\"", escape(short(&ty.name)));
    if let Some(base) = &ty.base {
        attributes = format!("{attributes} BaseType=\"{}\"", escape(base));
    }
    for (is_set, name) in [
        (ty.is_abstract, "Abstract"),
        (ty.is_open, "OpenType"),
        (ty.has_stream, "HasStream"),
    ] {
        if is_set {
            attributes = format!("{attributes} {name}=\"true\"");
        }
    }
    line(csdl, 6, &format!("<{element} {attributes}>"));
    if !ty.key.is_empty() {
        let keys = ty.key.iter();
        let keys: Vec<_> = keys
            .map(|key| format!("<PropertyRef Name=\"{}\" />", escape(key)))
            .collect();
        line(csdl, 8, &format!("<Key>{}</Key>", keys.concat()));
    }
    for property in &ty.properties {
        line(csdl, 8, &property_element(property));
    }
    for navigation in &ty.navigation {
        line(csdl, 8, &navigation_element(navigation));
    }
    line(csdl, 6, &format!("</{element}>"));
    for property in &ty.properties {
        let terms = [
            (property.is_read_only, "Computed"),
            (property.is_immutable, "Immutable"),
        ];
        for (_, term) in terms.into_iter().filter(|(is_set, _)| *is_set) {
            let target = escape(&ty.name).into_owned() + "/" + &escape(&property.name);
            let annotation = format!(
                "<Annotations Target=\"{target}\"><Annotation Term=\"{CORE}.{term}\" Bool=\"true\" /></Annotations>"
            );
            line(csdl, 6, &annotation);
        }
    }
}

fn property_element(property: &Property) -> String {
    let (name, ty) = (escape(&property.name), type_text(&property.ty));
    let nullable = nullable(property.is_nullable);
    format!("<Property Name=\"{name}\" Type=\"{ty}\"{nullable} />")
}

fn navigation_element(navigation: &Navigation) -> String {
    let (name, ty) = (escape(&navigation.name), type_text(&navigation.ty));
    let nullable = nullable(navigation.is_nullable);
    let contains = if navigation.is_containment {
        " ContainsTarget=\"true\""
    } else {
        ""
    };
    format!("<NavigationProperty Name=\"{name}\" Type=\"{ty}\"{nullable}{contains} />")
}

const fn nullable(is_nullable: bool) -> &'static str {
    if is_nullable {
        ""
    } else {
        " Nullable=\"false\""
    }
}

fn type_text(ty: &TypeRef) -> String {
    let name = escape(&ty.name);
    if ty.is_collection {
        format!("Collection({name})")
    } else {
        name.into_owned()
    }
}

fn short(qualified: &str) -> &str {
    qualified.rsplit('.').next().unwrap_or(qualified)
}

fn namespace(qualified: &str) -> &str {
    qualified
        .rsplit_once('.')
        .map_or("", |(namespace, _)| namespace)
}

fn line(csdl: &mut String, indentation: usize, text: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(csdl, "{:indentation$}{text}", "");
}
