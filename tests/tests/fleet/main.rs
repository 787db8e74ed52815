//! A fleet of workers over a real server of NATS.

mod jobs;
mod killed;
mod nats;
