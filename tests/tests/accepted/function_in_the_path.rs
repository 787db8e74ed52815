use graph_resource::graph_resource;

#[graph_resource(path = "/reports/getTeamsUserActivityCounts(period='D7')")]
pub struct Report {
    #[graph(read_only)]
    pub content: Option<String>,
}

#[test]
fn a_path_may_have_a_function() {
    let _ = Report::get();
}
