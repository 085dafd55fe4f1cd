//! The figures of a set of results, each held to its number of people and to its guard.

use crate::entry::Entry;
use crate::guard::{Answered, Results, ScaleGuard, SumGuard};
use crate::view::{Alpha, FacetView, Figure, ItemView, QuestionView, ScaleView, Why};
use model::{Form, Instrument};
use scoring::thresholds::{ALPHA, DISTRIBUTION, ITEMS, MEAN, OMEGA, SPREAD};
use scoring::{GroupScale, GroupSums, ScaleSums};

/// The guards of everything that is shown of one pool.
#[derive(Clone, Debug, Default)]
pub(crate) struct FigureGuards {
    scales: Vec<ScaleGuard>,
    questions: Vec<SumGuard>,
}

impl FigureGuards {
    pub fn new(instrument: &Instrument) -> Self {
        Self {
            scales: vec![ScaleGuard::default(); instrument.scales().len()],
            questions: vec![SumGuard::default(); instrument.context_questions().len()],
        }
    }
}

/// What the figures are made of.
pub(crate) struct Material<'a> {
    pub instrument: &'a Instrument,
    pub form: Form,
    /// Every result that was read.
    pub entries: &'a [Entry],
    /// Whose each of them is.
    pub person: &'a [u32],
}

/// Which items of one scale each result answered.
struct OfScale<'a> {
    entries: &'a [Entry],
    scale: usize,
    items: &'a [usize],
}

impl Answered for OfScale<'_> {
    fn has(&self, place: usize, item: usize) -> bool {
        let (entry, item) = (self.entries.get(place), self.items.get(item));
        entry
            .zip(item)
            .is_some_and(|(entry, &item)| entry.rates(item))
    }

    fn items(&self) -> usize {
        self.items.len()
    }

    fn pattern(&self, place: usize) -> u32 {
        let entry = self.entries.get(place);
        entry.map_or(0, |entry| entry.patterns[self.scale])
    }
}

/// The scales that the form asks of, and the questions about the situation.
pub(crate) fn figures(
    set: &Results,
    of: &Material,
    guards: &mut FigureGuards,
) -> (Vec<ScaleView>, Vec<QuestionView>) {
    let mut sums = GroupSums::new(of.instrument, of.form);
    for entry in set.iter().filter_map(|place| of.entries.get(place)) {
        sums.add(&entry.answers);
    }
    let scales = guards.scales.iter_mut().enumerate();
    let scales = scales.filter_map(|(scale, guard)| scale_view(scale, set, of, &sums, guard));
    let scales = scales.collect();
    let asks = of.instrument.context_place(of.form).is_some();
    let questions = guards.questions.iter_mut().enumerate().filter(|_| asks);
    let questions = questions.map(|(question, guard)| question_view(question, set, of, guard));
    (scales, questions.collect())
}

/// A figure from a number of people on.
fn from<T>(needed: u64, people: u64, figure: impl FnOnce() -> Figure<T>) -> Figure<T> {
    match people >= needed {
        true => figure(),
        false => Figure::Not(Why::TooFew { needed, people }),
    }
}

fn or_cannot_be<T>(figure: Option<T>) -> Figure<T> {
    figure.map_or(Figure::Not(Why::CannotBe), Figure::Given)
}

fn scale_view(
    index: usize,
    set: &Results,
    of: &Material,
    sums: &GroupSums,
    guard: &mut ScaleGuard,
) -> Option<ScaleView> {
    let asked: Vec<usize> = sums.asked_of(index).collect();
    if asked.is_empty() {
        return None;
    }
    let answered = OfScale {
        entries: of.entries,
        scale: index,
        items: &asked,
    };
    let scale = &of.instrument.scales()[index];
    let scored = set.filter(|place| of.entries[place].scored[index]);
    let complete = scored.filter(|place| asked.iter().all(|&item| of.entries[place].rates(item)));
    let sums_of_scale = &sums.scales()[index];
    let figures = sums_of_scale.figures();
    let enough = figures.n >= MEAN;
    let may_score = enough && guard.admit_scores(&scored, of.person, &answered).is_ok();
    let hidden = match enough {
        true => Why::WouldSingleOut,
        false => Why::TooFew {
            needed: MEAN,
            people: figures.n,
        },
    };
    let facets = scale.facets.iter().enumerate().map(|(facet, known)| {
        let positions = positions(&asked, |item| of.instrument.items()[item].facet == facet);
        let group = sums.facets()[index][facet].figures();
        let rating_all = scored.filter(|place| {
            let mut items = positions.iter().map(|&position| asked[position]);
            items.all(|item| of.entries[place].rates(item))
        });
        let mean = if positions.is_empty() {
            Figure::Not(Why::NotAsked)
        } else if !may_score {
            Figure::Not(hidden)
        } else {
            from(MEAN, group.n, || {
                let sum = (&rating_all, &*positions);
                match guard.admit_items(&scored, sum, of.person, &answered) {
                    Ok(()) => or_cannot_be(group.mean),
                    Err(_) => Figure::Not(Why::WouldSingleOut),
                }
            })
        };
        FacetView {
            facet,
            id: known.id.clone(),
            people: group.n,
            mean,
        }
    });
    let facets: Vec<FacetView> = facets.collect();
    let mut items = Vec::with_capacity(asked.len());
    for (position, &item) in asked.iter().enumerate() {
        let distribution = sums.items()[item].figures();
        let rating = scored.filter(|place| of.entries[place].rates(item));
        let ratings = if may_score {
            from(DISTRIBUTION, distribution.n, || {
                let sum = (&rating, &[position][..]);
                match guard.admit_items(&scored, sum, of.person, &answered) {
                    Ok(()) => or_cannot_be(distribution.ratings),
                    Err(_) => Figure::Not(Why::WouldSingleOut),
                }
            })
        } else {
            Figure::Not(hidden)
        };
        items.push(ItemView {
            item,
            id: of.instrument.items()[item].id.clone(),
            people: distribution.n,
            ratings,
            item_rest: Figure::Not(Why::CannotBe),
            alpha_if_dropped: Figure::Not(Why::CannotBe),
        });
    }
    let may_relate = may_score
        && figures.complete >= ALPHA
        && guard.admit_products(&complete, of.person).is_ok();
    let relation = Relations {
        figures: &figures,
        refused: match (may_score, may_relate) {
            (true, true) => None,
            (true, false) if figures.complete >= ALPHA => Some(Why::WouldSingleOut),
            (true, false) => Some(Why::TooFew {
                needed: ALPHA,
                people: figures.complete,
            }),
            (false, _) => Some(hidden),
        },
    };
    for (position, item) in items.iter_mut().enumerate() {
        let figures = figures.items.get(position);
        item.item_rest = relation.from(ITEMS, figures.and_then(|one| one.item_rest));
        item.alpha_if_dropped = relation.from(ITEMS, figures.and_then(|one| one.alpha_if_dropped));
    }
    let alpha = figures.alpha.zip(figures.alpha_interval);
    let alpha = alpha.map(|(value, (low, high))| Alpha { value, low, high });
    Some(ScaleView {
        scale: index,
        id: scale.id.clone(),
        people: figures.n,
        mean: allowed(may_score, hidden, || or_cannot_be(figures.mean)),
        sd: allowed(may_score, hidden, || spread(sums_of_scale)),
        complete: figures.complete,
        alpha: relation.from(ALPHA, alpha),
        omega: relation.from(OMEGA, figures.omega),
        facets,
        items,
    })
}

/// Places in a list of the items that hold a condition.
fn positions(items: &[usize], holds: impl Fn(usize) -> bool) -> Vec<usize> {
    let items = items.iter().enumerate();
    items
        .filter(|&(_, &item)| holds(item))
        .map(|(position, _)| position)
        .collect()
}

fn allowed<T>(may: bool, why: Why, figure: impl FnOnce() -> Figure<T>) -> Figure<T> {
    match may {
        true => figure(),
        false => Figure::Not(why),
    }
}

fn spread(sums: &ScaleSums) -> Figure<f64> {
    let figures = sums.figures();
    from(SPREAD, figures.n, || or_cannot_be(figures.sd))
}

/// Coefficients over the people who answered every item.
struct Relations<'a> {
    figures: &'a GroupScale,
    refused: Option<Why>,
}

impl Relations<'_> {
    fn from<T>(&self, needed: u64, figure: Option<T>) -> Figure<T> {
        match self.refused {
            Some(Why::TooFew { .. }) => Figure::Not(Why::TooFew {
                needed,
                people: self.figures.complete,
            }),
            Some(why) => Figure::Not(why),
            None => from(needed, self.figures.complete, || or_cannot_be(figure)),
        }
    }
}

fn question_view(index: usize, set: &Results, of: &Material, guard: &mut SumGuard) -> QuestionView {
    let question = &of.instrument.context_questions()[index];
    let chosen = |place: usize| of.entries[place].context.get(index).copied().flatten();
    let answering = set.filter(|place| chosen(place).is_some());
    let people = answering.people(of.person);
    let options = from(DISTRIBUTION, people, || {
        match guard.admit(&answering, of.person) {
            Err(_) => Figure::Not(Why::WouldSingleOut),
            Ok(()) => {
                let mut counts = vec![0; question.options.len()];
                for option in answering.iter().filter_map(chosen) {
                    if let Some(count) = counts.get_mut(option) {
                        *count += 1;
                    }
                }
                Figure::Given(counts)
            }
        }
    });
    QuestionView {
        question: index,
        id: question.id.clone(),
        people,
        options,
    }
}
