use crate::support::*;

#[tokio::test]
async fn select_restricts_the_properties_of_an_item_and_a_list() {
    let (emulator, path) = start_with_image();
    let item = get(&emulator, &format!("{path}?$select=displayName,version")).await;
    let etag = item.header("etag").to_owned();
    let context = format!(
        "{}/beta/$metadata#deviceManagement/virtualEndpoint/deviceImages",
        emulator.url()
    );
    assert_eq!(
        item.json,
        json!({
            "@odata.context": format!("{context}(displayName,version)/$entity"),
            "@odata.etag": etag,
            "displayName": "Windows 11",
            "version": "1",
        })
    );
    let list = get(&emulator, &format!("{IMAGES}?$select=version")).await;
    assert_eq!(
        list.json,
        json!({
            "@odata.context": format!("{context}(version)"),
            "value": [{ "@odata.etag": etag, "version": "1" }],
        })
    );
}

#[tokio::test]
async fn the_dollar_sign_of_an_option_is_optional() {
    let (emulator, path) = start_with_image();
    let item = get(&emulator, &format!("{path}?select=version")).await;
    assert_eq!(item.json["version"], "1");
    assert!(item.json.get("displayName").is_none());
}

#[tokio::test]
async fn every_page_but_the_last_has_a_next_link() {
    let emulator = builder().page_size(2).start().unwrap();
    for key in ["a", "b", "c", "d", "e"] {
        emulator
            .insert("/users/1/tasks", json!({ "key": key }))
            .unwrap();
    }
    let mut link = "/users/1/tasks?$select=key&custom=1".to_owned();
    let mut pages = Vec::new();
    loop {
        let page = get(&emulator, &link).await;
        let items = page.json["value"].as_array().unwrap();
        assert!(items.iter().all(|item| item.get("title").is_none()));
        pages.push(
            items
                .iter()
                .map(|item| item["key"].as_str().unwrap())
                .collect::<String>(),
        );
        match page.json["@odata.nextLink"].as_str() {
            Some(next) => link = next.to_owned(),
            None => break,
        }
        assert!(
            link.starts_with(emulator.url()) && link.contains("custom=1&$skiptoken="),
            "{link}"
        );
    }
    assert_eq!(pages, ["ab", "cd", "e"]);
}

#[tokio::test]
async fn top_sets_the_page_size_up_to_that_of_the_service() {
    let emulator = builder().page_size(3).start().unwrap();
    for key in ["a", "b", "c", "d"] {
        emulator
            .insert("/users/1/tasks", json!({ "key": key }))
            .unwrap();
    }
    for (top, size, is_last) in [(1, 1, false), (3, 3, false), (50, 3, false)] {
        let page = get(&emulator, &format!("/users/1/tasks?$top={top}")).await;
        assert_eq!(page.json["value"].as_array().unwrap().len(), size);
        assert_eq!(page.json.get("@odata.nextLink").is_none(), is_last);
    }
    let exact = builder().page_size(4).start().unwrap();
    exact.insert("/users/1/tasks", json!({})).unwrap();
    assert!(
        get(&exact, "/users/1/tasks?$top=1")
            .await
            .json
            .get("@odata.nextLink")
            .is_none()
    );
}

#[tokio::test]
async fn a_link_has_the_host_of_the_request() {
    let emulator = builder().page_size(1).start().unwrap();
    for _ in 0..2 {
        emulator.insert("/users/1/tasks", json!({})).unwrap();
    }
    let host = emulator.url().replace("http://127.0.0.1", "localhost");
    let answer = send(request(&emulator, "GET", "/users/1/tasks").header("Host", &host)).await;
    let link = answer.json["@odata.nextLink"].as_str().unwrap();
    assert!(
        link.starts_with(&format!("http://{host}/beta/users/1/tasks?")),
        "{link}"
    );
}

#[tokio::test]
async fn unsupported_options_are_rejected_by_name() {
    let (emulator, path) = start_with_image();
    for option in ["$format", "$apply", "$compute", "$deltatoken", "$x"] {
        let answer = get(&emulator, &format!("{IMAGES}?{option}=1")).await;
        answer.assert_rejected(501, "NotImplemented");
        let message = format!("The emulator does not support the query option '{option}'.");
        assert_eq!(answer.message(), message);
    }
    for option in ["apply", "Compute", "deltatoken"] {
        let answer = get(&emulator, &format!("{IMAGES}?{option}=1")).await;
        answer.assert_rejected(501, "NotImplemented");
        let name = format!("'${}'", option.to_lowercase());
        assert!(answer.message().contains(&name), "{}", answer.message());
    }
    for query in [
        "$top=1",
        "$skiptoken=1",
        "$select=colour",
        "$select=",
        "$select=id&$select=id",
        "$expand=version",
        "$expand=colour",
    ] {
        get(&emulator, &format!("{path}?{query}"))
            .await
            .assert_rejected(400, "Request_BadRequest");
    }
    get(&emulator, &format!("{path}/$value"))
        .await
        .assert_rejected(501, "NotImplemented");
    assert_eq!(
        get(&emulator, &format!("{path}?custom=x&a&=&b=="))
            .await
            .status,
        200
    );
}
