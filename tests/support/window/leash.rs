//! A process that cannot outlive the test that started it.

use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::Outcome;

/// Holds the program in the background and ends its whole process group once the leash, the shell's standard input,
/// is let go. The kernel lets go of it even when the test is killed, which a destructor could not promise.
const HOLD: &str = r#""$@" & read -r _; kill -TERM 0"#;

/// A running program together with everything it started.
pub struct Leash {
    shell: Child,
}

impl Leash {
    /// Starts `command` in its environment; where it writes cannot be read from it, so it is told here.
    pub fn start(command: &Command, output: Stdio, complaints: Stdio) -> Outcome<Self> {
        let mut shell = Command::new("sh");
        shell.args(["-c", HOLD, "leash"]).arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        shell.stdin(Stdio::piped()).stdout(output).stderr(complaints).process_group(0);
        Ok(Self { shell: shell.spawn()? })
    }

    /// What the program writes to its piped standard output; `None` the second time.
    pub fn take_output(&mut self) -> Option<ChildStdout> {
        self.shell.stdout.take()
    }
}

impl Drop for Leash {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // A shell that is gone already is what is wanted.
        self.shell.wait().ok();
    }
}
