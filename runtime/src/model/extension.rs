//! Inheritance: the patch of a derived type has the setters of its base, and of the base of that.

use std::marker::PhantomData;

use super::structured::StructuredType;

/// A type that others may extend, because it is declared `extensible`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that others extend",
    label = "not `extensible`",
    note = "write `#[graph_resource(…, extensible)]` or `#[graph_complex(extensible)]` on it"
)]
pub trait Extensible: StructuredType {}

/// A patch, or a request with one, of a type that extends another. Implemented by generated code.
#[doc(hidden)]
pub trait Extension {
    /// The patch of the base.
    type Base;

    /// Returns the patch of the base.
    fn base_mut(&mut self) -> &mut Self::Base;
}

/// A patch that contains the patch `P` of a type some steps of inheritance up.
///
/// `Steps` is inferred. It distinguishes the two implementations, as coherence demands.
#[doc(hidden)]
pub trait Extends<P, Steps> {
    /// Returns the contained patch.
    fn patch_mut(&mut self) -> &mut P;
}

/// The patch of the base itself.
#[derive(Debug)]
pub struct Here;

/// One step above `Steps`.
#[derive(Debug)]
pub struct Above<Steps>(PhantomData<Steps>);

impl<T: Extension> Extends<T::Base, Here> for T {
    fn patch_mut(&mut self) -> &mut T::Base {
        self.base_mut()
    }
}

impl<P, Steps, T: Extension<Base: Extends<P, Steps>>> Extends<P, Above<Steps>> for T {
    fn patch_mut(&mut self) -> &mut P {
        self.base_mut().patch_mut()
    }
}
