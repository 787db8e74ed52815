//! Whatever comes in, nothing panics, and what is refused is refused with words.

mod answers;
mod damage;
mod endpoints;
mod objects;
mod resource;
