use crate::log::RecordedRequest;
use crate::odata::address::Navigation;
use crate::odata::path;
use crate::odata::routes::Routes;
use crate::odata::target::Target;
use crate::settings::Settings;
use crate::store::Store;

/// The target of a request, as far as the rules need to know it.
pub(super) struct Known {
    /// The path with `{}` for each key, which the reads of one kind have in common.
    pub(super) shape: String,
    /// `true` for the types whose properties a request can select: those of one struct.
    pub(super) selects: bool,
    pub(super) needs_if_match: bool,
}

/// Returns what is known of the item, collection or relationship at the path of a request.
pub(super) fn known(
    request: &RecordedRequest,
    routes: &Routes,
    settings: &Settings,
    store: &Store,
) -> Option<Known> {
    let segments = path::decode(request.path())?;
    let segments = segments.get(1..)?;
    if let Some(target) = routes.find(None, segments, store).ok().flatten() {
        return Some(of_target(&target, settings));
    }
    let found = Navigation::find(routes, None, segments, false, store);
    let Navigation { source, relation } = found.ok().flatten()?;
    let source = of_target(&source, settings);
    let key = relation.key.as_ref().map_or("", |_| "/{}");
    Some(Known {
        shape: format!("{}/{}{key}", source.shape, relation.property.name()),
        selects: false,
        needs_if_match: false,
    })
}

fn of_target(target: &Target, settings: &Settings) -> Known {
    let has_key = target.key.is_some() && !target.is_singleton();
    let key = if has_key { "/{}" } else { "" };
    let mut resources = target.types.iter();
    Known {
        shape: target.path.shape() + key,
        selects: target.types.iter().nth(1).is_none(),
        needs_if_match: resources
            .any(|resource| settings.if_match.is_required_by(resource.type_info())),
    }
}
