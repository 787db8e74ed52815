//! The formatted expansion of a few representative items, so that a change of the generated code is seen in review. After an intended
//! change, `UPDATE_EXPECT=1 cargo test -p graph-resource-macros` rewrites them.

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
            /// The time of the last change.
            #[graph(read_only)]
            pub last_modified_date_time: Option<OffsetDateTime>,
            /// The state of the image.
            pub status: Option<CloudPcDeviceImageStatus>,
            /// The reason why the image failed.
            pub status_details: Option<CloudPcDeviceImageStatusDetails>,
            /// The image in Azure that this one is created from.
            pub source_image_resource_id: Option<String>,
        }
    };
    check(
        super::resource(item),
        &expect_file!["../../snapshots/device_image.rs"],
    );
}

#[test]
fn a_resource_with_extensions() {
    let item = quote! {
        #[graph(resource(path = "/users", operations(update)))]
        struct User {
            #[graph(extension)]
            uid_number: Option<i32>,
            #[graph(typed)]
            cost_center: Option<Vec<i32>>,
        }
    };
    check(
        super::resource(item),
        &expect_file!["../../snapshots/extensions.rs"],
    );
}

#[test]
fn a_generic_resource_with_every_role() {
    let item = quote! {
        #[graph(resource(path = "/users/{user_id}/notes", operations(get, create, update)))]
        struct Note<'a, T> where T: Ord {
            #[graph(key, create_only)]
            id: i64,
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
fn a_resource_with_alternate_keys() {
    let item = quote! {
        #[graph(resource(path = "/applications", operations(get, update, delete)))]
        /// An application.
        pub struct Application {
            #[graph(key)]
            pub id: String,
            /// The id by which the application is known to others.
            #[graph(read_only, alternate_key)]
            pub app_id: Option<Uuid>,
            #[graph(create_only, alternate_key)]
            pub unique_name: Option<String>,
            pub display_name: Option<String>,
        }
    };
    check(
        super::resource(item),
        &expect_file!["../../snapshots/alternate_keys.rs"],
    );
}

#[test]
fn a_resource_that_is_replaced() {
    let item = quote! {
        #[graph(resource(
            path = "/teams/{team_id}/schedule/shifts",
            update(method = "PUT", with_key),
            operations(get, create, update)
        ))]
        /// A shift.
        pub struct Shift {
            #[graph(key)]
            pub id: String,
            #[graph(create_only, alternate_key)]
            pub name: Option<String>,
            #[graph(required)]
            pub user_id: String,
            #[graph(write_null)]
            pub notes: Option<String>,
        }
    };
    check(
        super::resource(item),
        &expect_file!["../../snapshots/replaced.rs"],
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

#[test]
fn a_complex_type_with_every_kind_of_field() {
    let item = quote! {
        #[graph(complex(extensible))]
        pub struct UserIdentity {
            #[graph(base)]
            pub base: Identity,
            pub ip_address: Option<String>,
            #[graph(read_only)]
            pub created: Option<OffsetDateTime>,
            #[graph(merge)]
            pub settings: Option<MailboxSettings>,
            #[graph(merge)]
            pub labels: BTreeMap<String, bool>,
            #[graph(navigation, bind)]
            pub manager: Option<Box<User>>,
            #[graph(navigation, bind)]
            pub members: Vec<User>,
            #[graph(navigation)]
            pub photos: Option<Vec<Photo>>,
            #[graph(extra)]
            pub others: DynamicProperties,
        }
    };
    check(
        super::complex(item),
        &expect_file!["../../snapshots/complex.rs"],
    );
}

#[test]
fn an_action() {
    let item = quote! {
        #[graph(action(path = "/applications/{id}/addPassword", also(mine = "/me/addPassword"), returns = Password))]
        pub struct AddPassword {
            /// The name.
            pub display_name: String,
            #[graph(sensitive)]
            pub hint: Option<String>,
        }
    };
    check(
        super::action(item),
        &expect_file!["../../snapshots/action.rs"],
    );
}

#[test]
fn a_function() {
    let item = quote! {
        #[graph(function(path = "/images/getSourceImages", version = "beta", returns = Vec<Image>))]
        struct GetSourceImages {
            source_image_ids: Vec<String>,
        }
    };
    check(
        super::function(item),
        &expect_file!["../../snapshots/function.rs"],
    );
}

#[test]
fn an_action_with_a_body_that_is_not_json() {
    let item = quote! {
        #[graph(action(path = "/me/sendMail", content_type = "text/plain"))]
        pub struct SendMime {
            pub mime: Bytes,
        }
    };
    check(
        super::action(item),
        &expect_file!["../../snapshots/content.rs"],
    );
}

#[test]
fn a_union() {
    let item = quote! {
        #[graph(union)]
        pub enum Identities {
            User(Box<UserIdentity>),
            #[graph(base)]
            Identity(Identity),
            #[graph(unknown)]
            Unknown(DynamicProperties),
        }
    };
    check(
        super::union(item),
        &expect_file!["../../snapshots/union.rs"],
    );
}

#[test]
fn an_enum_of_flags() {
    let item = quote! {
        #[graph(enumeration(flags))]
        pub enum Architecture {
            X86,
            #[graph(evolved)]
            X64,
            #[graph(unknown)]
            Unknown(String),
        }
    };
    check(
        super::enumeration(item),
        &expect_file!["../../snapshots/flags.rs"],
    );
}
