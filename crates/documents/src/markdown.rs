//! A result as Markdown (CommonMark), to paste into a mail or into notes.

use super::markdown_text::escape;
use i18n::{long_date, score_text};
use interface_texts::messages;
use model::{FacetTexts, Instrument, Language, Scale, Session, Text};
use records::{Document, JoinedRecords, Part, ResultInput, Share, clean_label, result_name};
use report::{
    Contribution, FacetsReport, Report, Strength, Thought, band_label, direction_text, lever_text,
    strength_text,
};

/// What there is to read in the parts of a result that are shared, without the figures about
/// its response quality.
pub fn markdown_document(input: &ResultInput) -> Document {
    let ResultInput {
        instrument,
        session,
        joined,
        language,
        share,
        ..
    } = *input;
    let mut page = Page {
        instrument,
        session,
        joined,
        language,
        share,
        report: Report::new(instrument, session),
        text: String::new(),
    };
    page.head();
    if share.includes(Part::Scores) {
        page.in_brief();
        page.stands_out();
        page.profile();
        page.scales();
    }
    if share.includes(Part::Beliefs) {
        page.beliefs();
    }
    if share.includes(Part::Context) {
        page.context();
    }
    page.work();
    page.limits();
    Document {
        name: result_name(
            &input.exported_at,
            &session.parts().subject.pseudonym,
            ".md",
        ),
        media_type: "text/markdown",
        bytes: page.text.into_bytes(),
    }
}

pub(super) struct Page<'a> {
    pub instrument: &'a Instrument,
    pub session: &'a Session,
    pub joined: &'a JoinedRecords,
    pub language: Language,
    pub share: Share,
    report: Report,
    text: String,
}

impl Page<'_> {
    fn head(&mut self) {
        let common = &messages(self.language).common;
        let parts = self.session.parts();
        let day = parts.completed_at.as_ref().unwrap_or(&parts.started_at);
        let mut facts = vec![
            long_date(day.as_str(), self.language),
            messages(self.language)
                .result
                .answered(self.report.answered, self.report.total),
            common.version(self.instrument.version()),
        ];
        let label = clean_label(&parts.subject.pseudonym);
        if !label.trim().is_empty() {
            facts.insert(0, label);
        }
        self.block("# ", self.instrument.title().get(self.language));
        self.block("", &facts.join(" · "));
        self.block(
            "> ",
            self.instrument.say("not_for_decisions", self.language),
        );
    }

    fn in_brief(&mut self) {
        let t = &messages(self.language).result;
        self.block("## ", t.in_brief);
        let brief = self.report.in_brief.clone();
        for strength in brief.strengths {
            let quotes = matches!(strength, Strength::Answer(_));
            let (sentence, scale) = strength_text(
                self.instrument,
                self.session,
                strength,
                self.language,
                messages(self.language),
            );
            let may_quote = !quotes || self.share.includes(Part::Responses);
            if !may_quote || !self.share.includes_scale(scale) {
                continue;
            }
            self.named(t.strength, &sentence, scale);
        }
        if let Some(scale) = brief
            .lever
            .filter(|scale| self.share.includes_scale(*scale))
        {
            let may_quote = self.share.includes(Part::Beliefs);
            let sentence = lever_text(
                self.instrument,
                &self.report,
                scale,
                may_quote,
                self.language,
            );
            self.named(t.lever, &sentence, scale);
        }
    }

    /// What stands out across the themes, where all that it may rest on is shared.
    fn stands_out(&mut self) {
        let t = &messages(self.language).result;
        let every_scale =
            (0..self.instrument.scales().len()).all(|scale| self.share.includes_scale(scale));
        let parts = [Part::Responses, Part::Context];
        let may_say = every_scale && parts.into_iter().all(|part| self.share.includes(part));
        if let Some(pattern) = self.report.pattern.filter(|_| may_say) {
            let said = &self.instrument.parts().patterns[pattern].text;
            self.block("## ", t.patterns_title);
            let said = [said.get(self.language), " ", t.patterns_foot].concat();
            self.block("", &said);
        }
    }

    fn profile(&mut self) {
        let t = &messages(self.language).result;
        self.block("## ", t.profile);
        let precise = self.instrument.rules().precision && !self.report.quality.notice;
        for (n, scale) in self.instrument.scales().iter().enumerate() {
            let score = &self.report.scores.scales[n];
            if score.total == 0 || !self.share.includes_scale(n) {
                continue;
            }
            let mut line = [scale.name.get(self.language), ": "].concat();
            if let Some(scored) = &score.scored {
                line.push_str(&score_text(scored.percent, self.language));
                if let Some(precision) = scored.precision.filter(|_| precise) {
                    let bound = |value| score_text(value, self.language);
                    let range = t.interval(&bound(precision.low), &bound(precision.high));
                    line.push_str(&[" (80%: ", &range, ")"].concat());
                }
                line.push_str(" · ");
            }
            let (report, messages) = (&self.report.scales[n], messages(self.language));
            line.push_str(&band_label(scale, report, self.language, messages));
            if let Some(direction) = direction_text(scale, report, messages) {
                line.push_str(&[" · ", direction].concat());
            }
            self.block("- ", &line);
        }
    }

    fn scales(&mut self) {
        let t = &messages(self.language).result;
        self.block("## ", t.scales);
        for part in self.report.scales.clone() {
            if part.score.total == 0 || !self.share.includes_scale(part.scale) {
                continue;
            }
            let scale = &self.instrument.scales()[part.scale];
            self.block("### ", scale.name.get(self.language));
            self.block("", scale.definition.get(self.language));
            if let Some(scored) = &part.score.scored {
                let band = scale.band(scored.band);
                self.block("", band.text.get(self.language));
                if let Some(text) = &band.in_account {
                    self.block("", &[t.in_account, ": ", text.get(self.language)].concat());
                }
            }
            self.facets(scale, &part.facets);
            let limiting = scale.polarity == model::Polarity::Limiting;
            let (lifted, lowered) = match limiting {
                true => (t.lifted_limiting, t.lowered_limiting),
                false => (t.lifted, t.lowered),
            };
            self.contributions(lifted, &part.lifted);
            self.contributions(lowered, &part.lowered);
            // A question to oneself has no place where another person answered.
            let questions = match self.session.form().is_about_another() {
                true => &[][..],
                false => &scale.self_questions[..],
            };
            if let Some(question) = part.self_question.and_then(|n| questions.get(n)) {
                self.block("> ", question.get(self.language));
            }
        }
    }

    /// The facets that stand out, each by its own two answers.
    fn facets(&mut self, scale: &Scale, facets: &FacetsReport) {
        let t = &messages(self.language).result;
        let is_own = !self.session.form().is_about_another();
        if !is_own || !self.share.includes(Part::Responses) {
            return;
        }
        let strong: fn(&FacetTexts) -> &Text = |texts| &texts.strong;
        let to_gain: fn(&FacetTexts) -> &Text = |texts| &texts.to_gain;
        for (kind, named, sentence) in [
            (t.facets_strong, &facets.strong, strong),
            (t.facets_to_gain, &facets.to_gain, to_gain),
        ] {
            for facet in named.iter().map(|n| &scale.facets[*n]) {
                if let Some(texts) = &facet.texts {
                    let said = [&facet.name, sentence(texts)].map(|text| text.get(self.language));
                    self.block("- ", &[kind, ": ", &said.join(". ")].concat());
                }
            }
        }
    }

    fn contributions(&mut self, title: &str, moved: &[Contribution]) {
        if moved.is_empty() || !self.share.includes(Part::Responses) {
            return;
        }
        self.block("", title);
        for one in moved {
            let answer = self.label(one.value);
            let text = self.instrument.item_text(self.session.form(), one.item);
            let text = text.get(self.language);
            self.block("- ", &[text, " (", &answer, ")"].concat());
        }
    }

    fn beliefs(&mut self) {
        let t = messages(self.language);
        let mut thoughts = self.report.thoughts.clone();
        // Without the answers, only what was agreed with is shared.
        if !self.share.includes(Part::Responses) {
            thoughts.iter_mut().for_each(|one| one.disagreed.clear());
        }
        thoughts.retain(|one| {
            let mut items = one.agreed.iter().chain(&one.disagreed).peekable();
            items.peek().is_some()
                && items.all(|item| self.share.includes_item(self.instrument, *item))
        });
        let (limiting, helping): (Vec<_>, Vec<_>) =
            thoughts.into_iter().partition(|one| one.agreed.is_some());
        self.thoughts(t.result.beliefs, &limiting);
        self.thoughts(t.theme.helping_thoughts, &helping);
    }

    /// Thoughts under their title, each with the one that helps and a question.
    fn thoughts(&mut self, title: &str, thoughts: &[Thought]) {
        let t = &messages(self.language).result;
        if thoughts.is_empty() {
            return;
        }
        self.block("## ", title);
        for thought in thoughts {
            for &item in thought.agreed.iter().chain(&thought.disagreed) {
                let text = &self.instrument.items()[item].text;
                let mut said = text.get(self.language).to_owned();
                let answer = self.session.answers().rating(item);
                if let Some(answer) = answer.filter(|_| self.share.includes(Part::Responses)) {
                    said.push_str(&[" (", &self.label(answer.value()), ")"].concat());
                }
                self.block("> ", &said);
            }
            if let Some(reframe) = thought.reframe(self.instrument) {
                for (name, text) in [
                    (t.supporting, &reframe.supporting),
                    (t.question, &reframe.coaching_question),
                ] {
                    self.block("- ", &[name, ": ", text.get(self.language)].concat());
                }
            }
        }
    }

    fn context(&mut self) {
        let questions = self.instrument.context_questions().iter();
        let chosen = questions.zip(&self.session.parts().context);
        let lines: Vec<String> = chosen
            .filter_map(|(question, chosen)| {
                let option = question.options.get((*chosen)?)?;
                let texts = [&question.text, &option.text].into_iter();
                let texts = texts.chain(&option.comment);
                let texts: Vec<&str> = texts.map(|text| text.get(self.language)).collect();
                Some(texts.join(" "))
            })
            .collect();
        if !lines.is_empty() {
            self.block("## ", messages(self.language).result.context);
            lines.iter().for_each(|line| self.block("- ", line));
        }
    }

    fn limits(&mut self) {
        self.block("## ", messages(self.language).result.limits);
        for name in ["limits", "band_basis", "no_ai"] {
            self.block("- ", self.instrument.say(name, self.language));
        }
    }

    fn named(&mut self, name: &str, sentence: &str, scale: usize) {
        let scale = self.instrument.scales()[scale].name.get(self.language);
        self.block("- ", &[name, ": ", sentence, " (", scale, ")"].concat());
    }

    pub fn label(&self, value: u8) -> String {
        let scale = self.instrument.response_scale();
        let option = scale.option_for(self.session.form(), value);
        option.map_or(String::new(), |option| {
            option.label.get(self.language).to_owned()
        })
    }

    /// One block of plain text; lines of a list stand together.
    pub fn block(&mut self, mark: &str, text: &str) {
        if !self.text.is_empty() {
            let in_list = mark == "- "
                && self
                    .text
                    .lines()
                    .last()
                    .is_some_and(|line| line.starts_with(mark));
            self.text.push_str(if in_list { "" } else { "\n" });
        }
        self.text.push_str(mark);
        escape(&mut self.text, text.trim());
        self.text.push('\n');
    }
}
