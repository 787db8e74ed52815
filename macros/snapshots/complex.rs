/// A partial update of one [`UserIdentity`]: what is to be done to each property that an update may carry.
#[allow(deprecated)]
#[must_use = "a patch does nothing until it is sent or applied"]
pub struct UserIdentityPatch<__Request = ()> {
    /// The property `base`.
    pub base: <Identity as ::graph_resource::StructuredType>::Patch,
    /// The property `ipAddress`.
    pub ip_address: ::graph_resource::Change<String>,
    /// The property `settings`.
    pub settings: ::graph_resource::Change<
        <MailboxSettings as ::graph_resource::Merge>::Patch,
    >,
    /// The property `labels`.
    pub labels: ::core::option::Option<
        <BTreeMap<String, bool> as ::graph_resource::Merge>::Patch,
    >,
    /// The property `manager`.
    pub manager: ::graph_resource::Change<::graph_resource::Reference>,
    /// The property `members`.
    pub members: ::core::option::Option<::std::vec::Vec<::graph_resource::Reference>>,
    /// The property `others`.
    pub others: ::graph_resource::edm::DynamicChanges,
    #[doc(hidden)]
    pub __request: __Request,
}
/// The setters of [`UserIdentity`], for the patches and requests of the types that extend it.
#[allow(dead_code)]
pub trait UserIdentitySetters<
    __Steps,
>: ::core::marker::Sized + ::graph_resource::__private::Extends<
        UserIdentityPatch,
        __Steps,
    > {
    /// The property `ipAddress`.
    #[must_use]
    fn ip_address(
        mut self,
        value: impl ::graph_resource::__private::Into<String>,
    ) -> Self {
        ::graph_resource::__private::set(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).ip_address,
            value,
        );
        self
    }
    /// Clears `ipAddress`: sends JSON `null`.
    #[must_use]
    fn clear_ip_address(mut self) -> Self {
        ::graph_resource::__private::clear(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).ip_address,
        );
        self
    }
    /// Sets `ipAddress`, or clears it where the value is `None`.
    #[must_use]
    fn ip_address_or_clear(
        mut self,
        value: ::graph_resource::__private::Option<String>,
    ) -> Self {
        ::graph_resource::__private::set_or_clear(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).ip_address,
            value,
        );
        self
    }
    /// The property `settings`.
    #[must_use]
    fn settings(
        mut self,
        edit: impl ::core::ops::FnOnce(
            <MailboxSettings as ::graph_resource::__private::Merge>::Patch,
        ) -> <MailboxSettings as ::graph_resource::__private::Merge>::Patch,
    ) -> Self {
        ::graph_resource::__private::edit(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).settings,
            edit,
        );
        self
    }
    /// Clears `settings`: sends JSON `null`.
    #[must_use]
    fn clear_settings(mut self) -> Self {
        ::graph_resource::__private::clear(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).settings,
        );
        self
    }
    /// The property `labels`.
    #[must_use]
    fn labels(
        mut self,
        edit: impl ::core::ops::FnOnce(
            <BTreeMap<String, bool> as ::graph_resource::__private::Merge>::Patch,
        ) -> <BTreeMap<String, bool> as ::graph_resource::__private::Merge>::Patch,
    ) -> Self {
        ::graph_resource::__private::edit(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).labels,
            edit,
        );
        self
    }
    /// The property `manager`.
    #[must_use]
    fn manager(
        mut self,
        value: impl ::graph_resource::__private::Into<
            ::graph_resource::__private::Reference,
        >,
    ) -> Self {
        ::graph_resource::__private::set(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).manager,
            value,
        );
        self
    }
    /// Clears `manager`: sends JSON `null`.
    #[must_use]
    fn clear_manager(mut self) -> Self {
        ::graph_resource::__private::clear(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).manager,
        );
        self
    }
    /// The property `members`.
    ///
    /// An update adds these to those that are there.
    #[must_use]
    fn members(
        mut self,
        references: impl ::core::iter::IntoIterator<
            Item = impl ::graph_resource::__private::Into<
                ::graph_resource::__private::Reference,
            >,
        >,
    ) -> Self {
        ::graph_resource::__private::Extends::part_mut(&mut self).members = ::core::option::Option::Some(
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
        ::graph_resource::__private::DynamicChanges::set(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).others,
            name,
            value,
        );
        self
    }
    /// Sets the property `name`, which the type does not declare, and says which Edm type it has, such as `#Int32`.
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
        ::graph_resource::__private::DynamicChanges::set_typed(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).others,
            name,
            odata_type,
            value,
        );
        self
    }
    /// Clears the property `name`, which the type does not declare: sends JSON `null`.
    #[must_use]
    fn clear_others(
        mut self,
        name: impl ::graph_resource::__private::Into<::graph_resource::__private::String>,
    ) -> Self {
        ::graph_resource::__private::DynamicChanges::clear(
            &mut ::graph_resource::__private::Extends::part_mut(&mut self).others,
            name,
        );
        self
    }
}
#[automatically_derived]
impl<
    __Steps,
    __Patch: ::graph_resource::__private::Extends<UserIdentityPatch, __Steps>,
> UserIdentitySetters<__Steps> for __Patch {}
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
            "#microsoft.graph.userIdentity",
            false,
            &[
                __graph::property("ipAddress", __graph::NULLABLE),
                __graph::property("created", __graph::READ_ONLY | __graph::NULLABLE),
                __graph::property("settings", __graph::NULLABLE),
                __graph::property("labels", 0),
                __graph::property("manager", __graph::NULLABLE),
                __graph::property("members", 0),
                __graph::property("photos", __graph::READ_ONLY | __graph::NULLABLE),
            ],
        )
        .with_base(__graph::base_type::<Identity>())
        .open()
        .with_evolved_members(|depth| {
            <Identity as __graph::PropertyValue>::has_evolved_members(depth)
                || <MailboxSettings as __graph::PropertyValue>::has_evolved_members(
                    depth,
                )
                || <BTreeMap<
                    String,
                    bool,
                > as __graph::PropertyValue>::has_evolved_members(depth)
        });
    #[automatically_derived]
    impl ::graph_resource::StructuredType for UserIdentity {
        const TYPE: &'static __graph::TypeInfo = &__TYPE;
        type Patch = UserIdentityPatch;
        type Slots = __Slots;
        fn from_slots(
            slots: &mut Self::Slots,
        ) -> __graph::Result<Self, __graph::Refusal> {
            __graph::Ok(Self {
                base: <Identity as __graph::StructuredType>::from_slots(
                    &mut slots.base,
                )?,
                ip_address: __graph::read::nullable(&mut slots.ip_address),
                created: __graph::read::nullable(&mut slots.created),
                settings: __graph::read::nullable(&mut slots.settings),
                labels: __graph::read::required(&mut slots.labels, "labels")?,
                manager: __graph::read::nullable(&mut slots.manager),
                members: __graph::read::required(&mut slots.members, "members")?,
                photos: __graph::read::nullable(&mut slots.photos),
                others: ::core::mem::take(&mut slots.others),
            })
        }
    }
    __graph::structured!(UserIdentity, [] [] []);
    impl __graph::Extensible for UserIdentity {}
    #[automatically_derived]
    impl __graph::WriteProperties for UserIdentity {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            __graph::WriteProperties::write(&self.base, writer);
            writer.optional("ipAddress", &self.ip_address);
            writer.optional("created", &self.created);
            writer.optional("settings", &self.settings);
            writer.value("labels", &self.labels);
            writer.optional("manager", &self.manager);
            writer.value("members", &self.members);
            writer.optional("photos", &self.photos);
            writer.dynamic(&self.others);
        }
    }
    pub struct __Slots {
        base: <Identity as __graph::StructuredType>::Slots,
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
    impl ::core::default::Default for __Slots {
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
    impl<'__de> __graph::ReadProperties<'__de> for __Slots {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::Refusal> {
            match __graph::PropertyReader::name(&reader) {
                "ipAddress" => reader.optional(&mut self.ip_address),
                "created" => reader.optional(&mut self.created),
                "settings" => reader.optional(&mut self.settings),
                "labels" => reader.value(&mut self.labels),
                "manager" => reader.optional(&mut self.manager),
                "members" => reader.value(&mut self.members),
                "photos" => reader.optional(&mut self.photos),
                name if <Identity as __graph::StructuredType>::TYPE
                    .property(name)
                    .is_some() => {
                    __graph::ReadProperties::property(&mut self.base, reader)
                }
                _ => reader.dynamic(&mut self.others),
            }
        }
    }
    #[automatically_derived]
    impl<__Request> UserIdentityPatch<__Request> {
        /// The property `ipAddress`.
        pub fn ip_address(mut self, value: impl __graph::Into<String>) -> Self {
            __graph::set(&mut self.ip_address, value);
            self
        }
        /// Clears `ipAddress`: sends JSON `null`.
        pub fn clear_ip_address(mut self) -> Self {
            __graph::clear(&mut self.ip_address);
            self
        }
        /// Sets `ipAddress`, or clears it where the value is `None`.
        pub fn ip_address_or_clear(mut self, value: __graph::Option<String>) -> Self {
            __graph::set_or_clear(&mut self.ip_address, value);
            self
        }
        /// The property `settings`.
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
                <BTreeMap<String, bool> as __graph::Merge>::Patch,
            ) -> <BTreeMap<String, bool> as __graph::Merge>::Patch,
        ) -> Self {
            __graph::edit(&mut self.labels, edit);
            self
        }
        /// The property `manager`.
        pub fn manager(mut self, value: impl __graph::Into<__graph::Reference>) -> Self {
            __graph::set(&mut self.manager, value);
            self
        }
        /// Clears `manager`: sends JSON `null`.
        pub fn clear_manager(mut self) -> Self {
            __graph::clear(&mut self.manager);
            self
        }
        /// The property `members`.
        ///
        /// An update adds these to those that are there.
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
            __graph::DynamicChanges::set(&mut self.others, name, value);
            self
        }
        /// Sets the property `name`, which the type does not declare, and says which Edm type it has, such as `#Int32`.
        pub fn others_typed(
            mut self,
            name: impl __graph::Into<__graph::String>,
            odata_type: impl __graph::Into<__graph::String>,
            value: impl __graph::Into<__graph::Value>,
        ) -> Self {
            __graph::DynamicChanges::set_typed(
                &mut self.others,
                name,
                odata_type,
                value,
            );
            self
        }
        /// Clears the property `name`, which the type does not declare: sends JSON `null`.
        pub fn clear_others(
            mut self,
            name: impl __graph::Into<__graph::String>,
        ) -> Self {
            __graph::DynamicChanges::clear(&mut self.others, name);
            self
        }
    }
    #[automatically_derived]
    impl<__Request> __graph::Extension for UserIdentityPatch<__Request> {
        type Base = <Identity as __graph::StructuredType>::Patch;
        fn base_mut(&mut self) -> &mut Self::Base {
            &mut self.base
        }
    }
    __graph::patch!(
        pub UserIdentityPatch, UserIdentity, [] [] [], { ip_address, others } merge {
        labels } { settings } base { base } bind { manager, members } []
    );
    __graph::patch_value!(UserIdentityPatch, UserIdentity, [] [] []);
    #[automatically_derived]
    impl<__Request> __graph::WriteProperties for UserIdentityPatch<__Request> {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            __graph::WriteProperties::write(&self.base, writer);
            writer.change("ipAddress", &self.ip_address);
            writer.change("settings", &self.settings);
            writer.optional("labels", &self.labels);
            writer.change("manager@odata.bind", &self.manager);
            writer.optional("members@odata.bind", &self.members);
            writer.dynamic_changes(&self.others);
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for UserIdentityPatch {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::write::any_patch(self, &__TYPE, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::ReadProperties<'__de> for UserIdentityPatch {
        fn property(
            &mut self,
            reader: __graph::PropertyReader<'_, '__de>,
        ) -> __graph::Result<(), __graph::Refusal> {
            match __graph::PropertyReader::name(&reader) {
                "ipAddress" => reader.change(&mut self.ip_address),
                "settings" => reader.change(&mut self.settings),
                "labels" => reader.replace(&mut self.labels),
                "manager@odata.bind" => reader.change(&mut self.manager),
                "members@odata.bind" => reader.replace(&mut self.members),
                name if <Identity as __graph::StructuredType>::TYPE
                    .property(name)
                    .is_some() => {
                    __graph::ReadProperties::property(&mut self.base, reader)
                }
                _ => reader.dynamic_change(&mut self.others),
            }
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for UserIdentityPatch {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::read::any_patch(deserializer, &__TYPE)
        }
    }
    #[automatically_derived]
    impl<__Request> ::core::fmt::Debug for UserIdentityPatch<__Request> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::write::debug(self, &__TYPE, "UserIdentityPatch", f)
        }
    }
};
