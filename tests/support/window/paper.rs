//! What the window gives to a printer.

use std::path::PathBuf;

use fantoccini::wd::PrintConfiguration;

use super::Window;
use crate::Outcome;
use crate::place::workspace_root;

impl Window {
    /// Prints the page as it is into `target/screens/NAME.pdf` and returns the path.
    pub fn print(&self, name: &str) -> Outcome<PathBuf> {
        let printed = self.runtime.block_on(self.client.print(PrintConfiguration::default()))?;
        let folder = workspace_root().join("target/screens");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}.pdf"));
        std::fs::write(&path, printed)?;
        Ok(path)
    }
}
