use syn::{Attribute, Ident, LitStr, Path};

use super::{
    ALTERNATE_KEY, BASE, BIND, CREATE_ONLY, DEFAULT, ETAG, EXTRA, Entry, KEY, MERGE, NAVIGATION,
    READ_ONLY, RENAME, REQUIRED, SENSITIVE, SETTER, Slot, WITH, WRITE_ONLY, for_each_entry,
};
use crate::diagnostics::Mistakes;

const KNOWN: &[&str] = &[
    KEY,
    ALTERNATE_KEY,
    READ_ONLY,
    CREATE_ONLY,
    WRITE_ONLY,
    REQUIRED,
    RENAME,
    SENSITIVE,
    ETAG,
    WITH,
    DEFAULT,
    SETTER,
    MERGE,
    NAVIGATION,
    BIND,
    EXTRA,
    BASE,
];

/// `#[graph(…)]` on a field.
pub(crate) struct FieldAttributes {
    pub(crate) key: Slot<()>,
    pub(crate) alternate_key: Slot<()>,
    pub(crate) read_only: Slot<()>,
    pub(crate) create_only: Slot<()>,
    pub(crate) write_only: Slot<()>,
    pub(crate) required: Slot<()>,
    pub(crate) sensitive: Slot<()>,
    pub(crate) etag: Slot<()>,
    pub(crate) default: Slot<()>,
    pub(crate) merge: Slot<()>,
    pub(crate) navigation: Slot<()>,
    pub(crate) bind: Slot<()>,
    pub(crate) extra: Slot<()>,
    pub(crate) base: Slot<()>,
    pub(crate) rename: Slot<LitStr>,
    pub(crate) with: Slot<Path>,
    pub(crate) setter: Slot<Ident>,
}

impl FieldAttributes {
    pub(crate) fn parse(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        let mut parsed = Self {
            key: Slot::new(KEY),
            alternate_key: Slot::new(ALTERNATE_KEY),
            read_only: Slot::new(READ_ONLY),
            create_only: Slot::new(CREATE_ONLY),
            write_only: Slot::new(WRITE_ONLY),
            required: Slot::new(REQUIRED),
            sensitive: Slot::new(SENSITIVE),
            etag: Slot::new(ETAG),
            default: Slot::new(DEFAULT),
            merge: Slot::new(MERGE),
            navigation: Slot::new(NAVIGATION),
            bind: Slot::new(BIND),
            extra: Slot::new(EXTRA),
            base: Slot::new(BASE),
            rename: Slot::new(RENAME),
            with: Slot::new(WITH),
            setter: Slot::new(SETTER),
        };
        for_each_entry(attributes, KNOWN, mistakes, |name, entry| {
            parsed.entry(name, entry, mistakes);
        });
        parsed
    }

    fn entry(&mut self, name: &str, entry: &Entry, mistakes: &Mistakes) {
        match name {
            RENAME => {
                let name = entry.string("displayName", mistakes);
                self.rename.fill(entry, name, mistakes);
            }
            WITH => {
                let module = entry.code("my_format", mistakes);
                self.with.fill(entry, module, mistakes);
            }
            SETTER => {
                let setter = entry.code("set_status", mistakes);
                self.setter.fill(entry, setter, mistakes);
            }
            flag => {
                entry.flag(mistakes);
                if let Some(slot) = self.flags().into_iter().find(|slot| slot.name() == flag) {
                    slot.fill(entry, Some(()), mistakes);
                }
            }
        }
    }

    fn flags(&mut self) -> [&mut Slot<()>; 14] {
        [
            &mut self.key,
            &mut self.alternate_key,
            &mut self.read_only,
            &mut self.create_only,
            &mut self.write_only,
            &mut self.required,
            &mut self.sensitive,
            &mut self.etag,
            &mut self.default,
            &mut self.merge,
            &mut self.navigation,
            &mut self.bind,
            &mut self.extra,
            &mut self.base,
        ]
    }
}
