//! Answering by a number key.

use super::state::State;
use model::{Action, Rating, Step};

impl State {
    /// A number key answers the question on screen.
    pub fn answer_by_key(&mut self, n: usize) {
        let Some(open) = self.open.clone() else {
            return;
        };
        match self.step() {
            Some(Step::Context(question)) => {
                self.act(Action::ChooseContext {
                    question,
                    option: n,
                });
            }
            Some(Step::Item(position)) => {
                let response = open.instrument.response_scale();
                let option = response.options.get(n);
                let rating = option.and_then(|option| Rating::new(option.value, response));
                if let (Some(item), Some(rating)) = (open.instrument.order().nth(position), rating)
                {
                    self.act(Action::Rate { item, rating });
                }
            }
            _ => {}
        }
    }
}
