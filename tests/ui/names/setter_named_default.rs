use graph_resource::graph_resource;

#[graph_resource(path = "/settings")]
pub struct Setting {
    #[graph(key)]
    pub id: String,
    pub default: Option<String>,
}

fn main() {
    let _ = SettingPatch::default();
}
