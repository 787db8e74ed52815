//! What is metadata, and what is not.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use graph_resource_import::{CsdlError, Metadata};

const SERVICE: &str = include_str!("fixtures/service.csdl");

fn error_of(document: &str) -> String {
    document.parse::<Metadata>().unwrap_err().to_string()
}

/// Returns a document with one schema.
fn schema(content: &str) -> String {
    format!(
        "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"e\"><edmx:DataServices>\n<Schema Namespace=\"n\" Alias=\"a\">\n{content}\n</Schema></edmx:DataServices></edmx:Edmx>"
    )
}

#[test]
fn aliases_are_replaced_by_their_namespaces() {
    let metadata: Metadata = SERVICE.parse().unwrap();
    let user = &metadata.types["microsoft.graph.user"];
    assert_eq!(user.base.as_deref(), Some("microsoft.graph.entity"));
    let mut properties = user.properties.iter();
    let settings = properties.find(|it| it.name == "settings").unwrap();
    assert_eq!(settings.ty.name, "microsoft.graph.settings");
    let alert = &metadata.types["microsoft.graph.security.alert"];
    assert_eq!(
        alert.properties[1].ty.name,
        "microsoft.graph.security.alert"
    );
}

#[test]
fn a_derived_type_has_the_key_of_its_base() {
    let metadata: Metadata = SERVICE.parse().unwrap();
    assert_eq!(metadata.key_of("microsoft.graph.user"), ["id"]);
    assert!(metadata.key_of("microsoft.graph.alert").is_empty());
}

#[test]
fn annotations_are_applied_to_their_targets() {
    let metadata: Metadata = SERVICE.parse().unwrap();
    let property = |ty: &str, name: &str| {
        let properties = &metadata.types[ty].properties;
        properties
            .iter()
            .find(|it| it.name == name)
            .unwrap()
            .clone()
    };
    assert!(property("microsoft.graph.user", "createdDateTime").is_read_only);
    assert!(property("microsoft.graph.user", "mailNickname").is_immutable);
    assert!(property("microsoft.graph.message", "subject").is_read_only);
    let description = property("microsoft.graph.user", "displayName").description;
    assert!(description.unwrap().starts_with("The name"));
}

#[test]
fn what_is_no_metadata_is_an_error_with_its_position() {
    for (document, expected) in [
        (String::new(), "1:1: the document has no XML element"),
        (
            "{\"value\":[]}".to_owned(),
            "1:13: the document has no XML element",
        ),
        (
            "<html></html>".to_owned(),
            "1:1: `html` is not the root of metadata, which is `edmx:Edmx`",
        ),
        (
            "<edmx:Edmx Version=\"1.0\"></edmx:Edmx>".to_owned(),
            "1:1: the version of CSDL is 1.0: only 4.0 and 4.01 are read, which `$metadata` of a service of OData 4 has",
        ),
        (
            "<!DOCTYPE x [<!ENTITY a \"b\">]><edmx:Edmx Version=\"4.0\"/>".to_owned(),
            "1:1: the document has a type declaration, which metadata never has",
        ),
        (schema("<EntityType/>"), "3:1: `EntityType` has no `Name`"),
        (
            schema("<ComplexType Name=\"t\"/>\n<ComplexType Name=\"t\"/>"),
            "4:1: `n.t` is declared twice",
        ),
        (
            schema("<ComplexType Name=\"t\">\n<Property Name=\"p\"/></ComplexType>"),
            "4:1: `Property` has no `Type`",
        ),
    ] {
        assert_eq!(error_of(&document), expected);
    }
}

#[test]
fn a_name_that_stands_for_nothing_is_an_error() {
    for (content, from, name) in [
        ("<ComplexType Name=\"t\" BaseType=\"a.b\"/>", "n.t", "n.b"),
        (
            "<ComplexType Name=\"t\"><Property Name=\"p\" Type=\"Collection(a.b)\"/></ComplexType>",
            "n.t/p",
            "n.b",
        ),
        (
            "<EntityContainer Name=\"c\"><EntitySet Name=\"s\" EntityType=\"a.b\"/></EntityContainer>",
            "s",
            "n.b",
        ),
        (
            "<Action Name=\"f\"><ReturnType Type=\"a.b\"/></Action>",
            "n.f",
            "n.b",
        ),
        (
            "<ComplexType Name=\"t\" BaseType=\"a.u\"/><ComplexType Name=\"u\" BaseType=\"a.t\"/>",
            "n.t",
            "n.t",
        ),
    ] {
        let expected = format!("`{from}` refers to `{name}`, which is not declared");
        assert_eq!(error_of(&schema(content)), expected);
    }
}

#[test]
fn a_document_that_ends_early_is_an_error_wherever_it_ends() {
    let ends = SERVICE.char_indices().map(|(end, _)| end).step_by(97);
    for end in ends.filter(|end| *end < SERVICE.len() - 20) {
        assert!(SERVICE[..end].parse::<Metadata>().is_err(), "{end}");
    }
}

#[test]
fn deep_nesting_and_entities_are_refused() {
    let deep = schema(&"<a>".repeat(1_000));
    assert!(error_of(&deep).contains("nested more than 64 levels deep"));
    let entity = schema("<ComplexType Name=\"&boom;\"/>");
    assert!(
        error_of(&entity).starts_with("3:1:"),
        "{}",
        error_of(&entity)
    );
}

#[test]
fn a_file_that_is_missing_or_too_large_is_an_error() {
    let missing = Metadata::read("no such file").unwrap_err();
    assert!(matches!(missing, CsdlError::File(_)));
    let path = std::env::temp_dir().join(format!("graph-resource-large-{}", std::process::id()));
    let file = std::fs::File::create(&path).unwrap();
    // Its bytes are never written, and never read.
    file.set_len(Metadata::MAX_SIZE + 1).unwrap();
    let error = Metadata::read(&path).unwrap_err();
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(error, CsdlError::TooLarge { .. }));
}
