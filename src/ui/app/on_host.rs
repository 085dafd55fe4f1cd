//! What the page around this one asks for, put before the reader, who decides.

use super::state::{Screen, State};
use crate::ui::screens::Asked;
use embedding::{Sharing, SummaryScore, Told};
use model::Step;
use platform::Wish;
use scoring::score;

impl State {
    /// Whether the page around this one asks for the scores of the result on screen.
    pub fn asked(&self) -> Asked {
        let asks = self.look.sharing == Sharing::Summary && self.ports.host.listens();
        match asks {
            true => Asked::Summary(self.told_scores),
            false => Asked::No,
        }
    }

    /// The reader has said whether the scores may go to the page around this one.
    pub fn answer_host(&mut self, yes: bool) {
        let Some(open) = self.open.clone() else {
            return;
        };
        self.told_scores = Some(yes);
        if yes {
            let scores = score(&open.instrument, open.session.answers()).scales;
            let scales = open.instrument.scales().iter().zip(scores);
            let scores = scales.map(|(scale, score)| SummaryScore {
                scale: scale.id.clone(),
                percent: score.scored.map(|scored| scored.percent),
            });
            self.ports.host.tell(&Told::Summary {
                attempt: open.id().to_owned(),
                scores: scores.collect(),
            });
        }
    }

    /// Puts before the reader what the page around this one asks for.
    pub fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::Start => match (self.screen, self.resumable()) {
                (Screen::Journey, _) => {}
                (_, Some(resume)) => self.resume(&resume.id),
                (_, None) => self.begin(),
            },
            Wish::Export(form) => {
                if self.step() != Some(Step::Result)
                    && let Some(newest) = self.earlier().first()
                {
                    self.resume(&newest.id.clone());
                }
                if self.step() == Some(Step::Result) {
                    self.choose_form(form);
                    self.preview_shown();
                }
            }
            Wish::Import(bytes) => self.open_file(Ok(bytes)),
            // Done where messages are sorted: they put nothing before the reader.
            Wish::Restart | Wish::Set(..) => {}
            Wish::DeleteAll => {
                self.go(Screen::Data);
                self.asking_delete = true;
            }
        }
    }
}
