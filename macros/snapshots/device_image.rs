/// A partial update of one [`CloudPcDeviceImage`]: what is to be done to each property that an update may carry.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
pub struct CloudPcDeviceImagePatch<__Request = ()> {
    /// The name that is shown to users.
    pub display_name: ::graph_resource::Change<String>,
    /// The operating system, such as `Windows 11 Enterprise`.
    pub operating_system: ::graph_resource::Change<String>,
    /// The build of the operating system, such as `24H2`.
    pub os_build_number: ::graph_resource::Change<String>,
    /// The version of the image, such as `0.0.1`.
    pub version: ::graph_resource::Change<String>,
    /// How far the image is.
    pub status: ::graph_resource::Change<CloudPcDeviceImageStatus>,
    /// Why the image failed.
    pub status_details: ::graph_resource::Change<CloudPcDeviceImageStatusDetails>,
    /// The image in Azure that this one is made from.
    pub source_image_resource_id: ::graph_resource::Change<String>,
    #[doc(hidden)]
    pub __request: __Request,
}
/// The request to update one [`CloudPcDeviceImage`]. Made by [`CloudPcDeviceImage::update`].
pub type CloudPcDeviceImageUpdate = CloudPcDeviceImagePatch<::graph_resource::Update>;
/// The request to create one [`CloudPcDeviceImage`]. Made by [`CloudPcDeviceImage::create`].
pub type CloudPcDeviceImageCreate = CloudPcDeviceImagePatch<
    ::graph_resource::Create<()>,
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
            "#microsoft.graph.cloudPcDeviceImage",
            true,
            &[
                __graph::property("id", __graph::KEY | __graph::READ_ONLY),
                __graph::property("displayName", __graph::NULLABLE),
                __graph::property("operatingSystem", __graph::NULLABLE),
                __graph::property("osBuildNumber", __graph::NULLABLE),
                __graph::property("version", __graph::NULLABLE),
                __graph::property(
                    "lastModifiedDateTime",
                    __graph::READ_ONLY | __graph::NULLABLE,
                ),
                __graph::property("status", __graph::NULLABLE),
                __graph::property("statusDetails", __graph::NULLABLE),
                __graph::property("sourceImageResourceId", __graph::NULLABLE),
            ],
        )
        .with_evolved_members(|depth| {
            <CloudPcDeviceImageStatus as __graph::PropertyValue>::has_evolved_members(
                depth,
            )
                || <CloudPcDeviceImageStatusDetails as __graph::PropertyValue>::has_evolved_members(
                    depth,
                )
        });
    #[automatically_derived]
    impl ::graph_resource::StructuredType for CloudPcDeviceImage {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = CloudPcDeviceImagePatch;
        type Slots = __Slots;
        fn from_slots(
            slots: &mut Self::Slots,
        ) -> __graph::Result<Self, __graph::Refusal> {
            __graph::Ok(Self {
                id: __graph::read::required(&mut slots.id, "id")?,
                display_name: __graph::read::nullable(&mut slots.display_name),
                operating_system: __graph::read::nullable(&mut slots.operating_system),
                os_build_number: __graph::read::nullable(&mut slots.os_build_number),
                version: __graph::read::nullable(&mut slots.version),
                last_modified_date_time: __graph::read::nullable(
                    &mut slots.last_modified_date_time,
                ),
                status: __graph::read::nullable(&mut slots.status),
                status_details: __graph::read::nullable(&mut slots.status_details),
                source_image_resource_id: __graph::read::nullable(
                    &mut slots.source_image_resource_id,
                ),
            })
        }
    }
    __graph::structured!(CloudPcDeviceImage, [] [] []);
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
        &__TYPE,
        "/deviceManagement/virtualEndpoint/deviceImages",
        "/deviceManagement/virtualEndpoint/deviceImages/{id}",
        ::core::option::Option::Some(::graph_resource::ApiVersion::Beta),
        __graph::UpdateMethod::Patch,
        &__graph::Operation::ALL,
    );
    #[automatically_derived]
    impl ::graph_resource::Resource for CloudPcDeviceImage {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
    }
    #[automatically_derived]
    impl __graph::WriteProperties for CloudPcDeviceImage {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            writer.value("id", &self.id);
            writer.optional("displayName", &self.display_name);
            writer.optional("operatingSystem", &self.operating_system);
            writer.optional("osBuildNumber", &self.os_build_number);
            writer.optional("version", &self.version);
            writer.optional("lastModifiedDateTime", &self.last_modified_date_time);
            writer.optional("status", &self.status);
            writer.optional("statusDetails", &self.status_details);
            writer.optional("sourceImageResourceId", &self.source_image_resource_id);
        }
    }
    pub struct __Slots {
        id: __graph::Option<String>,
        display_name: __graph::Option<String>,
        operating_system: __graph::Option<String>,
        os_build_number: __graph::Option<String>,
        version: __graph::Option<String>,
        last_modified_date_time: __graph::Option<OffsetDateTime>,
        status: __graph::Option<CloudPcDeviceImageStatus>,
        status_details: __graph::Option<CloudPcDeviceImageStatusDetails>,
        source_image_resource_id: __graph::Option<String>,
    }
    #[automatically_derived]
    impl ::core::default::Default for __Slots {
        fn default() -> Self {
            Self {
                id: __graph::None,
                display_name: __graph::None,
                operating_system: __graph::None,
                os_build_number: __graph::None,
                version: __graph::None,
                last_modified_date_time: __graph::None,
                status: __graph::None,
                status_details: __graph::None,
                source_image_resource_id: __graph::None,
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
                "displayName" => reader.optional(&mut self.display_name),
                "operatingSystem" => reader.optional(&mut self.operating_system),
                "osBuildNumber" => reader.optional(&mut self.os_build_number),
                "version" => reader.optional(&mut self.version),
                "lastModifiedDateTime" => {
                    reader.optional(&mut self.last_modified_date_time)
                }
                "status" => reader.optional(&mut self.status),
                "statusDetails" => reader.optional(&mut self.status_details),
                "sourceImageResourceId" => {
                    reader.optional(&mut self.source_image_resource_id)
                }
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl<__Request> CloudPcDeviceImagePatch<__Request> {
        /// The name that is shown to users.
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
        /// The operating system, such as `Windows 11 Enterprise`.
        pub fn operating_system(mut self, value: impl __graph::Into<String>) -> Self {
            __graph::set(&mut self.operating_system, value);
            self
        }
        /// Clears `operatingSystem`: sends JSON `null`.
        pub fn clear_operating_system(mut self) -> Self {
            __graph::clear(&mut self.operating_system);
            self
        }
        /// Sets `operatingSystem`, or clears it where the value is `None`.
        pub fn operating_system_or_clear(
            mut self,
            value: __graph::Option<String>,
        ) -> Self {
            __graph::set_or_clear(&mut self.operating_system, value);
            self
        }
        /// The build of the operating system, such as `24H2`.
        pub fn os_build_number(mut self, value: impl __graph::Into<String>) -> Self {
            __graph::set(&mut self.os_build_number, value);
            self
        }
        /// Clears `osBuildNumber`: sends JSON `null`.
        pub fn clear_os_build_number(mut self) -> Self {
            __graph::clear(&mut self.os_build_number);
            self
        }
        /// Sets `osBuildNumber`, or clears it where the value is `None`.
        pub fn os_build_number_or_clear(
            mut self,
            value: __graph::Option<String>,
        ) -> Self {
            __graph::set_or_clear(&mut self.os_build_number, value);
            self
        }
        /// The version of the image, such as `0.0.1`.
        pub fn version(mut self, value: impl __graph::Into<String>) -> Self {
            __graph::set(&mut self.version, value);
            self
        }
        /// Clears `version`: sends JSON `null`.
        pub fn clear_version(mut self) -> Self {
            __graph::clear(&mut self.version);
            self
        }
        /// Sets `version`, or clears it where the value is `None`.
        pub fn version_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.version, value);
            self
        }
        /// How far the image is.
        pub fn status(
            mut self,
            value: impl __graph::Into<CloudPcDeviceImageStatus>,
        ) -> Self {
            __graph::set(&mut self.status, value);
            self
        }
        /// Clears `status`: sends JSON `null`.
        pub fn clear_status(mut self) -> Self {
            __graph::clear(&mut self.status);
            self
        }
        /// Sets `status`, or clears it where the value is `None`.
        pub fn status_or_clear(
            mut self,
            value: __graph::Option<CloudPcDeviceImageStatus>,
        ) -> Self {
            __graph::set_or_clear(&mut self.status, value);
            self
        }
        /// Why the image failed.
        pub fn status_details(
            mut self,
            value: impl __graph::Into<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            __graph::set(&mut self.status_details, value);
            self
        }
        /// Clears `statusDetails`: sends JSON `null`.
        pub fn clear_status_details(mut self) -> Self {
            __graph::clear(&mut self.status_details);
            self
        }
        /// Sets `statusDetails`, or clears it where the value is `None`.
        pub fn status_details_or_clear(
            mut self,
            value: __graph::Option<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            __graph::set_or_clear(&mut self.status_details, value);
            self
        }
        /// The image in Azure that this one is made from.
        pub fn source_image_resource_id(
            mut self,
            value: impl __graph::Into<String>,
        ) -> Self {
            __graph::set(&mut self.source_image_resource_id, value);
            self
        }
        /// Clears `sourceImageResourceId`: sends JSON `null`.
        pub fn clear_source_image_resource_id(mut self) -> Self {
            __graph::clear(&mut self.source_image_resource_id);
            self
        }
        /// Sets `sourceImageResourceId`, or clears it where the value is `None`.
        pub fn source_image_resource_id_or_clear(
            mut self,
            value: __graph::Option<String>,
        ) -> Self {
            __graph::set_or_clear(&mut self.source_image_resource_id, value);
            self
        }
    }
    __graph::patch!(
        pub CloudPcDeviceImagePatch, CloudPcDeviceImage, [] [] [], { display_name,
        operating_system, os_build_number, version, status, status_details,
        source_image_resource_id } merge {} {} base {} bind {} []
    );
    #[automatically_derived]
    impl<__Request> __graph::WriteProperties for CloudPcDeviceImagePatch<__Request> {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            writer.change("displayName", &self.display_name);
            writer.change("operatingSystem", &self.operating_system);
            writer.change("osBuildNumber", &self.os_build_number);
            writer.change("version", &self.version);
            writer.change("status", &self.status);
            writer.change("statusDetails", &self.status_details);
            writer.change("sourceImageResourceId", &self.source_image_resource_id);
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for CloudPcDeviceImagePatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::write::any_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for CloudPcDeviceImagePatch {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::Refusal> {
            match __graph::PropertyReader::name(&reader) {
                "displayName" => reader.change(&mut self.display_name),
                "operatingSystem" => reader.change(&mut self.operating_system),
                "osBuildNumber" => reader.change(&mut self.os_build_number),
                "version" => reader.change(&mut self.version),
                "status" => reader.change(&mut self.status),
                "statusDetails" => reader.change(&mut self.status_details),
                "sourceImageResourceId" => {
                    reader.change(&mut self.source_image_resource_id)
                }
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for CloudPcDeviceImagePatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::read::any_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<__Request> ::core::fmt::Debug for CloudPcDeviceImagePatch<__Request> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, &__TYPE, "CloudPcDeviceImagePatch", f)
        }
    }
    __graph::update!(pub CloudPcDeviceImagePatch, CloudPcDeviceImage, [] [] []);
    __graph::create!(CloudPcDeviceImagePatch, CloudPcDeviceImage, (), [] [] []);
    __graph::sending!(CloudPcDeviceImagePatch, [] [] []);
    #[automatically_derived]
    impl CloudPcDeviceImage {
        /// The request for a page of [`CloudPcDeviceImage`]: `GET /deviceManagement/virtualEndpoint/deviceImages`.
        pub fn list() -> ::graph_resource::List<Self> {
            ::graph_resource::List::new(__INFO.collection(&[]))
        }
        /// The request for one [`CloudPcDeviceImage`]: `GET /deviceManagement/virtualEndpoint/deviceImages/{id}`.
        pub fn get(id: impl __graph::Key) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(__INFO.item(&[&id]))
        }
        /// The request that creates one [`CloudPcDeviceImage`]: `POST /deviceManagement/virtualEndpoint/deviceImages`.
        pub fn create() -> CloudPcDeviceImageCreate {
            <CloudPcDeviceImageCreate>::__new(
                ::graph_resource::Create::new(__INFO.collection(&[]), ()),
            )
        }
        /// The request that updates one [`CloudPcDeviceImage`]: `PATCH /deviceManagement/virtualEndpoint/deviceImages/{id}`.
        pub fn update(id: impl __graph::Key) -> CloudPcDeviceImageUpdate {
            <CloudPcDeviceImageUpdate>::__new(
                ::graph_resource::Update::new(__INFO.item(&[&id])),
            )
        }
        /// The request that deletes one [`CloudPcDeviceImage`]: `DELETE /deviceManagement/virtualEndpoint/deviceImages/{id}`.
        pub fn delete(id: impl __graph::Key) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(__INFO.item(&[&id]))
        }
    }
};
