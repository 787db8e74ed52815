//! No input causes a panic, and each refusal has a message.

mod answers;
mod damage;
mod endpoints;
mod killed;
mod objects;
mod resource;
