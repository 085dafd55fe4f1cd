//! Every figure of a view, one after another.

use team::{Figure, ScaleView, View, Why};

/// The columns of the table.
pub(super) const COLUMNS: [&str; 6] = ["part", "id", "figure", "value", "not_shown", "needed"];

/// The figures that a scale, a facet, an item or a question can have, in the order in which the
/// codebook explains them. Those of options have the rating, or the id of the option, behind them.
pub(super) const FIGURES: [&str; 12] = [
    "people",
    "mean",
    "sd",
    "complete",
    "alpha",
    "alpha_low",
    "alpha_high",
    "omega",
    "item_rest",
    "alpha_if_dropped",
    "rating_",
    "option_",
];

/// The reasons why a figure is not shown, in the order in which the codebook explains them.
pub(super) const REASONS: [&str; 4] = ["too_few", "would_single_out", "cannot_be", "not_asked"];

/// Why a figure is not shown.
pub(super) struct NotShown {
    /// Its name, one of [`REASONS`].
    pub name: &'static str,
    /// How many people it takes, where there are too few.
    pub needed: Option<u64>,
}

impl From<Why> for NotShown {
    fn from(why: Why) -> Self {
        let [too_few, would_single_out, cannot_be, not_asked] = REASONS;
        let (name, needed) = match why {
            Why::TooFew { needed, .. } => (too_few, Some(needed)),
            Why::WouldSingleOut => (would_single_out, None),
            Why::CannotBe => (cannot_be, None),
            Why::NotAsked => (not_asked, None),
        };
        Self { name, needed }
    }
}

/// One figure, or why it is not shown.
pub(super) struct Row<'a> {
    /// `team`, `scale`, `facet`, `item` or `question`.
    pub part: &'static str,
    /// The id of the part; of a facet with that of its scale before it.
    pub id: &'a str,
    pub figure: String,
    pub value: Result<f64, NotShown>,
}

/// All figures of a view.
pub(super) fn rows(view: &View) -> Vec<Row<'_>> {
    let mut rows = vec![row("team", "", "people", Ok(view.people as f64))];
    for scale in &view.scales {
        of_scale(&mut rows, scale);
    }
    for question in &view.questions {
        let id = &question.id;
        rows.push(row("question", id, "people", Ok(question.people as f64)));
        counts(&mut rows, ("question", id, "option_"), &question.options);
    }
    rows
}

fn of_scale<'a>(rows: &mut Vec<Row<'a>>, scale: &'a ScaleView) {
    let number = |figure: &Figure<f64>| value(figure, |&figure| figure);
    let alpha = &scale.alpha;
    for (name, value) in [
        ("people", Ok(scale.people as f64)),
        ("mean", number(&scale.mean)),
        ("sd", number(&scale.sd)),
        ("complete", Ok(scale.complete as f64)),
        ("alpha", value(alpha, |alpha| alpha.value)),
        ("alpha_low", value(alpha, |alpha| alpha.low)),
        ("alpha_high", value(alpha, |alpha| alpha.high)),
        ("omega", number(&scale.omega)),
    ] {
        rows.push(row("scale", &scale.id, name, value));
    }
    for facet in &scale.facets {
        rows.push(row("facet", &facet.id, "people", Ok(facet.people as f64)));
        rows.push(row("facet", &facet.id, "mean", number(&facet.mean)));
    }
    for item in &scale.items {
        let id = &item.id;
        rows.push(row("item", id, "people", Ok(item.people as f64)));
        counts(rows, ("item", id, "rating_"), &item.ratings);
        rows.push(row("item", id, "item_rest", number(&item.item_rest)));
        let dropped = number(&item.alpha_if_dropped);
        rows.push(row("item", id, "alpha_if_dropped", dropped));
    }
}

fn row<'a>(part: &'static str, id: &'a str, figure: &str, value: Result<f64, NotShown>) -> Row<'a> {
    Row {
        part,
        id,
        figure: figure.to_owned(),
        value,
    }
}

fn value<T>(figure: &Figure<T>, number: impl FnOnce(&T) -> f64) -> Result<f64, NotShown> {
    match figure {
        Figure::Given(figure) => Ok(number(figure)),
        Figure::Not(why) => Err((*why).into()),
    }
}

/// How many chose each option, counted from 1; one row where that is not shown.
fn counts<'a>(
    rows: &mut Vec<Row<'a>>,
    (part, id, name): (&'static str, &'a str, &str),
    figure: &Figure<Vec<u64>>,
) {
    match figure {
        Figure::Not(why) => rows.push(row(part, id, name, Err((*why).into()))),
        Figure::Given(counts) => {
            for (number, &people) in (1..).zip(counts) {
                let figure = [name, &u64::to_string(&number)].concat();
                rows.push(row(part, id, &figure, Ok(people as f64)));
            }
        }
    }
}
