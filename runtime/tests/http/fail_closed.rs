//! Tests that a proxy of the environment that cannot be used is an error, and never a direct connection.

use std::process::Command;

use graph_resource::{Client, ErrorKind};

const TEST: &str = "fail_closed::an_unsupported_proxy_of_the_environment_is_an_error_of_build";
const IS_CHILD: &str = "GRAPH_RESOURCE_TEST_CHILD";

/// A process cannot change its environment safely, so the test runs itself in child processes.
#[test]
fn an_unsupported_proxy_of_the_environment_is_an_error_of_build() {
    if std::env::var_os(IS_CHILD).is_some() {
        let error = Client::builder().token("a").build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(
            error.message().contains("only the schemes `http`"),
            "{error}"
        );
        assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
        return;
    }
    for scheme in ["htps", "ftp", "socks6"] {
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            let mut command = Command::new(std::env::current_exe().unwrap());
            for other in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
                command.env_remove(other);
            }
            let output = command
                .args(["--exact", TEST])
                .env(IS_CHILD, "1")
                .env(name, format!("{scheme}://user:hunter2@proxy.example:1080"))
                .output()
                .unwrap();
            let text = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success(), "{name}: {text}");
            assert!(text.contains("1 passed"), "{text}");
        }
    }
}
