/// A partial update of one [`UserIdentity`]: a change for each property that an update may carry.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
pub struct UserIdentityPatch<Request = ()> {
    /// The property `base`.
    pub base: <Identity as ::graph_resource::StructuredType>::Patch,
    /// The property `ipAddress`.
    pub ip_address: ::graph_resource::Change<String>,
    /// The property `settings`.
    pub settings: ::graph_resource::Change<
        <MailboxSettings as ::graph_resource::Merge>::Patch,
    >,
    /// The property `labels`.
    pub labels: ::core::option::Option<::graph_resource::edm::MapChanges<bool>>,
    /// The property `manager`.
    pub manager: ::graph_resource::Change<::graph_resource::Reference>,
    /// The property `members`.
    pub members: ::core::option::Option<::std::vec::Vec<::graph_resource::Reference>>,
    /// The property `others`.
    pub others: ::graph_resource::edm::DynamicChanges,
    #[doc(hidden)]
    pub __request: Request,
}
/// The setters of [`UserIdentity`], for the patches and requests of the types that extend it. Import it to call them; its parameter is inferred.
#[allow(dead_code)]
pub trait UserIdentitySetters<
    Steps,
>: ::core::marker::Sized + ::graph_resource::Extends<UserIdentityPatch, Steps> {
    /// The property `ipAddress`.
    #[must_use]
    fn ip_address(
        mut self,
        value: impl ::graph_resource::__private::IntoProperty<String>,
    ) -> Self {
        <_ as ::graph_resource::__private::PatchField>::assign(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).ip_address,
            value,
        );
        self
    }
    /// Clears `ipAddress`: sends JSON `null`.
    #[must_use]
    fn clear_ip_address(mut self) -> Self {
        ::graph_resource::__private::clear(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).ip_address,
        );
        self
    }
    /// Sets `ipAddress`, or clears it if the value is `None`.
    #[must_use]
    fn ip_address_or_clear(
        mut self,
        value: ::graph_resource::__private::Option<String>,
    ) -> Self {
        ::graph_resource::__private::set_or_clear(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).ip_address,
            value,
        );
        self
    }
    /// The property `settings`.
    ///
    /// `edit` takes the patch of the `MailboxSettings`, which has the changes so far, and returns it.
    #[must_use]
    fn settings(
        mut self,
        edit: impl ::core::ops::FnOnce(
            <MailboxSettings as ::graph_resource::__private::Merge>::Patch,
        ) -> <MailboxSettings as ::graph_resource::__private::Merge>::Patch,
    ) -> Self {
        ::graph_resource::__private::edit(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).settings,
            edit,
        );
        self
    }
    /// Clears `settings`: sends JSON `null`.
    #[must_use]
    fn clear_settings(mut self) -> Self {
        ::graph_resource::__private::clear(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).settings,
        );
        self
    }
    /// The property `labels`.
    #[must_use]
    fn labels(
        mut self,
        edit: impl ::core::ops::FnOnce(
            ::graph_resource::__private::MapChanges<bool>,
        ) -> ::graph_resource::__private::MapChanges<bool>,
    ) -> Self {
        ::graph_resource::__private::edit(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).labels,
            edit,
        );
        self
    }
    /// The property `manager`.
    #[must_use]
    fn manager(
        mut self,
        value: impl ::graph_resource::__private::IntoProperty<
            ::graph_resource::__private::Reference,
        >,
    ) -> Self {
        <_ as ::graph_resource::__private::PatchField>::assign(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).manager,
            value,
        );
        self
    }
    /// Clears `manager`: sends JSON `null`.
    #[must_use]
    fn clear_manager(mut self) -> Self {
        ::graph_resource::__private::clear(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).manager,
        );
        self
    }
    /// The property `members`.
    ///
    /// An update adds these to the existing ones.
    #[must_use]
    fn members(
        mut self,
        references: impl ::core::iter::IntoIterator<
            Item = impl ::graph_resource::__private::Into<
                ::graph_resource::__private::Reference,
            >,
        >,
    ) -> Self {
        ::graph_resource::__private::Extends::patch_mut(&mut self).members = ::core::option::Option::Some(
            ::graph_resource::__private::references(references),
        );
        self
    }
    /// Sets the property `name`, which the type does not declare.
    #[must_use]
    fn others(
        mut self,
        name: impl ::graph_resource::__private::Into<
            ::graph_resource::__private::String,
        >,
        value: impl ::graph_resource::__private::Into<::graph_resource::__private::Value>,
    ) -> Self {
        ::graph_resource::__private::edit(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).others,
            |changes| changes.set(name, value),
        );
        self
    }
    /// Sets the property `name`, which the type does not declare, and states its Edm type, such as `#Int32`.
    #[must_use]
    fn others_typed(
        mut self,
        name: impl ::graph_resource::__private::Into<
            ::graph_resource::__private::String,
        >,
        odata_type: impl ::graph_resource::__private::Into<
            ::graph_resource::__private::String,
        >,
        value: impl ::graph_resource::__private::Into<::graph_resource::__private::Value>,
    ) -> Self {
        ::graph_resource::__private::edit(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).others,
            |changes| changes.set_typed(name, odata_type, value),
        );
        self
    }
    /// Changes members of the property `name`, which the type does not declare and whose value is an object.
    ///
    /// It is for a service that merges the object: any other replaces it.
    #[must_use]
    fn change_others(
        mut self,
        name: impl ::graph_resource::__private::Into<
            ::graph_resource::__private::String,
        >,
        edit: impl ::core::ops::FnOnce(
            ::graph_resource::__private::DynamicChanges,
        ) -> ::graph_resource::__private::DynamicChanges,
    ) -> Self {
        ::graph_resource::__private::edit(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).others,
            |changes| changes.change(name, edit),
        );
        self
    }
    /// Clears the property `name`, which the type does not declare: sends JSON `null`.
    #[must_use]
    fn clear_others(
        mut self,
        name: impl ::graph_resource::__private::Into<::graph_resource::__private::String>,
    ) -> Self {
        ::graph_resource::__private::edit(
            &mut ::graph_resource::__private::Extends::patch_mut(&mut self).others,
            |changes| changes.clear(name),
        );
        self
    }
}
#[automatically_derived]
impl<
    Steps,
    Patch: ::graph_resource::Extends<UserIdentityPatch, Steps>,
> UserIdentitySetters<Steps> for Patch {}
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
    static __TYPE: __graph::TypeInfo = __graph::extending::<
        Identity,
    >(
        __graph::TypeInfo::new(
                "#microsoft.graph.userIdentity",
                false,
                &[
                    __graph::property("ipAddress", <String as __graph::Field>::EDM)
                        .nullable(),
                    __graph::property("created", <OffsetDateTime as __graph::Field>::EDM)
                        .read_only()
                        .nullable(),
                    __graph::merged("settings", <MailboxSettings as __graph::Field>::EDM)
                        .nullable()
                        .merged(),
                    __graph::merged(
                            "labels",
                            <BTreeMap<String, bool> as __graph::Field>::EDM,
                        )
                        .merged(),
                    __graph::relationship("manager", <Box<User> as __graph::Field>::EDM)
                        .nullable()
                        .navigation(),
                    __graph::property("members", <Vec<User> as __graph::Field>::EDM)
                        .navigation(),
                    __graph::property("photos", <Vec<Photo> as __graph::Field>::EDM)
                        .read_only()
                        .nullable()
                        .navigation(),
                ],
            )
            .open()
            .with_evolved_members(|depth| {
                __graph::evolved::<Identity>(depth)
                    || __graph::evolved::<MailboxSettings>(depth)
                    || __graph::evolved::<BTreeMap<String, bool>>(depth)
            }),
    );
    #[automatically_derived]
    impl ::graph_resource::StructuredType for UserIdentity {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = UserIdentityPatch;
        type Partial = __Partial;
        fn complete(
            partial: &mut Self::Partial,
        ) -> __graph::Result<Self, __graph::MissingProperty> {
            __graph::Ok(Self {
                base: <Identity as __graph::StructuredType>::complete(
                    &mut partial.base,
                )?,
                ip_address: __graph::nullable(&mut partial.ip_address),
                created: __graph::nullable(&mut partial.created),
                settings: __graph::nullable(&mut partial.settings),
                labels: <BTreeMap<
                    String,
                    bool,
                > as __graph::Field>::required_property(&mut partial.labels, "labels")?,
                manager: __graph::nullable(&mut partial.manager),
                members: <Vec<
                    User,
                > as __graph::Field>::required_property(
                    &mut partial.members,
                    "members",
                )?,
                photos: __graph::nullable(&mut partial.photos),
                others: ::core::mem::take(&mut partial.others),
            })
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for UserIdentity {
        type Shape = __graph::Structured;
    }
    #[automatically_derived]
    impl __graph::Serialize for UserIdentity {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for UserIdentity {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize(deserializer)
        }
    }
    impl __graph::Extensible for UserIdentity {}
    #[automatically_derived]
    impl __graph::WriteProperties for UserIdentity {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            __graph::WriteProperties::write(&self.base, writer);
            <String as __graph::Field>::serialize_optional(
                writer,
                "ipAddress",
                &self.ip_address,
            );
            <OffsetDateTime as __graph::Field>::serialize_optional(
                writer,
                "created",
                &self.created,
            );
            writer.optional("settings", &self.settings);
            writer.value("labels", &self.labels);
            writer.optional("manager", &self.manager);
            writer.value("members", &self.members);
            <Vec<
                Photo,
            > as __graph::Field>::serialize_optional(writer, "photos", &self.photos);
            writer.dynamic(&self.others);
        }
    }
    pub struct __Partial {
        base: <Identity as __graph::StructuredType>::Partial,
        ip_address: __graph::Option<String>,
        created: __graph::Option<OffsetDateTime>,
        settings: __graph::Option<MailboxSettings>,
        labels: __graph::Option<BTreeMap<String, bool>>,
        manager: __graph::Option<Box<User>>,
        members: __graph::Option<Vec<User>>,
        photos: __graph::Option<Vec<Photo>>,
        others: __graph::DynamicProperties,
    }
    #[automatically_derived]
    impl ::core::default::Default for __Partial {
        fn default() -> Self {
            Self {
                base: ::core::default::Default::default(),
                ip_address: __graph::None,
                created: __graph::None,
                settings: __graph::None,
                labels: __graph::None,
                manager: __graph::None,
                members: __graph::None,
                photos: __graph::None,
                others: ::core::default::Default::default(),
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
                "ipAddress" => {
                    <String as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.ip_address,
                    )
                }
                "created" => {
                    <OffsetDateTime as __graph::Field>::deserialize_optional(
                        reader,
                        &mut self.created,
                    )
                }
                "settings" => reader.optional(&mut self.settings),
                "labels" => reader.value(&mut self.labels),
                "manager" => reader.received_optional(&mut self.manager),
                "members" => reader.received(&mut self.members),
                "photos" => {
                    <Vec<
                        Photo,
                    > as __graph::Field>::deserialize_received_optional(
                        reader,
                        &mut self.photos,
                    )
                }
                name if __graph::is_declared(
                    <Identity as __graph::StructuredType>::TYPE,
                    name,
                ) => __graph::ReadProperties::property(&mut self.base, reader),
                _ => reader.dynamic(&mut self.others),
            }
        }
    }
    impl<Request> UserIdentityPatch<Request> {
        /// The property `ipAddress`.
        pub fn ip_address(mut self, value: impl __graph::IntoProperty<String>) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.ip_address, value);
            self
        }
        /// Clears `ipAddress`: sends JSON `null`.
        pub fn clear_ip_address(mut self) -> Self {
            __graph::clear(&mut self.ip_address);
            self
        }
        /// Sets `ipAddress`, or clears it if the value is `None`.
        pub fn ip_address_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.ip_address, value);
            self
        }
        /// The property `settings`.
        ///
        /// `edit` takes the patch of the `MailboxSettings`, which has the changes so far, and returns it.
        pub fn settings(
            mut self,
            edit: impl ::core::ops::FnOnce(
                <MailboxSettings as __graph::Merge>::Patch,
            ) -> <MailboxSettings as __graph::Merge>::Patch,
        ) -> Self {
            __graph::edit(&mut self.settings, edit);
            self
        }
        /// Clears `settings`: sends JSON `null`.
        pub fn clear_settings(mut self) -> Self {
            __graph::clear(&mut self.settings);
            self
        }
        /// The property `labels`.
        pub fn labels(
            mut self,
            edit: impl ::core::ops::FnOnce(
                __graph::MapChanges<bool>,
            ) -> __graph::MapChanges<bool>,
        ) -> Self {
            __graph::edit(&mut self.labels, edit);
            self
        }
        /// The property `manager`.
        pub fn manager(
            mut self,
            value: impl __graph::IntoProperty<__graph::Reference>,
        ) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.manager, value);
            self
        }
        /// Clears `manager`: sends JSON `null`.
        pub fn clear_manager(mut self) -> Self {
            __graph::clear(&mut self.manager);
            self
        }
        /// The property `members`.
        ///
        /// An update adds these to the existing ones.
        pub fn members(
            mut self,
            references: impl ::core::iter::IntoIterator<
                Item = impl __graph::Into<__graph::Reference>,
            >,
        ) -> Self {
            self.members = ::core::option::Option::Some(__graph::references(references));
            self
        }
        /// Sets the property `name`, which the type does not declare.
        pub fn others(
            mut self,
            name: impl __graph::Into<__graph::String>,
            value: impl __graph::Into<__graph::Value>,
        ) -> Self {
            __graph::edit(&mut self.others, |changes| changes.set(name, value));
            self
        }
        /// Sets the property `name`, which the type does not declare, and states its Edm type, such as `#Int32`.
        pub fn others_typed(
            mut self,
            name: impl __graph::Into<__graph::String>,
            odata_type: impl __graph::Into<__graph::String>,
            value: impl __graph::Into<__graph::Value>,
        ) -> Self {
            __graph::edit(
                &mut self.others,
                |changes| changes.set_typed(name, odata_type, value),
            );
            self
        }
        /// Changes members of the property `name`, which the type does not declare and whose value is an object.
        ///
        /// It is for a service that merges the object: any other replaces it.
        pub fn change_others(
            mut self,
            name: impl __graph::Into<__graph::String>,
            edit: impl ::core::ops::FnOnce(
                __graph::DynamicChanges,
            ) -> __graph::DynamicChanges,
        ) -> Self {
            __graph::edit(&mut self.others, |changes| changes.change(name, edit));
            self
        }
        /// Clears the property `name`, which the type does not declare: sends JSON `null`.
        pub fn clear_others(
            mut self,
            name: impl __graph::Into<__graph::String>,
        ) -> Self {
            __graph::edit(&mut self.others, |changes| changes.clear(name));
            self
        }
    }
    #[automatically_derived]
    impl<Request> __graph::Extension for UserIdentityPatch<Request> {
        type Base = <Identity as __graph::StructuredType>::Patch;
        fn base_mut(&mut self) -> &mut Self::Base {
            &mut self.base
        }
    }
    #[automatically_derived]
    impl<Request> __graph::WriteProperties for UserIdentityPatch<Request> {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            __graph::WriteProperties::write(&self.base, writer);
            <String as __graph::Field>::serialize_change(
                writer,
                "ipAddress",
                &self.ip_address,
            );
            writer.change("settings", &self.settings);
            writer.optional("labels", &self.labels);
            writer.change("manager@odata.bind", &self.manager);
            writer.optional("members@odata.bind", &self.members);
            writer.dynamic_changes(&self.others);
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for UserIdentityPatch {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::ValueError> {
            match __graph::PropertyReader::name(&reader) {
                "ipAddress" => {
                    <String as __graph::Field>::deserialize_change(
                        reader,
                        &mut self.ip_address,
                    )
                }
                "settings" => reader.change(&mut self.settings),
                "labels" => reader.replace(&mut self.labels),
                "manager@odata.bind" => reader.change(&mut self.manager),
                "members@odata.bind" => reader.replace(&mut self.members),
                name if __graph::is_declared(
                    <Identity as __graph::StructuredType>::TYPE,
                    name,
                ) => __graph::ReadProperties::property(&mut self.base, reader),
                _ => reader.dynamic_change(&mut self.others),
            }
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for UserIdentityPatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for UserIdentityPatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<Request> ::core::fmt::Debug for UserIdentityPatch<Request> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(self, &__TYPE, "UserIdentityPatch", f)
        }
    }
    impl<Request> UserIdentityPatch<Request> {
        #[inline(never)]
        fn __new(request: Request) -> Self {
            UserIdentityPatch {
                base: ::core::default::Default::default(),
                ip_address: <_ as __graph::PatchField>::KEEP,
                settings: <_ as __graph::PatchField>::KEEP,
                labels: <_ as __graph::PatchField>::KEEP,
                manager: <_ as __graph::PatchField>::KEEP,
                members: <_ as __graph::PatchField>::KEEP,
                others: <_ as __graph::PatchField>::KEEP,
                __request: request,
            }
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for UserIdentityPatch {
        fn default() -> Self {
            Self::__new(())
        }
    }
    #[automatically_derived]
    #[allow(unused_mut, unused_variables)]
    impl ::graph_resource::Patch for UserIdentityPatch {
        type Target = UserIdentity;
        fn between(before: &Self::Target, after: &Self::Target) -> Self {
            let mut patch = Self::__new(());
            patch.base = __graph::Patch::between(&before.base, &after.base);
            <_ as __graph::PatchField>::compare(
                &mut patch.ip_address,
                &before.ip_address,
                &after.ip_address,
            );
            __graph::merge::between_nullable(
                &mut patch.settings,
                &before.settings,
                &after.settings,
            );
            __graph::merge::between(&mut patch.labels, &before.labels, &after.labels);
            <_ as __graph::PatchField>::compare(
                &mut patch.others,
                &before.others,
                &after.others,
            );
            __graph::carry_type(&mut patch, after);
            patch
        }
        fn carry_type(&mut self, target: &Self::Target) {
            __graph::Patch::carry_type(&mut self.base, &target.base);
        }
        fn apply_to(mut self, target: &mut Self::Target) {
            __graph::Patch::apply_to(
                ::core::mem::take(&mut self.base),
                &mut target.base,
            );
            <_ as __graph::PatchField>::apply(
                &mut self.ip_address,
                &mut target.ip_address,
            );
            __graph::merge::apply_nullable(&mut self.settings, &mut target.settings);
            __graph::merge::apply(&mut self.labels, &mut target.labels);
            <_ as __graph::PatchField>::apply(&mut self.others, &mut target.others);
        }
    }
    impl UserIdentityPatch {
        /// Returns whether the patch changes nothing.
        #[must_use]
        pub fn is_empty(&self) -> __graph::bool {
            ::graph_resource::Patch::is_empty(self)
        }
        /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
        pub fn between(before: &UserIdentity, after: &UserIdentity) -> Self {
            ::graph_resource::Patch::between(before, after)
        }
        /// Applies the patch to `target`, except for expanded relationships: the service follows references.
        pub fn apply_to(self, target: &mut UserIdentity) {
            ::graph_resource::Patch::apply_to(self, target);
        }
    }
    #[automatically_derived]
    impl<Request: ::core::clone::Clone> ::core::clone::Clone
    for UserIdentityPatch<Request> {
        #[allow(unused_mut)]
        fn clone(&self) -> Self {
            let mut copy = Self::__new(::core::clone::Clone::clone(&self.__request));
            copy.base = ::core::clone::Clone::clone(&self.base);
            <_ as __graph::PatchField>::copy_from(
                &mut copy.ip_address,
                &self.ip_address,
            );
            <_ as __graph::PatchField>::copy_from(&mut copy.settings, &self.settings);
            <_ as __graph::PatchField>::copy_from(&mut copy.labels, &self.labels);
            <_ as __graph::PatchField>::copy_from(&mut copy.manager, &self.manager);
            <_ as __graph::PatchField>::copy_from(&mut copy.members, &self.members);
            <_ as __graph::PatchField>::copy_from(&mut copy.others, &self.others);
            copy
        }
    }
    impl<Request: ::core::cmp::PartialEq> ::core::cmp::PartialEq
    for UserIdentityPatch<Request> {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__request == other.__request && self.base == other.base
                && <_ as __graph::PatchField>::is_same(
                    &self.ip_address,
                    &other.ip_address,
                ) && <_ as __graph::PatchField>::is_same(&self.settings, &other.settings)
                && <_ as __graph::PatchField>::is_same(&self.labels, &other.labels)
                && <_ as __graph::PatchField>::is_same(&self.manager, &other.manager)
                && <_ as __graph::PatchField>::is_same(&self.members, &other.members)
                && <_ as __graph::PatchField>::is_same(&self.others, &other.others)
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for UserIdentityPatch {
        type Shape = __graph::PatchOf;
    }
    impl UserIdentity {
        /// The property `ipAddress`.
        pub const IP_ADDRESS: __graph::PropertyPath<Self, String> = __graph::PropertyPath::new(
            "ipAddress",
        );
        /// The property `created`.
        pub const CREATED: __graph::PropertyPath<Self, OffsetDateTime> = __graph::PropertyPath::new(
            "created",
        );
        /// The property `settings`.
        pub const SETTINGS: __graph::PropertyPath<Self, MailboxSettings> = __graph::PropertyPath::new(
            "settings",
        );
        /// The property `labels`.
        pub const LABELS: __graph::PropertyPath<Self, BTreeMap<String, bool>> = __graph::PropertyPath::new(
            "labels",
        );
        /// The property `manager`.
        pub const MANAGER: __graph::PropertyPath<Self, User> = __graph::PropertyPath::new(
            "manager",
        );
        /// The property `members`.
        pub const MEMBERS: __graph::PropertyPath<Self, Vec<User>> = __graph::PropertyPath::new(
            "members",
        );
        /// The property `photos`.
        pub const PHOTOS: __graph::PropertyPath<Self, Vec<Photo>> = __graph::PropertyPath::new(
            "photos",
        );
    }
};
