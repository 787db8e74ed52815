//! Nothing that is thrown at the macros makes them panic, or write what is no Rust.

use fastrand::Rng;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::{attribute, expand};

const ARGUMENTS: [&str; 5] = [
    r#"path = "/users/{user_id}/tasks", version = "beta", odata_type = "microsoft.graph.task""#,
    r#"path = "/me", operations(get, update), update(method = "PUT"), crate = "my::runtime""#,
    r#"path = "https://x/v1.0/{a}/{a}/{b c", emit_type = "never", operations(list, create)"#,
    "flags, extensible",
    "",
];

const ITEMS: [&str; 8] = [
    r#"/// Docs.
    #[derive(Debug, Clone, Serialize)]
    pub struct Task<'a, T: Ord = u8> where T: Clone {
        #[graph(key, create_only)] pub id: String,
        #[graph(etag)] etag: Option<String>,
        #[graph(alternate_key)] user_id: Option<String>,
        #[graph(required)] title: T,
        #[graph(create_only, default)] kind: Option<Cow<'a, str>>,
        #[graph(write_only, sensitive)] r#type: ::core::option::Option<String>,
        #[graph(with = "my::colour", setter = "paint", rename = "color")] colour: Vec<[u8; 4]>,
        #[serde(default)] send: bool,
    }"#,
    r#"#[derive(Debug)] pub(crate) enum Status {
        Open, #[graph(rename = "isDone")] Done = 5, #[graph(unknown)] Unknown(String),
    }"#,
    "pub struct Device {
        #[graph(base)] base: Entity,
        #[graph(merge)] part: Option<Part>,
        #[graph(merge)] parts: BTreeMap<String, Part>,
        #[graph(navigation, bind)] owner: Option<Box<User>>,
        #[graph(navigation, bind)] members: Vec<User>,
        #[graph(navigation)] parent: Option<Box<Device>>,
        #[graph(extra)] others: DynamicProperties,
    }",
    "enum Any {
        Device(Box<Device>), #[graph(base)] Entity(Entity), #[graph(evolved)] Late,
        #[graph(unknown)] Unknown(DynamicProperties),
    }",
    "struct Task(#[graph(key)] String);",
    "struct Task;",
    "union Task { a: u32, b: f32 }",
    "pub const fn task<T>() -> T { loop {} }",
];

const TEXTS: [&str; 12] = [
    "",
    "/",
    "{",
    "}",
    "/{",
    "r#type",
    "self",
    "::",
    "a b",
    "\u{fc}\n",
    "@odata.type",
    "#x.y",
];

const NAMES: [&str; 24] = [
    "graph",
    "serde",
    "derive",
    "path",
    "key",
    "etag",
    "rename",
    "setter",
    "alternate_key",
    "with",
    "crate",
    "unknown",
    "sensitive",
    "required",
    "operations",
    "update",
    "pub",
    "merge",
    "navigation",
    "bind",
    "extra",
    "base",
    "evolved",
    "flags",
];

fn stream(source: &str) -> TokenStream {
    source.parse().expect("the examples are tokens")
}

fn random_token(rng: &mut Rng) -> TokenTree {
    let choice = |rng: &mut Rng, from: &[&'static str]| from[rng.usize(..from.len())];
    match rng.u8(..5) {
        0 => Ident::new(choice(rng, &NAMES), Span::call_site()).into(),
        1 => Literal::string(choice(rng, &TEXTS)).into(),
        2 => Literal::u8_unsuffixed(rng.u8(..)).into(),
        3 => Punct::new(
            rng.choice([',', '=', '#', ':', '<', '>', '!', '&'])
                .unwrap_or(','),
            Spacing::Alone,
        )
        .into(),
        _ => {
            let delimiter = [
                Delimiter::Parenthesis,
                Delimiter::Brace,
                Delimiter::Bracket,
                Delimiter::None,
            ][rng.usize(..4)];
            let inner = (0..rng.usize(..4)).map(|_| random_token(rng)).collect();
            Group::new(delimiter, inner).into()
        }
    }
}

/// The stream with, now and then, a token left out, another put in, or all that follows cut off.
fn mutated(tokens: TokenStream, rate: f64, rng: &mut Rng) -> TokenStream {
    let mut result = Vec::new();
    for token in tokens {
        let token = match token {
            TokenTree::Group(group) => {
                Group::new(group.delimiter(), mutated(group.stream(), rate, rng)).into()
            }
            token => token,
        };
        if rng.f64() >= rate {
            result.push(token);
            continue;
        }
        match rng.u8(..8) {
            0 => break,
            1 | 2 => {}
            3 | 4 => result.push(random_token(rng)),
            5 => result.extend([token.clone(), token]),
            _ => result.extend([token, random_token(rng)]),
        }
    }
    result.into_iter().collect()
}

fn assert_is_rust(output: &TokenStream, of: &TokenStream) {
    let parsed = syn::parse2::<syn::File>(output.clone());
    assert!(parsed.is_ok(), "of `{of}` became `{output}`");
}

#[test]
fn no_input_makes_a_macro_panic_or_write_what_is_no_rust() {
    let mut rng = Rng::with_seed(42);
    for round in 0..4_000 {
        let rate = [0.0, 0.02, 0.1, 0.4][round % 4];
        let arguments = stream(ARGUMENTS[rng.usize(..ARGUMENTS.len())]);
        let item = stream(ITEMS[rng.usize(..ITEMS.len())]);
        let (arguments, item) = (
            mutated(arguments, rate, &mut rng),
            mutated(item, rate, &mut rng),
        );

        // The compiler hands only items to an attribute macro, and only structs, enums and unions to a derive.
        let is_item = syn::parse2::<syn::Item>(item.clone()).is_ok();
        for output in [
            attribute::resource(&arguments, item.clone()),
            attribute::complex(&arguments, item.clone()),
            attribute::enumeration(&arguments, item.clone()),
            attribute::union(&arguments, item.clone()),
        ] {
            if is_item {
                assert_is_rust(&output, &item);
            }
        }
        for (wrapper, expand) in [
            (
                "resource",
                expand::resource as fn(TokenStream) -> TokenStream,
            ),
            ("complex", expand::complex),
            ("enumeration", expand::enumeration),
            ("union", expand::union),
        ] {
            let wrapper = Ident::new(wrapper, Span::call_site());
            let handed_on = quote::quote!(#[graph(#wrapper(#arguments))] #item);
            assert_is_rust(&expand(handed_on.clone()), &handed_on);
        }
    }
}
