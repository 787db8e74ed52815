//! Tests that no input makes a macro panic or generate code that does not parse.

use fastrand::Rng;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::{attr, attribute, expand};

const ARGUMENTS: [&str; 6] = [
    r#"path = "/users/{user_id}/tasks", version = "beta", odata_type = "microsoft.graph.task""#,
    r#"path = "/me", operations(get, update), update(method = "PUT", whole, with_key), write_null, crate = "my::runtime""#,
    r#"path = "https://x/v1.0/{a}/{a}/{b c", emit_type = "never", operations(list, create)"#,
    r#"path = "/users/{id}/sendMail", also(me = "/me/sendMail"), returns = Vec<Page<User>>, content_type = "text/plain""#,
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
        #[graph(write_null)] note: Option<String>,
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

/// Returns the identifiers that random tokens are made of: the names of all attributes, and some others.
fn identifiers() -> Vec<&'static str> {
    let mut identifiers = attr::every_name();
    identifiers.extend([attr::GRAPH, "serde", "derive", "pub", "get"]);
    identifiers
}

struct Generator {
    rng: Rng,
    identifiers: Vec<&'static str>,
}

impl Generator {
    fn example(&mut self, examples: &[&str]) -> TokenStream {
        let source = examples[self.rng.usize(..examples.len())];
        source.parse().expect("the examples are tokens")
    }

    fn token(&mut self) -> TokenTree {
        let rng = &mut self.rng;
        match rng.u8(..5) {
            0 => {
                let name = self.identifiers[rng.usize(..self.identifiers.len())];
                Ident::new(name, Span::call_site()).into()
            }
            1 => Literal::string(TEXTS[rng.usize(..TEXTS.len())]).into(),
            2 => Literal::u8_unsuffixed(rng.u8(..)).into(),
            3 => {
                let characters = [',', '=', '#', ':', '<', '>', '!', '&'];
                let character = characters[rng.usize(..characters.len())];
                Punct::new(character, Spacing::Alone).into()
            }
            _ => {
                let delimiters = [
                    Delimiter::Parenthesis,
                    Delimiter::Brace,
                    Delimiter::Bracket,
                    Delimiter::None,
                ];
                let delimiter = delimiters[rng.usize(..delimiters.len())];
                let inner = (0..rng.usize(..4)).map(|_| self.token()).collect();
                Group::new(delimiter, inner).into()
            }
        }
    }

    /// Returns the stream with some tokens removed, repeated or inserted, or with its end cut off.
    fn mutated(&mut self, tokens: TokenStream, rate: f64) -> TokenStream {
        let mut result = Vec::new();
        for token in tokens {
            let token = match token {
                TokenTree::Group(group) => {
                    Group::new(group.delimiter(), self.mutated(group.stream(), rate)).into()
                }
                token => token,
            };
            if self.rng.f64() >= rate {
                result.push(token);
                continue;
            }
            match self.rng.u8(..8) {
                0 => break,
                1 | 2 => {}
                3 | 4 => result.push(self.token()),
                5 => result.extend([token.clone(), token]),
                _ => {
                    let inserted = self.token();
                    result.extend([token, inserted]);
                }
            }
        }
        result.into_iter().collect()
    }
}

fn assert_parses(output: &TokenStream, input: &TokenStream) {
    let parsed = syn::parse2::<syn::File>(output.clone());
    assert!(parsed.is_ok(), "`{input}` became `{output}`");
}

#[test]
fn no_input_makes_a_macro_panic_or_generate_code_that_does_not_parse() {
    let mut generator = Generator {
        rng: Rng::with_seed(42),
        identifiers: identifiers(),
    };
    for round in 0..4_000 {
        let rate = [0.0, 0.02, 0.1, 0.4][round % 4];
        let (arguments, item) = (generator.example(&ARGUMENTS), generator.example(&ITEMS));
        let arguments = generator.mutated(arguments, rate);
        let item = generator.mutated(item, rate);

        // The compiler passes only items to an attribute macro, and only structs, enums and unions to a derive.
        let is_item = syn::parse2::<syn::Item>(item.clone()).is_ok();
        for output in [
            attribute::resource(&arguments, item.clone()),
            attribute::complex(&arguments, item.clone()),
            attribute::enumeration(&arguments, item.clone()),
            attribute::union(&arguments, item.clone()),
            attribute::action(&arguments, item.clone()),
            attribute::function(&arguments, item.clone()),
        ] {
            if is_item {
                assert_parses(&output, &item);
            }
        }
        for (wrapper, expand) in [
            (
                attr::RESOURCE,
                expand::resource as fn(TokenStream) -> TokenStream,
            ),
            (attr::COMPLEX, expand::complex),
            (attr::ENUMERATION, expand::enumeration),
            (attr::UNION, expand::union),
            (attr::ACTION, expand::action),
            (attr::FUNCTION, expand::function),
        ] {
            let wrapper = Ident::new(wrapper, Span::call_site());
            let passed = quote::quote!(#[graph(#wrapper(#arguments))] #item);
            assert_parses(&expand(passed.clone()), &passed);
        }
    }
}
