/// A partial update of one [`CloudPcDeviceImage`]: a change for each property that an update may carry.
///
/// `Request` is the request that carries it, if there is one: with it, the type is [`CloudPcDeviceImageUpdate`] or [`CloudPcDeviceImageCreate`], which alone has the methods `with_…`, `to_http_request` and `send`.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
pub struct CloudPcDeviceImagePatch<Request = ()> {
    /// The name that is shown to users.
    pub display_name: ::graph_resource::Change<String>,
    /// The operating system, such as `Windows 11 Enterprise`.
    pub operating_system: ::graph_resource::Change<String>,
    /// The build of the operating system, such as `24H2`.
    pub os_build_number: ::graph_resource::Change<String>,
    /// The version of the image, such as `0.0.1`.
    pub version: ::graph_resource::Change<String>,
    /// The state of the image.
    pub status: ::graph_resource::Change<CloudPcDeviceImageStatus>,
    /// The reason why the image failed.
    pub status_details: ::graph_resource::Change<CloudPcDeviceImageStatusDetails>,
    /// The image in Azure that this one is created from.
    pub source_image_resource_id: ::graph_resource::Change<String>,
    #[doc(hidden)]
    pub __request: Request,
}
/// The request to update one [`CloudPcDeviceImage`]. [`CloudPcDeviceImage::update`] creates it. The answer is [`Updated<CloudPcDeviceImage>`](::graph_resource::Updated).
///
/// Its methods are on the page of [`CloudPcDeviceImagePatch`], which this is with an address: the setters of the properties, [`with_patch`](CloudPcDeviceImagePatch::with_patch), [`with_if_match`](CloudPcDeviceImagePatch::with_if_match), [`with_allow_empty`](CloudPcDeviceImagePatch::with_allow_empty), what every request has, such as [`with_header`](CloudPcDeviceImagePatch::with_header) and [`with_query`](CloudPcDeviceImagePatch::with_query), and [`send`](CloudPcDeviceImagePatch::send). The page of [`graph_resource`](::graph_resource::graph_resource#what-a-request-has) lists them all.
pub type CloudPcDeviceImageUpdate = CloudPcDeviceImagePatch<
    ::graph_resource::Write<::graph_resource::Update>,
>;
/// The request to create one [`CloudPcDeviceImage`]. [`CloudPcDeviceImage::create`] creates it. The answer is [`Created<CloudPcDeviceImage>`](::graph_resource::Created).
///
/// Its methods are on the page of [`CloudPcDeviceImagePatch`], which this is with an address: the setters of the properties, [`with_patch`](CloudPcDeviceImagePatch::with_patch), what every request has, such as [`with_header`](CloudPcDeviceImagePatch::with_header) and [`with_query`](CloudPcDeviceImagePatch::with_query), and [`send`](CloudPcDeviceImagePatch::send). The page of [`graph_resource`](::graph_resource::graph_resource#what-a-request-has) lists them all.
pub type CloudPcDeviceImageCreate = CloudPcDeviceImagePatch<
    ::graph_resource::Write<::graph_resource::Create<()>>,
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
                __graph::key("id", <String as __graph::Field>::EDM).key().read_only(),
                __graph::property("displayName", <String as __graph::Field>::EDM)
                    .nullable(),
                __graph::property("operatingSystem", <String as __graph::Field>::EDM)
                    .nullable(),
                __graph::property("osBuildNumber", <String as __graph::Field>::EDM)
                    .nullable(),
                __graph::property("version", <String as __graph::Field>::EDM).nullable(),
                __graph::property(
                        "lastModifiedDateTime",
                        <OffsetDateTime as __graph::Field>::EDM,
                    )
                    .read_only()
                    .nullable(),
                __graph::property(
                        "status",
                        <CloudPcDeviceImageStatus as __graph::Field>::EDM,
                    )
                    .nullable(),
                __graph::property(
                        "statusDetails",
                        <CloudPcDeviceImageStatusDetails as __graph::Field>::EDM,
                    )
                    .nullable(),
                __graph::property(
                        "sourceImageResourceId",
                        <String as __graph::Field>::EDM,
                    )
                    .nullable(),
            ],
        )
        .selecting()
        .with_evolved_members(|depth| {
            __graph::evolved::<CloudPcDeviceImageStatus>(depth)
                || __graph::evolved::<CloudPcDeviceImageStatusDetails>(depth)
        });
    #[automatically_derived]
    impl ::graph_resource::StructuredType for CloudPcDeviceImage {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = CloudPcDeviceImagePatch;
        type Partial = __Partial;
        fn complete(
            partial: &mut Self::Partial,
        ) -> __graph::Result<Self, __graph::MissingProperty> {
            __graph::Ok(Self {
                id: <String as __graph::Field>::required_property(
                    &mut partial.id,
                    "id",
                )?,
                display_name: __graph::nullable(&mut partial.display_name),
                operating_system: __graph::nullable(&mut partial.operating_system),
                os_build_number: __graph::nullable(&mut partial.os_build_number),
                version: __graph::nullable(&mut partial.version),
                last_modified_date_time: __graph::nullable(
                    &mut partial.last_modified_date_time,
                ),
                status: __graph::nullable(&mut partial.status),
                status_details: __graph::nullable(&mut partial.status_details),
                source_image_resource_id: __graph::nullable(
                    &mut partial.source_image_resource_id,
                ),
            })
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for CloudPcDeviceImage {
        type Shape = __graph::Structured;
    }
    #[automatically_derived]
    impl __graph::Serialize for CloudPcDeviceImage {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for CloudPcDeviceImage {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize(deserializer)
        }
    }
    static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
            &__TYPE,
            "/deviceManagement/virtualEndpoint/deviceImages",
            "/deviceManagement/virtualEndpoint/deviceImages/{id}",
        )
        .at(::graph_resource::ApiVersion::Beta)
        .selecting(
            "$select=id,displayName,operatingSystem,osBuildNumber,version,lastModifiedDateTime,status,statusDetails,sourceImageResourceId",
        );
    #[automatically_derived]
    impl ::graph_resource::Resource for CloudPcDeviceImage {
        const INFO: &'static __graph::ResourceInfo = &__INFO;
    }
    #[automatically_derived]
    impl __graph::WriteProperties for CloudPcDeviceImage {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_value(writer, "id", &self.id);
            <String as __graph::Field>::serialize_optional(
                writer,
                "displayName",
                &self.display_name,
            );
            <String as __graph::Field>::serialize_optional(
                writer,
                "operatingSystem",
                &self.operating_system,
            );
            <String as __graph::Field>::serialize_optional(
                writer,
                "osBuildNumber",
                &self.os_build_number,
            );
            <String as __graph::Field>::serialize_optional(
                writer,
                "version",
                &self.version,
            );
            <OffsetDateTime as __graph::Field>::serialize_optional(
                writer,
                "lastModifiedDateTime",
                &self.last_modified_date_time,
            );
            <CloudPcDeviceImageStatus as __graph::Field>::serialize_optional(
                writer,
                "status",
                &self.status,
            );
            <CloudPcDeviceImageStatusDetails as __graph::Field>::serialize_optional(
                writer,
                "statusDetails",
                &self.status_details,
            );
            <String as __graph::Field>::serialize_optional(
                writer,
                "sourceImageResourceId",
                &self.source_image_resource_id,
            );
        }
    }
    pub struct __Partial {
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
    impl ::core::default::Default for __Partial {
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
    impl<'__de> __graph::ReadProperties<'__de> for __Partial {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::ValueError> {
            match __graph::PropertyReader::name(&reader) {
                "id" => {
                    <String as __graph::Field>::deserialize_value(reader, &mut self.id)
                }
                "displayName" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.display_name,
                    )
                }
                "operatingSystem" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.operating_system,
                    )
                }
                "osBuildNumber" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.os_build_number,
                    )
                }
                "version" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.version,
                    )
                }
                "lastModifiedDateTime" => {
                    <OffsetDateTime as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.last_modified_date_time,
                    )
                }
                "status" => {
                    <CloudPcDeviceImageStatus as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.status,
                    )
                }
                "statusDetails" => {
                    <CloudPcDeviceImageStatusDetails as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.status_details,
                    )
                }
                "sourceImageResourceId" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.source_image_resource_id,
                    )
                }
                _ => reader.undeclared(),
            }
        }
    }
    impl<Request> CloudPcDeviceImagePatch<Request> {
        /// The name that is shown to users.
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
        /// The operating system, such as `Windows 11 Enterprise`.
        pub fn operating_system(
            mut self,
            value: impl __graph::IntoProperty<String>,
        ) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.operating_system, value);
            self
        }
        /// Clears `operatingSystem`: sends JSON `null`.
        pub fn clear_operating_system(mut self) -> Self {
            __graph::clear(&mut self.operating_system);
            self
        }
        /// Sets `operatingSystem`, or clears it if the value is `None`.
        pub fn operating_system_or_clear(
            mut self,
            value: __graph::Option<String>,
        ) -> Self {
            __graph::set_or_clear(&mut self.operating_system, value);
            self
        }
        /// The build of the operating system, such as `24H2`.
        pub fn os_build_number(
            mut self,
            value: impl __graph::IntoProperty<String>,
        ) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.os_build_number, value);
            self
        }
        /// Clears `osBuildNumber`: sends JSON `null`.
        pub fn clear_os_build_number(mut self) -> Self {
            __graph::clear(&mut self.os_build_number);
            self
        }
        /// Sets `osBuildNumber`, or clears it if the value is `None`.
        pub fn os_build_number_or_clear(
            mut self,
            value: __graph::Option<String>,
        ) -> Self {
            __graph::set_or_clear(&mut self.os_build_number, value);
            self
        }
        /// The version of the image, such as `0.0.1`.
        pub fn version(mut self, value: impl __graph::IntoProperty<String>) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.version, value);
            self
        }
        /// Clears `version`: sends JSON `null`.
        pub fn clear_version(mut self) -> Self {
            __graph::clear(&mut self.version);
            self
        }
        /// Sets `version`, or clears it if the value is `None`.
        pub fn version_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.version, value);
            self
        }
        /// The state of the image.
        pub fn status(
            mut self,
            value: impl __graph::IntoProperty<CloudPcDeviceImageStatus>,
        ) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.status, value);
            self
        }
        /// Clears `status`: sends JSON `null`.
        pub fn clear_status(mut self) -> Self {
            __graph::clear(&mut self.status);
            self
        }
        /// Sets `status`, or clears it if the value is `None`.
        pub fn status_or_clear(
            mut self,
            value: __graph::Option<CloudPcDeviceImageStatus>,
        ) -> Self {
            __graph::set_or_clear(&mut self.status, value);
            self
        }
        /// The reason why the image failed.
        pub fn status_details(
            mut self,
            value: impl __graph::IntoProperty<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.status_details, value);
            self
        }
        /// Clears `statusDetails`: sends JSON `null`.
        pub fn clear_status_details(mut self) -> Self {
            __graph::clear(&mut self.status_details);
            self
        }
        /// Sets `statusDetails`, or clears it if the value is `None`.
        pub fn status_details_or_clear(
            mut self,
            value: __graph::Option<CloudPcDeviceImageStatusDetails>,
        ) -> Self {
            __graph::set_or_clear(&mut self.status_details, value);
            self
        }
        /// The image in Azure that this one is created from.
        pub fn source_image_resource_id(
            mut self,
            value: impl __graph::IntoProperty<String>,
        ) -> Self {
            <_ as __graph::PatchField>::assign(
                &mut self.source_image_resource_id,
                value,
            );
            self
        }
        /// Clears `sourceImageResourceId`: sends JSON `null`.
        pub fn clear_source_image_resource_id(mut self) -> Self {
            __graph::clear(&mut self.source_image_resource_id);
            self
        }
        /// Sets `sourceImageResourceId`, or clears it if the value is `None`.
        pub fn source_image_resource_id_or_clear(
            mut self,
            value: __graph::Option<String>,
        ) -> Self {
            __graph::set_or_clear(&mut self.source_image_resource_id, value);
            self
        }
    }
    #[automatically_derived]
    impl<Request> __graph::WriteProperties for CloudPcDeviceImagePatch<Request> {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_change(
                writer,
                "displayName",
                &self.display_name,
            );
            <String as __graph::Field>::serialize_change(
                writer,
                "operatingSystem",
                &self.operating_system,
            );
            <String as __graph::Field>::serialize_change(
                writer,
                "osBuildNumber",
                &self.os_build_number,
            );
            <String as __graph::Field>::serialize_change(
                writer,
                "version",
                &self.version,
            );
            <CloudPcDeviceImageStatus as __graph::Field>::serialize_change(
                writer,
                "status",
                &self.status,
            );
            <CloudPcDeviceImageStatusDetails as __graph::Field>::serialize_change(
                writer,
                "statusDetails",
                &self.status_details,
            );
            <String as __graph::Field>::serialize_change(
                writer,
                "sourceImageResourceId",
                &self.source_image_resource_id,
            );
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for CloudPcDeviceImagePatch {
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
                "operatingSystem" => {
                    <String as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.operating_system,
                    )
                }
                "osBuildNumber" => {
                    <String as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.os_build_number,
                    )
                }
                "version" => {
                    <String as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.version,
                    )
                }
                "status" => {
                    <CloudPcDeviceImageStatus as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.status,
                    )
                }
                "statusDetails" => {
                    <CloudPcDeviceImageStatusDetails as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.status_details,
                    )
                }
                "sourceImageResourceId" => {
                    <String as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.source_image_resource_id,
                    )
                }
                _ => reader.undeclared(),
            }
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for CloudPcDeviceImagePatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for CloudPcDeviceImagePatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<Request> ::core::fmt::Debug for CloudPcDeviceImagePatch<Request> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(self, &__TYPE, "CloudPcDeviceImagePatch", f)
        }
    }
    impl<Request> CloudPcDeviceImagePatch<Request> {
        #[inline(never)]
        fn __new(request: Request) -> Self {
            CloudPcDeviceImagePatch {
                display_name: <_ as __graph::PatchField>::KEEP,
                operating_system: <_ as __graph::PatchField>::KEEP,
                os_build_number: <_ as __graph::PatchField>::KEEP,
                version: <_ as __graph::PatchField>::KEEP,
                status: <_ as __graph::PatchField>::KEEP,
                status_details: <_ as __graph::PatchField>::KEEP,
                source_image_resource_id: <_ as __graph::PatchField>::KEEP,
                __request: request,
            }
        }
        /// Swaps the changes of both, but not what they are changes of.
        #[allow(unused_variables)]
        fn __swap(&mut self, patch: &mut CloudPcDeviceImagePatch) {
            __graph::swap(&mut self.display_name, &mut patch.display_name);
            __graph::swap(&mut self.operating_system, &mut patch.operating_system);
            __graph::swap(&mut self.os_build_number, &mut patch.os_build_number);
            __graph::swap(&mut self.version, &mut patch.version);
            __graph::swap(&mut self.status, &mut patch.status);
            __graph::swap(&mut self.status_details, &mut patch.status_details);
            __graph::swap(
                &mut self.source_image_resource_id,
                &mut patch.source_image_resource_id,
            );
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for CloudPcDeviceImagePatch {
        fn default() -> Self {
            Self::__new(())
        }
    }
    #[automatically_derived]
    #[allow(unused_mut, unused_variables)]
    impl ::graph_resource::Patch for CloudPcDeviceImagePatch {
        type Target = CloudPcDeviceImage;
        fn between(before: &Self::Target, after: &Self::Target) -> Self {
            let mut patch = Self::__new(());
            <_ as __graph::PatchField>::compare(
                &mut patch.display_name,
                &before.display_name,
                &after.display_name,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.operating_system,
                &before.operating_system,
                &after.operating_system,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.os_build_number,
                &before.os_build_number,
                &after.os_build_number,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.version,
                &before.version,
                &after.version,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.status,
                &before.status,
                &after.status,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.status_details,
                &before.status_details,
                &after.status_details,
            );
            <_ as __graph::PatchField>::compare(
                &mut patch.source_image_resource_id,
                &before.source_image_resource_id,
                &after.source_image_resource_id,
            );
            patch
        }
        fn apply_to(mut self, target: &mut Self::Target) {
            <_ as __graph::PatchField>::apply(
                &mut self.display_name,
                &mut target.display_name,
            );
            <_ as __graph::PatchField>::apply(
                &mut self.operating_system,
                &mut target.operating_system,
            );
            <_ as __graph::PatchField>::apply(
                &mut self.os_build_number,
                &mut target.os_build_number,
            );
            <_ as __graph::PatchField>::apply(&mut self.version, &mut target.version);
            <_ as __graph::PatchField>::apply(&mut self.status, &mut target.status);
            <_ as __graph::PatchField>::apply(
                &mut self.status_details,
                &mut target.status_details,
            );
            <_ as __graph::PatchField>::apply(
                &mut self.source_image_resource_id,
                &mut target.source_image_resource_id,
            );
        }
    }
    impl CloudPcDeviceImagePatch {
        /// Returns whether the patch changes nothing.
        #[must_use]
        pub fn is_empty(&self) -> __graph::bool {
            ::graph_resource::Patch::is_empty(self)
        }
        /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
        pub fn between(before: &CloudPcDeviceImage, after: &CloudPcDeviceImage) -> Self {
            ::graph_resource::Patch::between(before, after)
        }
        /// Applies the patch to `target`, except for expanded relationships: the service follows references.
        pub fn apply_to(self, target: &mut CloudPcDeviceImage) {
            ::graph_resource::Patch::apply_to(self, target);
        }
    }
    #[automatically_derived]
    impl<Request: ::core::clone::Clone> ::core::clone::Clone
    for CloudPcDeviceImagePatch<Request> {
        #[allow(unused_mut)]
        fn clone(&self) -> Self {
            let mut copy = Self::__new(::core::clone::Clone::clone(&self.__request));
            <_ as __graph::PatchField>::copy_from(
                &mut copy.display_name,
                &self.display_name,
            );
            <_ as __graph::PatchField>::copy_from(
                &mut copy.operating_system,
                &self.operating_system,
            );
            <_ as __graph::PatchField>::copy_from(
                &mut copy.os_build_number,
                &self.os_build_number,
            );
            <_ as __graph::PatchField>::copy_from(&mut copy.version, &self.version);
            <_ as __graph::PatchField>::copy_from(&mut copy.status, &self.status);
            <_ as __graph::PatchField>::copy_from(
                &mut copy.status_details,
                &self.status_details,
            );
            <_ as __graph::PatchField>::copy_from(
                &mut copy.source_image_resource_id,
                &self.source_image_resource_id,
            );
            copy
        }
    }
    impl<Request: ::core::cmp::PartialEq> ::core::cmp::PartialEq
    for CloudPcDeviceImagePatch<Request> {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__request == other.__request
                && <_ as __graph::PatchField>::is_same(
                    &self.display_name,
                    &other.display_name,
                )
                && <_ as __graph::PatchField>::is_same(
                    &self.operating_system,
                    &other.operating_system,
                )
                && <_ as __graph::PatchField>::is_same(
                    &self.os_build_number,
                    &other.os_build_number,
                ) && <_ as __graph::PatchField>::is_same(&self.version, &other.version)
                && <_ as __graph::PatchField>::is_same(&self.status, &other.status)
                && <_ as __graph::PatchField>::is_same(
                    &self.status_details,
                    &other.status_details,
                )
                && <_ as __graph::PatchField>::is_same(
                    &self.source_image_resource_id,
                    &other.source_image_resource_id,
                )
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for CloudPcDeviceImagePatch {
        type Shape = __graph::PatchOf;
    }
    #[automatically_derived]
    impl ::graph_resource::Updatable for CloudPcDeviceImage {}
    impl CloudPcDeviceImagePatch<__graph::Write<::graph_resource::Update>> {
        /// Replaces all changes so far by those of `patch`.
        pub fn with_patch(mut self, mut patch: CloudPcDeviceImagePatch) -> Self {
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
    impl CloudPcDeviceImagePatch<::graph_resource::Write<::graph_resource::Create<()>>> {
        /// Replaces all changes so far by those of `patch`. Of the properties that a create requires, those that `patch` does not set stay.
        pub fn with_patch(mut self, mut patch: CloudPcDeviceImagePatch) -> Self {
            self.__swap(&mut patch);
            self
        }
    }
    #[automatically_derived]
    impl<Kind: ::graph_resource::WriteKind> ::graph_resource::Request
    for CloudPcDeviceImagePatch<__graph::Write<Kind>> {
        type Answer = <Kind as ::graph_resource::WriteKind>::Answer<CloudPcDeviceImage>;
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
        [Kind : ::graph_resource::WriteKind] CloudPcDeviceImagePatch < __graph::Write <
        Kind >>, [], __request.parts
    );
    __graph::sending_methods!(
        [Kind : ::graph_resource::WriteKind] CloudPcDeviceImagePatch < __graph::Write <
        Kind >>, [], < Kind as ::graph_resource::WriteKind > ::Answer <
        CloudPcDeviceImage >
    );
    impl<
        Kind: ::graph_resource::WriteKind,
    > CloudPcDeviceImagePatch<__graph::Write<Kind>> {
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
    impl CloudPcDeviceImage {
        /// Creates the request for a page of [`CloudPcDeviceImage`]: `GET /deviceManagement/virtualEndpoint/deviceImages`.
        pub fn list() -> ::graph_resource::List<Self> {
            ::graph_resource::List::new(__graph::RequestParts::collection(&__INFO, &[]))
        }
        /// Creates the request for one [`CloudPcDeviceImage`]: `GET /deviceManagement/virtualEndpoint/deviceImages/{id}`.
        pub fn get(id: impl __graph::Key) -> ::graph_resource::Get<Self> {
            ::graph_resource::Get::new(__graph::RequestParts::item(&__INFO, &[&id]))
        }
        /// Creates the request that creates one [`CloudPcDeviceImage`]: `POST /deviceManagement/virtualEndpoint/deviceImages`. The answer is [`Created<CloudPcDeviceImage>`](::graph_resource::Created).
        pub fn create() -> CloudPcDeviceImageCreate {
            <CloudPcDeviceImageCreate>::__new(
                __graph::Write::create(
                    __graph::RequestParts::collection(&__INFO, &[]),
                    (),
                ),
            )
        }
        /// Creates the request that creates one [`CloudPcDeviceImage`]: `POST /deviceManagement/virtualEndpoint/deviceImages`. Its properties are those of `value`. The answer is [`Created<CloudPcDeviceImage>`](::graph_resource::Created).
        pub fn create_from<Body: ::core::borrow::Borrow<Self>>(
            value: Body,
        ) -> ::graph_resource::Whole<::graph_resource::CreateFrom, Self, Body> {
            __graph::Whole::create_from(&[], value)
        }
        /// Creates the request that updates one [`CloudPcDeviceImage`]: `PATCH /deviceManagement/virtualEndpoint/deviceImages/{id}`. The answer is [`Updated<CloudPcDeviceImage>`](::graph_resource::Updated).
        pub fn update(id: impl __graph::Key) -> CloudPcDeviceImageUpdate {
            <CloudPcDeviceImageUpdate>::__new(
                __graph::Write::update(__graph::RequestParts::item(&__INFO, &[&id])),
            )
        }
        /// Creates the request that deletes one [`CloudPcDeviceImage`]: `DELETE /deviceManagement/virtualEndpoint/deviceImages/{id}`.
        pub fn delete(id: impl __graph::Key) -> ::graph_resource::Delete<Self> {
            ::graph_resource::Delete::new(__graph::RequestParts::item(&__INFO, &[&id]))
        }
    }
    impl CloudPcDeviceImage {
        /// The id, given by the service.
        pub const ID: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "id",
        );
        /// The name that is shown to users.
        pub const DISPLAY_NAME: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "displayName",
        );
        /// The operating system, such as `Windows 11 Enterprise`.
        pub const OPERATING_SYSTEM: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "operatingSystem",
        );
        /// The build of the operating system, such as `24H2`.
        pub const OS_BUILD_NUMBER: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "osBuildNumber",
        );
        /// The version of the image, such as `0.0.1`.
        pub const VERSION: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "version",
        );
        /// The time of the last change.
        pub const LAST_MODIFIED_DATE_TIME: __graph::PropertyPath<Self, OffsetDateTime> = __graph::PropertyPath::new(
            "lastModifiedDateTime",
        );
        /// The state of the image.
        pub const STATUS: __graph::PropertyPath<Self, CloudPcDeviceImageStatus> = __graph::PropertyPath::new(
            "status",
        );
        /// The reason why the image failed.
        pub const STATUS_DETAILS: __graph::PropertyPath<
            Self,
            CloudPcDeviceImageStatusDetails,
        > = __graph::PropertyPath::new("statusDetails");
        /// The image in Azure that this one is created from.
        pub const SOURCE_IMAGE_RESOURCE_ID: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "sourceImageResourceId",
        );
    }
};
