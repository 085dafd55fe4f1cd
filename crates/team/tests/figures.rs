//! The figures of made-up teams of 4 to 10,000 people against independent packages: `figures.py` made
//! `figures.json`, with the generator that stands here too.

mod team_lines;

use serde_json::{Value, json};
use team::{Figure, Moment, Refusal, Selection, Team, View, Why};
use team_lines::{day, scan};

/// Differences that come from the order of adding alone.
const CLOSE: f64 = 1e-9;
/// Differences of two iterations to one optimum.
const CLOSE_ITERATED: f64 = 1e-6;

/// Knuth's linear congruential generator of 64 bits; the upper 31 bits of each state.
struct Draws(u64);

impl Draws {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// JSON lines of a team, of which `skipping` of a thousand answers are skipped.
fn lines(size: u64, skipping: u64) -> String {
    let scan = scan();
    let mut draws = Draws(size * 1000 + skipping);
    let mut lines = String::new();
    for person in 0..size {
        let mut answers = serde_json::Map::new();
        for scale in scan.scales() {
            let common: u64 = (0..3).map(|_| draws.below(5)).sum();
            for &item in &scale.items {
                let item = &scan.items()[item];
                let keyed = 1 + ((common + draws.below(9)) / 4).min(4);
                let raw = match item.key {
                    model::Key::Plus => keyed,
                    model::Key::Minus => 6 - keyed,
                };
                let is_skipped = draws.below(1000) < skipping;
                answers.insert(
                    item.id.clone(),
                    if is_skipped { Value::Null } else { raw.into() },
                );
            }
        }
        let line = json!({
            "id": person, "instrument": "sales-mindset", "version": "0.2.0", "language": "en",
            "answers": answers,
        });
        lines += &(line.to_string() + "\n");
    }
    lines
}

fn view(size: u64, skipping: u64) -> Result<View, Refusal> {
    let mut team = Team::new(vec![scan()], day("2026-11-01"));
    let added = team.add_file("team.jsonl", lines(size, skipping).as_bytes());
    assert_eq!((added.results, added.left_out), (size, 0));
    let pool = team.overview().pools[0].clone();
    assert_eq!(pool.people, size);
    team.view(&Selection {
        pool: pool.key,
        group: None,
        moment: Moment::Latest,
    })
}

fn expected() -> Vec<Value> {
    serde_json::from_str(include_str!("figures.json")).expect("JSON")
}

/// How many figures were compared, and how many were not shown so that nobody is singled out.
#[derive(Debug, Default, PartialEq)]
struct Compared {
    given: u32,
    would_single_out: u32,
}

impl Compared {
    /// A figure is what the package says, or not shown: from a number of people on only where somebody
    /// would be singled out.
    fn figure(
        &mut self,
        found: &Figure<f64>,
        expected: &Value,
        (people, needed): (u64, u64),
        close: f64,
        of: &str,
    ) {
        match found {
            Figure::Not(Why::TooFew {
                needed: said,
                people: there,
            }) => {
                assert!(people < needed, "{of}: {people} people");
                assert_eq!(*there, people, "{of}");
                // A scale of which nothing is said names its own number.
                assert!(*said == needed || *said == 5, "{of}");
            }
            Figure::Not(Why::WouldSingleOut) => self.would_single_out += 1,
            Figure::Not(why) => panic!("{of}: {why:?}"),
            Figure::Given(found) => {
                assert!(people >= needed, "{of}: {people} people");
                let expected = expected
                    .as_f64()
                    .unwrap_or_else(|| panic!("{of} is expected"));
                assert!(
                    (found - expected).abs() <= close,
                    "{of}: {found} and {expected}"
                );
                self.given += 1;
            }
        }
    }
}

/// Half a point goes up below ten people.
fn mean(people: u64, expected: &Value) -> Value {
    let exact = expected.as_f64().expect("a mean");
    json!(if people < 10 {
        (exact + 0.5).floor()
    } else {
        exact
    })
}

fn compare(view: &View, expected: &Value) -> Compared {
    let mut compared = Compared::default();
    for (scale, expected) in view
        .scales
        .iter()
        .zip(expected["scales"].as_array().expect("a list"))
    {
        let of = |figure: &str| format!("{} of {} people: {figure}", scale.id, view.people);
        assert_eq!(scale.id, expected["id"].as_str().expect("an id"));
        assert_eq!(json!(scale.people), expected["people"]);
        assert_eq!(json!(scale.complete), expected["complete"]);
        let n = scale.people;
        compared.figure(
            &scale.mean,
            &mean(n, &expected["mean"]),
            (n, 5),
            CLOSE,
            &of("mean"),
        );
        compared.figure(&scale.sd, &expected["sd"], (n, 8), CLOSE, &of("SD"));
        let complete = scale.complete;
        let parts: [fn(&team::Alpha) -> f64; 3] =
            [|alpha| alpha.value, |alpha| alpha.low, |alpha| alpha.high];
        for (n, part) in parts.into_iter().enumerate() {
            let found = match &scale.alpha {
                Figure::Given(alpha) => Figure::Given(part(alpha)),
                Figure::Not(why) => Figure::Not(*why),
            };
            compared.figure(
                &found,
                &expected["alpha"][n],
                (complete, 30),
                CLOSE,
                &of("alpha"),
            );
        }
        compared.figure(
            &scale.omega,
            &expected["omega"],
            (complete, 100),
            CLOSE_ITERATED,
            &of("omega"),
        );
        for facet in &scale.facets {
            let expected = &expected["facets"][&facet.id];
            assert_eq!(json!(facet.people), expected[0]);
            let mean = mean(facet.people, &expected[1]);
            compared.figure(&facet.mean, &mean, (facet.people, 5), CLOSE, &of(&facet.id));
        }
        for item in &scale.items {
            let expected = &expected["items"][&item.id];
            let ratings = &expected["ratings"];
            let people: u64 = ratings
                .as_array()
                .expect("counts")
                .iter()
                .filter_map(Value::as_u64)
                .sum();
            assert_eq!(item.people, people);
            match &item.ratings {
                Figure::Given(found) => {
                    assert!(people >= 10);
                    assert_eq!(json!(found), *ratings, "{}", item.id);
                    compared.given += 1;
                }
                Figure::Not(Why::WouldSingleOut) => compared.would_single_out += 1,
                Figure::Not(why) => assert_eq!(
                    (*why, people < 10),
                    (Why::TooFew { needed: 10, people }, true)
                ),
            }
            compared.figure(
                &item.item_rest,
                &expected["itemRest"],
                (complete, 50),
                CLOSE,
                &of(&item.id),
            );
            compared.figure(
                &item.alpha_if_dropped,
                &expected["alphaIfDropped"],
                (complete, 50),
                CLOSE,
                &of(&item.id),
            );
        }
    }
    compared
}

#[test]
fn every_figure_is_that_of_independent_packages_from_its_number_of_people_on() {
    let mut sizes = Vec::new();
    for expected in expected().iter().filter(|team| team["skipping"] == 0) {
        let size = expected["size"].as_u64().expect("a size");
        sizes.push(size);
        let view = match view(size, 0) {
            Ok(view) => view,
            Err(refusal) => {
                assert_eq!((size, refusal), (4, Refusal::TooFew { people: 4 }));
                continue;
            }
        };
        let compared = compare(&view, expected);
        // Of four scales: the mean and four facets, SD, eight distributions, alpha with two ends, two
        // figures of eight items, omega.
        let of_scale = match size {
            5..8 => 5,
            8..10 => 6,
            10..30 => 14,
            30..50 => 17,
            50..100 => 33,
            _ => 34,
        };
        assert_eq!(
            compared,
            Compared {
                given: 4 * of_scale,
                would_single_out: 0
            },
            "{size}"
        );
    }
    assert_eq!(sizes, [4, 5, 7, 8, 9, 10, 12, 30, 50, 100, 10_000]);
}

#[test]
fn where_answers_are_skipped_the_figures_that_are_given_are_still_right() {
    let mut teams = 0;
    for expected in expected().iter().filter(|team| team["skipping"] != 0) {
        let size = expected["size"].as_u64().expect("a size");
        let compared = compare(&view(size, 30).expect("enough people"), expected);
        // Most are given all the same.
        assert!(
            compared.given > 3 * compared.would_single_out,
            "{size}: {compared:?}"
        );
        teams += 1;
    }
    assert_eq!(teams, 3);
}
