/// A partial update of one [`Note`]: what is to be done to each property that an update may carry.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
struct NotePatch<'a, T, __Request = ()>
where
    T: Ord,
{
    /// The property `title`.
    title: ::core::option::Option<T>,
    /// The property `password`.
    password: ::graph_resource::Change<String>,
    /// The property `tags`.
    tags: ::core::option::Option<Vec<String>>,
    /// The property `color`.
    colour: ::graph_resource::Change<Colour>,
    #[doc(hidden)]
    pub __marker: ::core::marker::PhantomData<fn() -> Note<'a, T>>,
    #[doc(hidden)]
    pub __request: __Request,
}
/// The request to update one [`Note`]. Made by [`Note::update`].
type NoteUpdate<'a, T> = NotePatch<'a, T, ::graph_resource::Update>;
/// The properties of a new [`Note`] that cannot be changed afterwards.
#[allow(deprecated, clippy::derive_partial_eq_without_eq)]
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
struct NoteCreateOnly<'a, T>
where
    T: Ord,
{
    /// The property `id`.
    id: ::core::option::Option<u64>,
    /// The property `kind`.
    kind: ::core::option::Option<Cow<'a, str>>,
    __marker: ::core::marker::PhantomData<fn() -> Note<'a, T>>,
}
/// The request to create one [`Note`]. Made by [`Note::create`].
type NoteCreate<'a, T> = NotePatch<
    'a,
    T,
    ::graph_resource::Create<NoteCreateOnly<'a, T>>,
>;
#[allow(
    dead_code,
    deprecated,
    non_camel_case_types,
    single_use_lifetimes,
    unreachable_pub,
    clippy::self_named_constructors,
    clippy::wrong_self_convention
)]
const _: () = {
    use ::graph_resource::__private as __graph;
    struct __With_colour;
    impl __graph::Codec<Colour> for __With_colour {
        fn read<'__de, __D: __graph::Deserializer<'__de>>(
            &self,
            deserializer: __D,
        ) -> __graph::Result<Colour, __D::Error> {
            my::colour::deserialize(deserializer)
        }
        fn write<__S: __graph::Serializer>(
            &self,
            value: &Colour,
            serializer: __S,
            _: __graph::Form<'_>,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            my::colour::serialize(value, serializer)
        }
    }
    static __TYPE: __graph::TypeInfo = __graph::TypeInfo::new(
            "#microsoft.graph.note",
            true,
            &[
                __graph::property("id", __graph::KEY),
                __graph::property("title", __graph::REQUIRED),
                __graph::property("kind", __graph::CREATE_ONLY | __graph::NULLABLE),
                __graph::property(
                    "password",
                    __graph::WRITE_ONLY | __graph::NULLABLE | __graph::SENSITIVE,
                ),
                __graph::property("tags", 0),
                __graph::property("color", __graph::NULLABLE),
            ],
        )
        .with_evolved_members(|depth| <Vec<
            String,
        > as __graph::PropertyValue>::has_evolved_members(depth));
    #[automatically_derived]
    impl<'a, T> ::graph_resource::StructuredType for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = NotePatch<'a, T>;
        type Slots = __Slots<'a, T>;
        fn from_slots(
            slots: &mut Self::Slots,
        ) -> __graph::Result<Self, __graph::Refusal> {
            __graph::Ok(Self {
                id: __graph::read::required(&mut slots.id, "id")?,
                etag: __graph::read::nullable(&mut slots.etag),
                title: __graph::read::required(&mut slots.title, "title")?,
                kind: __graph::read::nullable(&mut slots.kind),
                password: __graph::None,
                tags: __graph::Option::unwrap_or_default(
                    __graph::read::nullable(&mut slots.tags),
                ),
                colour: __graph::read::nullable(&mut slots.colour),
            })
        }
    }
    __graph::structured!(
        Note < 'a, T >, ['a, T,] ['a, T,] [T : Ord, T :
        ::graph_resource::__private::PropertyValue + ::core::clone::Clone +
        ::core::cmp::PartialEq,]
    );
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
        &__TYPE,
        "/users/{user_id}/notes",
        "/users/{user_id}/notes/{id}",
        __graph::None,
        __graph::UpdateMethod::Patch,
        &[
            __graph::Operation::Get,
            __graph::Operation::Create,
            __graph::Operation::Update,
        ],
    );
    #[automatically_derived]
    impl<'a, T> ::graph_resource::Resource for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
    }
    #[automatically_derived]
    impl<'a, T> __graph::WriteProperties for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            writer.value("id", &self.id);
            writer.optional("@odata.etag", &self.etag);
            writer.value("title", &self.title);
            writer.optional("kind", &self.kind);
            writer.optional("password", &self.password);
            writer.value("tags", &self.tags);
            writer.optional_with("color", &self.colour, __With_colour);
        }
    }
    #[automatically_derived]
    impl<'a, T> ::core::fmt::Debug for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, &__TYPE, "Note", f)
        }
    }
    pub struct __Slots<'a, T>
    where
        T: Ord,
    {
        id: __graph::Option<u64>,
        etag: __graph::Option<String>,
        title: __graph::Option<T>,
        kind: __graph::Option<Cow<'a, str>>,
        tags: __graph::Option<Vec<String>>,
        colour: __graph::Option<Colour>,
        __marker: ::core::marker::PhantomData<fn() -> Note<'a, T>>,
    }
    #[automatically_derived]
    impl<'a, T> ::core::default::Default for __Slots<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn default() -> Self {
            Self {
                id: __graph::None,
                etag: __graph::None,
                title: __graph::None,
                kind: __graph::None,
                tags: __graph::None,
                colour: __graph::None,
                __marker: ::core::marker::PhantomData,
            }
        }
    }
    #[automatically_derived]
    impl<'__de, 'a, T> __graph::ReadProperties<'__de> for __Slots<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::Refusal> {
            match __graph::PropertyReader::name(&reader) {
                "id" => reader.value(&mut self.id),
                "@odata.etag" => reader.optional(&mut self.etag),
                "title" => reader.value(&mut self.title),
                "kind" => reader.optional(&mut self.kind),
                "tags" => reader.value(&mut self.tags),
                "color" => reader.optional_with(&mut self.colour, __With_colour),
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl<'a, T, __Request> NotePatch<'a, T, __Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// The property `title`.
        fn title(mut self, value: impl __graph::Into<T>) -> Self {
            __graph::set(&mut self.title, value);
            self
        }
        /// The property `password`.
        fn password(mut self, value: impl __graph::Into<String>) -> Self {
            __graph::set(&mut self.password, value);
            self
        }
        /// Clears `password`: sends JSON `null`.
        fn clear_password(mut self) -> Self {
            __graph::clear(&mut self.password);
            self
        }
        /// Sets `password`, or clears it where the value is `None`.
        fn password_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.password, value);
            self
        }
        /// The property `tags`.
        fn tags(mut self, value: impl __graph::Into<Vec<String>>) -> Self {
            __graph::set(&mut self.tags, value);
            self
        }
        /// The property `color`.
        fn paint(mut self, value: impl __graph::Into<Colour>) -> Self {
            __graph::set(&mut self.colour, value);
            self
        }
        /// Clears `color`: sends JSON `null`.
        fn clear_paint(mut self) -> Self {
            __graph::clear(&mut self.colour);
            self
        }
        /// Sets `color`, or clears it where the value is `None`.
        fn paint_or_clear(mut self, value: __graph::Option<Colour>) -> Self {
            __graph::set_or_clear(&mut self.colour, value);
            self
        }
    }
    __graph::patch!(
        NotePatch, Note < 'a, T >, ['a, T,] ['a, T,] [T : Ord, T :
        ::graph_resource::__private::PropertyValue + ::core::clone::Clone +
        ::core::cmp::PartialEq,], { title, password, tags, colour } merge {} {} base {}
        bind {} [__marker]
    );
    #[automatically_derived]
    impl<'a, T, __Request> __graph::WriteProperties for NotePatch<'a, T, __Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            writer.optional("title", &self.title);
            writer.change("password", &self.password);
            writer.optional("tags", &self.tags);
            writer.change_with("color", &self.colour, __With_colour);
        }
    }
    #[automatically_derived]
    impl<'a, T> __graph::Serialize for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::write::any_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de, 'a, T> __graph::ReadProperties<'__de> for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::Refusal> {
            match __graph::PropertyReader::name(&reader) {
                "title" => reader.replace(&mut self.title),
                "password" => reader.change(&mut self.password),
                "tags" => reader.replace(&mut self.tags),
                "color" => reader.change_with(&mut self.colour, __With_colour),
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl<'__de, 'a, T> __graph::Deserialize<'__de> for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::read::any_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<'a, T, __Request> ::core::fmt::Debug for NotePatch<'a, T, __Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, &__TYPE, "NotePatch", f)
        }
    }
    __graph::update!(
        NotePatch, Note < 'a, T >, ['a, T,] ['a, T,] [T : Ord, T :
        ::graph_resource::__private::PropertyValue + ::core::clone::Clone +
        ::core::cmp::PartialEq,]
    );
    #[automatically_derived]
    impl<'a, T> __graph::WriteProperties for NoteCreateOnly<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            writer.optional("id", &self.id);
            writer.optional("kind", &self.kind);
        }
    }
    #[automatically_derived]
    impl<'a, T> NotePatch<'a, T, ::graph_resource::Create<NoteCreateOnly<'a, T>>>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// The property `id`.
        fn id(mut self, value: u64) -> Self {
            __graph::set(&mut __graph::Create::only_mut(&mut self.__request).id, value);
            self
        }
        /// The property `kind`.
        fn kind(mut self, value: impl __graph::Into<Cow<'a, str>>) -> Self {
            __graph::set(
                &mut __graph::Create::only_mut(&mut self.__request).kind,
                value,
            );
            self
        }
    }
    __graph::create!(
        NotePatch, Note < 'a, T >, NoteCreateOnly < 'a, T >, ['a, T,] ['a, T,] [T : Ord,
        T : ::graph_resource::__private::PropertyValue + ::core::clone::Clone +
        ::core::cmp::PartialEq,]
    );
    __graph::sending!(
        NotePatch, ['a, T,] ['a, T,] [T : Ord, T :
        ::graph_resource::__private::PropertyValue + ::core::clone::Clone +
        ::core::cmp::PartialEq,]
    );
    #[automatically_derived]
    impl<'a, T> Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// The request for one [`Note`]: `GET /users/{user_id}/notes/{id}`.
        fn get(
            user_id: impl __graph::Key,
            id: impl __graph::Key,
        ) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(__INFO.item(&[&user_id, &id]))
        }
        /// The request that creates one [`Note`]: `POST /users/{user_id}/notes`.
        fn create(
            user_id: impl __graph::Key,
            title: impl __graph::Into<T>,
        ) -> NoteCreate<'a, T> {
            <NoteCreate<
                'a,
                T,
            >>::__new(
                    ::graph_resource::Create::new(
                        __INFO.collection(&[&user_id]),
                        NoteCreateOnly {
                            id: ::core::option::Option::None,
                            kind: ::core::option::Option::None,
                            __marker: ::core::marker::PhantomData,
                        },
                    ),
                )
                .title(title)
        }
        /// The request that updates one [`Note`]: `PATCH /users/{user_id}/notes/{id}`.
        fn update(
            user_id: impl __graph::Key,
            id: impl __graph::Key,
        ) -> NoteUpdate<'a, T> {
            <NoteUpdate<
                'a,
                T,
            >>::__new(::graph_resource::Update::new(__INFO.item(&[&user_id, &id])))
        }
    }
};
