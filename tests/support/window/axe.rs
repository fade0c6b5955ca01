//! What axe-core, the checker of accessibility, says of the page that is open.

use serde_json::Value;

use super::Window;
use crate::place::workspace_root;
use crate::{Failure, Outcome};

/// The rules of WCAG up to 2.2 AA, and what its makers call best practice.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
      ({ violations }) => done(violations.map(({ id, help, nodes }) => ({
        id, help, nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')} – ${failureSummary}`),
      }))),
      (error) => done(String(error)),
    );";

impl Window {
    /// Fails when the page breaks a rule of accessibility, and says which, where and why; `what` names the page.
    pub fn assert_accessible(&self, what: &str) -> Outcome {
        self.wait_until_quiet()?;
        // What was opened just now begins to move with the next frame.
        self.wait_for_two_frames()?;
        self.wait_until(
            "nothing moves",
            "document.getAnimations().every((one) => one.playState !== 'running')",
        )?;
        let axe = std::fs::read_to_string(workspace_root().join("ui/node_modules/axe-core/axe.min.js"))?;
        self.runtime.block_on(self.client.execute(&axe, vec![]))?;
        match self.runtime.block_on(self.client.execute_async(RUN, vec![]))? {
            Value::Array(violations) if violations.is_empty() => Ok(()),
            found => {
                self.screenshot("inaccessible")?;
                Err(Failure::new(format!("{what}: {found:#}")))
            }
        }
    }
}
