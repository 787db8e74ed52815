//! The properties of a base that a create must carry.
//!
//! Those of the type itself are arguments of its `create`. A macro does not see those of a base, so that they are looked for in what is
//! written.

use crate::edm::TypeInfo;
use crate::edm::schema::Property;
use crate::json::{self, Input, Sink, ValueError};

/// Returns the name of a required property of the base that the object in `json` does not have.
pub(crate) fn missing_of_base(json: &[u8], info: &TypeInfo) -> Option<&'static str> {
    let properties = info.base()?.all_properties();
    let mut missing = Missing(
        properties
            .filter(|property| property.is_required())
            .map(Property::name)
            .collect(),
    );
    if !missing.0.is_empty() {
        json::from_slice(json, &mut missing).ok()?;
    }
    missing.0.first().copied()
}

/// The sink of an object, which strikes out the names that it has.
struct Missing(Vec<&'static str>);

impl<'de> Sink<'de> for Missing {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        let Input::Object(members) = input else {
            return Ok(());
        };
        while let Some(name) = members.next_name()? {
            self.0.retain(|required| *required != name);
            members.skip()?;
        }
        Ok(())
    }
}
