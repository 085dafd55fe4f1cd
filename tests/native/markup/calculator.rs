//! The markup of the calculator of effort, and of the answers about effort below it.

use super::html::{all, only, tags, texts, values};
use super::screens::*;
use crate::support::{answer, scan_0_1};
use interface_texts::messages;
use mindset_mirror::fixtures;
use mindset_mirror::result::{EffortFields, Origin, ResultProps, result_screen};
use model::Language::{self, En, Nl};
use model::{Agreement, Instrument, MAX_AGREEMENTS};
use records::{AgreementRecord, JoinedRecords};
use std::rc::Rc;
use yew::AttrValue;

fn props(language: Language, origin: Origin, numbers: [&'static str; 4]) -> ResultProps {
    let mut props = fixtures::result(language, origin, mixed_session);
    props.effort = numbers.map(AttrValue::Static);
    props
}

fn markup(props: &ResultProps) -> String {
    only(&render(result_screen(props)), "[data-section=calculator]")
}

fn calculator(language: Language, numbers: [&'static str; 4]) -> String {
    markup(&props(language, Origin::Device, numbers))
}

const PICTURE: [&str; 4] = ["6", "5", "2", "6"];

#[test]
fn each_number_has_a_field_of_its_own_between_two_buttons_that_name_it() {
    for language in [Nl, En] {
        let instrument = context(language, false).instrument;
        let texts_of = instrument.parts().effort.as_ref().expect("it has one");
        let labels = texts_of.fields.each_ref().map(|text| text.get(language));
        let html = calculator(language, PICTURE);
        assert_eq!(texts(&html, "label"), labels);
        let fields = all(&html, "input").concat();
        let fields = tags(&fields);
        assert_eq!(values(&fields, "type"), ["number"; 4]);
        assert_eq!(values(&fields, "inputmode"), ["numeric"; 4]);
        assert_eq!(values(&fields, "min"), ["1"; 4]);
        assert_eq!(values(&fields, "max"), ["999", "10", "10", "52"]);
        assert_eq!(values(&fields, "value"), PICTURE);
        let t = &messages(language).calculator;
        let steps = all(&html, ".number-step").concat();
        let names = labels.map(|label| [t.less(label), t.more(label)]);
        assert_eq!(values(&tags(&steps), "aria-label"), names.concat());
        let of_labels = all(&html, "label").concat();
        assert_eq!(values(&tags(&of_labels), "for"), values(&fields, "id"));
    }
}

#[test]
fn a_step_beyond_the_bounds_is_said_to_do_nothing() {
    let html = calculator(Nl, ["1", "10", "2", ""]);
    let steps = all(&html, ".number-step");
    let spent = steps.iter().map(|step| step.contains("aria-disabled"));
    let spent: Vec<bool> = spent.collect();
    let ends = [true, false, false, true, false, false, false, false];
    assert_eq!(spent, ends);
}

#[test]
fn the_outcome_is_a_sentence_and_two_flows_with_a_number_at_each_shape() {
    let html = calculator(Nl, PICTURE);
    assert_eq!(
        texts(&html, "[role=status]"),
        ["Gesprekken per week: 10 op papier, 12 met een vijfde extra."]
    );
    assert_eq!(
        texts(&html, ".calculator-extra"),
        ["12 met een vijfde extra"]
    );
    let paper = only(&html, "[data-flow=paper]");
    assert_eq!(texts(&paper, "p"), ["Op papier", "10 per week"]);
    assert_eq!(texts(&paper, ".flow-amount"), ["60", "30", "6"]);
    assert_eq!(texts(&paper, ".flow-number"), ["30", "24"]);
    assert_eq!(
        texts(&paper, ".flow-what"),
        ["geen offerte", "geen deal", "net genoeg"]
    );
    let extra = only(&html, "[data-flow=extra]");
    assert_eq!(texts(&extra, ".flow-amount"), ["72 +12", "36", "ruim 7"]);
    assert_eq!(texts(&extra, ".flow-number"), ["36", "bijna 29"]);
    assert_eq!(texts(&extra, ".flow-more"), ["+12"]);
    assert_eq!(
        texts(&extra, ".flow-what"),
        ["geen offerte", "geen deal", "ruim 1 over"]
    );
}

#[test]
fn each_picture_says_in_words_all_that_it_shows() {
    let html = calculator(En, PICTURE);
    let pictures = all(&html, "svg[role=img]").concat();
    assert_eq!(
        values(&tags(&pictures), "aria-label"),
        [
            "On paper. Conversations: 60. Quotes: 30. Deals: 6. \
             No quote: 30. No deal: 24. Deals: just enough.",
            "With a fifth extra. Conversations: 72. Quotes: 36. Deals: just over 7. \
             No quote: 36. No deal: almost 29. Deals: just over 1 to spare.",
        ]
    );
}

/// The heights of the shapes of a class, in both flows.
fn heights(html: &str, class: &str) -> Vec<f64> {
    let found = all(html, class).concat();
    let found = tags(&found);
    let heights = values(&found, "height").into_iter();
    heights
        .map(|height| height.parse().expect("a number"))
        .collect()
}

#[test]
fn both_flows_share_one_scale_and_what_stays_is_as_high_as_the_post_it_reaches() {
    let html = calculator(Nl, PICTURE);
    let posts = heights(&html, ".flow-post");
    // 60, 30 and 6 of 72, and then 72, 36 and 7.2.
    let drawn = [113.33, 56.67, 11.33, 136.0, 68.0, 13.6];
    assert_eq!(posts, drawn);
    let stays = heights(&html, ".flow-stays");
    assert_eq!(stays, [posts[1], posts[2], posts[4], posts[5]]);
    assert_eq!(all(&html, ".flow-falls").len(), 4);
    // The fifth extra is open at the end of each post of the second flow alone.
    let open = heights(&html, ".flow-open");
    assert_eq!(open.len(), 3);
    assert_eq!(open[0], 21.17);
}

#[test]
fn a_post_is_never_thinner_than_can_be_seen() {
    let html = calculator(Nl, ["1", "1", "1", "52"]);
    let posts = heights(&html, ".flow-post");
    assert!(posts.iter().all(|height| *height >= 3.0), "{posts:?}");
    assert!(posts.contains(&3.0), "one of them would be thinner");
    assert!(
        heights(&html, ".flow-open")
            .iter()
            .all(|height| *height > 0.0)
    );
}

#[test]
fn where_nothing_falls_away_nothing_is_drawn_or_said_of_it() {
    let html = calculator(Nl, ["6", "10", "10", "6"]);
    assert!(all(&html, ".flow-falls").is_empty());
    assert_eq!(texts(&html, ".flow-what"), ["net genoeg", "6 over"]);
}

#[test]
fn without_four_numbers_a_sentence_stands_in_place_of_picture_and_button() {
    for numbers in [
        ["", "", "", ""],
        ["6", "5", "2", ""],
        ["0", "5", "2", "6"],
        ["1000", "5", "2", "6"],
        ["6", "5", "11", "6"],
        ["6", "5", "2", "53"],
        ["6", "5.5", "2", "6"],
    ] {
        let html = calculator(Nl, numbers);
        assert_eq!(
            texts(&html, "[role=status]"),
            ["Vul vier getallen in, elk groter dan nul."]
        );
        assert!(all(&html, "svg, .button-primary").is_empty(), "{numbers:?}");
    }
}

#[test]
fn a_number_out_of_bounds_is_told_what_they_are_at_its_field() {
    let html = calculator(Nl, ["6", "12", "2", ""]);
    let invalid = only(&html, "input[aria-invalid]");
    let of_field = tags(&invalid);
    let described = values(&of_field, "aria-describedby")[0];
    assert_eq!(
        texts(&html, &["[id='", described, "']"].concat()),
        [messages(Nl).calculator.bounds(10)]
    );
}

#[test]
fn what_to_do_when_it_does_not_fit_comes_before_the_button_when_it_is_too_many() {
    let first = |numbers| {
        let html = calculator(Nl, numbers);
        let parts = only(&html, ".calculator-goal");
        let parts = tags(&parts);
        let classes = values(&parts, "data-part");
        assert_eq!(classes, ["button-primary"]);
        parts
            .iter()
            .find(|tag| tag.name != "div")
            .expect("one")
            .name
            .clone()
    };
    // 24 with the extra, and 26; no number on paper gives 25.
    assert_eq!(first(["5", "5", "5", "1"]), "button");
    assert_eq!(first(["21", "10", "10", "1"]), "p");
}

#[test]
fn nothing_is_taken_over_where_nothing_can_be_changed_or_no_agreement_fits() {
    let t = &messages(Nl).calculator;
    let has_button = |props: &ResultProps| markup(props).contains(t.take_over);
    let mut own = props(Nl, Origin::Device, PICTURE);
    assert!(has_button(&own));
    assert!(!has_button(&props(Nl, Origin::Example, PICTURE)));
    assert!(!has_button(&props(Nl, file(Nl), PICTURE)));
    own.read_only = true;
    assert!(!has_button(&own));
    own.read_only = false;
    let made = |n: usize| {
        let at = crate::support::moment("2026-03-02T09:30:00+01:00");
        AgreementRecord::new(n.to_string(), "s".to_owned(), at, Agreement::default())
    };
    own.joined = Rc::new(JoinedRecords {
        agreements: (0..MAX_AGREEMENTS).map(made).collect(),
        ..JoinedRecords::default()
    });
    let html = markup(&own);
    assert!(!html.contains(t.take_over) && html.contains(t.full));
}

/// A result of the first version of the scan, which has no calculator.
fn first_version() -> String {
    let instrument: Rc<Instrument> = Rc::new(scan_0_1());
    let middle = vec![Some(3); instrument.items().len()];
    let mut props = fixtures::result(Nl, Origin::Device, mixed_session);
    let mut parts = props.session.parts().clone();
    parts.answers = answer(&instrument, &middle);
    parts.context = vec![None; instrument.context_questions().len()];
    let session = model::Session::restore(&instrument, parts);
    props.report = Rc::new(report::Report::new(&instrument, &session));
    props.session = Rc::new(session);
    props.effort = EffortFields::default();
    props.view.instrument = instrument;
    without_sheet(&render(result_screen(&props)))
}

fn without_sheet(html: &str) -> String {
    super::html::without(html, ".sheet")
}

/// What the printed sheet says of the numbers, and of what comes of them.
fn on_paper(language: Language, numbers: [&'static str; 4]) -> (Vec<String>, String) {
    let html = render(result_screen(&props(language, Origin::Device, numbers)));
    let sheet = only(&html, ".sheet");
    let instrument = context(language, false).instrument;
    let effort = instrument.parts().effort.as_ref().expect("it has one");
    let title = effort.title.get(language);
    let sections = all(&sheet, "section");
    let own = sections.iter().find(|one| texts(one, "h2") == [title]);
    let own = own.expect("a section of its own");
    let [said] = texts(own, ".sheet-name").try_into().expect("one outcome");
    (texts(own, ".sheet-columns b"), said)
}

#[test]
fn what_is_filled_in_is_on_paper_and_the_rest_has_room_to_write() {
    let (numbers, said) = on_paper(Nl, PICTURE);
    assert_eq!(numbers, PICTURE);
    let outcome = "Gesprekken per week: 10 op papier, 12 met een vijfde extra.";
    assert_eq!(said, outcome);
    let blank = outcome.replace("10", "……").replace("12", "……");
    for some in [["6", "", "2", ""], ["6", "11", "2", "x"]] {
        let (numbers, said) = on_paper(Nl, some);
        assert_eq!(numbers, ["6", "2"]);
        assert_eq!(said, blank);
    }
}

#[test]
fn a_questionnaire_without_a_calculator_shows_none_and_still_the_answers_about_effort() {
    let html = first_version();
    assert!(all(&html, "[data-section=calculator]").is_empty());
    let answers = only(&html, "[data-section=effort-answers]");
    assert_eq!(all(&answers, ".effort-answer").len(), 3);
}

#[test]
fn the_answers_about_effort_are_those_of_its_facets_in_either_version() {
    let html = result(Nl, Origin::Device, mixed_session);
    let answers = only(&html, "[data-section=effort-answers]");
    let instrument = crate::support::sales_mindset();
    let asked = ["COM-01", "COM-11", "COM-09", "COM-10", "LIM-01", "LIM-09"];
    let said = texts(&answers, ".effort-answer span");
    let of_facets: Vec<&str> = (instrument.items().iter())
        .filter(|item| asked.contains(&item.id.as_str()))
        .map(|item| item.text.get(Nl))
        .collect();
    assert_eq!(said, of_facets);
}
