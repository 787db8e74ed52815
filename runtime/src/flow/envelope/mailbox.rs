use crate::client::Item;

/// The segments after a user or group under which Outlook answers ("Microsoft Graph service-specific throttling limits", Outlook service limits).
const OUTLOOK: [&str; 16] = [
    "calendar",
    "calendarGroups",
    "calendarView",
    "calendars",
    "contactFolders",
    "contacts",
    "conversations",
    "events",
    "findMeetingTimes",
    "inferenceClassification",
    "mailFolders",
    "mailboxSettings",
    "messages",
    "outlook",
    "people",
    "threads",
];

/// Returns the mailbox that a request is about, as it stands in the path.
///
/// Outlook executes four requests of one application to one mailbox at a time, and Graph passes on four requests of a batch at a time.
pub(in crate::flow) fn mailbox(item: &Item) -> Option<&str> {
    if !is_of_mailbox(item.template()) {
        return None;
    }
    let path = item.url().split('?').next()?;
    let mut segments = path.split('/').skip(1);
    let owner = segments.next()?;
    let mailbox = match owner {
        "me" => owner,
        "users" | "groups" => segments.next()?,
        // The other form of a key: `users('ada')`.
        _ if owner.starts_with("users(") || owner.starts_with("groups(") => owner,
        _ => return None,
    };
    let service = segments.next()?;
    let name = service.split('(').next()?;
    OUTLOOK.contains(&name).then_some(mailbox)
}

/// Returns whether a path template can be that of a request to a mailbox, by its first letters alone.
pub(in crate::flow) fn is_of_mailbox(template: &str) -> bool {
    let owners = ["/me/", "/users/{", "/users(", "/groups/{", "/groups("];
    owners.iter().any(|owner| template.starts_with(owner))
}
