//! Nobody can be worked out, whatever is asked for in whatever order: an onlooker sets up the system of
//! linear equations of everything that was shown, and looks for an outcome about fewer than five people.

mod team_lines;

use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};
use team::{Figure, Moment, Refusal, Selection, Team, View};
use team_lines::{ITEMS, day, item_id, scan};

/// One result of the made-up team: person, group, whether of the second moment, and the answers to the
/// eight items of one scale.
#[derive(Clone, Debug)]
struct Given {
    person: usize,
    group: usize,
    is_later: bool,
    answers: Vec<Option<u8>>,
}

const GROUPS: [&str; 3] = ["North", "South", "West"];
/// Day that parts the two moments.
const PARTING: &str = "2026-06-01";

impl Given {
    fn line(&self) -> String {
        let answers = self.answers.iter().enumerate();
        let answers =
            answers.filter_map(|(n, answer)| Some(format!("\"{}\":{}", item_id(n), (*answer)?)));
        // The next scale is answered by all, so that somebody without a score on the first is in the team.
        let others = scan().scales()[1].items.clone().into_iter();
        let others = others.map(|item| format!("\"{}\":3", scan().items()[item].id));
        let on = if self.is_later {
            "2026-09-15"
        } else {
            "2026-03-15"
        };
        format!(
            "{{\"id\":\"p{}\",\"instrument\":\"sales-mindset\",\"version\":\"0.2.0\",\"language\":\"nl\",\
             \"day\":\"{on}\",\"group\":\"{}\",\"answers\":{{{}}}}}",
            self.person,
            GROUPS[self.group],
            answers.chain(others).collect::<Vec<_>>().join(",")
        )
    }

    /// Rule 3 of the scoring specification: six of eight.
    fn is_scored(&self) -> bool {
        self.count() >= 6
    }

    fn count(&self) -> u64 {
        self.answers.iter().flatten().count() as u64
    }
}

/// What the onlooker does.
#[derive(Clone, Debug)]
enum Act {
    See(Option<usize>, u8),
    Remove(usize),
    AddAgain(usize),
}

fn moment(number: u8) -> Moment {
    let parting = day(PARTING);
    match number {
        0 => Moment::Latest,
        1 => Moment::Before(parting),
        2 => Moment::From(parting),
        3 => Moment::BeforeOfBoth(parting),
        _ => Moment::FromOfBoth(parting),
    }
}

/// The results that a selection is of: the latest of each person, by the test's own reckoning.
fn selected(results: &[(Given, bool)], group: Option<usize>, number: u8) -> Vec<usize> {
    let mut latest: HashMap<usize, usize> = HashMap::new();
    let there = |later: bool, person: usize| {
        let mut all = results.iter();
        all.any(|(one, is_there)| *is_there && one.is_later == later && one.person == person)
    };
    for (place, (one, is_there)) in results.iter().enumerate() {
        let both = there(false, one.person) && there(true, one.person);
        let fits = match number {
            0 => true,
            1 => !one.is_later,
            2 => one.is_later,
            3 => !one.is_later && both,
            _ => one.is_later && both,
        };
        if *is_there && fits {
            let known = latest.entry(one.person).or_insert(place);
            if one.is_later {
                *known = place;
            }
        }
    }
    let mut places: Vec<usize> = latest.into_values().collect();
    places.retain(|&place| group.is_none_or(|group| results[place].0.group == group));
    places.sort_unstable();
    places
}

/// A prime, 2^61 - 1: a rank over the whole numbers modulo it is that over the fractions, but for chance.
const PRIME: u128 = (1 << 61) - 1;

fn inverse(value: u128) -> u128 {
    let (mut result, mut base, mut exponent) = (1, value % PRIME, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

fn rank(mut rows: Vec<Vec<u128>>) -> usize {
    let columns = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..columns {
        let Some(pivot) = (rank..rows.len()).find(|&row| rows[row][column] != 0) else {
            continue;
        };
        rows.swap(rank, pivot);
        let scale = inverse(rows[rank][column]);
        let pivot = rows[rank].clone();
        for row in rows
            .iter_mut()
            .skip(rank + 1)
            .filter(|row| row[column] != 0)
        {
            let times = row[column] * scale % PRIME;
            for (cell, from) in row.iter_mut().zip(&pivot) {
                *cell = (*cell + (PRIME - times) * from) % PRIME;
            }
        }
        rank += 1;
    }
    rank
}

/// Sums that were shown: of each, how much every answer of every result counts in it.
#[derive(Default)]
struct Onlooker {
    sums: Vec<HashMap<(usize, usize), u128>>,
}

impl Onlooker {
    /// Notes what a view shows of the results that it is of.
    fn note(&mut self, view: &View, of: &[usize], results: &[(Given, bool)]) {
        let scale = &view.scales[0];
        let scored = || {
            of.iter()
                .copied()
                .filter(|&place| results[place].0.is_scored())
        };
        let answered = |place: usize, item: usize| results[place].0.answers[item].is_some();
        if let Figure::Given(_) = scale.mean {
            self.scores(scored(), results);
        }
        for item in scale
            .items
            .iter()
            .filter(|item| item.ratings.given().is_some())
        {
            let n = (0..ITEMS)
                .find(|&n| item_id(n) == item.id)
                .expect("an item");
            self.sums.push(
                scored()
                    .filter(|&p| answered(p, n))
                    .map(|p| ((p, n), 1))
                    .collect(),
            );
        }
        for facet in scale
            .facets
            .iter()
            .filter(|facet| facet.mean.given().is_some())
        {
            let items = team_lines::items_of_facet(facet.facet);
            let complete = scored().filter(|&p| items.iter().all(|&n| answered(p, n)));
            let each = complete.flat_map(|p| items.iter().map(move |&n| ((p, n), 1)));
            self.sums.push(each.collect());
        }
    }

    /// A mean of scores, each the mean of what was answered.
    fn scores(&mut self, of: impl Iterator<Item = usize>, results: &[(Given, bool)]) {
        let mut sum = HashMap::new();
        for place in of {
            let one = &results[place].0;
            let weight = inverse(u128::from(one.count()));
            for n in (0..ITEMS).filter(|&n| one.answers[n].is_some()) {
                sum.insert((place, n), weight);
            }
        }
        self.sums.push(sum);
    }

    /// People fewer than five, about whom a combination of the sums says something and about nobody
    /// else; `None` where there is no such combination.
    ///
    /// Answers that count the same in every sum are one column. A combination that is about people P
    /// alone is 0 in every column of which somebody is not in P; there is one but 0 where the rank of
    /// those columns is less than that of all. So only people of columns of fewer than five matter.
    fn works_out(&self, results: &[(Given, bool)]) -> Option<BTreeSet<usize>> {
        let mut columns: HashMap<Vec<u128>, BTreeSet<usize>> = HashMap::new();
        for (place, (one, _)) in results.iter().enumerate() {
            for n in 0..ITEMS {
                let column: Vec<u128> = self
                    .sums
                    .iter()
                    .map(|sum| sum.get(&(place, n)).copied().unwrap_or(0))
                    .collect();
                if column.iter().any(|&cell| cell != 0) {
                    columns.entry(column).or_default().insert(one.person);
                }
            }
        }
        let ranked = |without: &BTreeSet<usize>| {
            let remaining = columns
                .iter()
                .filter(|(_, people)| !people.is_subset(without));
            rank(remaining.map(|(column, _)| column.clone()).collect())
        };
        let all = ranked(&BTreeSet::new());
        let mut tried: BTreeSet<BTreeSet<usize>> = BTreeSet::from([BTreeSet::new()]);
        // Every union of the people of small columns that is itself of fewer than five.
        for people in columns.values().filter(|people| people.len() < 5) {
            let more: Vec<BTreeSet<usize>> = tried.iter().map(|one| one | people).collect();
            tried.extend(more.into_iter().filter(|union| union.len() < 5));
        }
        tried.into_iter().find(|people| ranked(people) < all)
    }
}

fn team() -> impl Strategy<Value = Vec<Given>> {
    let answers = |skipping: u32| {
        prop::collection::vec(
            prop_oneof![
                1000 - skipping => (1_u8..=5).prop_map(Some),
                skipping => Just(None),
            ],
            ITEMS,
        )
    };
    let sizes = prop_oneof![Just(0_u32), Just(15), Just(40), Just(150), Just(300)];
    (sizes, 11_usize..34, prop::bool::ANY).prop_flat_map(move |(skipping, people, moments)| {
        let one = (answers(skipping), answers(skipping), 0_usize..8, 0_u8..10);
        prop::collection::vec(one, people).prop_map(move |people| {
            let mut results = Vec::new();
            for (person, (first, second, group, times)) in people.into_iter().enumerate() {
                // Groups of quite different sizes.
                let group = [0, 0, 0, 0, 1, 1, 1, 2][group];
                let given = |is_later, answers| Given {
                    person,
                    group,
                    is_later,
                    answers,
                };
                if !moments || times < 8 {
                    results.push(given(false, first));
                }
                if moments && times > 1 {
                    results.push(given(true, second));
                }
            }
            results
        })
    })
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let see =
        (prop::option::of(0_usize..3), 0_u8..5).prop_map(|(group, moment)| Act::See(group, moment));
    let remove = (0_usize..40).prop_map(Act::Remove);
    let again = (0_usize..40).prop_map(Act::AddAgain);
    prop::collection::vec(prop_oneof![4 => see, 2 => remove, 1 => again], 3..16)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_sequence_of_views_says_anything_of_fewer_than_five_people(
        given in team(),
        acts in acts(),
    ) {
        let mut results: Vec<(Given, bool)> = given.into_iter().map(|one| (one, true)).collect();
        let mut team = Team::new(vec![scan()], day("2026-11-01"));
        let name = |place: usize| format!("{place}.jsonl");
        let mut files: Vec<usize> = Vec::new();
        for (place, (one, _)) in results.iter().enumerate() {
            let added = team.add_file(&name(place), one.line().as_bytes());
            prop_assert_eq!(added.results, 1);
            files.push(added.file);
        }
        let mut onlooker = Onlooker::default();
        for act in acts {
            match act {
                Act::See(group, number) => {
                    let Some(pool) = team.overview().pools.first().map(|pool| pool.key.clone()) else {
                        continue;
                    };
                    let asked = [(None, 0), (group, number)];
                    for (group, number) in asked {
                        let selection = Selection {
                            pool: pool.clone(),
                            group: group.map(|group| GROUPS[group].to_owned()),
                            moment: moment(number),
                        };
                        let of = selected(&results, group, number);
                        match team.view(&selection) {
                            Ok(view) => {
                                prop_assert_eq!(view.people, of.len() as u64);
                                prop_assert!(view.people >= 5);
                                onlooker.note(&view, &of, &results);
                                // Asking again gives the same.
                                prop_assert_eq!(team.view(&selection), Ok(view));
                            }
                            Err(Refusal::Nobody) => prop_assert!(of.is_empty()),
                            Err(Refusal::TooFew { people }) => {
                                prop_assert_eq!(people, of.len() as u64);
                                prop_assert!(people < 5);
                            }
                            Err(_) => {}
                        }
                    }
                }
                Act::Remove(place) if place < results.len() => {
                    team.remove(files[place]);
                    results[place].1 = false;
                }
                Act::AddAgain(place) if place < results.len() && !results[place].1 => {
                    let added = team.add_file(&name(place), results[place].0.line().as_bytes());
                    files[place] = added.file;
                    results[place].1 = true;
                }
                Act::Remove(_) | Act::AddAgain(_) => {}
            }
        }
        prop_assert_eq!(onlooker.works_out(&results), None);
    }
}

fn somebody(person: usize, group: usize, left_out: Option<usize>) -> (Given, bool) {
    let answers = (0..ITEMS).map(|n| (Some(n) != left_out).then_some(1 + ((person + n) % 5) as u8));
    let answers = answers.collect();
    (
        Given {
            person,
            group,
            is_later: false,
            answers,
        },
        true,
    )
}

#[test]
fn without_a_guard_the_onlooker_works_out_who_is_in_the_whole_and_not_in_the_part() {
    let results: Vec<_> = (0..11)
        .map(|n| somebody(n, usize::from(n > 7), None))
        .collect();
    let mut onlooker = Onlooker::default();
    onlooker.scores(0..11, &results);
    assert_eq!(onlooker.works_out(&results), None);
    onlooker.scores(0..8, &results);
    assert_eq!(
        onlooker.works_out(&results),
        Some(BTreeSet::from([8, 9, 10]))
    );
}

#[test]
fn without_a_guard_the_onlooker_works_out_who_left_an_item_out() {
    let results: Vec<_> = (0..12)
        .map(|n| somebody(n, 0, (n == 4).then_some(2)))
        .collect();
    let mut onlooker = Onlooker::default();
    onlooker.scores(0..12, &results);
    for n in 0..ITEMS {
        assert_eq!(onlooker.works_out(&results), None, "item {n}");
        let answering = (0..12).filter(|&place| results[place].0.answers[n].is_some());
        onlooker
            .sums
            .push(answering.map(|place| ((place, n), 1)).collect());
    }
    assert_eq!(onlooker.works_out(&results), Some(BTreeSet::from([4])));
}
