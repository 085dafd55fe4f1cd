//! LibreOffice, which reads the tables back: found, else installed where apt can.

use super::{apt, installing, ready};
use crate::project::Project;

/// Whether LibreOffice can open a table here. Without it one test has nothing to read with.
pub fn spreadsheet(project: &Project) -> bool {
    let _turn = apt::turn();
    let found = || project.find(&["soffice"]).is_some();
    if !found() && apt::can_install(project) {
        installing("LibreOffice Calc without a window", "about a minute");
        apt::install(project, &["libreoffice-calc-nogui"]);
    }
    let found = found();
    if found {
        ready("LibreOffice");
    }
    found
}
