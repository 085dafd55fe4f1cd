//! What is dropped or pasted on the page for a team: files, codes and JSON lines, in any mixture.

use model::Day;
use team::{Moment, Reason, Refusal, Selection, Team};

/// Reads the bytes as a file and as a text. Whatever they hold, what is left out is named, and nothing is
/// said of fewer than five people.
pub(crate) fn read(bytes: &[u8]) {
    let today = Day::parse("2064-11-08").expect("a day");
    let mut team = Team::new(crate::instruments(), today);
    let file = team.add_file("North/file", bytes);
    let text = team.add_text("text", &String::from_utf8_lossy(bytes));
    let overview = team.overview();
    assert!(file.results + file.left_out > 0, "nothing came of it");
    assert_eq!(overview.files, 2);
    for left_out in &overview.left_out {
        let said = format!("{:?}", left_out.reason);
        assert!(said.len() < 4_000, "{said}");
        assert!(!matches!(left_out.reason, Reason::TooMany { .. }));
    }
    for pool in overview.pools {
        let selection = Selection {
            pool: pool.key,
            group: None,
            moment: Moment::Latest,
        };
        match team.view(&selection) {
            Ok(view) => assert!(view.people >= 5 && view.people == pool.people),
            Err(refusal) => assert_eq!(
                refusal,
                Refusal::TooFew {
                    people: pool.people
                }
            ),
        }
    }
    team.remove(file.file);
    team.remove(text.file);
    assert!(team.overview().pools.is_empty());
}
