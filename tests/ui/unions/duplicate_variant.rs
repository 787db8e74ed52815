use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_union};

#[graph_complex]
#[derive(Clone, PartialEq)]
pub struct Cat {
    pub lives: Option<i32>,
}

#[graph_complex]
#[derive(Clone, PartialEq)]
pub struct Dog {
    pub name: Option<String>,
}

#[graph_union]
#[derive(Clone, PartialEq)]
pub enum Pet {
    Cat(Cat),
    Cat(Dog),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

fn main() {}
