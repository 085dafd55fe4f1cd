//! The figures of a set of results, each held to its number of people and to its guard.

use crate::entry::Entry;
use crate::guard::{Results, SumGuard};
use crate::scale_guard::{Answered, Kind, ScaleGuard};
use crate::view::{Alpha, FacetView, Figure, ItemView, QuestionView, ScaleView, Why};
use model::{Form, Instrument};
use scoring::GroupSums;
use scoring::thresholds::{ALPHA, DISTRIBUTION, ITEMS, MEAN, OMEGA, SPREAD};

/// The guards of everything that is shown of one pool.
#[derive(Clone, Debug, Default)]
pub(crate) struct FigureGuards {
    scales: Vec<ScaleGuard>,
    questions: Vec<SumGuard>,
}

impl FigureGuards {
    pub fn new(instrument: &Instrument, form: Form) -> Self {
        let scales = instrument.scales().iter();
        Self {
            scales: scales
                .map(|scale| {
                    let asked = scale.items.iter();
                    let asked = asked.filter(|&&item| instrument.is_asked(form, item));
                    ScaleGuard::new(scale.facets.len(), asked.count())
                })
                .collect(),
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
    facets: Vec<usize>,
}

impl Answered for OfScale<'_> {
    fn facets(&self) -> &[usize] {
        &self.facets
    }

    fn has(&self, place: usize, item: usize) -> bool {
        let (entry, item) = (self.entries.get(place), self.items.get(item));
        entry
            .zip(item)
            .is_some_and(|(entry, &item)| entry.rates(item))
    }

    fn count(&self, place: usize) -> u32 {
        let entry = self.entries.get(place);
        entry.map_or(0, |entry| entry.answered[self.scale])
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
    let rates = |place: usize, item: usize| of.entries[place].rates(item);
    let scored = set.filter(|place| of.entries[place].scored[index]);
    let complete = scored.filter(|place| asked.iter().all(|&item| rates(place, item)));
    let figures = sums.scales()[index].figures();
    let facet_of = |&item: &usize| of.instrument.items()[item].facet;
    let mut scale = OneScale {
        answered: OfScale {
            entries: of.entries,
            scale: index,
            items: &asked,
            facets: asked.iter().map(facet_of).collect(),
        },
        index,
        of,
        sums,
        scored: &scored,
        guard,
        refused: None,
    };
    scale.refused = match figures.n >= MEAN {
        false => Some(Why::TooFew {
            needed: MEAN,
            people: figures.n,
        }),
        true => scale.admit(Kind::Scores, &scored).err(),
    };
    let mut items = scale.items();
    let facets = scale.facets();
    let relations = Relations {
        complete: figures.complete,
        refused: match scale.refused {
            None if figures.complete >= ALPHA => {
                let admitted = scale.guard.admit_products(&complete, &scored, of.person);
                admitted.err().map(|_| Why::WouldSingleOut)
            }
            refused => refused,
        },
    };
    for (item, figures) in items.iter_mut().zip(&figures.items) {
        item.item_rest = relations.from(ITEMS, figures.item_rest);
        item.alpha_if_dropped = relations.from(ITEMS, figures.alpha_if_dropped);
    }
    let alpha = figures.alpha.zip(figures.alpha_interval);
    let alpha = alpha.map(|(value, (low, high))| Alpha { value, low, high });
    let sd = || from(SPREAD, figures.n, || or_cannot_be(figures.sd));
    Some(ScaleView {
        scale: index,
        id: of.instrument.scales()[index].id.clone(),
        people: figures.n,
        mean: allowed(scale.refused, || or_cannot_be(figures.mean)),
        sd: allowed(scale.refused, sd),
        complete: figures.complete,
        alpha: relations.from(ALPHA, alpha),
        omega: relations.from(OMEGA, figures.omega),
        facets,
        items,
    })
}

/// One scale, while its figures are asked for.
struct OneScale<'a> {
    answered: OfScale<'a>,
    index: usize,
    of: &'a Material<'a>,
    sums: &'a GroupSums,
    /// The results that have a score.
    scored: &'a Results,
    guard: &'a mut ScaleGuard,
    /// Why nothing is said of the scale, where nothing is.
    refused: Option<Why>,
}

impl OneScale<'_> {
    fn admit(&mut self, kind: Kind, set: &Results) -> Result<(), Why> {
        let admitted = self.guard.admit(kind, set, self.of.person, &self.answered);
        admitted.map_err(|_| Why::WouldSingleOut)
    }

    /// The items. Those that most people answered come first: where one has to stay unknown, so that
    /// nobody who left an item out can be worked out, it is the one that most left out.
    fn items(&mut self) -> Vec<ItemView> {
        let asked = self.answered.items;
        let distributions: Vec<_> = asked
            .iter()
            .map(|&item| self.sums.items()[item].figures())
            .collect();
        let mut order: Vec<usize> = (0..asked.len()).collect();
        order.sort_by_key(|&place| std::cmp::Reverse(distributions[place].n));
        let mut admitted = vec![None; asked.len()];
        for place in order {
            if self.refused.is_none() && distributions[place].n >= DISTRIBUTION {
                let entries = self.of.entries;
                let rating = |one: usize| entries[one].rates(asked[place]);
                let rating = self.scored.filter(rating);
                admitted[place] = self.admit(Kind::Item(place), &rating).err();
            }
        }
        let items = asked.iter().zip(distributions).zip(admitted);
        items
            .map(|((&item, distribution), refused)| ItemView {
                item,
                id: self.of.instrument.items()[item].id.clone(),
                people: distribution.n,
                ratings: allowed(self.refused.or(refused), || {
                    from(DISTRIBUTION, distribution.n, || {
                        or_cannot_be(distribution.ratings)
                    })
                }),
                item_rest: Figure::Not(Why::CannotBe),
                alpha_if_dropped: Figure::Not(Why::CannotBe),
            })
            .collect()
    }

    /// The facets, in the same order of precedence.
    fn facets(&mut self) -> Vec<FacetView> {
        let known = &self.of.instrument.scales()[self.index].facets;
        let groups = &self.sums.facets()[self.index];
        let mut order: Vec<usize> = (0..known.len()).collect();
        order.sort_by_key(|&facet| std::cmp::Reverse(groups[facet].people()));
        let mut means = vec![Figure::Not(Why::NotAsked); known.len()];
        for facet in order {
            let items = self.answered.items.iter().zip(&self.answered.facets);
            let items = items.filter(|(_, of_facet)| **of_facet == facet);
            let items: Vec<usize> = items.map(|(&item, _)| item).collect();
            if items.is_empty() {
                continue;
            }
            let entries = self.of.entries;
            let rates_all = |place: usize| items.iter().all(|&item| entries[place].rates(item));
            let figures = groups[facet].figures();
            means[facet] = allowed(self.refused, || {
                from(MEAN, figures.n, || or_cannot_be(figures.mean))
            });
            if means[facet].given().is_some() {
                let rating = self.scored.filter(rates_all);
                if let Err(why) = self.admit(Kind::Facet(facet), &rating) {
                    means[facet] = Figure::Not(why);
                }
            }
        }
        let facets = known.iter().zip(groups).zip(means).enumerate();
        facets
            .map(|(facet, ((known, group), mean))| FacetView {
                facet,
                id: known.id.clone(),
                people: group.people(),
                mean,
            })
            .collect()
    }
}

fn allowed<T>(refused: Option<Why>, figure: impl FnOnce() -> Figure<T>) -> Figure<T> {
    refused.map_or_else(figure, Figure::Not)
}

/// Coefficients over the people who answered every item.
struct Relations {
    complete: u64,
    refused: Option<Why>,
}

impl Relations {
    fn from<T>(&self, needed: u64, figure: Option<T>) -> Figure<T> {
        let people = self.complete;
        match self.refused {
            _ if people < needed => Figure::Not(Why::TooFew { needed, people }),
            refused => allowed(refused, || or_cannot_be(figure)),
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
