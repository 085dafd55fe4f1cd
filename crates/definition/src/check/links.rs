//! Checks of everything that refers to items: pairs, reframes and pages.

use super::faults::Faults;
use crate::Problem;
use crate::raw::{RawInstrument, RawItem, RawPair, RawReframe};
use model::{Item, Key, Page, Pair, Reframe, comparable_id};

pub(super) fn pairs(
    faults: &mut Faults,
    raw: &[RawPair],
    items: &[Item],
    find: impl Fn(&str) -> Option<usize>,
) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(raw.len());
    for (n, pair) in raw.iter().enumerate() {
        let mut member = |name: &str, id: &str| {
            let found = find(id);
            if found.is_none() {
                faults.add(
                    format!("pairs[{n}].{name}"),
                    Problem::UnknownItem(id.into()),
                );
            }
            found
        };
        let (plus, minus) = (member("plus", &pair.plus), member("minus", &pair.minus));
        let (Some(plus), Some(minus)) = (plus, minus) else {
            continue;
        };
        let opposite = items[plus].key == Key::Plus && items[minus].key == Key::Minus;
        if !opposite || items[plus].scale != items[minus].scale {
            faults.add(format!("pairs[{n}]"), Problem::NotAPair);
        }
        faults.id(&format!("pairs[{n}].id"), &pair.id);
        let alike = comparable_id(&pair.id);
        if raw[..n]
            .iter()
            .any(|earlier| comparable_id(&earlier.id) == alike)
        {
            faults.add(
                format!("pairs[{n}].id"),
                Problem::DuplicateId(pair.id.clone()),
            );
        }
        let members = [plus, minus];
        if pairs.iter().any(|earlier: &Pair| {
            members == [earlier.plus, earlier.minus] || members == [earlier.minus, earlier.plus]
        }) {
            faults.add(format!("pairs[{n}]"), Problem::RepeatedPair);
        }
        pairs.push(Pair {
            id: pair.id.clone(),
            plus,
            minus,
        });
    }
    pairs
}

pub(super) fn reframes(
    faults: &mut Faults,
    raw: &[RawReframe],
    definition: &RawInstrument,
    find: impl Fn(&str) -> Option<usize>,
) -> Vec<Reframe> {
    let mut reframes = Vec::with_capacity(raw.len());
    for (n, reframe) in raw.iter().enumerate() {
        let supporting = faults.text(&format!("reframes[{n}].supporting"), &reframe.supporting);
        let coaching_question = faults.text(
            &format!("reframes[{n}].coaching_question"),
            &reframe.coaching_question,
        );
        if raw[..n]
            .iter()
            .any(|earlier| earlier.item_id == reframe.item_id)
        {
            faults.add(
                format!("reframes[{n}].item_id"),
                Problem::RepeatedReframe(reframe.item_id.clone()),
            );
        }
        let mut when_disagreed = Vec::with_capacity(reframe.when_disagreed.len());
        for (w, id) in reframe.when_disagreed.iter().enumerate() {
            match find(id) {
                Some(item) => when_disagreed.push(item),
                None => faults.add(
                    format!("reframes[{n}].when_disagreed[{w}]"),
                    Problem::UnknownItem(id.clone()),
                ),
            }
        }
        match find(&reframe.item_id) {
            Some(item) => reframes.push(Reframe {
                item,
                supporting,
                coaching_question,
                when_disagreed,
                entry: n,
            }),
            // A counterpart may stand ready for an item held in reserve.
            None if definition
                .reserve_items
                .iter()
                .any(|item| item.id == reframe.item_id) => {}
            None => faults.add(
                format!("reframes[{n}].item_id"),
                Problem::UnknownItem(reframe.item_id.clone()),
            ),
        }
    }
    reframes
}

pub(super) fn pages(
    faults: &mut Faults,
    raw: &[Vec<String>],
    items: &[RawItem],
    find: impl Fn(&str) -> Option<usize>,
) -> Vec<Page> {
    if raw.is_empty() {
        faults.add("presentation.pages", Problem::Empty);
    }
    let mut placements = vec![0_u32; items.len()];
    let mut pages = Vec::with_capacity(raw.len());
    for (p, page) in raw.iter().enumerate() {
        if page.is_empty() {
            faults.add(format!("presentation.pages[{p}]"), Problem::Empty);
        }
        let mut sheet = Vec::with_capacity(page.len());
        for (n, id) in page.iter().enumerate() {
            let place = format!("presentation.pages[{p}][{n}]");
            match find(id) {
                None => faults.add(place, Problem::UnknownItem(id.clone())),
                Some(item) if placements[item] > 0 => {
                    faults.add(place, Problem::NotPresentedOnce(id.clone()));
                }
                Some(item) => {
                    placements[item] += 1;
                    sheet.push(item);
                }
            }
        }
        pages.push(sheet);
    }
    for (n, item) in items
        .iter()
        .enumerate()
        .filter(|(n, _)| placements[*n] == 0)
    {
        faults.add(
            format!("items[{n}]"),
            Problem::NotPresentedOnce(item.id.clone()),
        );
    }
    pages
}
