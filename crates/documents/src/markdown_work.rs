//! What was made of a result, in Markdown.

use super::markdown::Page;
use i18n::{long_date, messages};
use records::Part;
use report::work_words;

impl Page<'_> {
    /// The parts that are shared, each under its title.
    pub(super) fn work(&mut self) {
        let t = &messages(self.language).work;
        let work = self.share.work(self.instrument, &self.session.parts().work);
        if self.share.includes(Part::BeliefWork) && !work.beliefs.is_empty() {
            self.block("## ", t.examined);
            for belief in &work.beliefs {
                let Some(item) = self.instrument.item_index(&belief.item_id) else {
                    continue;
                };
                self.block("> ", self.instrument.items()[item].text.get(self.language));
                self.lines([
                    (t.own_words, &belief.own_words),
                    (t.speaks_for, &belief.speaks_for),
                    (t.speaks_against, &belief.speaks_against),
                    (t.counterpart, &belief.supporting),
                    (t.experiment, &belief.experiment),
                ]);
                if let Some(later) = &belief.rerating {
                    let said = [self.label(later.value), long_date(&later.at, self.language)];
                    self.lines([(t.rate_again, &said.join(" · "))]);
                }
            }
        }
        if self.share.includes(Part::Influences) && !work.influences.is_empty() {
            self.block("## ", t.influences);
            for influence in &work.influences {
                let mut said = influence.reason.clone();
                if let Some(sorting) = influence.sorted {
                    said = [&said, " – ", work_words::sorting(t, sorting)].concat();
                    if !influence.step.is_empty() {
                        said = [&said, ": ", &influence.step].concat();
                    }
                }
                self.lines([(work_words::source(t, influence.source), &said)]);
            }
        }
        if self.share.includes(Part::Agreements) && !work.agreements.is_empty() {
            self.block("## ", t.agreements);
            for agreement in &work.agreements {
                self.block("### ", work_words::kind(t, agreement.owner, agreement.goal));
                self.block("", &agreement.text);
                let due = match agreement.due.is_empty() {
                    true => String::new(),
                    false => long_date(&agreement.due, self.language),
                };
                self.lines([
                    (t.indicator, &agreement.indicator),
                    (t.why, &agreement.why),
                    (t.first_step, &agreement.first_step),
                    (t.due, &due),
                ]);
                for interim in &agreement.interim {
                    let day = match interim.date.is_empty() {
                        true => String::new(),
                        false => long_date(&interim.date, self.language),
                    };
                    self.lines([(t.interim_date, &[day, interim.text.clone()].join(" · "))]);
                }
                let names = [
                    (agreement.rep_confirmed, t.by_rep),
                    (agreement.manager_confirmed, t.by_manager),
                ];
                let confirmed = names.into_iter().filter(|(yes, _)| *yes);
                let confirmed: Vec<&str> = confirmed.map(|(_, name)| name).collect();
                let outcome = agreement.outcome;
                let outcome = outcome.map_or("", |outcome| work_words::outcome(t, outcome));
                self.lines([
                    (t.confirmed, &confirmed.join(", ")),
                    (t.outcome, &outcome.to_owned()),
                    (t.learned, &agreement.learned),
                ]);
            }
        }
    }

    /// What was filled in, each with its name.
    fn lines<const N: usize>(&mut self, named: [(&str, &String); N]) {
        for (name, text) in named {
            if !text.is_empty() {
                self.block("- ", &[name, ": ", text].concat());
            }
        }
    }
}
