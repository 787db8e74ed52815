use graph_resource::graph_complex;

#[graph_complex]
pub struct u8 {
    pub bits: Option<String>,
}

fn main() {}
