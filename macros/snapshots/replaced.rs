/// A partial update of one [`Shift`]: a change for each property that an update may carry.
///
/// `Request` is the request that carries it, if there is one: with it, the type is [`ShiftCreate`], which alone has the methods `with_…`, `to_http_request` and `send`.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
pub struct ShiftPatch<Request = ()> {
    /// The property `userId`.
    pub user_id: ::core::option::Option<String>,
    /// The property `notes`.
    pub notes: ::graph_resource::Change<String>,
    #[doc(hidden)]
    pub __request: Request,
}
/// The properties of a new [`Shift`] that cannot be changed afterwards.
#[allow(deprecated, clippy::derive_partial_eq_without_eq)]
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct ShiftCreateOnly {
    /// The property `name`.
    name: ::core::option::Option<String>,
}
/// The request to create one [`Shift`]. [`Shift::create`] creates it from a [`NewShift`]. The answer is [`Created<Shift>`](::graph_resource::Created).
///
/// Its methods are on the page of [`ShiftPatch`], which this is with an address: the setters of the properties, [`with_patch`](ShiftPatch::with_patch), what every request has, such as [`with_header`](ShiftPatch::with_header) and [`with_query`](ShiftPatch::with_query), and [`send`](ShiftPatch::send). The page of [`graph_resource`](::graph_resource::graph_resource#what-a-request-has) lists them all.
pub type ShiftCreate = ShiftPatch<
    ::graph_resource::Write<::graph_resource::Create<ShiftCreateOnly>>,
>;
/// The properties that a new [`Shift`] must have. [`Shift::create`] takes them.
#[allow(deprecated, clippy::derive_partial_eq_without_eq)]
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
pub struct NewShift {
    /// The property `userId`.
    pub user_id: String,
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
    static __TYPE: __graph::TypeInfo = __graph::TypeInfo::new(
            "#microsoft.graph.shift",
            true,
            &[
                __graph::key("id", <String as __graph::Field>::EDM).key().read_only(),
                __graph::key("name", <String as __graph::Field>::EDM)
                    .create_only()
                    .nullable()
                    .alternate_key(),
                __graph::property("userId", <String as __graph::Field>::EDM).required(),
                __graph::property("notes", <String as __graph::Field>::EDM)
                    .nullable()
                    .write_null(),
            ],
        )
        .selecting();
    #[automatically_derived]
    impl ::graph_resource::StructuredType for Shift {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = ShiftPatch;
        type Partial = __Partial;
        fn complete(
            partial: &mut Self::Partial,
        ) -> __graph::Result<Self, __graph::MissingProperty> {
            __graph::Ok(Self {
                id: <String as __graph::Field>::required_property(
                    &mut partial.id,
                    "id",
                )?,
                name: __graph::nullable(&mut partial.name),
                user_id: <String as __graph::Field>::required_property(
                    &mut partial.user_id,
                    "userId",
                )?,
                notes: __graph::nullable(&mut partial.notes),
            })
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for Shift {
        type Shape = __graph::Structured;
    }
    #[automatically_derived]
    impl __graph::Serialize for Shift {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for Shift {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize(deserializer)
        }
    }
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
            &__TYPE,
            "/teams/{team_id}/schedule/shifts",
            "/teams/{team_id}/schedule/shifts/{id}",
        )
        .updated_by(__graph::UpdateMethod::Put)
        .with_key_in_body()
        .with_operations(
            &[
                __graph::Operation::Get,
                __graph::Operation::Create,
                __graph::Operation::Update,
            ],
        )
        .selecting("$select=id,name,userId,notes");
    #[automatically_derived]
    impl ::graph_resource::Resource for Shift {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
    }
    #[automatically_derived]
    impl __graph::WriteProperties for Shift {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_value(writer, "id", &self.id);
            <String as __graph::Field>::serialize_optional(writer, "name", &self.name);
            <String as __graph::Field>::serialize_value(writer, "userId", &self.user_id);
            <String as __graph::Field>::serialize_optional_or_null(
                writer,
                "notes",
                &self.notes,
            );
        }
    }
    pub struct __Partial {
        id: __graph::Option<String>,
        name: __graph::Option<String>,
        user_id: __graph::Option<String>,
        notes: __graph::Option<String>,
    }
    #[automatically_derived]
    impl ::core::default::Default for __Partial {
        fn default() -> Self {
            Self {
                id: __graph::None,
                name: __graph::None,
                user_id: __graph::None,
                notes: __graph::None,
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for __Partial {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::ValueError> {
            match __graph::PropertyReader::name(&reader) {
                "id" => {
                    <String as __graph::Field>::deserialize_value(reader, &mut self.id)
                }
                "name" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.name,
                    )
                }
                "userId" => {
                    <String as __graph::Field>::deserialize_value(
                        reader,
                        &mut self.user_id,
                    )
                }
                "notes" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.notes,
                    )
                }
                _ => reader.undeclared(),
            }
        }
    }
    impl<Request> ShiftPatch<Request> {
        /// The property `userId`.
        pub fn user_id(mut self, value: impl __graph::IntoProperty<String>) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.user_id, value);
            self
        }
        /// The property `notes`.
        pub fn notes(mut self, value: impl __graph::IntoProperty<String>) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.notes, value);
            self
        }
        /// Clears `notes`: sends JSON `null`.
        pub fn clear_notes(mut self) -> Self {
            __graph::clear(&mut self.notes);
            self
        }
        /// Sets `notes`, or clears it if the value is `None`.
        pub fn notes_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.notes, value);
            self
        }
    }
    #[automatically_derived]
    impl<Request> __graph::WriteProperties for ShiftPatch<Request> {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_optional(
                writer,
                "userId",
                &self.user_id,
            );
            <String as __graph::Field>::serialize_change(writer, "notes", &self.notes);
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for ShiftPatch {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::ValueError> {
            match __graph::PropertyReader::name(&reader) {
                "userId" => {
                    <String as __graph::Field>::deserialize_replace(
                        reader,
                        &mut self.user_id,
                    )
                }
                "notes" => {
                    <String as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.notes,
                    )
                }
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for ShiftPatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for ShiftPatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<Request> ::core::fmt::Debug for ShiftPatch<Request> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(self, &__TYPE, "ShiftPatch", f)
        }
    }
    impl<Request> ShiftPatch<Request> {
        #[inline(never)]
        fn __new(request: Request) -> Self {
            ShiftPatch {
                user_id: <_ as __graph::PatchField>::KEEP,
                notes: <_ as __graph::PatchField>::KEEP,
                __request: request,
            }
        }
        /// Swaps the changes of both, but not what they are changes of.
        #[allow(unused_variables)]
        fn __swap(&mut self, patch: &mut ShiftPatch) {
            __graph::swap(&mut self.user_id, &mut patch.user_id);
            __graph::swap(&mut self.notes, &mut patch.notes);
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for ShiftPatch {
        fn default() -> Self {
            Self::__new(())
        }
    }
    #[automatically_derived]
    #[allow(unused_mut, unused_variables)]
    impl ::graph_resource::Patch for ShiftPatch {
        type Target = Shift;
        fn between(before: &Self::Target, after: &Self::Target) -> Self {
            let mut patch = Self::__new(());
            <_ as __graph::PatchField>::compare(
                &mut patch.user_id,
                &before.user_id,
                &after.user_id,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.notes,
                &before.notes,
                &after.notes,
            );
            patch
        }
        fn apply_to(mut self, target: &mut Self::Target) {
            <_ as __graph::PatchField>::apply(&mut self.user_id, &mut target.user_id);
            <_ as __graph::PatchField>::apply(&mut self.notes, &mut target.notes);
        }
    }
    impl ShiftPatch {
        /// Returns whether the patch changes nothing.
        #[must_use]
        pub fn is_empty(&self) -> __graph::bool {
            ::graph_resource::Patch::is_empty(self)
        }
        /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
        pub fn between(before: &Shift, after: &Shift) -> Self {
            ::graph_resource::Patch::between(before, after)
        }
        /// Applies the patch to `target`, except for expanded relationships: the service follows references.
        pub fn apply_to(self, target: &mut Shift) {
            ::graph_resource::Patch::apply_to(self, target);
        }
    }
    #[automatically_derived]
    impl<Request: ::core::clone::Clone> ::core::clone::Clone for ShiftPatch<Request> {
        #[allow(unused_mut)]
        fn clone(&self) -> Self {
            let mut copy = Self::__new(::core::clone::Clone::clone(&self.__request));
            <_ as __graph::PatchField>::copy_from(&mut copy.user_id, &self.user_id);
            <_ as __graph::PatchField>::copy_from(&mut copy.notes, &self.notes);
            copy
        }
    }
    impl<Request: ::core::cmp::PartialEq> ::core::cmp::PartialEq
    for ShiftPatch<Request> {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__request == other.__request
                && <_ as __graph::PatchField>::is_same(&self.user_id, &other.user_id)
                && <_ as __graph::PatchField>::is_same(&self.notes, &other.notes)
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for ShiftPatch {
        type Shape = __graph::PatchOf;
    }
    #[automatically_derived]
    impl ::graph_resource::Updatable for Shift {}
    impl ShiftPatch<::graph_resource::Write<::graph_resource::Create<ShiftCreateOnly>>> {
        /// Replaces all changes so far by those of `patch`. Of the properties that a create requires, those that `patch` does not set stay.
        pub fn with_patch(mut self, mut patch: ShiftPatch) -> Self {
            self.__swap(&mut patch);
            __graph::require(&mut self.user_id, &mut patch.user_id);
            self
        }
    }
    #[automatically_derived]
    impl __graph::WriteProperties for ShiftCreateOnly {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_optional(writer, "name", &self.name);
        }
    }
    impl ShiftPatch<::graph_resource::Write<::graph_resource::Create<ShiftCreateOnly>>> {
        /// The property `name`.
        pub fn name(mut self, value: impl __graph::IntoProperty<String>) -> Self {
            <_ as __graph::PatchField>::assign(
                &mut self.__request.kind.only.name,
                value,
            );
            self
        }
    }
    #[automatically_derived]
    impl<Kind: ::graph_resource::WriteKind> ::graph_resource::Request
    for ShiftPatch<__graph::Write<Kind>> {
        type Answer = <Kind as ::graph_resource::WriteKind>::Answer<Shift>;
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
        [Kind : ::graph_resource::WriteKind] ShiftPatch < __graph::Write < Kind >>, [],
        __request.parts
    );
    __graph::sending_methods!(
        [Kind : ::graph_resource::WriteKind] ShiftPatch < __graph::Write < Kind >>, [], <
        Kind as ::graph_resource::WriteKind > ::Answer < Shift >
    );
    impl<Kind: ::graph_resource::WriteKind> ShiftPatch<__graph::Write<Kind>> {
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
    impl Shift {
        /// Creates the request for one [`Shift`]: `GET /teams/{team_id}/schedule/shifts/{id}`.
        pub fn get(
            team_id: impl __graph::Key,
            id: impl __graph::Key,
        ) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(
                __graph::RequestParts::item(&__INFO, &[&team_id, &id]),
            )
        }
        /// Creates the request that creates one [`Shift`]: `POST /teams/{team_id}/schedule/shifts`. The answer is [`Created<Shift>`](::graph_resource::Created).
        pub fn create(team_id: impl __graph::Key, new: NewShift) -> ShiftCreate {
            Self::__create(__graph::RequestParts::collection(&__INFO, &[&team_id]), new)
        }
        /// Creates the request that creates one [`Shift`]: `POST /teams/{team_id}/schedule/shifts`. Its properties are those of `value`. The answer is [`Created<Shift>`](::graph_resource::Created).
        pub fn create_from<Body: ::core::borrow::Borrow<Self>>(
            team_id: impl __graph::Key,
            value: Body,
        ) -> ::graph_resource::Whole<::graph_resource::CreateFrom, Self, Body> {
            __graph::Whole::create_from(&[&team_id], value)
        }
        /// Creates the request that replaces one [`Shift`]: `PUT /teams/{team_id}/schedule/shifts/{id}`. The answer is [`Updated<Shift>`](::graph_resource::Updated).
        pub fn replace<Body: ::core::borrow::Borrow<Self>>(
            team_id: impl __graph::Key,
            value: Body,
        ) -> ::graph_resource::Whole<::graph_resource::Replace, Self, Body> {
            __graph::Whole::replace(&[&team_id], value)
        }
        #[doc(hidden)]
        pub fn update(
            team_id: impl __graph::Key,
            id: impl __graph::Key,
        ) -> ShiftPatch<__graph::Write<::graph_resource::Update>>
        where
            for<'__a> ::graph_resource::Replace: __graph::UpdatesInPart<'__a, Self>,
        {
            <ShiftPatch<
                __graph::Write<::graph_resource::Update>,
            >>::__new(
                __graph::Write::update(
                    __graph::RequestParts::item(&__INFO, &[&team_id, &id]),
                ),
            )
        }
    }
    impl Shift {
        /// Creates the request for one [`Shift`] by its `name`: `GET /teams/{team_id}/schedule/shifts(name={name})`.
        pub fn get_by_name(
            team_id: impl __graph::Key,
            name: impl __graph::Key,
        ) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(
                __graph::RequestParts::of(
                    &__INFO,
                    const {
                        __graph::path_by::<
                            String,
                        >(
                            "/teams/{team_id}/schedule/shifts(name='{name}')",
                            "/teams/{team_id}/schedule/shifts(name={name})",
                        )
                    },
                    &[&team_id, &name],
                ),
            )
        }
        /// Creates the request that replaces one [`Shift`] by its `name`: `PUT /teams/{team_id}/schedule/shifts(name={name})`. The answer is [`Updated<Shift>`](::graph_resource::Updated).
        pub fn replace_by_name<Body: ::core::borrow::Borrow<Self>>(
            team_id: impl __graph::Key,
            value: Body,
        ) -> ::graph_resource::Whole<::graph_resource::Replace, Self, Body> {
            __graph::Whole::replace_by(
                const {
                    __graph::path_by::<
                        String,
                    >(
                        "/teams/{team_id}/schedule/shifts(name='{name}')",
                        "/teams/{team_id}/schedule/shifts(name={name})",
                    )
                },
                "name",
                &[&team_id],
                value,
            )
        }
        /// Creates the request that updates or creates one [`Shift`] by its `name`: `PUT /teams/{team_id}/schedule/shifts(name={name})`. The answer is [`Upserted<Shift>`](::graph_resource::Upserted).
        pub fn upsert_by_name<Body: ::core::borrow::Borrow<Self>>(
            team_id: impl __graph::Key,
            value: Body,
        ) -> ::graph_resource::Whole<::graph_resource::ReplaceOrCreate, Self, Body> {
            __graph::Whole::upsert_by(
                const {
                    __graph::path_by::<
                        String,
                    >(
                        "/teams/{team_id}/schedule/shifts(name='{name}')",
                        "/teams/{team_id}/schedule/shifts(name={name})",
                    )
                },
                "name",
                &[&team_id],
                value,
            )
        }
    }
    #[automatically_derived]
    impl __graph::WriteProperties for NewShift {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_value(writer, "userId", &self.user_id);
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for NewShift {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(self, &__TYPE, "NewShift", f)
        }
    }
    impl Shift {
        fn __create(parts: __graph::RequestParts, new: NewShift) -> ShiftCreate {
            <ShiftCreate>::__new(
                    __graph::Write::create(
                        parts,
                        ShiftCreateOnly {
                            name: ::core::option::Option::None,
                        },
                    ),
                )
                .user_id(new.user_id)
        }
    }
    impl Shift {
        /// The property `id`.
        pub const ID: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "id",
        );
        /// The property `name`.
        pub const NAME: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "name",
        );
        /// The property `userId`.
        pub const USER_ID: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "userId",
        );
        /// The property `notes`.
        pub const NOTES: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "notes",
        );
    }
};
