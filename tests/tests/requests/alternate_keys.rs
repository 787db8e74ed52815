//! Requests by alternate keys, and upserts.

use graph_resource::{ErrorKind, Property, Request, Resource, graph_resource};
use uuid::Uuid;

use crate::support::{http, text};

#[graph_resource(path = "/tenants/{tenant_id}/applications", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Application {
    #[graph(key)]
    id: String,
    #[graph(read_only, alternate_key)]
    app_id: Option<Uuid>,
    #[graph(create_only, alternate_key)]
    unique_name: Option<String>,
    #[graph(alternate_key, rename = "number")]
    number_: i32,
    display_name: Option<String>,
}

const APPLICATIONS: &str = "https://graph.microsoft.com/v1.0/tenants/contoso/applications";

fn line(request: &impl Request) -> String {
    let request = http(request).unwrap();
    let uri = request.uri().to_string();
    let uri = uri.split('?').next().unwrap();
    format!(
        "{} {}",
        request.method(),
        uri.strip_prefix(APPLICATIONS).unwrap()
    )
}

#[test]
fn a_text_is_in_quotes_and_doubles_its_own() {
    for (name, literal) in [
        ("app-65278", "app-65278"),
        ("O'Neil", "O%27%27Neil"),
        ("a/b')?#%", "a%2Fb%27%27%29%3F%23%25"),
        ("\u{fc}b er", "%C3%BCb%20er"),
    ] {
        let named = format!("(uniqueName='{literal}')");
        let update = Application::update_by_unique_name("contoso", name).clear_display_name();
        for (request, expected) in [
            (
                line(&Application::get_by_unique_name("contoso", name)),
                format!("GET {named}"),
            ),
            (line(&update), format!("PATCH {named}")),
            (
                line(&Application::delete_by_unique_name("contoso", name)),
                format!("DELETE {named}"),
            ),
        ] {
            assert_eq!(request, expected);
        }
    }
}

#[test]
fn a_number_and_a_guid_are_plain() {
    assert_eq!(
        line(&Application::get_by_number("contoso", -7)),
        "GET (number=-7)"
    );
    let id = Uuid::from_u128(0x5e3b_4e06_4c1f_4b0a_8b0c_1f3f_0d5b_0b51);
    assert_eq!(
        line(&Application::get_by_app_id("contoso", id)),
        "GET (appId=5e3b4e06-4c1f-4b0a-8b0c-1f3f0d5b0b51)"
    );
}

/// An alias, behind which a macro does not see the type.
type Guid = Uuid;

#[graph_resource(path = "/tenants/{tenant_id}/applications", emit_type = "never")]
struct Aliased {
    #[graph(key)]
    id: String,
    #[graph(read_only, alternate_key)]
    app_id: Option<Guid>,
}

#[test]
fn a_plain_value_cannot_become_another_argument() {
    let get = Aliased::get_by_app_id("contoso", "1,uniqueName='x'");
    let error = http(&get).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(
        error.to_string(),
        "`app_id` is neither a number nor a GUID, as a parameter without quotes must be [GET /tenants/{tenant_id}/applications(appId={app_id})]"
    );
}

#[test]
fn an_upsert_is_an_update_that_may_create() {
    let upsert = Application::upsert_by_unique_name("contoso", "app-65278")
        .display_name("My app")
        .with_return_representation();
    assert_eq!(
        text(&upsert),
        format!(
            "PATCH {APPLICATIONS}(uniqueName='app-65278')\n\
             accept: application/json\n\
             content-type: application/json\n\
             prefer: create-if-missing\n\
             prefer: return=representation\n\
             {{\"displayName\":\"My app\"}}"
        )
    );
    let upsert: ApplicationUpsert = Application::upsert_by_number("contoso", 7);
    assert_eq!(http(&upsert).unwrap().body(), "{}");
    let patch = ApplicationPatch::default().clear_display_name();
    let upsert = upsert.with_patch(patch);
    assert_eq!(http(&upsert).unwrap().body(), r#"{"displayName":null}"#);
}

#[test]
fn an_upsert_can_be_kept_to_one_of_the_two() {
    let upsert = || Application::upsert_by_unique_name("contoso", "app-65278");
    let conditions = |upsert: ApplicationUpsert| {
        let headers = http(&upsert).unwrap().headers().clone();
        assert_eq!(headers["prefer"], "create-if-missing");
        ["if-match", "if-none-match"].map(|name| {
            headers
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        })
    };
    let any = || Some("*".to_owned());
    assert_eq!(conditions(upsert()), [None, None]);
    assert_eq!(conditions(upsert().with_update_only()), [any(), None]);
    assert_eq!(conditions(upsert().with_insert_only()), [None, any()]);
    let last = upsert().with_update_only().with_insert_only();
    assert_eq!(conditions(last), [None, any()]);
}

#[test]
fn which_keys_there_are_is_known() {
    let properties = Application::INFO.type_info().properties().iter();
    let keys = properties.filter(|property| property.is_alternate_key());
    let names: Vec<_> = keys.map(|property| Property::name(*property)).collect();
    assert_eq!(names, ["appId", "uniqueName", "number"]);
}
