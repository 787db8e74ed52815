//! The product from end to end: the client over real HTTP, against the emulator.

mod addresses;
mod conditions;
mod conflicts;
mod delta;
mod extensions;
mod failures;
mod filters;
mod ids;
mod injection;
mod life;
mod links;
mod modify;
mod or_get;
mod pages;
mod parts;
mod paths;
mod preferences;
mod projection;
mod removed;
mod replace;
mod singleton;
mod spawned;
mod support;
mod unchanged;
mod unions;
mod upsert;
