//! The rows: one a session, or one an answer.

use super::columns::{Columns, FIRST, OF_SCALE};
use super::sheet::Sheet;
use super::{CANNOT_JUDGE, NO_ANSWER, NO_SCORE, NOT_SHARED, SKIPPED, variable};
use model::{Answer, Session};
use model::{Band, Instrument, Key, Language};
use records::{Part, Share, clean_label};
use scoring::{ScaleScore, keyed, score_form};

/// One row a session.
pub(super) fn sessions(
    sheet: &mut Sheet,
    instrument: &Instrument,
    sessions: &[&Session],
    share: Share,
) {
    FIRST.iter().for_each(|name| sheet.text(name));
    let columns = Columns::of(instrument);
    for item in instrument.order() {
        sheet.text(&columns.items[item]);
    }
    let others = columns.questions.iter();
    for name in others.chain(columns.scales.iter().flatten()) {
        sheet.text(name);
    }
    sheet.end_row();
    for session in sessions {
        first(sheet, instrument, session);
        for item in instrument.order() {
            let included = share.includes(Part::Responses) && share.includes_item(instrument, item);
            sheet.number(shared(included, coded(session.answers().get(item))));
        }
        for chosen in &session.parts().context {
            let code = chosen.map_or(NO_ANSWER, |option| option as i32 + 1);
            sheet.number(shared(share.includes(Part::Context), code));
        }
        let scores = score_form(instrument, session.form(), session.answers());
        for (n, scored) in scores.scales.iter().enumerate() {
            if share.includes(Part::Scores) && share.includes_scale(n) {
                scale_cells(sheet, scored);
            } else {
                OF_SCALE.iter().for_each(|_| sheet.number(NOT_SHARED));
            }
        }
        sheet.end_row();
    }
}

/// One row an answer.
pub(super) fn answers(
    sheet: &mut Sheet,
    instrument: &Instrument,
    sessions: &[&Session],
    language: Language,
    share: Share,
) {
    let of_answer = [
        "item",
        "scale",
        "reversed",
        "value",
        "keyed",
        "answer",
        "statement",
    ];
    FIRST
        .iter()
        .chain(&of_answer)
        .for_each(|name| sheet.text(name));
    sheet.end_row();
    let columns = Columns::of(instrument);
    let response = instrument.response_scale();
    let sessions = sessions.iter().filter(|_| share.includes(Part::Responses));
    for session in sessions {
        let form = session.form();
        let listed = |item: &usize| share.includes_item(instrument, *item);
        for n in instrument.form_items(form).into_iter().filter(listed) {
            let item = &instrument.items()[n];
            let rating = session.answers().rating(n);
            first(sheet, instrument, session);
            sheet.text(&columns.items[n]);
            sheet.text(&variable(&instrument.scales()[item.scale].id));
            sheet.number((item.key == Key::Minus).into());
            let code = coded(session.answers().get(n));
            sheet.number(code);
            sheet.number(rating.map_or(code, |rating| keyed(rating, item.key, response).into()));
            let option = rating.and_then(|rating| response.option_for(form, rating.value()));
            sheet.text(option.map_or("", |option| option.label.get(language)));
            sheet.text(instrument.item_text(form, n).get(language));
            sheet.end_row();
        }
    }
}

fn first(sheet: &mut Sheet, instrument: &Instrument, session: &Session) {
    let parts = session.parts();
    sheet.text(&parts.id);
    sheet.text(instrument.id());
    sheet.text(instrument.version());
    sheet.text(parts.language.tag());
    sheet.number(parts.wave as i32);
    sheet.text(&parts.started_at.day().to_string());
    let completed = parts.completed_at.as_ref();
    sheet.text(&completed.map_or_else(String::new, |at| at.day().to_string()));
    sheet.text(&clean_label(&parts.subject.pseudonym));
}

fn shared(shared: bool, code: i32) -> i32 {
    match shared {
        true => code,
        false => NOT_SHARED,
    }
}

fn coded(answer: Option<Answer>) -> i32 {
    match answer {
        Some(Answer::Rated(rating)) => rating.value().into(),
        Some(Answer::Skipped) => SKIPPED,
        Some(Answer::CannotJudge) => CANNOT_JUDGE,
        None => NO_ANSWER,
    }
}

fn scale_cells(sheet: &mut Sheet, scale: &ScaleScore) {
    let Some(scored) = &scale.scored else {
        for _ in 1..OF_SCALE.len() {
            sheet.number(NO_SCORE);
        }
        sheet.number(scale.answered as i32);
        return;
    };
    sheet.decimal(scored.percent);
    sheet.number(scored.raw as i32);
    match scored.precision {
        Some(precision) => [precision.low, precision.high]
            .into_iter()
            .for_each(|bound| sheet.decimal(bound)),
        None => (0..2).for_each(|_| sheet.number(NO_SCORE)),
    }
    sheet.number(match scored.band {
        Band::Low => 1,
        Band::Mid => 2,
        Band::High => 3,
    });
    sheet.number(scale.answered as i32);
}
