//! A worker of a fleet, for a test that kills it: `fleet_worker GRAPH NATS FLEET shared|alone`. It ends when its input does.

use std::error::Error;
use std::io;

use graph_resource::Client;
use graph_resource_fleet::{Fleet, async_nats};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [graph, nats, fleet, pace] = &*arguments else {
        return Err("usage: fleet_worker GRAPH NATS FLEET shared|alone".into());
    };
    let client = Client::builder().base_url(graph).token("any").build()?;
    let nats = async_nats::connect(nats).await?;
    let fleet = Fleet::builder(fleet).open(nats).await?;
    let worker = fleet.worker(&client).await?;
    let worker = match &**pace {
        "alone" => worker.without_shared_pace(),
        _ => worker,
    };
    let end = tokio::task::spawn_blocking(|| io::stdin().read_line(&mut String::new()));
    let done = worker.run_until(end).await?;
    println!("{done:?}");
    Ok(())
}
