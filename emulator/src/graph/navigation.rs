//! The relationships of an item: the related items, and the links to them, `$ref`.

use bytes::Bytes;
use http::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::http::response::{empty, json as json_response};
use crate::links::ItemId;
use crate::odata::address::Relation;
use crate::odata::names;
use crate::odata::path;
use crate::odata::query::{entity_id, next_page};
use crate::store::Store;

use super::advanced::counts;
use super::arrange::{Part, arranged, chosen};
use super::call::Call;
use super::error::GraphError;
use super::expansion::{related_item, served};
use super::reference::referenced_item;
use super::representation::Page;

/// A request for a relationship. The target of the call is the item that has it.
pub(super) struct NavigationCall<'c> {
    pub(super) call: Call<'c>,
    pub(super) relation: Relation,
    /// The item that has the relationship.
    pub(super) source: ItemId,
}

/// Checks that a method is one of a relationship.
pub(super) fn check_method(relation: &Relation, method: &Method) -> Result<(), GraphError> {
    let allowed = match (
        relation.is_reference,
        &relation.key,
        relation.is_collection(),
    ) {
        (false, ..) if method != Method::GET => {
            let name = relation.property.name();
            let feature = format_args!("writes to '{name}' without '$ref': serve its resource");
            return Err(GraphError::not_emulated(feature));
        }
        (false, ..) => &[Method::GET][..],
        (true, Some(_), _) => &[Method::DELETE],
        (true, None, true) => &[Method::GET, Method::POST, Method::DELETE],
        (true, None, false) => &[Method::GET, Method::PUT, Method::DELETE],
    };
    if allowed.contains(method) {
        return Ok(());
    }
    let methods: Vec<_> = allowed.iter().map(Method::as_str).collect();
    Err(GraphError::method_not_allowed(methods.join(", ")))
}

impl NavigationCall<'_> {
    pub(super) fn execute(&self, store: &mut Store) -> Result<Response<Bytes>, GraphError> {
        match *self.call.request.method() {
            Method::GET => self.read(store),
            Method::POST => self.add(store),
            Method::PUT => self.set(store),
            _ => self.remove(store),
        }
    }

    fn name(&self) -> &'static str {
        self.relation.property.name()
    }

    fn read(&self, store: &Store) -> Result<Response<Bytes>, GraphError> {
        if self.relation.is_collection() && self.relation.key.is_none() {
            return Ok(json_response(StatusCode::OK, &self.page(store)?));
        }
        let mut linked = store.links.iter(&self.source, self.name(), 0);
        let found = match &self.relation.key {
            None => linked.next(),
            Some(key) => linked.find(|(_, id)| id.key.eq_ignore_ascii_case(key)),
        };
        let key = self.relation.key.as_deref().unwrap_or(self.name());
        let value = found.map(|(_, id)| self.represent(id, store)).transpose()?;
        let mut value = value
            .flatten()
            .ok_or_else(|| GraphError::item_not_found(key))?;
        if let Value::Object(object) = &mut value {
            let context = self.context_url().into();
            object.insert(names::CONTEXT.to_owned(), context);
        }
        Ok(json_response(StatusCode::OK, &value))
    }

    fn page(&self, store: &Store) -> Result<Page<Value>, GraphError> {
        let query = &self.call.query;
        let (part, count) = if query.arranges() || query.count {
            self.arranged(store)?
        } else {
            (self.linked(store), None)
        };
        let items = part.items.iter();
        Ok(Page {
            count,
            context: self.context_url(),
            next_link: part.next.map(|position| self.next_link(position)),
            value: items
                .filter_map(|id| self.represent(id, store).transpose())
                .collect::<Result<_, _>>()?,
        })
    }

    /// Returns a part of the related items, in the order in which they were linked.
    fn linked(&self, store: &Store) -> Part<ItemId> {
        let after = self.call.query.after;
        let mut linked = store.links.iter(&self.source, self.name(), after);
        let page: Vec<_> = linked.by_ref().take(self.call.page_size()).collect();
        let last = page.last().map(|(position, _)| *position);
        Part {
            items: page.into_iter().map(|(_, id)| id.clone()).collect(),
            next: linked.next().and(last),
        }
    }

    /// Returns a part of the related items that the query chooses, in its order, and their number if the query asks for it.
    fn arranged(&self, store: &Store) -> Result<(Part<ItemId>, Option<usize>), GraphError> {
        let query = &self.call.query;
        let linked = store.links.iter(&self.source, self.name(), 0);
        let linked = linked.map(|(_, id)| id.clone()).collect();
        let items = chosen(query, served(&self.call, linked, store)?, |(_, item)| item);
        let headers = self.call.request.headers();
        let count = counts(query, self.relation.is_to_directory(), headers).then_some(items.len());
        let part = arranged(query, items, self.call.page_size(), |(_, item)| item);
        let part = Part {
            items: part.items.into_iter().map(|(id, _)| id).collect(),
            next: part.next,
        };
        Ok((part, count))
    }

    /// Returns a related item, or the link to it.
    fn represent(&self, id: &ItemId, store: &Store) -> Result<Option<Value>, GraphError> {
        if self.relation.is_reference {
            let link = json!({ "@odata.id": self.call.url(&path::of_item(id)) });
            return Ok(Some(link));
        }
        let query = &self.call.query;
        related_item(&self.call, store, self.relation.property, id, query)
    }

    fn context_url(&self) -> String {
        let context = match (self.relation.is_reference, self.relation.is_collection()) {
            (true, true) => "Collection($ref)".to_owned(),
            (true, false) => "$ref".to_owned(),
            (false, _) => format!("{}/{}", self.call.target.context(), self.name()),
        };
        self.call.url(&format!("/$metadata#{context}"))
    }

    fn next_link(&self, position: u64) -> String {
        let query = self.call.request.uri().query().unwrap_or_default();
        let query = next_page(query, position);
        let suffix = if self.relation.is_reference {
            "/$ref"
        } else {
            ""
        };
        let path = self.call.target.encoded_path();
        self.call
            .url(&format!("{path}/{}{suffix}?{query}", self.name()))
    }

    fn add(&self, store: &mut Store) -> Result<Response<Bytes>, GraphError> {
        let target = self.target_in_body(store)?;
        if store.links.add(&self.source, self.name(), target) {
            Ok(empty(StatusCode::NO_CONTENT))
        } else {
            Err(GraphError::link_exists(self.name()))
        }
    }

    fn set(&self, store: &mut Store) -> Result<Response<Bytes>, GraphError> {
        let target = self.target_in_body(store)?;
        store.links.clear(&self.source, self.name());
        store.links.add(&self.source, self.name(), target);
        Ok(empty(StatusCode::NO_CONTENT))
    }

    fn target_in_body(&self, store: &Store) -> Result<ItemId, GraphError> {
        let body = self.call.body()?;
        let url = body.get("@odata.id").and_then(Value::as_str);
        let url = url.ok_or_else(|| {
            GraphError::malformed(
                "The body of a request for '$ref' must have the URL of an item in '@odata.id'.",
            )
        })?;
        referenced_item(url, self.name(), self.call.routes, store)
    }

    fn remove(&self, store: &mut Store) -> Result<Response<Bytes>, GraphError> {
        let linked = store.links.iter(&self.source, self.name(), 0);
        let linked: Vec<_> = linked.map(|(_, id)| id.clone()).collect();
        let (key, target) = self.target_to_remove(&linked, store)?;
        match target {
            Some(target) if store.links.remove(&self.source, self.name(), &target) => {
                Ok(empty(StatusCode::NO_CONTENT))
            }
            _ => Err(GraphError::item_not_found(&key)),
        }
    }

    /// Returns the item whose link is to be removed, if there is one, and its name for the error.
    fn target_to_remove(
        &self,
        linked: &[ItemId],
        store: &Store,
    ) -> Result<(String, Option<ItemId>), GraphError> {
        if let Some(key) = &self.relation.key {
            let target = linked.iter().find(|id| id.key.eq_ignore_ascii_case(key));
            return Ok((key.clone(), target.cloned()));
        }
        let query = self.call.request.uri().query().unwrap_or_default();
        match entity_id(query)? {
            Some(url) => {
                let target = referenced_item(&url, self.name(), self.call.routes, store)?;
                Ok((target.key.clone(), Some(target)))
            }
            None if self.relation.is_collection() => Err(GraphError::malformed(
                "The link to remove is missing: '/{id}/$ref', or '/$ref?$id={url}'.",
            )),
            None => Ok((self.name().to_owned(), linked.first().cloned())),
        }
    }
}
