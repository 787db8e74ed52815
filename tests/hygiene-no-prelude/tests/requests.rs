//! Code that is generated among decoys behaves as anywhere else.

use graph_resource::{Cloud, Endpoint};
use graph_resource_hygiene_no_prelude::{named_like_the_prelude, shadowed};

#[test]
fn requests_are_those_of_any_crate() {
    let requests: Vec<_> = shadowed::requests(&Endpoint::new(Cloud::Global))
        .into_iter()
        .map(|request| request.unwrap().replace("https://graph.microsoft.com/", ""))
        .collect();
    assert_eq!(
        requests,
        [
            "GET beta/users/adele/notes?$select=id,title,kind,folder,created,tags,colour,importance ",
            "GET beta/users/adele/notes/1?$select=id,title,kind,folder,created,tags,colour,importance ",
            "DELETE beta/users/adele/notes/1 ",
            r##"POST beta/users/adele/notes {"@odata.type":"#microsoft.graph.note","id":"1","kind":"list","folder":"home","title":"Milk","password":"p"}"##,
            r##"PATCH beta/users/adele/notes/1?a=b {"@odata.type":"#microsoft.graph.note","title":"Milk","password":null,"colour":"red","importance":"high"}"##,
            r#"PUT v1.0/me/settings {"timeZone":"UTC"}"#,
            r##"POST v1.0/boxes {"@odata.type":"#microsoft.graph.generic","id":"a","first":1,"values":[1,2]}"##,
            r##"PATCH v1.0/boxes/a {"@odata.type":"#microsoft.graph.generic","text":"b"}"##,
        ]
    );
}

#[test]
fn a_resource_named_option_is_read_and_masked() {
    let json = r#"{"id":"1","title":"t","note":"hidden"}"#;
    let option: named_like_the_prelude::Option = serde_json::from_str(json).unwrap();
    assert_eq!(option.note.as_deref(), Some("hidden"));
    assert_eq!(
        format!("{option:?}"),
        r##"Option {"@odata.type":"#microsoft.graph.option","id":"1","title":"t","note":"[redacted]"}"##
    );
}
