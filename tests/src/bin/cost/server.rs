//! The server of the measurements, in a process of its own.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::Result;

pub(crate) struct Server {
    process: Child,
    input: Option<ChildStdin>,
    pub(crate) port: u16,
}

impl Server {
    pub(crate) fn start(mut program: Command) -> Result<Self> {
        let mut process = program
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        let output = process.stdout.take().ok_or("the server has no output")?;
        BufReader::new(output).read_line(&mut line)?;
        Ok(Self {
            input: process.stdin.take(),
            port: line.trim().parse()?,
            process,
        })
    }
}

impl Drop for Server {
    /// It ends with its input.
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.process.wait();
    }
}
