//! The questions about the situation that a rep and a manager are both asked.

use super::support::{MIRROR, REVIEW, all, load, parts, scan};
use model::{Form, Instrument, Session};
use report::asked_of_both;
use serde_json::Value;

/// A session with these options of the context questions, by the ids of both.
fn answered(instrument: &Instrument, chosen: &[(&str, &str)]) -> Session {
    let mut parts = parts(instrument, Form::SelfReport, "s", &all(instrument, 3));
    for (n, question) in instrument.context_questions().iter().enumerate() {
        parts.context[n] = chosen
            .iter()
            .find(|(id, _)| *id == question.id)
            .map(|(_, option)| {
                let mut options = question.options.iter();
                options
                    .position(|one| one.id == *option)
                    .expect("a known option")
            });
    }
    Session::restore(instrument, parts)
}

/// The first option of each question.
fn first_of_each(instrument: &Instrument) -> Session {
    let mut parts = parts(instrument, Form::SelfReport, "s", &all(instrument, 3));
    parts.context = vec![Some(0); instrument.context_questions().len()];
    Session::restore(instrument, parts)
}

#[test]
fn the_questions_that_were_asked_of_both_are_those_that_the_authors_call_counterparts() {
    // The authors say so in words, in `basis`: "evenknie van CTX-1 in …".
    let mirror: Value = serde_json::from_str(MIRROR).expect("JSON");
    let questions = mirror["context_questions"]
        .as_array()
        .expect("questions")
        .iter();
    let said: Vec<(String, String)> = questions
        .filter_map(|question| {
            let basis = question["basis"].as_str()?.strip_prefix("evenknie van ")?;
            let own = basis.split(' ').next()?;
            Some((own.to_owned(), question["id"].as_str()?.to_owned()))
        })
        .collect();
    assert_eq!(said.len(), 4);
    let (scan, mirror) = (scan(), load(MIRROR));
    let asked = asked_of_both(
        (&scan, &first_of_each(&scan).parts().context),
        (&mirror, &first_of_each(&mirror).parts().context),
    );
    let found = asked.iter().map(|one| {
        let own = &scan.context_questions()[one.rep.question];
        let other = &mirror.context_questions()[one.manager.question];
        (own.id.clone(), other.id.clone())
    });
    assert_eq!(found.collect::<Vec<_>>(), said);
}

#[test]
fn the_two_answers_stand_side_by_side_only_where_both_gave_one() {
    let (scan, mirror) = (scan(), load(MIRROR));
    let own = answered(
        &scan,
        &[("CTX-1", "imposed"), ("CTX-3", "weekly"), ("CTX-4", "none")],
    );
    let other = answered(
        &mirror,
        &[
            ("MM-CTX-1", "joint"),
            ("MM-CTX-2", "market"),
            ("MM-CTX-3", "weekly"),
        ],
    );
    let asked = asked_of_both(
        (&scan, &own.parts().context),
        (&mirror, &other.parts().context),
    );
    let found: Vec<(&str, &str, &str, bool)> = asked
        .iter()
        .map(|one| {
            let question = &scan.context_questions()[one.rep.question];
            let others = &mirror.context_questions()[one.manager.question];
            let option = &question.options[one.rep.option].id;
            let others_option = &others.options[one.manager.option].id;
            (&*question.id, &**option, &**others_option, one.is_same)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("CTX-1", "imposed", "joint", false),
            ("CTX-3", "weekly", "weekly", true),
        ]
    );
}

#[test]
fn questions_with_other_options_are_not_taken_for_the_same() {
    let (scan, review) = (scan(), load(REVIEW));
    let (own, other) = (first_of_each(&scan), first_of_each(&review));
    assert_eq!(
        asked_of_both(
            (&scan, &own.parts().context),
            (&review, &other.parts().context)
        ),
        []
    );
    assert_eq!(
        asked_of_both((&scan, &own.parts().context), (&scan, &own.parts().context)),
        []
    );
}
