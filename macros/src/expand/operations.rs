//! The functions that create requests.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::docs::Write;
use super::generics::{self, Parts};
use super::new_item;
use crate::model::{Kind, Media, Operation, Property, StructuredType, is_named};

pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    if resource.operations().is_empty() && resource.media().is_empty() {
        return TokenStream::new();
    }
    let ident = resource.ident;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let functions = resource
        .operations()
        .iter()
        .map(|operation| match operation {
            Operation::List => {
                bodiless(resource, "list", "List", Scope::Collection, "for a page of")
            }
            Operation::Get => bodiless(resource, "get", "Get", Scope::Item, "for one"),
            Operation::Delete => bodiless(
                resource,
                "delete",
                "Delete",
                Scope::Item,
                "that deletes one",
            ),
            Operation::Update if resource.is_replaced() => replace(resource),
            Operation::Update => update(resource),
            Operation::Create => {
                let create = create(resource);
                let create_from = create_from(resource);
                quote!(#create #create_from)
            }
        });
    let relationships = resource
        .relationships()
        .map(|property| relationship(resource, property));
    let contents = resource
        .media()
        .iter()
        .map(|media| content(resource, media));
    quote! {
        impl #parameters #ident #arguments #bounds {
            #(#functions)*
            #(#relationships)*
            #(#contents)*
        }
    }
}

/// Returns the function that creates the request for a content of one item.
fn content(resource: &StructuredType<'_>, media: &Media) -> TokenStream {
    let (visibility, runtime) = (resource.visibility, &resource.runtime);
    let (arguments, address) = address(resource, Scope::Item);
    let Media { name, segment } = media;
    let segment = format!("/{}", segment.value());
    let docs = format!(
        " Creates the request for a content of one [`{}`]: `GET {}{segment}`.",
        resource.ident,
        resource.item_path()
    );
    quote! {
        #[doc = #docs]
        #visibility fn #name(#arguments) -> #runtime::Content<Self> {
            __graph::Content::new(&#address, #segment)
        }
    }
}

/// Returns the function that names a relationship of one item.
fn relationship(resource: &StructuredType<'_>, property: &Property<'_>) -> TokenStream {
    let (visibility, runtime) = (property.visibility, &resource.runtime);
    let (arguments, address) = address(resource, Scope::Item);
    let (name, wire_name) = (property.ident, &property.wire_name);
    let (request, what) = match property.kind {
        Kind::BoundCollection => ("RelatedItems", "items"),
        _ => ("RelatedItem", "item"),
    };
    let docs = format!(
        " The {what} to which `{wire_name}` of one [`{}`] leads: `{}/{wire_name}/$ref`.",
        resource.ident,
        resource.item_path()
    );
    let segment = format!("/{wire_name}");
    let request = Ident::new(request, Span::call_site());
    quote! {
        #[doc = #docs]
        #visibility fn #name(#arguments) -> #runtime::#request {
            __graph::#request::new(#address, #segment)
        }
    }
}

/// The target of the address of a request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Collection,
    Item,
}

/// Returns the arguments of a function for the parameters of the address, and the expression that creates the address.
fn address(resource: &StructuredType<'_>, scope: Scope) -> (TokenStream, TokenStream) {
    let key = resource.key().filter(|_| scope == Scope::Item);
    // No parameter of the path is this one, whatever its name.
    let inherited = resource.base_with_key().filter(|_| scope == Scope::Item);
    let inherited = inherited.map(|_| Ident::new("key", Span::mixed_site()));
    let key_argument = key
        .map(key_argument)
        .or_else(|| inherited.as_ref().map(text_argument))
        .into_iter();
    let key = key.map(|key| key.ident).or(inherited.as_ref());
    let arguments = resource.parameters().iter().map(text_argument);
    let arguments = quote!(#(#arguments,)* #(#key_argument,)*);
    let parameters: Vec<&Ident> = resource.parameters().iter().chain(key).collect();
    let scope = match scope {
        Scope::Collection => quote!(collection),
        Scope::Item => quote!(item),
    };
    let address = quote!(__graph::RequestParts::#scope(&__INFO, &[#(&#parameters),*]));
    (arguments, address)
}

/// Returns the argument for a parameter of the path, which is text.
pub(super) fn text_argument(parameter: &Ident) -> TokenStream {
    quote!(#parameter: impl __graph::Key)
}

/// Returns the argument for a key. The type of the property decides what it takes: a number or a `Uuid` is not any text.
pub(super) fn key_argument(key: &Property<'_>) -> TokenStream {
    let (ident, ty) = (key.ident, key.value_type);
    if key.is_primitive() {
        quote!(#ident: #ty)
    } else if is_named(ty, "Uuid") {
        quote!(#ident: impl __graph::KeyOf<#ty>)
    } else {
        text_argument(ident)
    }
}

fn docs(resource: &StructuredType<'_>, what: &str, method: &str, scope: Scope) -> String {
    let path = match scope {
        Scope::Collection => resource.path().to_owned(),
        Scope::Item => resource.item_path(),
    };
    format!(
        " Creates the request {what} [`{}`]: `{method} {path}`.",
        resource.ident
    )
}

fn bodiless(
    resource: &StructuredType<'_>,
    name: &str,
    request: &str,
    scope: Scope,
    what: &str,
) -> TokenStream {
    let StructuredType {
        visibility,
        runtime,
        ..
    } = resource;
    let (arguments, address) = address(resource, scope);
    let docs = docs(
        resource,
        what,
        if name == "delete" { "DELETE" } else { "GET" },
        scope,
    );
    let [name, request] = [name, request].map(|name| Ident::new(name, Span::call_site()));
    quote! {
        #[doc = #docs]
        #visibility fn #name(#arguments) -> #runtime::#request<Self> {
            #runtime::#request::new(#address)
        }
    }
}

fn update(resource: &StructuredType<'_>) -> TokenStream {
    let visibility = resource.visibility;
    let update = resource.update_ident();
    let generic_arguments = generics::of_type(resource).arguments;
    let (arguments, address) = address(resource, Scope::Item);
    let method = resource.update_method();
    let docs = docs(resource, "that updates one", method, Scope::Item);
    let docs = docs + &Write::Update.answer(resource);
    quote! {
        #[doc = #docs]
        #visibility fn update(#arguments) -> #update #generic_arguments {
            <#update #generic_arguments>::__new(__graph::Write::update(#address))
        }
    }
}

/// Returns the function that replaces the resource, and an `update` that exists only for the message of the compiler that there is none.
fn replace(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType {
        visibility,
        runtime,
        ..
    } = resource;
    let method = resource.update_method();
    let docs = docs(resource, "that replaces one", method, Scope::Item);
    let docs = docs + &Write::Update.answer(resource);
    let whole = Whole {
        docs: &docs,
        name: Ident::new("replace", Span::call_site()),
        kind: quote!(#runtime::Replace),
        constructor: quote!(__graph::Whole::replace),
    };
    let function = whole.function(resource, &TokenStream::new());
    let (arguments, address) = address(resource, Scope::Item);
    let patch = resource.patch_ident();
    let update = generics::with(resource, &quote!(__graph::Write<#runtime::Update>));
    quote! {
        #function

        #[doc(hidden)]
        #visibility fn update(#arguments) -> #patch #update
        where
            for<'__a> #runtime::Replace: __graph::UpdatesInPart<'__a, Self>,
        {
            <#patch #update>::__new(__graph::Write::update(#address))
        }
    }
}

/// Returns the function that creates a create from a value.
fn create_from(resource: &StructuredType<'_>) -> TokenStream {
    let runtime = &resource.runtime;
    let docs = docs(resource, "that creates one", "POST", Scope::Collection);
    let answer = Write::Create.answer(resource);
    let docs = format!("{docs} Its properties are those of `value`.{answer}");
    let whole = Whole {
        docs: &docs,
        name: Ident::new("create_from", Span::call_site()),
        kind: quote!(#runtime::CreateFrom),
        constructor: quote!(__graph::Whole::create_from),
    };
    whole.function(resource, &TokenStream::new())
}

/// A function that creates a write of a whole value.
pub(super) struct Whole<'a> {
    pub(super) docs: &'a str,
    pub(super) name: Ident,
    pub(super) kind: TokenStream,
    pub(super) constructor: TokenStream,
}

impl Whole<'_> {
    /// Returns the function. Its arguments are the parameters of the path and the value, which has the key; `address` are the arguments of the
    /// constructor before them.
    pub(super) fn function(
        &self,
        resource: &StructuredType<'_>,
        address: &TokenStream,
    ) -> TokenStream {
        let (visibility, runtime) = (resource.visibility, &resource.runtime);
        let Self {
            docs,
            name,
            kind,
            constructor,
        } = self;
        let parameters = resource.parameters();
        let held = resource.parameter_ident("Body");
        let value = if parameters.iter().any(|parameter| parameter == "value") {
            Ident::new("__value", Span::call_site())
        } else {
            Ident::new("value", Span::call_site())
        };
        quote! {
            #[doc = #docs]
            #visibility fn #name<#held: ::core::borrow::Borrow<Self>>(
                #(#parameters: impl __graph::Key,)*
                #value: #held,
            ) -> #runtime::Whole<#kind, Self, #held> {
                #constructor(#address &[#(&#parameters),*], #value)
            }
        }
    }
}

/// Returns the function that creates a create. What it requires is a struct, so that a missing property does not compile, and two of
/// one type are not mixed up.
fn create(resource: &StructuredType<'_>) -> TokenStream {
    let visibility = resource.visibility;
    let create = resource.create_ident();
    let generic_arguments = generics::of_type(resource).arguments;
    let (arguments, address) = address(resource, Scope::Collection);
    let docs = docs(resource, "that creates one", "POST", Scope::Collection);
    let docs = docs + &Write::Create.answer(resource);
    let new = new_item::ty(resource).map(|ty| {
        let new = new_item::argument();
        quote!(#new: #ty)
    });
    let body = if new.is_some() {
        let new = new_item::argument();
        quote!(Self::__create(#address, #new))
    } else {
        let only = new_item::only(resource);
        quote!(<#create #generic_arguments>::__new(__graph::Write::create(#address, #only)))
    };
    let count = resource.parameters().len() + usize::from(new.is_some());
    let lint = (count > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        #[doc = #docs]
        #lint
        #visibility fn create(#arguments #new) -> #create #generic_arguments {
            #body
        }
    }
}
