//! What was made of a result, in Markdown.

use super::markdown::Page;
use i18n::long_date;
use interface_texts::messages;
use records::Part;
use report::work_words;

impl Page<'_> {
    /// The parts that are shared, each under its title.
    pub(super) fn work(&mut self) {
        let texts = messages(self.language);
        let t = &texts.work;
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
                self.block(
                    "### ",
                    work_words::kind(t, self.instrument, agreement.owner, agreement.goal),
                );
                self.block("", &agreement.text);
                let details = work_words::details(texts, agreement, self.language);
                self.lines([
                    (t.indicator, &agreement.indicator),
                    (t.due, &work_words::day(agreement.due, self.language)),
                ]);
                self.lines(details.iter().map(|(name, said)| (*name, said)));
                self.lines([(
                    t.confirmed,
                    &work_words::confirmed(t, self.instrument, agreement),
                )]);
            }
        }
    }

    /// What was filled in, each with its name.
    fn lines<'a>(&mut self, named: impl IntoIterator<Item = (&'static str, &'a String)>) {
        for (name, text) in named {
            if !text.is_empty() {
                self.block("- ", &[name, ": ", text].concat());
            }
        }
    }
}
