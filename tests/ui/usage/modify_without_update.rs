use graph_resource::graph_resource;

#[graph_resource(path = "/subscribedSkus", operations(list, get))]
pub struct SubscribedSku {
    #[graph(key)]
    pub id: String,
    pub sku_part_number: Option<String>,
}

fn main() {
    let _ = SubscribedSku::get("1").modify(|sku| sku.sku_part_number = None);
}
