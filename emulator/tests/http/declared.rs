//! A resource that an app declares, with its client.

use graph_resource::{Client, ErrorKind, Updated, graph_resource};
use graph_resource_emulator::Emulator;

/// A list of tasks.
#[graph_resource(path = "/users/{user_id}/todo/lists")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TodoTaskList {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) display_name: String,
    pub(crate) note: Option<String>,
    #[graph(read_only)]
    pub(crate) wellknown_list_name: Option<String>,
}

#[tokio::test]
async fn a_declared_resource_is_created_read_updated_listed_and_deleted() {
    let emulator = Emulator::builder().serve::<TodoTaskList>().start().unwrap();
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()
        .unwrap();

    let created = TodoTaskList::create("adele")
        .display_name("Groceries")
        .note("x");
    let created = created
        .send(&client)
        .await
        .unwrap()
        .representation()
        .unwrap();
    let list = TodoTaskList::get("adele", &created.id)
        .send(&client)
        .await
        .unwrap();
    assert_eq!(list, created);

    let update = TodoTaskList::update("adele", &list.id)
        .display_name("Food")
        .clear_note();
    let updated = update.send(&client).await.unwrap();
    let expected = TodoTaskList {
        display_name: "Food".into(),
        note: None,
        ..list
    };
    assert_eq!(updated, Updated::Representation(expected.clone()));

    let page = TodoTaskList::list("adele").send(&client).await.unwrap();
    assert_eq!(page.value.as_slice(), std::slice::from_ref(&expected));
    TodoTaskList::delete("adele", &expected.id)
        .send(&client)
        .await
        .unwrap();
    let error = TodoTaskList::get("adele", &expected.id)
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.is_not_found());
}
