//! Rules for what every questionnaire of ours has: scales, items, pairs, pages and lengths.

use super::Faults;
use super::texts::{both, everything, is_canonical, question, words};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Words that make a statement a negation, an absolute or a reason.
const NOT_IN_ITEMS: [&str; 7] = [
    "niet", "geen", "nooit", "altijd", "iedereen", "want", "omdat",
];

/// The largest file, in bytes.
pub const LARGEST: usize = 256 * 1024;

/// What a questionnaire is made of, by number.
pub struct Size {
    /// The most words of a statement.
    pub words: usize,
    pub scales: usize,
    /// Facets a scale.
    pub facets: usize,
    pub items: usize,
    pub pairs: usize,
}

/// What is known of each item, by its id.
pub struct Items<'a> {
    pub scale: BTreeMap<&'a str, &'a str>,
    pub facet: BTreeMap<&'a str, &'a str>,
    pub plus: BTreeMap<&'a str, bool>,
    /// The pages, as ids.
    pub pages: Vec<Vec<&'a str>>,
}

impl Items<'_> {
    /// The items in the order of presentation.
    pub fn order(&self) -> Vec<&str> {
        self.pages.iter().flatten().copied().collect()
    }
}

/// A text, or an empty one where there is none.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The ids of a list, which must each stand there once.
pub fn unique<'a>(faults: &mut Faults, place: &str, ids: impl IntoIterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        let what = format!("{id:?} stands there twice");
        faults.need(seen.insert(id), place, what);
    }
}

/// What holds for a file whatever it contains: its texts and how it is written.
pub fn file(faults: &mut Faults, name: &str, text: &str, definition: &Value) {
    everything(faults, name, definition, usize::MAX);
    let what = "not written with an indent of 2, or no line break at its end";
    faults.need(is_canonical(text), name, what);
    faults.need(text.len() <= LARGEST, name, "larger than 256 KiB");
}

/// An example agreement: one text, or an object with the fields of an agreement.
fn goal(faults: &mut Faults, place: &str, goal: &Value) {
    if goal.get("agreed").is_none() {
        both(faults, place, goal, 400);
        return;
    }
    for part in ["agreed", "indicator", "first_step"] {
        both(faults, &format!("{place}.{part}"), &goal[part], 400);
    }
    // A goal that says itself by when has no number of weeks.
    let weeks = goal.get("weeks").map(|weeks| weeks.as_u64());
    let is_term = weeks.is_none_or(|weeks| weeks.is_some_and(|weeks| (1..=52).contains(&weeks)));
    faults.need(is_term, place, "weeks");
    let plan = ["situation", "response"].map(|part| goal.get(part).is_some());
    faults.need(plan[0] == plan[1], place, "half an if–then plan");
    for part in ["situation", "response"] {
        if let Some(text) = goal.get(part) {
            both(faults, &format!("{place}.{part}"), text, 400);
        }
    }
    let known = [
        "agreed",
        "indicator",
        "first_step",
        "situation",
        "response",
        "weeks",
    ];
    let mut fields = goal.as_object().into_iter().flatten();
    faults.need(
        fields.all(|(name, _)| known.contains(&name.as_str())),
        place,
        "other fields than those of an agreement",
    );
}

/// The texts of a scale that every questionnaire has.
fn scale(faults: &mut Faults, at: &str, scale: &Value, facets: usize) {
    for (part, most) in [("name", 40), ("short_name", 40), ("definition", 400)] {
        both(faults, &format!("{at}.{part}"), &scale[part], most);
    }
    let found = faults.list(at, &scale["facets"]);
    for facet in found {
        let at = format!("{at}.facets.{}", text(&facet["id"]));
        both(faults, &format!("{at}.name"), &facet["name"], 40);
    }
    let what = format!("{} facets, not {facets}", found.len());
    faults.need(found.len() == facets, at, what);
    for band in ["low", "mid", "high"] {
        let at = format!("{at}.bands.{band}");
        let band = &scale["bands"][band];
        both(faults, &format!("{at}.label"), &band["label"], 40);
        both(faults, &format!("{at}.text"), &band["text"], 400);
        if let Some(in_account) = band.get("in_account") {
            both(faults, &format!("{at}.in_account"), in_account, 180);
        }
    }
    for part in ["manager_questions", "rep_reflection"] {
        let at = format!("{at}.{part}");
        let questions = faults.list(&at, &scale[part]);
        faults.need(questions.len() == 3, &at, "needs three questions");
        for (n, one) in questions.iter().enumerate() {
            question(faults, &format!("{at}[{n}]"), one, 180);
        }
    }
    for part in ["commitment_examples", "manager_examples"] {
        if let Some(goals) = scale.get(part) {
            for kind in ["learning_goal", "performance_goal"] {
                goal(faults, &format!("{at}.{part}.{kind}"), &goals[kind]);
            }
        }
    }
}

/// An item: its wording, its keying, and where it belongs.
fn item(faults: &mut Faults, at: &str, item: &Value, scales: &[Value], most_words: usize) {
    both(faults, &format!("{at}.text"), &item["text"], 110);
    let by_manager = &item["manager_text"];
    if !by_manager.is_null() {
        let at = format!("{at}.manager_text");
        both(faults, &at, by_manager, 110);
        let names = text(&by_manager["nl"]).contains("{naam}");
        faults.need(names, &at, "names nobody");
    }
    let statement = text(&item["text"]["nl"]);
    let is_short = statement.split_whitespace().count() <= most_words;
    faults.need(is_short, at, format!("more than {most_words} words"));
    let mut found = words(statement).into_iter();
    let is_plain = !found.any(|word| NOT_IN_ITEMS.contains(&&*word));
    faults.need(is_plain, at, "negation, absolute or reason clause");
    faults.need(["+", "-"].contains(&text(&item["key"])), at, "key");
    let observable = text(&item["observable_by_manager"]);
    let is_known = ["yes", "partly", "no"].contains(&observable);
    faults.need(is_known, at, "observable_by_manager");
    let scale = scales.iter().find(|scale| scale["id"] == item["scale"]);
    faults.need(scale.is_some(), at, "unknown scale");
    let facets = scale.and_then(|scale| scale["facets"].as_array());
    let mut facets = facets.into_iter().flatten();
    let is_known = facets.any(|facet| facet["id"] == item["facet"]);
    faults.need(is_known, at, "unknown facet");
}

/// What every form of ours has. Returns what is known of each item.
pub fn form<'a>(faults: &mut Faults, name: &str, d: &'a Value, size: &Size) -> Items<'a> {
    let scales = faults.list(&format!("{name}.scales"), &d["scales"]);
    let items = faults.list(&format!("{name}.items"), &d["items"]);
    let reserve = faults.list(&format!("{name}.reserve_items"), &d["reserve_items"]);
    let pairs = faults.list(&format!("{name}.pairs"), &d["pairs"]);
    unique(
        faults,
        &format!("{name}.scales"),
        scales.iter().map(|one| text(&one["id"])),
    );
    let ids = items.iter().chain(reserve).map(|one| text(&one["id"]));
    unique(faults, &format!("{name}.items"), ids);
    let facets: Vec<&Value> = scales
        .iter()
        .flat_map(|scale| scale["facets"].as_array().into_iter().flatten())
        .collect();
    let ids = facets.iter().map(|one| text(&one["id"]));
    unique(faults, &format!("{name}.facets"), ids);
    for one in scales {
        let at = format!("{name}.scales.{}", text(&one["id"]));
        scale(faults, &at, one, size.facets);
    }
    for one in items {
        let at = format!("{name}.items.{}", text(&one["id"]));
        item(faults, &at, one, scales, size.words);
    }
    let parts = [
        ("items", items.len(), Some(size.items)),
        ("scales", scales.len(), Some(size.scales)),
        ("pairs", pairs.len(), Some(size.pairs)),
        ("reserve", reserve.len(), None),
        ("facets", facets.len(), None),
    ];
    for (part, found, expected) in parts {
        let counted = d["meta"]["counts"].get(part);
        // Only the scan counts its facets.
        let is_right = counted.map_or(part == "facets", |counted| *counted == found);
        let at = format!("{name}.meta.counts.{part}");
        faults.need(is_right, &at, format!("there are {found}"));
        let what = format!("{found} {part}, not {expected:?}");
        faults.need(
            expected.is_none_or(|expected| found == expected),
            name,
            what,
        );
    }
    around_the_items(faults, name, d);
    let of = |part: &str| -> BTreeMap<&str, &str> {
        let items = items.iter();
        items
            .map(|one| (text(&one["id"]), text(&one[part])))
            .collect()
    };
    let keys = of("key").into_iter();
    let found = Items {
        scale: of("scale"),
        facet: of("facet"),
        plus: keys.map(|(id, key)| (id, key == "+")).collect(),
        pages: faults
            .list(
                &format!("{name}.presentation.pages"),
                &d["presentation"]["pages"],
            )
            .iter()
            .map(|page| page.as_array().into_iter().flatten().map(text).collect())
            .collect(),
    };
    let mut order = found.order();
    order.sort_unstable();
    let is_complete = order.into_iter().eq(found.scale.keys().copied());
    let at = format!("{name}.presentation.pages");
    faults.need(is_complete, &at, "not every item exactly once");
    found
}

/// Instructions, labels, texts of the definition and questions about the situation.
fn around_the_items(faults: &mut Faults, name: &str, d: &Value) {
    for reader in ["rep", "manager"] {
        let at = format!("{name}.instructions.{reader}");
        both(faults, &at, &d["instructions"][reader], 400);
    }
    let at = format!("{name}.response_scale");
    let labels = faults.list(&at, &d["response_scale"]["labels"]);
    let of_managers = d["response_scale"]["manager_labels"].as_array();
    for label in labels.iter().chain(of_managers.into_iter().flatten()) {
        both(faults, &at, &label["text"], 40);
    }
    let texts = d["ui_texts"].as_object();
    faults.need(texts.is_some(), name, "has no ui_texts");
    for (part, text) in texts.into_iter().flatten() {
        both(faults, &format!("{name}.ui_texts.{part}"), text, 400);
    }
    let at = format!("{name}.context_questions");
    let questions = faults.list(&at, &d["context_questions"]);
    unique(faults, &at, questions.iter().map(|one| text(&one["id"])));
    for one in questions {
        let at = format!("{at}.{}", text(&one["id"]));
        both(faults, &at, &one["text"], 110);
        let options = faults.list(&at, &one["options"]);
        unique(faults, &at, options.iter().map(|one| text(&one["id"])));
        for option in options {
            let at = format!("{at}.{}", text(&option["id"]));
            both(faults, &at, &option["text"], 70);
        }
    }
}

/// Every facet is one pair of opposites, of which the two stand two pages apart and at least so many
/// places; every scale has as many items of either keying.
pub fn pairs(faults: &mut Faults, name: &str, d: &Value, items: &Items, least: usize) {
    let pairs = faults.list(&format!("{name}.pairs"), &d["pairs"]);
    unique(
        faults,
        &format!("{name}.pairs"),
        pairs.iter().map(|one| text(&one["id"])),
    );
    let order = items.order();
    let place = |id: &str| order.iter().position(|one| *one == id);
    let page = |id: &str| items.pages.iter().position(|page| page.contains(&id));
    let listed = d["items"].as_array();
    let pair_id = |id: &str| {
        let mut listed = listed.into_iter().flatten();
        listed
            .find(|one| one["id"] == id)
            .map(|one| &one["pair_id"])
    };
    for scale in faults.list(name, &d["scales"]) {
        let id = text(&scale["id"]);
        for facet in faults.list(name, &scale["facets"]) {
            let at = format!("{name}.scales.{id}.facets.{}", text(&facet["id"]));
            let two = facet["items"].as_array().map(Vec::as_slice);
            let Some([plus, minus]) = two else {
                faults.need(false, &at, "has not two items");
                continue;
            };
            let (plus, minus) = (text(plus), text(minus));
            let keys = [plus, minus].map(|item| items.plus.get(item).copied());
            if !faults.need(!keys.contains(&None), &at, "unknown item") {
                continue;
            }
            let are_opposite = keys == [Some(true), Some(false)];
            faults.need(are_opposite, &at, "not one item keyed + and one keyed -");
            let are_of_scale = [plus, minus].iter().all(|item| items.scale[item] == id);
            faults.need(are_of_scale, &at, "items of another scale");
            let mut pairs = pairs.iter();
            let pair = pairs.find(|pair| pair["plus"] == plus && pair["minus"] == minus);
            let Some(pair) = pair else {
                faults.need(false, &at, "is no pair");
                continue;
            };
            let at = format!("{name}.pairs.{}", text(&pair["id"]));
            let fits = pair["scale"] == scale["id"] && pair["facet"] == facet["id"];
            faults.need(fits, &at, "scale or facet");
            let names = [plus, minus].map(pair_id);
            let fits = names.iter().all(|name| *name == Some(&pair["id"]));
            faults.need(fits, &at, "pair_id of its items");
            let apart = |of: &dyn Fn(&str) -> Option<usize>| Some(of(plus)?.abs_diff(of(minus)?));
            faults.need(apart(&page) == Some(2), &at, "not two pages apart");
            let distance = apart(&place);
            let fits =
                distance.is_some_and(|distance| distance >= least && pair["distance"] == distance);
            faults.need(fits, &at, format!("the distance is {distance:?}"));
        }
        let of_scale = || items.scale.iter().filter(|(_, scale)| **scale == id);
        let plus = of_scale().filter(|(item, _)| items.plus[*item]).count();
        let what = "keys are not balanced";
        faults.need(
            2 * plus == of_scale().count(),
            &format!("{name}.scales.{id}"),
            what,
        );
    }
}

/// Neighbours are of different scales, no three in a row point the same way, and the first and the
/// last are supportive. `supportive` says which way agreeing points.
pub fn sequence(faults: &mut Faults, name: &str, items: &Items, supportive: &BTreeMap<&str, bool>) {
    let at = format!("{name}.pages");
    let order = items.order();
    let points = |item: &str| supportive.get(item).copied();
    for two in order.windows(2) {
        let differ = items.scale.get(two[0]) != items.scale.get(two[1]);
        faults.need(differ, &at, format!("{two:?} are neighbours of one scale"));
    }
    for three in order.windows(3) {
        let first = points(three[0]);
        let turns = three.iter().any(|item| points(item) != first);
        faults.need(turns, &at, format!("{three:?} point the same way"));
    }
    let ends = [order.first(), order.last()];
    let is_supportive = |end: &Option<&&str>| end.is_some_and(|item| points(item) == Some(true));
    let what = "the first or the last item is not supportive";
    faults.need(ends.iter().all(is_supportive), &at, what);
}
