/// A partial update of one [`Application`]: what is to be done to each property that an update may carry.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
pub struct ApplicationPatch<__Request = ()> {
    /// The property `displayName`.
    pub display_name: ::graph_resource::Change<String>,
    #[doc(hidden)]
    pub __request: __Request,
}
/// The request to update one [`Application`]. Made by [`Application::update`].
pub type ApplicationUpdate = ApplicationPatch<::graph_resource::Update>;
/// The request that updates one [`Application`], or creates it where it is missing. Made by the `upsert_by_…` of [`Application`].
pub type ApplicationUpsert = ApplicationPatch<::graph_resource::Upsert>;
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
            __graph::property("id", __graph::KEY | __graph::READ_ONLY),
            __graph::property(
                "appId",
                __graph::READ_ONLY | __graph::NULLABLE | __graph::ALTERNATE_KEY,
            ),
            __graph::property(
                "uniqueName",
                __graph::CREATE_ONLY | __graph::NULLABLE | __graph::ALTERNATE_KEY,
            ),
            __graph::property("displayName", __graph::NULLABLE),
        ],
    );
    #[automatically_derived]
    impl ::graph_resource::StructuredType for Application {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = ApplicationPatch;
        type Slots = __Slots;
        fn from_slots(
            slots: &mut Self::Slots,
        ) -> __graph::Result<Self, __graph::Refusal> {
            __graph::Ok(Self {
                id: __graph::read::required(&mut slots.id, "id")?,
                app_id: __graph::read::nullable(&mut slots.app_id),
                unique_name: __graph::read::nullable(&mut slots.unique_name),
                display_name: __graph::read::nullable(&mut slots.display_name),
            })
        }
    }
    __graph::structured!(Application, [] [] []);
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
        &__TYPE,
        "/applications",
        "/applications/{id}",
        __graph::None,
        __graph::UpdateMethod::Patch,
        &[
            __graph::Operation::Get,
            __graph::Operation::Update,
            __graph::Operation::Delete,
        ],
    );
    #[automatically_derived]
    impl ::graph_resource::Resource for Application {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
    }
    #[automatically_derived]
    impl __graph::WriteProperties for Application {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            writer.value("id", &self.id);
            writer.optional("appId", &self.app_id);
            writer.optional("uniqueName", &self.unique_name);
            writer.optional("displayName", &self.display_name);
        }
    }
    pub struct __Slots {
        id: __graph::Option<String>,
        app_id: __graph::Option<Uuid>,
        unique_name: __graph::Option<String>,
        display_name: __graph::Option<String>,
    }
    #[automatically_derived]
    impl ::core::default::Default for __Slots {
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
    impl<'__de> __graph::ReadProperties<'__de> for __Slots {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::Refusal> {
            match __graph::PropertyReader::name(&reader) {
                "id" => reader.value(&mut self.id),
                "appId" => reader.optional(&mut self.app_id),
                "uniqueName" => reader.optional(&mut self.unique_name),
                "displayName" => reader.optional(&mut self.display_name),
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl<__Request> ApplicationPatch<__Request> {
        /// The property `displayName`.
        pub fn display_name(mut self, value: impl __graph::Into<String>) -> Self {
            __graph::set(&mut self.display_name, value);
            self
        }
        /// Clears `displayName`: sends JSON `null`.
        pub fn clear_display_name(mut self) -> Self {
            __graph::clear(&mut self.display_name);
            self
        }
        /// Sets `displayName`, or clears it where the value is `None`.
        pub fn display_name_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.display_name, value);
            self
        }
    }
    __graph::patch!(
        pub ApplicationPatch, Application, [] [] [], { display_name } merge {} {} base {}
        bind {} []
    );
    #[automatically_derived]
    impl<__Request> __graph::WriteProperties for ApplicationPatch<__Request> {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            writer.change("displayName", &self.display_name);
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for ApplicationPatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::write::any_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for ApplicationPatch {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::Refusal> {
            match __graph::PropertyReader::name(&reader) {
                "displayName" => reader.change(&mut self.display_name),
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for ApplicationPatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::read::any_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<__Request> ::core::fmt::Debug for ApplicationPatch<__Request> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, &__TYPE, "ApplicationPatch", f)
        }
    }
    __graph::update!(pub ApplicationPatch, Application, [] [] []);
    __graph::sending!(ApplicationPatch, [] [] []);
    #[automatically_derived]
    impl Application {
        /// The request for one [`Application`]: `GET /applications/{id}`.
        pub fn get(id: impl __graph::Key) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(__INFO.item(&[&id]))
        }
        /// The request that updates one [`Application`]: `PATCH /applications/{id}`.
        pub fn update(id: impl __graph::Key) -> ApplicationUpdate {
            <ApplicationUpdate>::__new(
                ::graph_resource::Update::new(__INFO.item(&[&id])),
            )
        }
        /// The request that deletes one [`Application`]: `DELETE /applications/{id}`.
        pub fn delete(id: impl __graph::Key) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(__INFO.item(&[&id]))
        }
    }
    __graph::upsert!(pub ApplicationPatch, Application, [] [] []);
    #[automatically_derived]
    impl Application {
        /// The request for one [`Application`] by its `appId`: `GET /applications(appId={app_id})`.
        pub fn get_by_app_id(app_id: impl __graph::Key) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(
                __INFO.by_alternate_key("/applications(appId={app_id})", &[&app_id]),
            )
        }
        /// The request that updates one [`Application`] by its `appId`: `PATCH /applications(appId={app_id})`.
        pub fn update_by_app_id(app_id: impl __graph::Key) -> ApplicationUpdate {
            <ApplicationUpdate>::__new(
                ::graph_resource::Update::new(
                    __INFO.by_alternate_key("/applications(appId={app_id})", &[&app_id]),
                ),
            )
        }
        /// The request that deletes one [`Application`] by its `appId`: `DELETE /applications(appId={app_id})`.
        pub fn delete_by_app_id(
            app_id: impl __graph::Key,
        ) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(
                __INFO.by_alternate_key("/applications(appId={app_id})", &[&app_id]),
            )
        }
        /// The request for one [`Application`] by its `uniqueName`: `GET /applications(uniqueName='{unique_name}')`.
        pub fn get_by_unique_name(
            unique_name: impl __graph::Key,
        ) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(
                __INFO
                    .by_alternate_key(
                        "/applications(uniqueName='{unique_name}')",
                        &[&unique_name],
                    ),
            )
        }
        /// The request that updates one [`Application`] by its `uniqueName`: `PATCH /applications(uniqueName='{unique_name}')`.
        pub fn update_by_unique_name(
            unique_name: impl __graph::Key,
        ) -> ApplicationUpdate {
            <ApplicationUpdate>::__new(
                ::graph_resource::Update::new(
                    __INFO
                        .by_alternate_key(
                            "/applications(uniqueName='{unique_name}')",
                            &[&unique_name],
                        ),
                ),
            )
        }
        /// The request that updates or creates one [`Application`] by its `uniqueName`: `PATCH /applications(uniqueName='{unique_name}')`.
        pub fn upsert_by_unique_name(
            unique_name: impl __graph::Key,
        ) -> ApplicationUpsert {
            <ApplicationUpsert>::__new(
                ::graph_resource::Upsert::new(
                    __INFO
                        .by_alternate_key(
                            "/applications(uniqueName='{unique_name}')",
                            &[&unique_name],
                        ),
                ),
            )
        }
        /// The request that deletes one [`Application`] by its `uniqueName`: `DELETE /applications(uniqueName='{unique_name}')`.
        pub fn delete_by_unique_name(
            unique_name: impl __graph::Key,
        ) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(
                __INFO
                    .by_alternate_key(
                        "/applications(uniqueName='{unique_name}')",
                        &[&unique_name],
                    ),
            )
        }
    }
};
