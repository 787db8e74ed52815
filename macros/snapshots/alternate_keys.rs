/// A partial update of one [`Application`]: a change for each property that an update may carry.
///
/// `Request` is the request that carries it, if there is one: with it, the type is [`ApplicationUpdate`], which alone has the methods `with_…`, `to_http_request` and `send`.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
pub struct ApplicationPatch<Request = ()> {
    /// The property `displayName`.
    pub display_name: ::graph_resource::Change<String>,
    #[doc(hidden)]
    pub __request: Request,
}
/// The request to update one [`Application`]. [`Application::update`] creates it. The answer is [`Updated<Application>`](::graph_resource::Updated).
///
/// Its methods are on the page of [`ApplicationPatch`], which this is with an address: the setters of the properties, [`with_patch`](ApplicationPatch::with_patch), [`with_if_match`](ApplicationPatch::with_if_match), [`with_allow_empty`](ApplicationPatch::with_allow_empty), what every request has, such as [`with_header`](ApplicationPatch::with_header) and [`with_query`](ApplicationPatch::with_query), and [`send`](ApplicationPatch::send). The page of [`graph_resource`](::graph_resource::graph_resource#what-a-request-has) lists them all.
pub type ApplicationUpdate = ApplicationPatch<
    ::graph_resource::Write<::graph_resource::Update>,
>;
/// The request that updates one [`Application`], or creates it if it is missing. The `upsert_by_…` functions of [`Application`] create it. The answer is [`Upserted<Application>`](::graph_resource::Upserted).
///
/// Its methods are on the page of [`ApplicationPatch`], which this is with an address: the setters of the properties, [`with_patch`](ApplicationPatch::with_patch), [`with_update_only`](ApplicationPatch::with_update_only), [`with_insert_only`](ApplicationPatch::with_insert_only), what every request has, such as [`with_header`](ApplicationPatch::with_header) and [`with_query`](ApplicationPatch::with_query), and [`send`](ApplicationPatch::send). The page of [`graph_resource`](::graph_resource::graph_resource#what-a-request-has) lists them all.
pub type ApplicationUpsert = ApplicationPatch<
    ::graph_resource::Write<::graph_resource::Upsert>,
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
    static __TYPE: __graph::TypeInfo = __graph::TypeInfo::new(
            "#microsoft.graph.application",
            true,
            &[
                __graph::key("id", <String as __graph::Field>::EDM).key().read_only(),
                __graph::key("appId", <Uuid as __graph::Field>::EDM)
                    .read_only()
                    .nullable()
                    .alternate_key(),
                __graph::key("uniqueName", <String as __graph::Field>::EDM)
                    .create_only()
                    .nullable()
                    .alternate_key(),
                __graph::property("displayName", <String as __graph::Field>::EDM)
                    .nullable(),
            ],
        )
        .selecting();
    #[automatically_derived]
    impl ::graph_resource::StructuredType for Application {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = ApplicationPatch;
        type Partial = __Partial;
        fn complete(
            partial: &mut Self::Partial,
        ) -> __graph::Result<Self, __graph::MissingProperty> {
            __graph::Ok(Self {
                id: <String as __graph::Field>::required_property(
                    &mut partial.id,
                    "id",
                )?,
                app_id: __graph::nullable(&mut partial.app_id),
                unique_name: __graph::nullable(&mut partial.unique_name),
                display_name: __graph::nullable(&mut partial.display_name),
            })
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for Application {
        type Shape = __graph::Structured;
    }
    #[automatically_derived]
    impl __graph::Serialize for Application {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for Application {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize(deserializer)
        }
    }
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
            &__TYPE,
            "/applications",
            "/applications/{id}",
        )
        .with_operations(
            &[
                __graph::Operation::Get,
                __graph::Operation::Update,
                __graph::Operation::Delete,
            ],
        )
        .selecting("$select=id,appId,uniqueName,displayName");
    #[automatically_derived]
    impl ::graph_resource::Resource for Application {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
    }
    #[automatically_derived]
    impl __graph::WriteProperties for Application {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_value(writer, "id", &self.id);
            <Uuid as __graph::Field>::serialize_optional(writer, "appId", &self.app_id);
            <String as __graph::Field>::serialize_optional(
                writer,
                "uniqueName",
                &self.unique_name,
            );
            <String as __graph::Field>::serialize_optional(
                writer,
                "displayName",
                &self.display_name,
            );
        }
    }
    pub struct __Partial {
        id: __graph::Option<String>,
        app_id: __graph::Option<Uuid>,
        unique_name: __graph::Option<String>,
        display_name: __graph::Option<String>,
    }
    #[automatically_derived]
    impl ::core::default::Default for __Partial {
        fn default() -> Self {
            Self {
                id: __graph::None,
                app_id: __graph::None,
                unique_name: __graph::None,
                display_name: __graph::None,
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
                "appId" => {
                    <Uuid as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.app_id,
                    )
                }
                "uniqueName" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.unique_name,
                    )
                }
                "displayName" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.display_name,
                    )
                }
                _ => reader.undeclared(),
            }
        }
    }
    impl<Request> ApplicationPatch<Request> {
        /// The property `displayName`.
        pub fn display_name(
            mut self,
            value: impl __graph::IntoProperty<String>,
        ) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.display_name, value);
            self
        }
        /// Clears `displayName`: sends JSON `null`.
        pub fn clear_display_name(mut self) -> Self {
            __graph::clear(&mut self.display_name);
            self
        }
        /// Sets `displayName`, or clears it if the value is `None`.
        pub fn display_name_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.display_name, value);
            self
        }
    }
    #[automatically_derived]
    impl<Request> __graph::WriteProperties for ApplicationPatch<Request> {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_change(
                writer,
                "displayName",
                &self.display_name,
            );
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for ApplicationPatch {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::ValueError> {
            match __graph::PropertyReader::name(&reader) {
                "displayName" => {
                    <String as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.display_name,
                    )
                }
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for ApplicationPatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for ApplicationPatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<Request> ::core::fmt::Debug for ApplicationPatch<Request> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(self, &__TYPE, "ApplicationPatch", f)
        }
    }
    impl<Request> ApplicationPatch<Request> {
        #[inline(never)]
        fn __new(request: Request) -> Self {
            ApplicationPatch {
                display_name: <_ as __graph::PatchField>::KEEP,
                __request: request,
            }
        }
        /// Swaps the changes of both, but not what they are changes of.
        #[allow(unused_variables)]
        fn __swap(&mut self, patch: &mut ApplicationPatch) {
            __graph::swap(&mut self.display_name, &mut patch.display_name);
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for ApplicationPatch {
        fn default() -> Self {
            Self::__new(())
        }
    }
    #[automatically_derived]
    #[allow(unused_mut, unused_variables)]
    impl ::graph_resource::Patch for ApplicationPatch {
        type Target = Application;
        fn between(before: &Self::Target, after: &Self::Target) -> Self {
            let mut patch = Self::__new(());
            <_ as __graph::PatchField>::compare(
                &mut patch.display_name,
                &before.display_name,
                &after.display_name,
            );
            patch
        }
        fn apply_to(mut self, target: &mut Self::Target) {
            <_ as __graph::PatchField>::apply(
                &mut self.display_name,
                &mut target.display_name,
            );
        }
    }
    impl ApplicationPatch {
        /// Returns whether the patch changes nothing.
        #[must_use]
        pub fn is_empty(&self) -> __graph::bool {
            ::graph_resource::Patch::is_empty(self)
        }
        /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
        pub fn between(before: &Application, after: &Application) -> Self {
            ::graph_resource::Patch::between(before, after)
        }
        /// Applies the patch to `target`, except for expanded relationships: the service follows references.
        pub fn apply_to(self, target: &mut Application) {
            ::graph_resource::Patch::apply_to(self, target);
        }
    }
    #[automatically_derived]
    impl<Request: ::core::clone::Clone> ::core::clone::Clone
    for ApplicationPatch<Request> {
        #[allow(unused_mut)]
        fn clone(&self) -> Self {
            let mut copy = Self::__new(::core::clone::Clone::clone(&self.__request));
            <_ as __graph::PatchField>::copy_from(
                &mut copy.display_name,
                &self.display_name,
            );
            copy
        }
    }
    impl<Request: ::core::cmp::PartialEq> ::core::cmp::PartialEq
    for ApplicationPatch<Request> {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__request == other.__request
                && <_ as __graph::PatchField>::is_same(
                    &self.display_name,
                    &other.display_name,
                )
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for ApplicationPatch {
        type Shape = __graph::PatchOf;
    }
    #[automatically_derived]
    impl ::graph_resource::Updatable for Application {}
    impl ApplicationPatch<__graph::Write<::graph_resource::Update>> {
        /// Replaces all changes so far by those of `patch`.
        pub fn with_patch(mut self, mut patch: ApplicationPatch) -> Self {
            self.__swap(&mut patch);
            self
        }
        /// Sends the update even if it changes nothing, as `{}`.
        pub fn with_allow_empty(mut self) -> Self {
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
    for ApplicationPatch<__graph::Write<Kind>> {
        type Answer = <Kind as ::graph_resource::WriteKind>::Answer<Application>;
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
        [Kind : ::graph_resource::WriteKind] ApplicationPatch < __graph::Write < Kind >>,
        [], __request.parts
    );
    __graph::sending_methods!(
        [Kind : ::graph_resource::WriteKind] ApplicationPatch < __graph::Write < Kind >>,
        [], < Kind as ::graph_resource::WriteKind > ::Answer < Application >
    );
    impl<Kind: ::graph_resource::WriteKind> ApplicationPatch<__graph::Write<Kind>> {
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
    impl Application {
        /// Creates the request for one [`Application`]: `GET /applications/{id}`.
        pub fn get(id: impl __graph::Key) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(__graph::RequestParts::item(&__INFO, &[&id]))
        }
        /// Creates the request that updates one [`Application`]: `PATCH /applications/{id}`. The answer is [`Updated<Application>`](::graph_resource::Updated).
        pub fn update(id: impl __graph::Key) -> ApplicationUpdate {
            <ApplicationUpdate>::__new(
                __graph::Write::update(__graph::RequestParts::item(&__INFO, &[&id])),
            )
        }
        /// Creates the request that deletes one [`Application`]: `DELETE /applications/{id}`.
        pub fn delete(id: impl __graph::Key) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(__graph::RequestParts::item(&__INFO, &[&id]))
        }
    }
    impl ApplicationPatch<__graph::Write<::graph_resource::Upsert>> {
        /// Replaces all changes so far by those of `patch`.
        pub fn with_patch(mut self, mut patch: ApplicationPatch) -> Self {
            self.__swap(&mut patch);
            self
        }
        /// Updates only, with `If-Match: *`: if the item is missing, the answer is `404`.
        pub fn with_update_only(mut self) -> Self {
            __graph::Write::set_condition(&mut self.__request, "if-match");
            self
        }
        /// Creates only, with `If-None-Match: *`: if the item exists, the answer is `412`.
        pub fn with_insert_only(mut self) -> Self {
            __graph::Write::set_condition(&mut self.__request, "if-none-match");
            self
        }
    }
    impl Application {
        /// Creates the request for one [`Application`] by its `appId`: `GET /applications(appId={app_id})`.
        pub fn get_by_app_id(
            app_id: impl __graph::KeyOf<Uuid>,
        ) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(
                __graph::RequestParts::of(
                    &__INFO,
                    const {
                        __graph::path_by::<
                            Uuid,
                        >(
                            "/applications(appId='{app_id}')",
                            "/applications(appId={app_id})",
                        )
                    },
                    &[&app_id],
                ),
            )
        }
        /// Creates the request that updates one [`Application`] by its `appId`: `PATCH /applications(appId={app_id})`. The answer is [`Updated<Application>`](::graph_resource::Updated).
        pub fn update_by_app_id(app_id: impl __graph::KeyOf<Uuid>) -> ApplicationUpdate {
            <ApplicationUpdate>::__new(
                __graph::Write::update(
                    __graph::RequestParts::of(
                        &__INFO,
                        const {
                            __graph::path_by::<
                                Uuid,
                            >(
                                "/applications(appId='{app_id}')",
                                "/applications(appId={app_id})",
                            )
                        },
                        &[&app_id],
                    ),
                ),
            )
        }
        /// Creates the request that deletes one [`Application`] by its `appId`: `DELETE /applications(appId={app_id})`.
        pub fn delete_by_app_id(
            app_id: impl __graph::KeyOf<Uuid>,
        ) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(
                __graph::RequestParts::of(
                    &__INFO,
                    const {
                        __graph::path_by::<
                            Uuid,
                        >(
                            "/applications(appId='{app_id}')",
                            "/applications(appId={app_id})",
                        )
                    },
                    &[&app_id],
                ),
            )
        }
        /// Creates the request for one [`Application`] by its `uniqueName`: `GET /applications(uniqueName={unique_name})`.
        pub fn get_by_unique_name(
            unique_name: impl __graph::Key,
        ) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(
                __graph::RequestParts::of(
                    &__INFO,
                    const {
                        __graph::path_by::<
                            String,
                        >(
                            "/applications(uniqueName='{unique_name}')",
                            "/applications(uniqueName={unique_name})",
                        )
                    },
                    &[&unique_name],
                ),
            )
        }
        /// Creates the request that updates one [`Application`] by its `uniqueName`: `PATCH /applications(uniqueName={unique_name})`. The answer is [`Updated<Application>`](::graph_resource::Updated).
        pub fn update_by_unique_name(
            unique_name: impl __graph::Key,
        ) -> ApplicationUpdate {
            <ApplicationUpdate>::__new(
                __graph::Write::update(
                    __graph::RequestParts::of(
                        &__INFO,
                        const {
                            __graph::path_by::<
                                String,
                            >(
                                "/applications(uniqueName='{unique_name}')",
                                "/applications(uniqueName={unique_name})",
                            )
                        },
                        &[&unique_name],
                    ),
                ),
            )
        }
        /// Creates the request that updates or creates one [`Application`] by its `uniqueName`: `PATCH /applications(uniqueName={unique_name})`. The answer is [`Upserted<Application>`](::graph_resource::Upserted).
        pub fn upsert_by_unique_name(
            unique_name: impl __graph::Key,
        ) -> ApplicationUpsert {
            <ApplicationUpsert>::__new(
                __graph::Write::upsert(
                    __graph::RequestParts::of(
                        &__INFO,
                        const {
                            __graph::path_by::<
                                String,
                            >(
                                "/applications(uniqueName='{unique_name}')",
                                "/applications(uniqueName={unique_name})",
                            )
                        },
                        &[&unique_name],
                    ),
                ),
            )
        }
        /// Creates the request that deletes one [`Application`] by its `uniqueName`: `DELETE /applications(uniqueName={unique_name})`.
        pub fn delete_by_unique_name(
            unique_name: impl __graph::Key,
        ) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(
                __graph::RequestParts::of(
                    &__INFO,
                    const {
                        __graph::path_by::<
                            String,
                        >(
                            "/applications(uniqueName='{unique_name}')",
                            "/applications(uniqueName={unique_name})",
                        )
                    },
                    &[&unique_name],
                ),
            )
        }
    }
    impl Application {
        /// The property `id`.
        pub const ID: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "id",
        );
        /// The id by which the application is known to others.
        pub const APP_ID: __graph::PropertyPath<Self, Uuid> = __graph::PropertyPath::new(
            "appId",
        );
        /// The property `uniqueName`.
        pub const UNIQUE_NAME: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "uniqueName",
        );
        /// The property `displayName`.
        pub const DISPLAY_NAME: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "displayName",
        );
    }
};
