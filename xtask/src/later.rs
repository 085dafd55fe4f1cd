//! What of the program is loaded behind the first screen.

/// Whether a function belongs to the second part, by its demangled name: the result and what is
/// done with it, and what is stored.
pub fn loaded_later(function: &str) -> bool {
    const LATER: [&str; 22] = [
        "mindset_mirror::browser::sealing::",
        "mindset_mirror::ui::app::seal::",
        "mindset_mirror::ports::backup::",
        "mindset_mirror::ui::app::whole::",
        "mindset_mirror::instrument::parse::",
        "mindset_mirror::lint::",
        "ics::",
        "mindset_mirror::export::",
        "mindset_mirror::report::",
        "mindset_mirror::ui::screens::result::",
        "mindset_mirror::ui::screens::data::",
        "mindset_mirror::ui::app::files::",
        "mindset_mirror::ui::app::on_data::",
        "mindset_mirror::ui::app::on_result::",
        // Methods bear the name of their type, wherever they stand.
        "mindset_mirror::ui::app::state::State>::file_of",
        "mindset_mirror::ui::app::state::State>::open_file",
        "mindset_mirror::ui::app::state::State>::raw_pieces",
        "mindset_mirror::embedding::told::summary",
        "mindset_mirror::ui::app::state::State>::grant",
        "mindset_mirror::ui::app::state::State>::take_own",
        "mindset_mirror::ui::app::state::State>::answer_host",
        "mindset_mirror::ui::app::history::",
    ];
    let name = without_hashes(function);
    // Cloning, comparing and dropping belong to whoever holds the value, even an empty one.
    const HELD: [&str; 6] = [
        "::drop_in_place",
        " as core::clone::",
        " as core::cmp::",
        " as core::convert::",
        " as core::default::",
        " as core::ops::",
    ];
    let held = HELD.iter().any(|way| name.contains(way));
    // Stored records are read on opening the page.
    let at_once = name.contains("mindset_mirror::export::work_json::");
    !held && !at_once && LATER.iter().any(|module| name.contains(module))
}

/// A name without the hashes of the crates, which stand in brackets.
fn without_hashes(name: &str) -> String {
    let mut inside = false;
    let outside = name.chars().filter(|&c| {
        inside = (inside || c == '[') && c != ']';
        !inside && c != ']'
    });
    outside.collect()
}

#[cfg(test)]
mod tests {
    use super::loaded_later;

    #[test]
    fn the_result_is_loaded_later_and_a_question_is_not() {
        let app = "mindset_mirror[14653cf8ccf80441]";
        for later in ["export::json::write", "ui::screens::result::share::share"] {
            assert!(loaded_later(&format!("{app}::{later}")), "{later}");
        }
        assert!(!loaded_later(&format!(
            "{app}::ui::screens::question::Question"
        )));
    }

    #[test]
    fn what_holds_a_value_may_clone_and_drop_it_in_the_first_part() {
        for name in [
            "core[c5]::ptr::drop_in_place::<mindset_mirror[14]::export::document::Document>",
            "<mindset_mirror[14]::export::document::Document as core[c5]::clone::Clone>::clone",
        ] {
            assert!(!loaded_later(name), "{name}");
        }
    }
}
