/// A partial update of one [`Note`]: what is to be done to each property that an update may carry.
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
#[must_use = "a patch does nothing until it is sent or applied"]
struct NotePatch<'a, T>
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
}
/// The request to update one [`Note`]. Made by [`Note::update`].
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[must_use = "an update does nothing until it is sent"]
struct NoteUpdate<'a, T>
where
    T: Ord,
{
    __parts: ::graph_resource::__private::RequestParts,
    patch: NotePatch<'a, T>,
}
/// The request to create one [`Note`]. Made by [`Note::create`].
#[derive(::core::clone::Clone)]
#[must_use = "a create does nothing until it is sent"]
struct NoteCreate<'a, T>
where
    T: Ord,
{
    __parts: ::graph_resource::__private::RequestParts,
    id: ::core::option::Option<u64>,
    title: T,
    kind: ::core::option::Option<Cow<'a, str>>,
    password: ::core::option::Option<String>,
    tags: ::core::option::Option<Vec<String>>,
    colour: ::core::option::Option<Colour>,
    __marker: ::core::marker::PhantomData<fn() -> Note<'a, T>>,
}
#[allow(deprecated, non_camel_case_types)]
const _: () = {
    use ::graph_resource::__private as __graph;
    struct __With_colour;
    impl<'a, T> __graph::Codec<Colour> for __With_colour
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn read<'__de, __D: __graph::Deserializer<'__de>>(
            &self,
            deserializer: __D,
        ) -> ::core::result::Result<Colour, __D::Error> {
            my::colour::deserialize(deserializer)
        }
        fn write<__S: __graph::Serializer>(
            &self,
            value: &Colour,
            serializer: __S,
            _: __graph::Form,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            my::colour::serialize(value, serializer)
        }
    }
    static __TYPE: __graph::TypeInfo = __graph::TypeInfo::new(
        "#microsoft.graph.note",
        true,
        &[
            __graph::Property::new("id", __graph::Property::KEY),
            __graph::Property::new("title", __graph::Property::REQUIRED),
            __graph::Property::new(
                "kind",
                __graph::Property::CREATE_ONLY | __graph::Property::NULLABLE,
            ),
            __graph::Property::new(
                "password",
                __graph::Property::WRITE_ONLY | __graph::Property::NULLABLE
                    | __graph::Property::SENSITIVE,
            ),
            __graph::Property::new("tags", 0),
            __graph::Property::new("color", __graph::Property::NULLABLE),
        ],
    );
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
        &__TYPE,
        "/users/{user_id}/notes",
        "/users/{user_id}/notes/{id}",
        ::core::option::Option::None,
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
        T: ::graph_resource::__private::PropertyValue,
    {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
        type Patch = NotePatch<'a, T>;
    }
    #[automatically_derived]
    impl<'a, T> __graph::WriteObject for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        fn write<__W: __graph::PropertyWriter>(
            &self,
            writer: &mut __W,
        ) -> ::core::result::Result<(), __W::Error> {
            __graph::PropertyWriter::value::<u64>(writer, "id", &self.id)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "@odata.etag", &self.etag)?;
            __graph::PropertyWriter::value::<T>(writer, "title", &self.title)?;
            __graph::PropertyWriter::optional::<
                Cow<'a, str>,
            >(writer, "kind", &self.kind)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "password", &self.password)?;
            __graph::PropertyWriter::value::<Vec<String>>(writer, "tags", &self.tags)?;
            writer.optional_with("color", &self.colour, __With_colour)?;
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl<'a, T> __graph::Serialize for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __graph::write::object(self, serializer, __graph::Form::Representation)
        }
    }
    #[automatically_derived]
    impl<'a, T> ::core::fmt::Debug for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, "Note", f)
        }
    }
    struct __Slots<'a, T>
    where
        T: Ord,
    {
        id: ::core::option::Option<u64>,
        etag: ::core::option::Option<String>,
        title: ::core::option::Option<T>,
        kind: ::core::option::Option<Cow<'a, str>>,
        tags: ::core::option::Option<Vec<String>>,
        colour: ::core::option::Option<Colour>,
        __marker: ::core::marker::PhantomData<fn() -> Note<'a, T>>,
    }
    impl<'a, T> ::core::default::Default for __Slots<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn default() -> Self {
            Self {
                id: ::core::option::Option::None,
                etag: ::core::option::Option::None,
                title: ::core::option::Option::None,
                kind: ::core::option::Option::None,
                tags: ::core::option::Option::None,
                colour: ::core::option::Option::None,
                __marker: ::core::marker::PhantomData,
            }
        }
    }
    impl<'__de, 'a, T> __graph::ReadObject<'__de> for __Slots<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        type Object = Note<'a, T>;
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        const UNDECLARED: __graph::Undeclared = __graph::Undeclared::Skip;
        fn property<__A: __graph::MapAccess<'__de>>(
            &mut self,
            name: &__graph::str,
            value: &mut __A,
        ) -> ::core::result::Result<__graph::bool, __A::Error> {
            match name {
                "id" => __graph::read::value::<u64, __A>(value, &mut self.id)?,
                "@odata.etag" => {
                    __graph::read::optional::<String, __A>(value, &mut self.etag)?
                }
                "title" => __graph::read::value::<T, __A>(value, &mut self.title)?,
                "kind" => {
                    __graph::read::optional::<Cow<'a, str>, __A>(value, &mut self.kind)?
                }
                "tags" => {
                    __graph::read::value::<Vec<String>, __A>(value, &mut self.tags)?
                }
                "color" => {
                    __graph::read::optional_with(value, &mut self.colour, __With_colour)?
                }
                _ => return ::core::result::Result::Ok(false),
            }
            ::core::result::Result::Ok(true)
        }
        fn finish<__E: __graph::ReadError>(
            self,
        ) -> ::core::result::Result<Self::Object, __E> {
            ::core::result::Result::Ok(Note {
                id: __graph::read::required(self.id, "id")?,
                etag: self.etag,
                title: __graph::read::required(self.title, "title")?,
                kind: self.kind,
                password: ::core::option::Option::None,
                tags: self.tags.unwrap_or_default(),
                colour: self.colour,
            })
        }
    }
    #[automatically_derived]
    impl<'__de, 'a, T> __graph::Deserialize<'__de> for Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __graph::read::object::<__Slots<'a, T>, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl<'a, T> ::core::default::Default for NotePatch<'a, T>
    where
        T: Ord,
    {
        fn default() -> Self {
            Self {
                title: ::core::option::Option::None,
                password: __graph::Change::Keep,
                tags: ::core::option::Option::None,
                colour: __graph::Change::Keep,
                __marker: ::core::marker::PhantomData,
            }
        }
    }
    #[automatically_derived]
    impl<'a, T> NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        /// The property `title`.
        fn title(mut self, value: impl ::core::convert::Into<T>) -> Self {
            self.title = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// The property `password`.
        fn password(mut self, value: impl ::core::convert::Into<String>) -> Self {
            self.password = __graph::Change::Set(::core::convert::Into::into(value));
            self
        }
        /// Clears `password`: sends JSON `null`.
        fn clear_password(mut self) -> Self {
            self.password = __graph::Change::Clear;
            self
        }
        /// Sets `password`, or clears it where the value is `None`.
        fn password_or_clear(mut self, value: ::core::option::Option<String>) -> Self {
            self.password = __graph::Change::set_or_clear(value);
            self
        }
        /// The property `tags`.
        fn tags(mut self, value: impl ::core::convert::Into<Vec<String>>) -> Self {
            self.tags = ::core::option::Option::Some(::core::convert::Into::into(value));
            self
        }
        /// The property `color`.
        fn paint(mut self, value: impl ::core::convert::Into<Colour>) -> Self {
            self.colour = __graph::Change::Set(::core::convert::Into::into(value));
            self
        }
        /// Clears `color`: sends JSON `null`.
        fn clear_paint(mut self) -> Self {
            self.colour = __graph::Change::Clear;
            self
        }
        /// Sets `color`, or clears it where the value is `None`.
        fn paint_or_clear(mut self, value: ::core::option::Option<Colour>) -> Self {
            self.colour = __graph::Change::set_or_clear(value);
            self
        }
        /// Whether nothing changes.
        #[must_use]
        fn is_empty(&self) -> __graph::bool {
            ::graph_resource::Patch::is_empty(self)
        }
        /// What turns `before` into `after`: a change for each property that differs and that an update may carry.
        fn between(before: &Note<'a, T>, after: &Note<'a, T>) -> Self {
            ::graph_resource::Patch::between(before, after)
        }
        /// Does to `resource` what the patch says.
        fn apply_to(self, resource: &mut Note<'a, T>) {
            ::graph_resource::Patch::apply_to(self, resource);
        }
    }
    #[automatically_derived]
    impl<'a, T> ::graph_resource::Patch for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        type Resource = Note<'a, T>;
        fn is_empty(&self) -> __graph::bool {
            self.title.is_none() && self.password.is_keep() && self.tags.is_none()
                && self.colour.is_keep()
        }
        fn between(before: &Self::Resource, after: &Self::Resource) -> Self {
            Self {
                title: __graph::Replace::between(&before.title, &after.title),
                password: __graph::Change::between(&before.password, &after.password),
                tags: __graph::Replace::between(&before.tags, &after.tags),
                colour: __graph::Change::between(&before.colour, &after.colour),
                __marker: ::core::marker::PhantomData,
            }
        }
        fn apply_to(self, resource: &mut Self::Resource) {
            __graph::Replace::apply_to(self.title, &mut resource.title);
            __graph::Change::apply_to(self.password, &mut resource.password);
            __graph::Replace::apply_to(self.tags, &mut resource.tags);
            __graph::Change::apply_to(self.colour, &mut resource.colour);
        }
    }
    #[automatically_derived]
    impl<'a, T> __graph::WriteObject for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        fn write<__W: __graph::PropertyWriter>(
            &self,
            writer: &mut __W,
        ) -> ::core::result::Result<(), __W::Error> {
            __graph::PropertyWriter::optional::<T>(writer, "title", &self.title)?;
            __graph::PropertyWriter::change::<
                String,
            >(writer, "password", &self.password)?;
            __graph::PropertyWriter::optional::<
                Vec<String>,
            >(writer, "tags", &self.tags)?;
            writer.change_with("color", &self.colour, __With_colour)?;
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl<'a, T> __graph::Serialize for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __graph::write::object(self, serializer, __graph::Form::Request)
        }
    }
    #[automatically_derived]
    impl<'__de, 'a, T> __graph::ReadObject<'__de> for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        type Object = Self;
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        const UNDECLARED: __graph::Undeclared = __graph::Undeclared::Refuse;
        fn property<__A: __graph::MapAccess<'__de>>(
            &mut self,
            name: &__graph::str,
            value: &mut __A,
        ) -> ::core::result::Result<__graph::bool, __A::Error> {
            match name {
                "title" => __graph::read::set::<T, __A>(value, &mut self.title)?,
                "password" => {
                    __graph::read::change::<String, __A>(value, &mut self.password)?
                }
                "tags" => __graph::read::set::<Vec<String>, __A>(value, &mut self.tags)?,
                "color" => {
                    __graph::read::change_with(value, &mut self.colour, __With_colour)?
                }
                _ => return ::core::result::Result::Ok(false),
            }
            ::core::result::Result::Ok(true)
        }
        fn finish<__E: __graph::ReadError>(self) -> ::core::result::Result<Self, __E> {
            ::core::result::Result::Ok(self)
        }
    }
    #[automatically_derived]
    impl<'__de, 'a, T> __graph::Deserialize<'__de> for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __graph::read::object::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl<'a, T> ::core::fmt::Debug for NotePatch<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, "NotePatch", f)
        }
    }
    #[automatically_derived]
    impl<'a, T> NoteUpdate<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        /// The property `title`.
        fn title(mut self, value: impl ::core::convert::Into<T>) -> Self {
            self.patch.title = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// The property `password`.
        fn password(mut self, value: impl ::core::convert::Into<String>) -> Self {
            self.patch.password = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `password`: sends JSON `null`.
        fn clear_password(mut self) -> Self {
            self.patch.password = __graph::Change::Clear;
            self
        }
        /// Sets `password`, or clears it where the value is `None`.
        fn password_or_clear(mut self, value: ::core::option::Option<String>) -> Self {
            self.patch.password = __graph::Change::set_or_clear(value);
            self
        }
        /// The property `tags`.
        fn tags(mut self, value: impl ::core::convert::Into<Vec<String>>) -> Self {
            self.patch.tags = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// The property `color`.
        fn paint(mut self, value: impl ::core::convert::Into<Colour>) -> Self {
            self.patch.colour = __graph::Change::Set(::core::convert::Into::into(value));
            self
        }
        /// Clears `color`: sends JSON `null`.
        fn clear_paint(mut self) -> Self {
            self.patch.colour = __graph::Change::Clear;
            self
        }
        /// Sets `color`, or clears it where the value is `None`.
        fn paint_or_clear(mut self, value: ::core::option::Option<Colour>) -> Self {
            self.patch.colour = __graph::Change::set_or_clear(value);
            self
        }
        /// Takes the whole patch, in place of what was set so far.
        fn with_patch(mut self, patch: NotePatch<'a, T>) -> Self {
            self.patch = patch;
            self
        }
        /// Sends the update even if it changes nothing, as `{}`.
        fn with_allow_empty(mut self) -> Self {
            self.__parts.allow_empty();
            self
        }
    }
    __graph::conditional_methods!(
        [< 'a, T >] NoteUpdate < 'a, T >, [where T : Ord, T :
        ::graph_resource::__private::PropertyValue]
    );
    __graph::request_methods!(
        [< 'a, T >] NoteUpdate < 'a, T >, [where T : Ord, T :
        ::graph_resource::__private::PropertyValue]
    );
    __graph::preference_methods!(
        [< 'a, T >] NoteUpdate < 'a, T >, [where T : Ord, T :
        ::graph_resource::__private::PropertyValue]
    );
    #[automatically_derived]
    impl<'a, T> ::graph_resource::Request for NoteUpdate<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        type Answer = ::graph_resource::Updated<Note<'a, T>>;
        fn to_http_request(
            &self,
            endpoint: &::graph_resource::Endpoint,
        ) -> ::core::result::Result<__graph::HttpRequest, ::graph_resource::Error> {
            __graph::update::to_http_request::<
                Note<'a, T>,
            >(&self.__parts, &self.patch, endpoint)
        }
        fn path_template(&self) -> &'static __graph::str {
            self.__parts.path_template()
        }
        fn read_answer(
            response: &__graph::HttpResponse,
        ) -> ::core::result::Result<Self::Answer, ::graph_resource::Error> {
            Self::Answer::read(response)
        }
    }
    #[automatically_derived]
    impl<'a, T> NoteCreate<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        /// The property `id`.
        fn id(mut self, value: u64) -> Self {
            self.id = ::core::option::Option::Some(value);
            self
        }
        /// The property `kind`.
        fn kind(mut self, value: impl ::core::convert::Into<Cow<'a, str>>) -> Self {
            self.kind = ::core::option::Option::Some(::core::convert::Into::into(value));
            self
        }
        /// The property `password`.
        fn password(mut self, value: impl ::core::convert::Into<String>) -> Self {
            self.password = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// The property `tags`.
        fn tags(mut self, value: impl ::core::convert::Into<Vec<String>>) -> Self {
            self.tags = ::core::option::Option::Some(::core::convert::Into::into(value));
            self
        }
        /// The property `color`.
        fn paint(mut self, value: impl ::core::convert::Into<Colour>) -> Self {
            self.colour = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
    }
    #[automatically_derived]
    impl<'a, T> __graph::WriteObject for NoteCreate<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        fn write<__W: __graph::PropertyWriter>(
            &self,
            writer: &mut __W,
        ) -> ::core::result::Result<(), __W::Error> {
            __graph::PropertyWriter::optional::<u64>(writer, "id", &self.id)?;
            __graph::PropertyWriter::value::<T>(writer, "title", &self.title)?;
            __graph::PropertyWriter::optional::<
                Cow<'a, str>,
            >(writer, "kind", &self.kind)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "password", &self.password)?;
            __graph::PropertyWriter::optional::<
                Vec<String>,
            >(writer, "tags", &self.tags)?;
            writer.optional_with("color", &self.colour, __With_colour)?;
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl<'a, T> ::core::fmt::Debug for NoteCreate<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, "NoteCreate", f)
        }
    }
    __graph::request_methods!(
        [< 'a, T >] NoteCreate < 'a, T >, [where T : Ord, T :
        ::graph_resource::__private::PropertyValue]
    );
    __graph::preference_methods!(
        [< 'a, T >] NoteCreate < 'a, T >, [where T : Ord, T :
        ::graph_resource::__private::PropertyValue]
    );
    #[automatically_derived]
    impl<'a, T> ::graph_resource::Request for NoteCreate<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        type Answer = ::graph_resource::Created<Note<'a, T>>;
        fn to_http_request(
            &self,
            endpoint: &::graph_resource::Endpoint,
        ) -> ::core::result::Result<__graph::HttpRequest, ::graph_resource::Error> {
            __graph::create::to_http_request(&self.__parts, self, endpoint)
        }
        fn path_template(&self) -> &'static __graph::str {
            self.__parts.path_template()
        }
        fn read_answer(
            response: &__graph::HttpResponse,
        ) -> ::core::result::Result<Self::Answer, ::graph_resource::Error> {
            Self::Answer::read(response)
        }
    }
    #[automatically_derived]
    impl<'a, T> Note<'a, T>
    where
        T: Ord,
        T: ::graph_resource::__private::PropertyValue,
    {
        /// The request for one [`Note`]: `GET /users/{user_id}/notes/{id}`.
        fn get(
            user_id: impl __graph::Key,
            id: impl __graph::Key,
        ) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(
                __graph::Address::new(__INFO.item_path(), &[&user_id, &id]),
            )
        }
        /// The request that creates one [`Note`]: `POST /users/{user_id}/notes`.
        #[allow(clippy::too_many_arguments)]
        fn create(
            user_id: impl __graph::Key,
            title: impl ::core::convert::Into<T>,
        ) -> NoteCreate<'a, T> {
            NoteCreate {
                __parts: __graph::RequestParts::new(
                    __graph::Address::new(__INFO.path(), &[&user_id]),
                    __INFO.version(),
                ),
                title: ::core::convert::Into::into(title),
                id: ::core::option::Option::None,
                kind: ::core::option::Option::None,
                password: ::core::option::Option::None,
                tags: ::core::option::Option::None,
                colour: ::core::option::Option::None,
                __marker: ::core::marker::PhantomData,
            }
        }
        /// The request that updates one [`Note`]: `PATCH /users/{user_id}/notes/{id}`.
        fn update(
            user_id: impl __graph::Key,
            id: impl __graph::Key,
        ) -> NoteUpdate<'a, T> {
            NoteUpdate {
                __parts: __graph::RequestParts::new(
                    __graph::Address::new(__INFO.item_path(), &[&user_id, &id]),
                    __INFO.version(),
                ),
                patch: ::core::default::Default::default(),
            }
        }
    }
};
