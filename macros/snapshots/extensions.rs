/// A partial update of one [`User`]: a change for each property that an update may carry.
///
/// `Request` is the request that carries it, if there is one: with it, the type is [`UserUpdate`], which alone has the methods `with_…`, `to_http_request` and `send`.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
struct UserPatch<Request = ()> {
    /// The property `extension_uidNumber`.
    uid_number: ::graph_resource::Change<i32>,
    /// The property `costCenter`.
    cost_center: ::graph_resource::Change<Vec<i32>>,
    #[doc(hidden)]
    pub __request: Request,
}
/// The request to update one [`User`]. [`User::update`] creates it. The answer is [`Updated<User>`](::graph_resource::Updated).
///
/// Its methods are on the page of [`UserPatch`], which this is with an address: the setters of the properties, [`with_patch`](UserPatch::with_patch), [`with_if_match`](UserPatch::with_if_match), [`with_allow_empty`](UserPatch::with_allow_empty), what every request has, such as [`with_header`](UserPatch::with_header) and [`with_query`](UserPatch::with_query), and [`send`](UserPatch::send). The page of [`graph_resource`](::graph_resource::graph_resource#what-a-request-has) lists them all.
type UserUpdate = UserPatch<::graph_resource::Write<::graph_resource::Update>>;
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
            "#microsoft.graph.user",
            true,
            &[
                __graph::property("extension_uidNumber", <i32 as __graph::Field>::EDM)
                    .nullable()
                    .on_select()
                    .extension(),
                __graph::property("costCenter", <Vec<i32> as __graph::Field>::EDM)
                    .nullable()
                    .typed(),
            ],
        )
        .selecting()
        .with_extensions()
        .with_evolved_members(|depth| __graph::evolved::<Vec<i32>>(depth));
    #[automatically_derived]
    impl ::graph_resource::StructuredType for User {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = UserPatch;
        type Partial = __Partial;
        fn complete(
            partial: &mut Self::Partial,
        ) -> __graph::Result<Self, __graph::MissingProperty> {
            __graph::Ok(Self {
                uid_number: __graph::nullable(&mut partial.uid_number),
                cost_center: __graph::nullable(&mut partial.cost_center),
            })
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for User {
        type Shape = __graph::Structured;
    }
    #[automatically_derived]
    impl __graph::Serialize for User {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for User {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize(deserializer)
        }
    }
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
            &__TYPE,
            "/users",
            "/users",
        )
        .with_operations(&[__graph::Operation::Update])
        .selecting("$select=extension_uidNumber,costCenter");
    #[automatically_derived]
    impl ::graph_resource::Resource for User {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
    }
    #[automatically_derived]
    impl __graph::WriteProperties for User {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            {
                let name = writer.extension_name("extension_uidNumber");
                <i32 as __graph::Field>::serialize_optional(
                    writer,
                    &name,
                    &self.uid_number,
                );
            }
            writer
                .type_annotation(
                    "costCenter",
                    "costCenter@odata.type",
                    <Vec<i32> as __graph::Field>::EDM,
                    self.cost_center.is_some(),
                );
            <Vec<
                i32,
            > as __graph::Field>::serialize_optional(
                writer,
                "costCenter",
                &self.cost_center,
            );
        }
    }
    pub struct __Partial {
        uid_number: __graph::Option<i32>,
        cost_center: __graph::Option<Vec<i32>>,
    }
    #[automatically_derived]
    impl ::core::default::Default for __Partial {
        fn default() -> Self {
            Self {
                uid_number: __graph::None,
                cost_center: __graph::None,
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
                "extension_uidNumber" => {
                    <i32 as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.uid_number,
                    )
                }
                "costCenter" => {
                    <Vec<
                        i32,
                    > as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.cost_center,
                    )
                }
                _ => reader.undeclared(),
            }
        }
    }
    impl<Request> UserPatch<Request> {
        /// The property `extension_uidNumber`.
        fn uid_number(mut self, value: i32) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.uid_number, value);
            self
        }
        /// Clears `extension_uidNumber`: sends JSON `null`.
        fn clear_uid_number(mut self) -> Self {
            __graph::clear(&mut self.uid_number);
            self
        }
        /// Sets `extension_uidNumber`, or clears it if the value is `None`.
        fn uid_number_or_clear(mut self, value: __graph::Option<i32>) -> Self {
            __graph::set_or_clear(&mut self.uid_number, value);
            self
        }
        /// The property `costCenter`.
        fn cost_center(
            mut self,
            value: impl ::core::iter::IntoIterator<Item = i32>,
        ) -> Self {
            <_ as __graph::PatchField>::assign(
                &mut self.cost_center,
                __graph::elements::<i32, _>(value),
            );
            self
        }
        /// Clears `costCenter`: sends JSON `null`.
        fn clear_cost_center(mut self) -> Self {
            __graph::clear(&mut self.cost_center);
            self
        }
        /// Sets `costCenter`, or clears it if the value is `None`.
        fn cost_center_or_clear(mut self, value: __graph::Option<Vec<i32>>) -> Self {
            __graph::set_or_clear(&mut self.cost_center, value);
            self
        }
    }
    #[automatically_derived]
    impl<Request> __graph::WriteProperties for UserPatch<Request> {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            {
                let name = writer.extension_name("extension_uidNumber");
                <i32 as __graph::Field>::serialize_change(
                    writer,
                    &name,
                    &self.uid_number,
                );
            }
            writer
                .type_annotation(
                    "costCenter",
                    "costCenter@odata.type",
                    <Vec<i32> as __graph::Field>::EDM,
                    self.cost_center.is_set(),
                );
            <Vec<
                i32,
            > as __graph::Field>::serialize_change(
                writer,
                "costCenter",
                &self.cost_center,
            );
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for UserPatch {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::ValueError> {
            match __graph::PropertyReader::name(&reader) {
                "extension_uidNumber" => {
                    <i32 as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.uid_number,
                    )
                }
                "costCenter" => {
                    <Vec<
                        i32,
                    > as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.cost_center,
                    )
                }
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for UserPatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for UserPatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<Request> ::core::fmt::Debug for UserPatch<Request> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(self, &__TYPE, "UserPatch", f)
        }
    }
    impl<Request> UserPatch<Request> {
        #[inline(never)]
        fn __new(request: Request) -> Self {
            UserPatch {
                uid_number: <_ as __graph::PatchField>::KEEP,
                cost_center: <_ as __graph::PatchField>::KEEP,
                __request: request,
            }
        }
        /// Swaps the changes of both, but not what they are changes of.
        #[allow(unused_variables)]
        fn __swap(&mut self, patch: &mut UserPatch) {
            __graph::swap(&mut self.uid_number, &mut patch.uid_number);
            __graph::swap(&mut self.cost_center, &mut patch.cost_center);
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for UserPatch {
        fn default() -> Self {
            Self::__new(())
        }
    }
    #[automatically_derived]
    #[allow(unused_mut, unused_variables)]
    impl ::graph_resource::Patch for UserPatch {
        type Target = User;
        fn between(before: &Self::Target, after: &Self::Target) -> Self {
            let mut patch = Self::__new(());
            <_ as __graph::PatchField>::compare(
                &mut patch.uid_number,
                &before.uid_number,
                &after.uid_number,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.cost_center,
                &before.cost_center,
                &after.cost_center,
            );
            patch
        }
        fn apply_to(mut self, target: &mut Self::Target) {
            <_ as __graph::PatchField>::apply(
                &mut self.uid_number,
                &mut target.uid_number,
            );
            <_ as __graph::PatchField>::apply(
                &mut self.cost_center,
                &mut target.cost_center,
            );
        }
    }
    impl UserPatch {
        /// Returns whether the patch changes nothing.
        #[must_use]
        fn is_empty(&self) -> __graph::bool {
            ::graph_resource::Patch::is_empty(self)
        }
        /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
        fn between(before: &User, after: &User) -> Self {
            ::graph_resource::Patch::between(before, after)
        }
        /// Applies the patch to `target`, except for expanded relationships: the service follows references.
        fn apply_to(self, target: &mut User) {
            ::graph_resource::Patch::apply_to(self, target);
        }
    }
    #[automatically_derived]
    impl<Request: ::core::clone::Clone> ::core::clone::Clone for UserPatch<Request> {
        #[allow(unused_mut)]
        fn clone(&self) -> Self {
            let mut copy = Self::__new(::core::clone::Clone::clone(&self.__request));
            <_ as __graph::PatchField>::copy_from(
                &mut copy.uid_number,
                &self.uid_number,
            );
            <_ as __graph::PatchField>::copy_from(
                &mut copy.cost_center,
                &self.cost_center,
            );
            copy
        }
    }
    impl<Request: ::core::cmp::PartialEq> ::core::cmp::PartialEq for UserPatch<Request> {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__request == other.__request
                && <_ as __graph::PatchField>::is_same(
                    &self.uid_number,
                    &other.uid_number,
                )
                && <_ as __graph::PatchField>::is_same(
                    &self.cost_center,
                    &other.cost_center,
                )
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for UserPatch {
        type Shape = __graph::PatchOf;
    }
    #[automatically_derived]
    impl ::graph_resource::Updatable for User {}
    impl UserPatch<__graph::Write<::graph_resource::Update>> {
        /// Replaces all changes so far by those of `patch`.
        fn with_patch(mut self, mut patch: UserPatch) -> Self {
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
    #[automatically_derived]
    impl<Kind: ::graph_resource::WriteKind> ::graph_resource::Request
    for UserPatch<__graph::Write<Kind>> {
        type Answer = <Kind as ::graph_resource::WriteKind>::Answer<User>;
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
        [Kind : ::graph_resource::WriteKind] UserPatch < __graph::Write < Kind >>, [],
        __request.parts
    );
    __graph::sending_methods!(
        [Kind : ::graph_resource::WriteKind] UserPatch < __graph::Write < Kind >>, [], <
        Kind as ::graph_resource::WriteKind > ::Answer < User >
    );
    impl<Kind: ::graph_resource::WriteKind> UserPatch<__graph::Write<Kind>> {
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
    impl User {
        /// Creates the request that updates one [`User`]: `PATCH /users`. The answer is [`Updated<User>`](::graph_resource::Updated).
        fn update() -> UserUpdate {
            <UserUpdate>::__new(
                __graph::Write::update(__graph::RequestParts::item(&__INFO, &[])),
            )
        }
    }
    impl User {
        /// The property `extension_uidNumber`.
        const UID_NUMBER: __graph::PropertyPath<Self, i32> = __graph::PropertyPath::new(
            "extension_uidNumber",
        );
        /// The property `costCenter`.
        const COST_CENTER: __graph::PropertyPath<Self, Vec<i32>> = __graph::PropertyPath::new(
            "costCenter",
        );
    }
};
