/// A partial update of one [`Note`]: a change for each property that an update may carry.
///
/// `Request` is the request that carries it, if there is one: with it, the type is [`NoteUpdate`] or [`NoteCreate`], which alone has the methods `with_…`, `to_http_request` and `send`.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
struct NotePatch<'a, T, Request = ()>
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
    pub __request: Request,
}
/// The request to update one [`Note`]. [`Note::update`] creates it. The answer is [`Updated<Note>`](::graph_resource::Updated).
///
/// Its methods are on the page of [`NotePatch`], which this is with an address: the setters of the properties, [`with_patch`](NotePatch::with_patch), [`with_if_match`](NotePatch::with_if_match), [`with_allow_empty`](NotePatch::with_allow_empty), what every request has, such as [`with_header`](NotePatch::with_header) and [`with_query`](NotePatch::with_query), and [`send`](NotePatch::send). The page of [`graph_resource`](::graph_resource::graph_resource#what-a-request-has) lists them all.
type NoteUpdate<'a, T> = NotePatch<
    'a,
    T,
    ::graph_resource::Write<::graph_resource::Update>,
>;
/// The properties of a new [`Note`] that cannot be changed afterwards.
#[allow(deprecated, clippy::derive_partial_eq_without_eq)]
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
struct NoteCreateOnly<'a, T>
where
    T: Ord,
{
    /// The property `id`.
    id: ::core::option::Option<i64>,
    /// The property `kind`.
    kind: ::core::option::Option<Cow<'a, str>>,
    __marker: ::core::marker::PhantomData<fn() -> Note<'a, T>>,
}
/// The request to create one [`Note`]. [`Note::create`] creates it from a [`NewNote`]. The answer is [`Created<Note>`](::graph_resource::Created).
///
/// Its methods are on the page of [`NotePatch`], which this is with an address: the setters of the properties, [`with_patch`](NotePatch::with_patch), what every request has, such as [`with_header`](NotePatch::with_header) and [`with_query`](NotePatch::with_query), and [`send`](NotePatch::send). The page of [`graph_resource`](::graph_resource::graph_resource#what-a-request-has) lists them all.
type NoteCreate<'a, T> = NotePatch<
    'a,
    T,
    ::graph_resource::Write<::graph_resource::Create<NoteCreateOnly<'a, T>>>,
>;
/// The properties that a new [`Note`] must have. [`Note::create`] takes them.
#[allow(deprecated, clippy::derive_partial_eq_without_eq)]
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
struct NewNote<T>
where
    T: Ord,
    T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
        + ::core::cmp::PartialEq,
{
    /// The property `title`.
    title: T,
}
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
                __graph::key("id", <i64 as __graph::Field>::EDM).key(),
                __graph::Property::new("title", __graph::EdmType::Untyped).required(),
                __graph::Property::new("kind", __graph::EdmType::Untyped)
                    .create_only()
                    .nullable(),
                __graph::property("password", <String as __graph::Field>::EDM)
                    .write_only()
                    .nullable()
                    .sensitive(),
                __graph::property("tags", <Vec<String> as __graph::Field>::EDM),
                __graph::Property::new("color", __graph::EdmType::Untyped).nullable(),
            ],
        )
        .selecting()
        .receiving_etag()
        .with_evolved_members(|depth| __graph::evolved::<Vec<String>>(depth));
    #[automatically_derived]
    impl<'a, T> ::graph_resource::StructuredType for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = NotePatch<'a, T>;
        type Partial = __Partial<'a, T>;
        fn complete(
            partial: &mut Self::Partial,
        ) -> __graph::Result<Self, __graph::MissingProperty> {
            __graph::Ok(Self {
                id: <i64 as __graph::Field>::required_property(&mut partial.id, "id")?,
                etag: __graph::nullable(&mut partial.etag),
                title: <T as __graph::Field>::required_property(
                    &mut partial.title,
                    "title",
                )?,
                kind: __graph::nullable(&mut partial.kind),
                password: __graph::nullable(&mut partial.password),
                tags: __graph::Option::unwrap_or_default(
                    __graph::nullable(&mut partial.tags),
                ),
                colour: __graph::nullable(&mut partial.colour),
            })
        }
    }
    #[automatically_derived]
    impl<'a, T> __graph::Shaped for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        type Shape = __graph::Structured;
    }
    #[automatically_derived]
    impl<'a, T> __graph::Serialize for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de, 'a, T> __graph::Deserialize<'__de> for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize(deserializer)
        }
    }
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
            &__TYPE,
            "/users/{user_id}/notes",
            "/users/{user_id}/notes/{id}",
        )
        .with_operations(
            &[
                __graph::Operation::Get,
                __graph::Operation::Create,
                __graph::Operation::Update,
            ],
        )
        .selecting("$select=id,title,kind,tags,color");
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
            <i64 as __graph::Field>::serialize_value(writer, "id", &self.id);
            <String as __graph::Field>::serialize_optional(
                writer,
                "@odata.etag",
                &self.etag,
            );
            <T as __graph::Field>::serialize_value(writer, "title", &self.title);
            <Cow<
                'a,
                str,
            > as __graph::Field>::serialize_optional(writer, "kind", &self.kind);
            <String as __graph::Field>::serialize_optional(
                writer,
                "password",
                &self.password,
            );
            <Vec<String> as __graph::Field>::serialize_value(writer, "tags", &self.tags);
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
            __graph::debug(self, &__TYPE, "Note", f)
        }
    }
    pub struct __Partial<'a, T>
    where
        T: Ord,
    {
        id: __graph::Option<i64>,
        etag: __graph::Option<String>,
        title: __graph::Option<T>,
        kind: __graph::Option<Cow<'a, str>>,
        password: __graph::Option<String>,
        tags: __graph::Option<Vec<String>>,
        colour: __graph::Option<Colour>,
        __marker: ::core::marker::PhantomData<fn() -> Note<'a, T>>,
    }
    #[automatically_derived]
    impl<'a, T> ::core::default::Default for __Partial<'a, T>
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
                password: __graph::None,
                tags: __graph::None,
                colour: __graph::None,
                __marker: ::core::marker::PhantomData,
            }
        }
    }
    #[automatically_derived]
    impl<'__de, 'a, T> __graph::ReadProperties<'__de> for __Partial<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::ValueError> {
            match __graph::PropertyReader::name(&reader) {
                "id" => <i64 as __graph::Field>::deserialize_value(reader, &mut self.id),
                "@odata.etag" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.etag,
                    )
                }
                "title" => {
                    <T as __graph::Field>::deserialize_value(reader, &mut self.title)
                }
                "kind" => {
                    <Cow<
                        'a,
                        str,
                    > as __graph::Field>::deserialize_optional(reader, &mut self.kind)
                }
                "password" if __graph::PropertyReader::is_sent(&reader) => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.password,
                    )
                }
                "tags" => {
                    <Vec<
                        String,
                    > as __graph::Field>::deserialize_value(reader, &mut self.tags)
                }
                "color" => reader.optional_with(&mut self.colour, __With_colour),
                _ => reader.undeclared(),
            }
        }
    }
    impl<'a, T, Request> NotePatch<'a, T, Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// The property `title`.
        fn title(mut self, value: impl __graph::IntoProperty<T>) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.title, value);
            self
        }
        /// The property `password`.
        fn password(mut self, value: impl __graph::IntoProperty<String>) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.password, value);
            self
        }
        /// Clears `password`: sends JSON `null`.
        fn clear_password(mut self) -> Self {
            __graph::clear(&mut self.password);
            self
        }
        /// Sets `password`, or clears it if the value is `None`.
        fn password_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.password, value);
            self
        }
        /// The property `tags`.
        fn tags(
            mut self,
            value: impl ::core::iter::IntoIterator<
                Item = impl __graph::IntoProperty<String>,
            >,
        ) -> Self {
            <_ as __graph::PatchField>::assign(
                &mut self.tags,
                __graph::elements::<String, _>(value),
            );
            self
        }
        /// The property `color`.
        fn paint(mut self, value: impl __graph::IntoProperty<Colour>) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.colour, value);
            self
        }
        /// Clears `color`: sends JSON `null`.
        fn clear_paint(mut self) -> Self {
            __graph::clear(&mut self.colour);
            self
        }
        /// Sets `color`, or clears it if the value is `None`.
        fn paint_or_clear(mut self, value: __graph::Option<Colour>) -> Self {
            __graph::set_or_clear(&mut self.colour, value);
            self
        }
    }
    #[automatically_derived]
    impl<'a, T, Request> __graph::WriteProperties for NotePatch<'a, T, Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <T as __graph::Field>::serialize_optional(writer, "title", &self.title);
            <String as __graph::Field>::serialize_change(
                writer,
                "password",
                &self.password,
            );
            <Vec<
                String,
            > as __graph::Field>::serialize_optional(writer, "tags", &self.tags);
            writer.change_with("color", &self.colour, __With_colour);
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
        ) -> __graph::Result<(), __graph::ValueError> {
            match __graph::PropertyReader::name(&reader) {
                "title" => {
                    <T as __graph::Field>::deserialize_replace(reader, &mut self.title)
                }
                "password" => {
                    <String as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.password,
                    )
                }
                "tags" => {
                    <Vec<
                        String,
                    > as __graph::Field>::deserialize_replace(reader, &mut self.tags)
                }
                "color" => reader.change_with(&mut self.colour, __With_colour),
                _ => reader.undeclared(),
            }
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
            __graph::serialize_patch(self, &__TYPE, serializer)
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
            __graph::deserialize_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<'a, T, Request> ::core::fmt::Debug for NotePatch<'a, T, Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(self, &__TYPE, "NotePatch", f)
        }
    }
    impl<'a, T, Request> NotePatch<'a, T, Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        #[inline(never)]
        fn __new(request: Request) -> Self {
            NotePatch {
                title: <_ as __graph::PatchField>::KEEP,
                password: <_ as __graph::PatchField>::KEEP,
                tags: <_ as __graph::PatchField>::KEEP,
                colour: <_ as __graph::PatchField>::KEEP,
                __marker: ::core::marker::PhantomData,
                __request: request,
            }
        }
        /// Swaps the changes of both, but not what they are changes of.
        #[allow(unused_variables)]
        fn __swap(&mut self, patch: &mut NotePatch<'a, T>) {
            __graph::swap(&mut self.title, &mut patch.title);
            __graph::swap(&mut self.password, &mut patch.password);
            __graph::swap(&mut self.tags, &mut patch.tags);
            __graph::swap(&mut self.colour, &mut patch.colour);
        }
    }
    #[automatically_derived]
    impl<'a, T> ::core::default::Default for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn default() -> Self {
            Self::__new(())
        }
    }
    #[automatically_derived]
    #[allow(unused_mut, unused_variables)]
    impl<'a, T> ::graph_resource::Patch for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        type Target = Note<'a, T>;
        fn between(before: &Self::Target, after: &Self::Target) -> Self {
            let mut patch = Self::__new(());
            <_ as __graph::PatchField>::compare(
                &mut patch.title,
                &before.title,
                &after.title,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.password,
                &before.password,
                &after.password,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.tags,
                &before.tags,
                &after.tags,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.colour,
                &before.colour,
                &after.colour,
            );
            patch
        }
        fn apply_to(mut self, target: &mut Self::Target) {
            <_ as __graph::PatchField>::apply(&mut self.title, &mut target.title);
            <_ as __graph::PatchField>::apply(&mut self.password, &mut target.password);
            <_ as __graph::PatchField>::apply(&mut self.tags, &mut target.tags);
            <_ as __graph::PatchField>::apply(&mut self.colour, &mut target.colour);
        }
    }
    impl<'a, T> NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// Returns whether the patch changes nothing.
        #[must_use]
        fn is_empty(&self) -> __graph::bool {
            ::graph_resource::Patch::is_empty(self)
        }
        /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
        fn between(before: &Note<'a, T>, after: &Note<'a, T>) -> Self {
            ::graph_resource::Patch::between(before, after)
        }
        /// Applies the patch to `target`, except for expanded relationships: the service follows references.
        fn apply_to(self, target: &mut Note<'a, T>) {
            ::graph_resource::Patch::apply_to(self, target);
        }
    }
    #[automatically_derived]
    impl<'a, T, Request: ::core::clone::Clone> ::core::clone::Clone
    for NotePatch<'a, T, Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        #[allow(unused_mut)]
        fn clone(&self) -> Self {
            let mut copy = Self::__new(::core::clone::Clone::clone(&self.__request));
            <_ as __graph::PatchField>::copy_from(&mut copy.title, &self.title);
            <_ as __graph::PatchField>::copy_from(&mut copy.password, &self.password);
            <_ as __graph::PatchField>::copy_from(&mut copy.tags, &self.tags);
            <_ as __graph::PatchField>::copy_from(&mut copy.colour, &self.colour);
            copy
        }
    }
    impl<'a, T, Request: ::core::cmp::PartialEq> ::core::cmp::PartialEq
    for NotePatch<'a, T, Request>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__request == other.__request
                && <_ as __graph::PatchField>::is_same(&self.title, &other.title)
                && <_ as __graph::PatchField>::is_same(&self.password, &other.password)
                && <_ as __graph::PatchField>::is_same(&self.tags, &other.tags)
                && <_ as __graph::PatchField>::is_same(&self.colour, &other.colour)
        }
    }
    #[automatically_derived]
    impl<'a, T> __graph::Shaped for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        type Shape = __graph::PatchOf;
    }
    #[automatically_derived]
    impl<'a, T> ::graph_resource::Updatable for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {}
    impl<'a, T> NotePatch<'a, T, __graph::Write<::graph_resource::Update>>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// Replaces all changes so far by those of `patch`.
        fn with_patch(mut self, mut patch: NotePatch<'a, T>) -> Self {
            self.__swap(&mut patch);
            self
        }
        /// Sends the update even if it changes nothing, as `{}`.
        fn with_allow_empty(mut self) -> Self {
            ::graph_resource::Update::allow_empty(&mut self.__request.kind);
            self
        }
        /// Sends `If-Match`: the service rejects the request with `412` if the item no longer has this etag.
        ///
        /// The etag is sent verbatim, as it came in `@odata.etag` or in an `ETag` header. Without one, building the request fails.
        pub fn with_if_match(
            self,
            etag: impl __graph::Into<::graph_resource::Etag>,
        ) -> Self {
            self.with_header(
                "if-match",
                __graph::Into::<::graph_resource::Etag>::into(etag).into_header(),
            )
        }
    }
    impl<
        'a,
        T,
    > NotePatch<
        'a,
        T,
        ::graph_resource::Write<::graph_resource::Create<NoteCreateOnly<'a, T>>>,
    >
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// Replaces all changes so far by those of `patch`. Of the properties that a create requires, those that `patch` does not set stay.
        fn with_patch(mut self, mut patch: NotePatch<'a, T>) -> Self {
            self.__swap(&mut patch);
            __graph::require(&mut self.title, &mut patch.title);
            self
        }
    }
    #[automatically_derived]
    impl<'a, T> __graph::WriteProperties for NoteCreateOnly<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <i64 as __graph::Field>::serialize_optional(writer, "id", &self.id);
            <Cow<
                'a,
                str,
            > as __graph::Field>::serialize_optional(writer, "kind", &self.kind);
        }
    }
    impl<
        'a,
        T,
    > NotePatch<
        'a,
        T,
        ::graph_resource::Write<::graph_resource::Create<NoteCreateOnly<'a, T>>>,
    >
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// The property `id`.
        fn id(mut self, value: i64) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.__request.kind.only.id, value);
            self
        }
        /// The property `kind`.
        fn kind(mut self, value: impl __graph::IntoProperty<Cow<'a, str>>) -> Self {
            <_ as __graph::PatchField>::assign(
                &mut self.__request.kind.only.kind,
                value,
            );
            self
        }
    }
    #[automatically_derived]
    impl<'a, T, Kind: ::graph_resource::WriteKind> ::graph_resource::Request
    for NotePatch<'a, T, __graph::Write<Kind>>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        type Answer = <Kind as ::graph_resource::WriteKind>::Answer<Note<'a, T>>;
        fn to_http_request(
            &self,
            endpoint: &::graph_resource::Endpoint,
        ) -> __graph::Result<
            __graph::http::Request<__graph::Bytes>,
            ::graph_resource::Error,
        > {
            __graph::Write::to_http_request(&self.__request, self, &__INFO, endpoint)
        }
        fn path_template(&self) -> &'static __graph::str {
            __graph::Write::path_template(&self.__request)
        }
        fn read_answer(
            response: &__graph::http::Response<__graph::Bytes>,
        ) -> __graph::Result<Self::Answer, ::graph_resource::Error> {
            <Kind as ::graph_resource::WriteKind>::read(response)
        }
    }
    __graph::request_methods!(
        ['a, T, Kind : ::graph_resource::WriteKind] NotePatch < 'a, T, __graph::Write <
        Kind >>, [T : Ord, T : ::graph_resource::__private::PropertyValue +
        ::core::clone::Clone + ::core::cmp::PartialEq,], __request.parts
    );
    __graph::sending_methods!(
        ['a, T, Kind : ::graph_resource::WriteKind] NotePatch < 'a, T, __graph::Write <
        Kind >>, [T : Ord, T : ::graph_resource::__private::PropertyValue +
        ::core::clone::Clone + ::core::cmp::PartialEq,], < Kind as
        ::graph_resource::WriteKind > ::Answer < Note < 'a, T > >
    );
    impl<'a, T, Kind: ::graph_resource::WriteKind> NotePatch<'a, T, __graph::Write<Kind>>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// Asks for the resource in the answer: `Prefer: return=representation`. A service may ignore it.
        pub fn with_return_representation(self) -> Self {
            self.with_header("prefer", "return=representation")
        }
        /// Asks for an answer without the resource: `Prefer: return=minimal`. A service may ignore it.
        pub fn with_return_minimal(self) -> Self {
            self.with_header("prefer", "return=minimal")
        }
        /// Names the type of the item in `@odata.type`, such as `microsoft.graph.win32LobApp`, if it is not the declared one but derived
        /// from it.
        pub fn with_odata_type(
            mut self,
            name: impl __graph::AsRef<__graph::str>,
        ) -> Self {
            __graph::Write::name_type(
                &mut self.__request,
                __graph::AsRef::as_ref(&name),
            );
            self
        }
    }
    impl<'a, T> Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// Creates the request for one [`Note`]: `GET /users/{user_id}/notes/{id}`.
        fn get(user_id: impl __graph::Key, id: i64) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(
                __graph::RequestParts::item(&__INFO, &[&user_id, &id]),
            )
        }
        /// Creates the request that creates one [`Note`]: `POST /users/{user_id}/notes`. The answer is [`Created<Note>`](::graph_resource::Created).
        fn create(user_id: impl __graph::Key, new: NewNote<T>) -> NoteCreate<'a, T> {
            Self::__create(__graph::RequestParts::collection(&__INFO, &[&user_id]), new)
        }
        /// Creates the request that creates one [`Note`]: `POST /users/{user_id}/notes`. Its properties are those of `value`. The answer is [`Created<Note>`](::graph_resource::Created).
        fn create_from<Body: ::core::borrow::Borrow<Self>>(
            user_id: impl __graph::Key,
            value: Body,
        ) -> ::graph_resource::Whole<::graph_resource::CreateFrom, Self, Body> {
            __graph::Whole::create_from(&[&user_id], value)
        }
        /// Creates the request that updates one [`Note`]: `PATCH /users/{user_id}/notes/{id}`. The answer is [`Updated<Note>`](::graph_resource::Updated).
        fn update(user_id: impl __graph::Key, id: i64) -> NoteUpdate<'a, T> {
            <NoteUpdate<
                'a,
                T,
            >>::__new(
                __graph::Write::update(
                    __graph::RequestParts::item(&__INFO, &[&user_id, &id]),
                ),
            )
        }
    }
    #[automatically_derived]
    impl<T> __graph::WriteProperties for NewNote<T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <T as __graph::Field>::serialize_value(writer, "title", &self.title);
        }
    }
    #[automatically_derived]
    impl<T> ::core::fmt::Debug for NewNote<T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(self, &__TYPE, "NewNote", f)
        }
    }
    impl<'a, T> Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        fn __create(parts: __graph::RequestParts, new: NewNote<T>) -> NoteCreate<'a, T> {
            <NoteCreate<
                'a,
                T,
            >>::__new(
                    __graph::Write::create(
                        parts,
                        NoteCreateOnly {
                            id: ::core::option::Option::None,
                            kind: ::core::option::Option::None,
                            __marker: ::core::marker::PhantomData,
                        },
                    ),
                )
                .title(new.title)
        }
    }
    impl<'a, T> Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue + ::core::clone::Clone
            + ::core::cmp::PartialEq,
    {
        /// The property `id`.
        const ID: __graph::PropertyPath<Self, i64> = __graph::PropertyPath::new("id");
        /// The property `title`.
        const TITLE: __graph::PropertyPath<Self, T> = __graph::PropertyPath::new(
            "title",
        );
        /// The property `kind`.
        const KIND: __graph::PropertyPath<Self, Cow<'a, str>> = __graph::PropertyPath::new(
            "kind",
        );
        /// The property `tags`.
        const TAGS: __graph::PropertyPath<Self, Vec<String>> = __graph::PropertyPath::new(
            "tags",
        );
        /// The property `color`.
        const COLOUR: __graph::PropertyPath<Self, Colour> = __graph::PropertyPath::new(
            "color",
        );
    }
};
