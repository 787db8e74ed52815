//! The formatted expansion of a few representative items, so that a change of the generated code is seen in review. After one
//! that is meant, `UPDATE_EXPECT=1 cargo test -p graph-resource-macros` writes them anew.

use expect_test::{ExpectFile, expect_file};
use proc_macro2::TokenStream;
use quote::quote;

fn check(generated: TokenStream, expected: &ExpectFile) {
    let file = syn::parse2(generated).expect("the expansion is a list of items");
    expected.assert_eq(&prettyplease::unparse(&file));
}

#[test]
fn a_resource_with_a_key() {
    let item = quote! {
        #[graph(resource(path = "/deviceManagement/virtualEndpoint/deviceImages", version = "beta"))]
        /// A custom image that Cloud PCs are provisioned from.
        pub struct CloudPcDeviceImage {
            /// The id, given by the service.
            #[graph(key)]
            pub id: String,
            /// The name that is shown to users.
            pub display_name: Option<String>,
            /// The operating system, such as `Windows 11 Enterprise`.
            pub operating_system: Option<String>,
            /// The build of the operating system, such as `24H2`.
            pub os_build_number: Option<String>,
            /// The version of the image, such as `0.0.1`.
            pub version: Option<String>,
            /// When the image was last changed.
            #[graph(read_only)]
            pub last_modified_date_time: Option<OffsetDateTime>,
            /// How far the image is.
            pub status: Option<CloudPcDeviceImageStatus>,
            /// Why the image failed.
            pub status_details: Option<CloudPcDeviceImageStatusDetails>,
            /// The image in Azure that this one is made from.
            pub source_image_resource_id: Option<String>,
        }
    };
    check(
        super::resource(item),
        &expect_file!["../../snapshots/device_image.rs"],
    );
}

#[test]
fn a_generic_resource_with_every_role() {
    let item = quote! {
        #[graph(resource(path = "/users/{user_id}/notes", operations(get, create, update)))]
        struct Note<'a, T> where T: Ord {
            #[graph(key, create_only)]
            id: u64,
            #[graph(etag)]
            etag: Option<String>,
            #[graph(required)]
            title: T,
            #[graph(create_only)]
            kind: Option<Cow<'a, str>>,
            #[graph(write_only, sensitive)]
            password: Option<String>,
            #[graph(default)]
            tags: Vec<String>,
            #[graph(with = "my::colour", setter = "paint", rename = "color")]
            colour: Option<Colour>,
        }
    };
    check(
        super::resource(item),
        &expect_file!["../../snapshots/generic.rs"],
    );
}

#[test]
fn an_enum() {
    let item = quote! {
        #[graph(enumeration)]
        pub enum Status {
            Pending,
            #[graph(rename = "isReady")]
            Ready,
            #[graph(unknown)]
            Unknown(String),
        }
    };
    check(
        super::enumeration(item),
        &expect_file!["../../snapshots/enumeration.rs"],
    );
}
