use graph_resource::graph_resource;

#[graph_resource(path = "/reports/getTeamsUserActivityCounts(period='D7')")]
pub struct Report {
    #[graph(read_only)]
    pub content: Option<String>,
}

fn main() {
    let _ = Report::get();
}
