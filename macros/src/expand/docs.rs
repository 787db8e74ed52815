//! The documentation of generated items.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Type;

use crate::model::{Operation, Property, StructuredType, map_argument, unboxed};

/// A kind of write, in documentation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Write {
    Update,
    Upsert,
    Create,
}

impl Write {
    /// Returns the sentence about the answer, a type of the runtime that the signature of `send` does not name.
    pub(super) fn answer(self, resource: &StructuredType<'_>) -> String {
        let answer = match self {
            Self::Update => "Updated",
            Self::Upsert => "Upserted",
            Self::Create => "Created",
        };
        let (ident, runtime) = (resource.ident, runtime(resource));
        format!(" The answer is [`{answer}<{ident}>`]({runtime}::{answer}).")
    }

    /// Returns the methods that this kind has and others have not, as links.
    fn own_methods(self, patch: &str) -> String {
        let methods: &[&str] = match self {
            Self::Update => &["with_if_match", "with_allow_empty"],
            Self::Upsert => &["with_update_only", "with_insert_only"],
            Self::Create => &[],
        };
        methods
            .iter()
            .map(|name| link(patch, name) + ", ")
            .collect()
    }
}

/// Returns the documentation of the alias for a request. The page of an alias has no methods, so it says where they are.
pub(super) fn of_request(resource: &StructuredType<'_>, write: Write) -> TokenStream {
    let (ident, patch) = (resource.ident, resource.patch_ident().to_string());
    let first = match write {
        Write::Update => {
            format!("The request to update one [`{ident}`]. [`{ident}::update`] creates it.")
        }
        Write::Upsert => format!(
            "The request that updates one [`{ident}`], or creates it if it is missing. The `upsert_by_…` functions of [`{ident}`] create it."
        ),
        Write::Create => match resource.required().next() {
            Some(_) => format!(
                "The request to create one [`{ident}`]. [`{ident}::create`] creates it from a [`{}`].",
                resource.new_ident()
            ),
            None => {
                format!("The request to create one [`{ident}`]. [`{ident}::create`] creates it.")
            }
        },
    };
    let own = write.own_methods(&patch);
    let [patches, header, query, send] =
        ["with_patch", "with_header", "with_query", "send"].map(|name| link(&patch, name));
    let (answer, runtime) = (write.answer(resource), runtime(resource));
    let second = format!(
        " Its methods are on the page of [`{patch}`], which this is with an address: the setters of the properties, {patches}, {own}\
         what every request has, such as {header} and {query}, and {send}. The page of [`graph_resource`]({runtime}::graph_resource#what-a-request-has) \
         lists them all."
    );
    paragraphs(&format!(" {first}{answer}"), &second)
}

fn paragraphs(first: &str, second: &str) -> TokenStream {
    quote! {
        #[doc = #first]
        ///
        #[doc = #second]
    }
}

fn link(patch: &str, method: &str) -> String {
    format!("[`{method}`]({patch}::{method})")
}

/// Returns the documentation of the function for a further address.
pub(super) fn of_address(resource: &StructuredType<'_>, path: &str, is_singleton: bool) -> String {
    let (ident, runtime) = (resource.ident, runtime(resource));
    let name = if is_singleton {
        "Singleton"
    } else {
        "Collection"
    };
    format!(
        " The address `{path}` of [`{ident}`]. The methods of [`{name}`]({runtime}::{name}) create the requests."
    )
}

/// Returns the documentation of the patch type.
pub(super) fn of_patch(resource: &StructuredType<'_>) -> TokenStream {
    let update = resource.is_updated_in_part();
    let create = resource.has(Operation::Create);
    let aliases = match (update, create) {
        (true, true) => format!(
            "[`{}`] or [`{}`]",
            resource.update_ident(),
            resource.create_ident()
        ),
        (true, false) => format!("[`{}`]", resource.update_ident()),
        (false, true) => format!("[`{}`]", resource.create_ident()),
        (false, false) => String::new(),
    };
    let first = format!(
        " A partial update of one [`{}`]: a change for each property that an update may carry.",
        resource.ident
    );
    if aliases.is_empty() {
        return quote!(#[doc = #first]);
    }
    let parameter = resource.parameter_ident("Request");
    let second = format!(
        " `{parameter}` is the request that carries it, if there is one: with it, the type is {aliases}, which alone has the methods `with_…`, \
         `to_http_request` and `send`."
    );
    paragraphs(&first, &second)
}

/// Returns the documentation of the property, or its name if it has none.
pub(super) fn of_property(property: &Property<'_>) -> TokenStream {
    let docs = &property.docs;
    if docs.is_empty() {
        let text = format!(" The property `{}`.", property.wire_name);
        return quote!(#[doc = #text]);
    }
    quote!(#(#docs)*)
}

/// Returns the documentation of the setter of a merged property, whose signature does not name the patch of a complex type.
pub(super) fn of_merge(property: &Property<'_>) -> TokenStream {
    let docs = of_property(property);
    let ty = unboxed(property.value_type);
    let Type::Path(path) = ty else { return docs };
    let Some(last) = path
        .path
        .segments
        .last()
        .filter(|_| map_argument(ty).is_none())
    else {
        return docs;
    };
    let text = format!(
        " `edit` takes the patch of the `{}`, which has the changes so far, and returns it.",
        last.ident
    );
    quote! {
        #docs
        ///
        #[doc = #text]
    }
}

/// Returns the path of the runtime, for links.
fn runtime(resource: &StructuredType<'_>) -> String {
    let path = resource.runtime.to_token_stream().to_string();
    path.replace(' ', "")
}
