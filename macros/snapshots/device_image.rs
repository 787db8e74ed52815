/// A partial update of one [`CloudPcDeviceImage`]: what is to be done to each property that an update may carry.
#[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
#[must_use = "a patch does nothing until it is sent or applied"]
pub struct CloudPcDeviceImagePatch {
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
}
/// The request to update one [`CloudPcDeviceImage`]. Made by [`CloudPcDeviceImage::update`].
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[must_use = "an update does nothing until it is sent"]
pub struct CloudPcDeviceImageUpdate {
    __parts: ::graph_resource::__private::RequestParts,
    patch: CloudPcDeviceImagePatch,
}
/// The request to create one [`CloudPcDeviceImage`]. Made by [`CloudPcDeviceImage::create`].
#[derive(::core::clone::Clone)]
#[must_use = "a create does nothing until it is sent"]
pub struct CloudPcDeviceImageCreate {
    __parts: ::graph_resource::__private::RequestParts,
    display_name: ::core::option::Option<String>,
    operating_system: ::core::option::Option<String>,
    os_build_number: ::core::option::Option<String>,
    version: ::core::option::Option<String>,
    status: ::core::option::Option<CloudPcDeviceImageStatus>,
    status_details: ::core::option::Option<CloudPcDeviceImageStatusDetails>,
    source_image_resource_id: ::core::option::Option<String>,
}
#[allow(deprecated, non_camel_case_types)]
const _: () = {
    use ::graph_resource::__private as __graph;
    static __TYPE: __graph::TypeInfo = __graph::TypeInfo::new(
        "#microsoft.graph.cloudPcDeviceImage",
        true,
        &[
            __graph::Property::new(
                "id",
                __graph::Property::KEY | __graph::Property::READ_ONLY,
            ),
            __graph::Property::new("displayName", __graph::Property::NULLABLE),
            __graph::Property::new("operatingSystem", __graph::Property::NULLABLE),
            __graph::Property::new("osBuildNumber", __graph::Property::NULLABLE),
            __graph::Property::new("version", __graph::Property::NULLABLE),
            __graph::Property::new(
                "lastModifiedDateTime",
                __graph::Property::READ_ONLY | __graph::Property::NULLABLE,
            ),
            __graph::Property::new("status", __graph::Property::NULLABLE),
            __graph::Property::new("statusDetails", __graph::Property::NULLABLE),
            __graph::Property::new("sourceImageResourceId", __graph::Property::NULLABLE),
        ],
    );
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
        &__TYPE,
        "/deviceManagement/virtualEndpoint/deviceImages",
        "/deviceManagement/virtualEndpoint/deviceImages/{id}",
        ::core::option::Option::Some(::graph_resource::ApiVersion::Beta),
        __graph::UpdateMethod::Patch,
        &[
            __graph::Operation::List,
            __graph::Operation::Get,
            __graph::Operation::Create,
            __graph::Operation::Update,
            __graph::Operation::Delete,
        ],
    );
    #[automatically_derived]
    impl ::graph_resource::Resource for CloudPcDeviceImage {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
        type Patch = CloudPcDeviceImagePatch;
    }
    #[automatically_derived]
    impl __graph::WriteObject for CloudPcDeviceImage {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        fn write<__W: __graph::PropertyWriter>(
            &self,
            writer: &mut __W,
        ) -> ::core::result::Result<(), __W::Error> {
            __graph::PropertyWriter::value::<String>(writer, "id", &self.id)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "displayName", &self.display_name)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "operatingSystem", &self.operating_system)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "osBuildNumber", &self.os_build_number)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "version", &self.version)?;
            __graph::PropertyWriter::optional::<
                OffsetDateTime,
            >(writer, "lastModifiedDateTime", &self.last_modified_date_time)?;
            __graph::PropertyWriter::optional::<
                CloudPcDeviceImageStatus,
            >(writer, "status", &self.status)?;
            __graph::PropertyWriter::optional::<
                CloudPcDeviceImageStatusDetails,
            >(writer, "statusDetails", &self.status_details)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "sourceImageResourceId", &self.source_image_resource_id)?;
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for CloudPcDeviceImage {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __graph::write::object(self, serializer, __graph::Form::Representation)
        }
    }
    struct __Slots {
        id: ::core::option::Option<String>,
        display_name: ::core::option::Option<String>,
        operating_system: ::core::option::Option<String>,
        os_build_number: ::core::option::Option<String>,
        version: ::core::option::Option<String>,
        last_modified_date_time: ::core::option::Option<OffsetDateTime>,
        status: ::core::option::Option<CloudPcDeviceImageStatus>,
        status_details: ::core::option::Option<CloudPcDeviceImageStatusDetails>,
        source_image_resource_id: ::core::option::Option<String>,
    }
    impl ::core::default::Default for __Slots {
        fn default() -> Self {
            Self {
                id: ::core::option::Option::None,
                display_name: ::core::option::Option::None,
                operating_system: ::core::option::Option::None,
                os_build_number: ::core::option::Option::None,
                version: ::core::option::Option::None,
                last_modified_date_time: ::core::option::Option::None,
                status: ::core::option::Option::None,
                status_details: ::core::option::Option::None,
                source_image_resource_id: ::core::option::Option::None,
            }
        }
    }
    impl<'__de> __graph::ReadObject<'__de> for __Slots {
        type Object = CloudPcDeviceImage;
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        const UNDECLARED: __graph::Undeclared = __graph::Undeclared::Skip;
        fn property<__A: __graph::MapAccess<'__de>>(
            &mut self,
            name: &__graph::str,
            value: &mut __A,
        ) -> ::core::result::Result<__graph::bool, __A::Error> {
            match name {
                "id" => __graph::read::value::<String, __A>(value, &mut self.id)?,
                "displayName" => {
                    __graph::read::optional::<
                        String,
                        __A,
                    >(value, &mut self.display_name)?
                }
                "operatingSystem" => {
                    __graph::read::optional::<
                        String,
                        __A,
                    >(value, &mut self.operating_system)?
                }
                "osBuildNumber" => {
                    __graph::read::optional::<
                        String,
                        __A,
                    >(value, &mut self.os_build_number)?
                }
                "version" => {
                    __graph::read::optional::<String, __A>(value, &mut self.version)?
                }
                "lastModifiedDateTime" => {
                    __graph::read::optional::<
                        OffsetDateTime,
                        __A,
                    >(value, &mut self.last_modified_date_time)?
                }
                "status" => {
                    __graph::read::optional::<
                        CloudPcDeviceImageStatus,
                        __A,
                    >(value, &mut self.status)?
                }
                "statusDetails" => {
                    __graph::read::optional::<
                        CloudPcDeviceImageStatusDetails,
                        __A,
                    >(value, &mut self.status_details)?
                }
                "sourceImageResourceId" => {
                    __graph::read::optional::<
                        String,
                        __A,
                    >(value, &mut self.source_image_resource_id)?
                }
                _ => return ::core::result::Result::Ok(false),
            }
            ::core::result::Result::Ok(true)
        }
        fn finish<__E: __graph::ReadError>(
            self,
        ) -> ::core::result::Result<Self::Object, __E> {
            ::core::result::Result::Ok(CloudPcDeviceImage {
                id: __graph::read::required(self.id, "id")?,
                display_name: self.display_name,
                operating_system: self.operating_system,
                os_build_number: self.os_build_number,
                version: self.version,
                last_modified_date_time: self.last_modified_date_time,
                status: self.status,
                status_details: self.status_details,
                source_image_resource_id: self.source_image_resource_id,
            })
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for CloudPcDeviceImage {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __graph::read::object::<__Slots, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for CloudPcDeviceImagePatch {
        fn default() -> Self {
            Self {
                display_name: __graph::Change::Keep,
                operating_system: __graph::Change::Keep,
                os_build_number: __graph::Change::Keep,
                version: __graph::Change::Keep,
                status: __graph::Change::Keep,
                status_details: __graph::Change::Keep,
                source_image_resource_id: __graph::Change::Keep,
            }
        }
    }
    #[automatically_derived]
    impl CloudPcDeviceImagePatch {
        /// The name that is shown to users.
        pub fn display_name(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.display_name = __graph::Change::Set(::core::convert::Into::into(value));
            self
        }
        /// Clears `displayName`: sends JSON `null`.
        pub fn clear_display_name(mut self) -> Self {
            self.display_name = __graph::Change::Clear;
            self
        }
        /// Sets `displayName`, or clears it where the value is `None`.
        pub fn display_name_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.display_name = __graph::Change::set_or_clear(value);
            self
        }
        /// The operating system, such as `Windows 11 Enterprise`.
        pub fn operating_system(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.operating_system = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `operatingSystem`: sends JSON `null`.
        pub fn clear_operating_system(mut self) -> Self {
            self.operating_system = __graph::Change::Clear;
            self
        }
        /// Sets `operatingSystem`, or clears it where the value is `None`.
        pub fn operating_system_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.operating_system = __graph::Change::set_or_clear(value);
            self
        }
        /// The build of the operating system, such as `24H2`.
        pub fn os_build_number(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.os_build_number = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `osBuildNumber`: sends JSON `null`.
        pub fn clear_os_build_number(mut self) -> Self {
            self.os_build_number = __graph::Change::Clear;
            self
        }
        /// Sets `osBuildNumber`, or clears it where the value is `None`.
        pub fn os_build_number_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.os_build_number = __graph::Change::set_or_clear(value);
            self
        }
        /// The version of the image, such as `0.0.1`.
        pub fn version(mut self, value: impl ::core::convert::Into<String>) -> Self {
            self.version = __graph::Change::Set(::core::convert::Into::into(value));
            self
        }
        /// Clears `version`: sends JSON `null`.
        pub fn clear_version(mut self) -> Self {
            self.version = __graph::Change::Clear;
            self
        }
        /// Sets `version`, or clears it where the value is `None`.
        pub fn version_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.version = __graph::Change::set_or_clear(value);
            self
        }
        /// How far the image is.
        pub fn status(
            mut self,
            value: impl ::core::convert::Into<CloudPcDeviceImageStatus>,
        ) -> Self {
            self.status = __graph::Change::Set(::core::convert::Into::into(value));
            self
        }
        /// Clears `status`: sends JSON `null`.
        pub fn clear_status(mut self) -> Self {
            self.status = __graph::Change::Clear;
            self
        }
        /// Sets `status`, or clears it where the value is `None`.
        pub fn status_or_clear(
            mut self,
            value: ::core::option::Option<CloudPcDeviceImageStatus>,
        ) -> Self {
            self.status = __graph::Change::set_or_clear(value);
            self
        }
        /// Why the image failed.
        pub fn status_details(
            mut self,
            value: impl ::core::convert::Into<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            self.status_details = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `statusDetails`: sends JSON `null`.
        pub fn clear_status_details(mut self) -> Self {
            self.status_details = __graph::Change::Clear;
            self
        }
        /// Sets `statusDetails`, or clears it where the value is `None`.
        pub fn status_details_or_clear(
            mut self,
            value: ::core::option::Option<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            self.status_details = __graph::Change::set_or_clear(value);
            self
        }
        /// The image in Azure that this one is made from.
        pub fn source_image_resource_id(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.source_image_resource_id = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `sourceImageResourceId`: sends JSON `null`.
        pub fn clear_source_image_resource_id(mut self) -> Self {
            self.source_image_resource_id = __graph::Change::Clear;
            self
        }
        /// Sets `sourceImageResourceId`, or clears it where the value is `None`.
        pub fn source_image_resource_id_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.source_image_resource_id = __graph::Change::set_or_clear(value);
            self
        }
        /// Whether nothing changes.
        #[must_use]
        pub fn is_empty(&self) -> __graph::bool {
            ::graph_resource::Patch::is_empty(self)
        }
        /// What turns `before` into `after`: a change for each property that differs and that an update may carry.
        pub fn between(before: &CloudPcDeviceImage, after: &CloudPcDeviceImage) -> Self {
            ::graph_resource::Patch::between(before, after)
        }
        /// Does to `resource` what the patch says.
        pub fn apply_to(self, resource: &mut CloudPcDeviceImage) {
            ::graph_resource::Patch::apply_to(self, resource);
        }
    }
    #[automatically_derived]
    impl ::graph_resource::Patch for CloudPcDeviceImagePatch {
        type Resource = CloudPcDeviceImage;
        fn is_empty(&self) -> __graph::bool {
            self.display_name.is_keep() && self.operating_system.is_keep()
                && self.os_build_number.is_keep() && self.version.is_keep()
                && self.status.is_keep() && self.status_details.is_keep()
                && self.source_image_resource_id.is_keep()
        }
        fn between(before: &Self::Resource, after: &Self::Resource) -> Self {
            Self {
                display_name: __graph::Change::between(
                    &before.display_name,
                    &after.display_name,
                ),
                operating_system: __graph::Change::between(
                    &before.operating_system,
                    &after.operating_system,
                ),
                os_build_number: __graph::Change::between(
                    &before.os_build_number,
                    &after.os_build_number,
                ),
                version: __graph::Change::between(&before.version, &after.version),
                status: __graph::Change::between(&before.status, &after.status),
                status_details: __graph::Change::between(
                    &before.status_details,
                    &after.status_details,
                ),
                source_image_resource_id: __graph::Change::between(
                    &before.source_image_resource_id,
                    &after.source_image_resource_id,
                ),
            }
        }
        fn apply_to(self, resource: &mut Self::Resource) {
            __graph::Change::apply_to(self.display_name, &mut resource.display_name);
            __graph::Change::apply_to(
                self.operating_system,
                &mut resource.operating_system,
            );
            __graph::Change::apply_to(
                self.os_build_number,
                &mut resource.os_build_number,
            );
            __graph::Change::apply_to(self.version, &mut resource.version);
            __graph::Change::apply_to(self.status, &mut resource.status);
            __graph::Change::apply_to(self.status_details, &mut resource.status_details);
            __graph::Change::apply_to(
                self.source_image_resource_id,
                &mut resource.source_image_resource_id,
            );
        }
    }
    #[automatically_derived]
    impl __graph::WriteObject for CloudPcDeviceImagePatch {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        fn write<__W: __graph::PropertyWriter>(
            &self,
            writer: &mut __W,
        ) -> ::core::result::Result<(), __W::Error> {
            __graph::PropertyWriter::change::<
                String,
            >(writer, "displayName", &self.display_name)?;
            __graph::PropertyWriter::change::<
                String,
            >(writer, "operatingSystem", &self.operating_system)?;
            __graph::PropertyWriter::change::<
                String,
            >(writer, "osBuildNumber", &self.os_build_number)?;
            __graph::PropertyWriter::change::<String>(writer, "version", &self.version)?;
            __graph::PropertyWriter::change::<
                CloudPcDeviceImageStatus,
            >(writer, "status", &self.status)?;
            __graph::PropertyWriter::change::<
                CloudPcDeviceImageStatusDetails,
            >(writer, "statusDetails", &self.status_details)?;
            __graph::PropertyWriter::change::<
                String,
            >(writer, "sourceImageResourceId", &self.source_image_resource_id)?;
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for CloudPcDeviceImagePatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __graph::write::object(self, serializer, __graph::Form::Request)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadObject<'__de> for CloudPcDeviceImagePatch {
        type Object = Self;
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        const UNDECLARED: __graph::Undeclared = __graph::Undeclared::Refuse;
        fn property<__A: __graph::MapAccess<'__de>>(
            &mut self,
            name: &__graph::str,
            value: &mut __A,
        ) -> ::core::result::Result<__graph::bool, __A::Error> {
            match name {
                "displayName" => {
                    __graph::read::change::<String, __A>(value, &mut self.display_name)?
                }
                "operatingSystem" => {
                    __graph::read::change::<
                        String,
                        __A,
                    >(value, &mut self.operating_system)?
                }
                "osBuildNumber" => {
                    __graph::read::change::<
                        String,
                        __A,
                    >(value, &mut self.os_build_number)?
                }
                "version" => {
                    __graph::read::change::<String, __A>(value, &mut self.version)?
                }
                "status" => {
                    __graph::read::change::<
                        CloudPcDeviceImageStatus,
                        __A,
                    >(value, &mut self.status)?
                }
                "statusDetails" => {
                    __graph::read::change::<
                        CloudPcDeviceImageStatusDetails,
                        __A,
                    >(value, &mut self.status_details)?
                }
                "sourceImageResourceId" => {
                    __graph::read::change::<
                        String,
                        __A,
                    >(value, &mut self.source_image_resource_id)?
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
    impl<'__de> __graph::Deserialize<'__de> for CloudPcDeviceImagePatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __graph::read::object::<Self, __D>(deserializer)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for CloudPcDeviceImagePatch {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, "CloudPcDeviceImagePatch", f)
        }
    }
    #[automatically_derived]
    impl CloudPcDeviceImageUpdate {
        /// The name that is shown to users.
        pub fn display_name(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.patch.display_name = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `displayName`: sends JSON `null`.
        pub fn clear_display_name(mut self) -> Self {
            self.patch.display_name = __graph::Change::Clear;
            self
        }
        /// Sets `displayName`, or clears it where the value is `None`.
        pub fn display_name_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.patch.display_name = __graph::Change::set_or_clear(value);
            self
        }
        /// The operating system, such as `Windows 11 Enterprise`.
        pub fn operating_system(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.patch.operating_system = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `operatingSystem`: sends JSON `null`.
        pub fn clear_operating_system(mut self) -> Self {
            self.patch.operating_system = __graph::Change::Clear;
            self
        }
        /// Sets `operatingSystem`, or clears it where the value is `None`.
        pub fn operating_system_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.patch.operating_system = __graph::Change::set_or_clear(value);
            self
        }
        /// The build of the operating system, such as `24H2`.
        pub fn os_build_number(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.patch.os_build_number = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `osBuildNumber`: sends JSON `null`.
        pub fn clear_os_build_number(mut self) -> Self {
            self.patch.os_build_number = __graph::Change::Clear;
            self
        }
        /// Sets `osBuildNumber`, or clears it where the value is `None`.
        pub fn os_build_number_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.patch.os_build_number = __graph::Change::set_or_clear(value);
            self
        }
        /// The version of the image, such as `0.0.1`.
        pub fn version(mut self, value: impl ::core::convert::Into<String>) -> Self {
            self.patch.version = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `version`: sends JSON `null`.
        pub fn clear_version(mut self) -> Self {
            self.patch.version = __graph::Change::Clear;
            self
        }
        /// Sets `version`, or clears it where the value is `None`.
        pub fn version_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.patch.version = __graph::Change::set_or_clear(value);
            self
        }
        /// How far the image is.
        pub fn status(
            mut self,
            value: impl ::core::convert::Into<CloudPcDeviceImageStatus>,
        ) -> Self {
            self.patch.status = __graph::Change::Set(::core::convert::Into::into(value));
            self
        }
        /// Clears `status`: sends JSON `null`.
        pub fn clear_status(mut self) -> Self {
            self.patch.status = __graph::Change::Clear;
            self
        }
        /// Sets `status`, or clears it where the value is `None`.
        pub fn status_or_clear(
            mut self,
            value: ::core::option::Option<CloudPcDeviceImageStatus>,
        ) -> Self {
            self.patch.status = __graph::Change::set_or_clear(value);
            self
        }
        /// Why the image failed.
        pub fn status_details(
            mut self,
            value: impl ::core::convert::Into<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            self.patch.status_details = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `statusDetails`: sends JSON `null`.
        pub fn clear_status_details(mut self) -> Self {
            self.patch.status_details = __graph::Change::Clear;
            self
        }
        /// Sets `statusDetails`, or clears it where the value is `None`.
        pub fn status_details_or_clear(
            mut self,
            value: ::core::option::Option<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            self.patch.status_details = __graph::Change::set_or_clear(value);
            self
        }
        /// The image in Azure that this one is made from.
        pub fn source_image_resource_id(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.patch.source_image_resource_id = __graph::Change::Set(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Clears `sourceImageResourceId`: sends JSON `null`.
        pub fn clear_source_image_resource_id(mut self) -> Self {
            self.patch.source_image_resource_id = __graph::Change::Clear;
            self
        }
        /// Sets `sourceImageResourceId`, or clears it where the value is `None`.
        pub fn source_image_resource_id_or_clear(
            mut self,
            value: ::core::option::Option<String>,
        ) -> Self {
            self.patch.source_image_resource_id = __graph::Change::set_or_clear(value);
            self
        }
        /// Takes the whole patch, in place of what was set so far.
        pub fn with_patch(mut self, patch: CloudPcDeviceImagePatch) -> Self {
            self.patch = patch;
            self
        }
        /// Sends the update even if it changes nothing, as `{}`.
        pub fn with_allow_empty(mut self) -> Self {
            self.__parts.allow_empty();
            self
        }
    }
    __graph::conditional_methods!([] CloudPcDeviceImageUpdate, []);
    __graph::request_methods!([] CloudPcDeviceImageUpdate, []);
    __graph::preference_methods!([] CloudPcDeviceImageUpdate, []);
    #[automatically_derived]
    impl ::graph_resource::Request for CloudPcDeviceImageUpdate {
        type Answer = ::graph_resource::Updated<CloudPcDeviceImage>;
        fn to_http_request(
            &self,
            endpoint: &::graph_resource::Endpoint,
        ) -> ::core::result::Result<__graph::HttpRequest, ::graph_resource::Error> {
            __graph::update::to_http_request::<
                CloudPcDeviceImage,
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
    impl CloudPcDeviceImageCreate {
        /// The name that is shown to users.
        pub fn display_name(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.display_name = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// The operating system, such as `Windows 11 Enterprise`.
        pub fn operating_system(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.operating_system = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// The build of the operating system, such as `24H2`.
        pub fn os_build_number(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.os_build_number = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// The version of the image, such as `0.0.1`.
        pub fn version(mut self, value: impl ::core::convert::Into<String>) -> Self {
            self.version = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// How far the image is.
        pub fn status(
            mut self,
            value: impl ::core::convert::Into<CloudPcDeviceImageStatus>,
        ) -> Self {
            self.status = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// Why the image failed.
        pub fn status_details(
            mut self,
            value: impl ::core::convert::Into<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            self.status_details = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
        /// The image in Azure that this one is made from.
        pub fn source_image_resource_id(
            mut self,
            value: impl ::core::convert::Into<String>,
        ) -> Self {
            self.source_image_resource_id = ::core::option::Option::Some(
                ::core::convert::Into::into(value),
            );
            self
        }
    }
    #[automatically_derived]
    impl __graph::WriteObject for CloudPcDeviceImageCreate {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        fn write<__W: __graph::PropertyWriter>(
            &self,
            writer: &mut __W,
        ) -> ::core::result::Result<(), __W::Error> {
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "displayName", &self.display_name)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "operatingSystem", &self.operating_system)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "osBuildNumber", &self.os_build_number)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "version", &self.version)?;
            __graph::PropertyWriter::optional::<
                CloudPcDeviceImageStatus,
            >(writer, "status", &self.status)?;
            __graph::PropertyWriter::optional::<
                CloudPcDeviceImageStatusDetails,
            >(writer, "statusDetails", &self.status_details)?;
            __graph::PropertyWriter::optional::<
                String,
            >(writer, "sourceImageResourceId", &self.source_image_resource_id)?;
            ::core::result::Result::Ok(())
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for CloudPcDeviceImageCreate {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, "CloudPcDeviceImageCreate", f)
        }
    }
    __graph::request_methods!([] CloudPcDeviceImageCreate, []);
    __graph::preference_methods!([] CloudPcDeviceImageCreate, []);
    #[automatically_derived]
    impl ::graph_resource::Request for CloudPcDeviceImageCreate {
        type Answer = ::graph_resource::Created<CloudPcDeviceImage>;
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
    impl CloudPcDeviceImage {
        /// The request for one page of [`CloudPcDeviceImage`]s: `GET /deviceManagement/virtualEndpoint/deviceImages`.
        pub fn list() -> ::graph_resource::List<Self> {
            ::graph_resource::List::new(__graph::Address::new(__INFO.path(), &[]))
        }
        /// The request for one [`CloudPcDeviceImage`]: `GET /deviceManagement/virtualEndpoint/deviceImages/{id}`.
        pub fn get(id: impl __graph::Key) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(__graph::Address::new(__INFO.item_path(), &[&id]))
        }
        /// The request that creates one [`CloudPcDeviceImage`]: `POST /deviceManagement/virtualEndpoint/deviceImages`.
        #[allow(clippy::too_many_arguments)]
        pub fn create() -> CloudPcDeviceImageCreate {
            CloudPcDeviceImageCreate {
                __parts: __graph::RequestParts::new(
                    __graph::Address::new(__INFO.path(), &[]),
                    __INFO.version(),
                ),
                display_name: ::core::option::Option::None,
                operating_system: ::core::option::Option::None,
                os_build_number: ::core::option::Option::None,
                version: ::core::option::Option::None,
                status: ::core::option::Option::None,
                status_details: ::core::option::Option::None,
                source_image_resource_id: ::core::option::Option::None,
            }
        }
        /// The request that updates one [`CloudPcDeviceImage`]: `PATCH /deviceManagement/virtualEndpoint/deviceImages/{id}`.
        pub fn update(id: impl __graph::Key) -> CloudPcDeviceImageUpdate {
            CloudPcDeviceImageUpdate {
                __parts: __graph::RequestParts::new(
                    __graph::Address::new(__INFO.item_path(), &[&id]),
                    __INFO.version(),
                ),
                patch: ::core::default::Default::default(),
            }
        }
        /// The request that deletes one [`CloudPcDeviceImage`]: `DELETE /deviceManagement/virtualEndpoint/deviceImages/{id}`.
        pub fn delete(id: impl __graph::Key) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(
                __graph::Address::new(__INFO.item_path(), &[&id]),
            )
        }
    }
};
