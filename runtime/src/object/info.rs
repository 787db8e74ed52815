/// What the macros know of an entity or complex type: its qualified name and its properties, in order.
#[derive(Debug)]
pub struct TypeInfo {
    odata_type: &'static str,
    emits_type: bool,
    properties: &'static [Property],
    base: Option<&'static TypeInfo>,
    is_open: bool,
    has_evolved_members: fn(u8) -> bool,
}

impl TypeInfo {
    /// Called by generated code. `odata_type` begins with `#`.
    #[doc(hidden)]
    pub const fn new(
        odata_type: &'static str,
        emits_type: bool,
        properties: &'static [Property],
    ) -> Self {
        Self {
            odata_type,
            emits_type,
            properties,
            base: None,
            is_open: false,
            has_evolved_members: |_| false,
        }
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_base(mut self, base: &'static Self) -> Self {
        self.base = Some(base);
        self
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn open(mut self) -> Self {
        self.is_open = true;
        self
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_evolved_members(mut self, has_evolved_members: fn(u8) -> bool) -> Self {
        self.has_evolved_members = has_evolved_members;
        self
    }

    /// The type that this one extends, whose properties it has as well.
    pub const fn base(&self) -> Option<&'static Self> {
        self.base
    }

    /// Whether the type is open, or its base is: it may have properties that it does not declare.
    pub const fn is_open(&self) -> bool {
        match self.base {
            Some(base) => self.is_open || base.is_open(),
            None => self.is_open,
        }
    }

    /// Whether there is an enum among the properties, `depth` types deep at the most, with members that the service has to be asked for.
    pub(crate) fn has_evolved_members(&self, depth: u8) -> bool {
        (self.has_evolved_members)(depth)
    }

    /// The value of `@odata.type` for this type, such as `#microsoft.graph.cloudPcDeviceImage`.
    pub const fn odata_type(&self) -> &'static str {
        self.odata_type
    }

    /// The qualified name of the type, such as `microsoft.graph.cloudPcDeviceImage`.
    pub fn name(&self) -> &'static str {
        self.odata_type.trim_start_matches('#')
    }

    /// Whether a request body carries `@odata.type`.
    pub const fn emits_type(&self) -> bool {
        self.emits_type
    }

    /// The properties that the type itself declares, in the order of the struct; those of its [`base`](Self::base) are not among them.
    pub const fn properties(&self) -> &'static [Property] {
        self.properties
    }

    /// The properties that the type declares, and behind them those of its base, and of the base of that.
    pub fn all_properties(&self) -> impl Iterator<Item = Property> {
        let types = std::iter::successors(Some(self), |info| info.base);
        types.flat_map(|info| info.properties.iter().copied())
    }

    /// The property with this wire name, which the type declares or has from its base.
    pub fn property(&self, name: &str) -> Option<&'static Property> {
        let own = self
            .properties
            .iter()
            .find(|property| property.name == name);
        own.or_else(|| self.base.and_then(|base| base.property(name)))
    }

    /// Whether no request carries what has this name.
    pub(crate) fn is_read_only(&self, name: &str) -> bool {
        if name == "@odata.etag" {
            return true;
        }
        self.property(name)
            .is_some_and(|property| property.is_read_only())
    }

    /// Whether the property is masked, or the one that an annotation such as `manager@odata.bind` stands for.
    #[cold]
    pub(crate) fn masks(&self, name: &str) -> bool {
        let annotated = name
            .split_once('@')
            .map_or(name, |(annotated, _)| annotated);
        let property = self.property(name).or_else(|| self.property(annotated));
        property.is_some_and(|property| property.is_sensitive())
    }
}

/// What the macros know of one property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Property {
    name: &'static str,
    traits: u8,
}

impl Property {
    #[doc(hidden)]
    pub const NULLABLE: u8 = 1;
    #[doc(hidden)]
    pub const KEY: u8 = 1 << 1;
    #[doc(hidden)]
    pub const READ_ONLY: u8 = 1 << 2;
    #[doc(hidden)]
    pub const CREATE_ONLY: u8 = 1 << 3;
    #[doc(hidden)]
    pub const WRITE_ONLY: u8 = 1 << 4;
    #[doc(hidden)]
    pub const REQUIRED: u8 = 1 << 5;
    #[doc(hidden)]
    pub const SENSITIVE: u8 = 1 << 6;
    #[doc(hidden)]
    pub const ALTERNATE_KEY: u8 = 1 << 7;

    /// Called by generated code, with a sum of the flags above.
    #[doc(hidden)]
    pub const fn new(name: &'static str, traits: u8) -> Self {
        Self { name, traits }
    }

    const fn has(self, flag: u8) -> bool {
        self.traits & flag != 0
    }

    /// The name in JSON, such as `displayName`.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Whether the property may be `null`.
    pub const fn is_nullable(self) -> bool {
        self.has(Self::NULLABLE)
    }

    /// Whether the property is the key, part of the address of the resource.
    pub const fn is_key(self) -> bool {
        self.has(Self::KEY)
    }

    /// Whether an item can be named by the property as well as by its key: `applications(appId='…')`.
    pub const fn is_alternate_key(self) -> bool {
        self.has(Self::ALTERNATE_KEY)
    }

    /// Whether the service alone writes the property. A key is read-only unless the struct says that it is given on create.
    pub const fn is_read_only(self) -> bool {
        self.has(Self::READ_ONLY)
    }

    /// Whether the property can be given on create, but not changed afterwards.
    pub const fn is_create_only(self) -> bool {
        self.has(Self::CREATE_ONLY)
    }

    /// Whether the property is sent, but never read.
    pub const fn is_write_only(self) -> bool {
        self.has(Self::WRITE_ONLY)
    }

    /// Whether the property must be given on create.
    pub const fn is_required(self) -> bool {
        self.has(Self::REQUIRED)
    }

    /// Whether the property is masked in `Debug`.
    pub const fn is_sensitive(self) -> bool {
        self.has(Self::SENSITIVE)
    }

    /// Whether an update may carry the property.
    pub const fn is_updatable(self) -> bool {
        !self.has(Self::KEY | Self::READ_ONLY | Self::CREATE_ONLY)
    }

    /// Whether a create may carry the property.
    pub const fn is_creatable(self) -> bool {
        !self.is_read_only()
    }
}
