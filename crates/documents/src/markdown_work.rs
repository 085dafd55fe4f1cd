//! What was made of a result, in Markdown.

use super::markdown::Page;
use i18n::long_date;
use interface_texts::messages;
use model::Day;
use records::Part;
use report::work_words;

impl Page<'_> {
    /// The parts that are shared, each under its title.
    pub(super) fn work(&mut self) {
        let t = &messages(self.language).work;
        let more = &messages(self.language).agreement;
        let belief_work = self.share.belief_work(self.instrument, self.session);
        let (influences, agreements) = (&self.joined.influences, &self.joined.agreements);
        if self.share.includes(Part::BeliefWork) && !belief_work.is_empty() {
            self.block("## ", t.examined);
            for belief in &belief_work {
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
                    let said = [
                        self.label(later.value),
                        long_date(later.at.as_str(), self.language),
                    ];
                    self.lines([(t.rate_again, &said.join(" · "))]);
                }
            }
        }
        if self.share.includes(Part::Influences) && !influences.is_empty() {
            self.block("## ", t.influences);
            for influence in influences.iter().map(|one| &one.influence) {
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
        if self.share.includes(Part::Agreements) && !agreements.is_empty() {
            self.block("## ", t.agreements);
            for agreement in agreements.iter().map(|one| &one.agreement) {
                self.block("### ", work_words::kind(t, agreement.owner, agreement.goal));
                self.block("", &agreement.text);
                let due = self.day(agreement.due);
                let origin = agreement.origin;
                let origin = origin.map_or("", |origin| work_words::origin(t, origin));
                self.lines([
                    (t.indicator, &agreement.indicator),
                    (t.why, &agreement.why),
                    (t.first_step, &agreement.first_step),
                    (more.if_then, &work_words::if_then(more, &agreement.if_then)),
                    (more.helper, &agreement.helper),
                    (more.obstacle, &agreement.obstacle),
                    (t.origin, &origin.to_owned()),
                    (t.due, &due),
                ]);
                for interim in &agreement.interim {
                    let day = self.day(interim.date);
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

    fn day(&self, day: Option<Day>) -> String {
        day.map_or_else(String::new, |day| {
            long_date(&day.to_string(), self.language)
        })
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
