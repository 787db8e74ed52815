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

/// A patch, or a request with one, that contains the patch `P` of a base: of the type that it extends, or of one further up.
///
/// It is what makes the setters of a type with `extensible` methods of the patches of types that extend it. `Steps` is inferred: it tells
/// how far up the base is.
///
/// ```
/// use graph_resource::{Extends, graph_complex};
///
/// #[graph_complex(extensible)]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct IdentitySource {
///     pub display_name: Option<String>,
/// }
///
/// #[graph_complex]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct DomainIdentitySource {
///     #[graph(base)]
///     pub base: IdentitySource,
///     pub domain_name: Option<String>,
/// }
///
/// /// Sets the name in the patch of any type of source.
/// fn named<Steps, P: Extends<IdentitySourcePatch, Steps>>(patch: P) -> P {
///     patch.display_name("Contoso")
/// }
///
/// let patch = named(DomainIdentitySourcePatch::default()).domain_name("contoso.com");
/// assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"displayName":"Contoso","domainName":"contoso.com"}"#);
/// ```
///
/// Only generated code implements this trait.
pub trait Extends<P, Steps> {
    /// Returns the contained patch.
    #[doc(hidden)]
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
