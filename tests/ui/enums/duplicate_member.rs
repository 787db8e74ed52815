use graph_resource::graph_enum;

#[graph_enum]
pub enum Colour {
    Red,
    Green,
    Red,
    #[graph(unknown)]
    Unknown(String),
}

fn main() {
    let _ = (Colour::Red == Colour::Green, Colour::Red.as_str());
}
