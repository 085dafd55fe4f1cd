//! English: the way through a result.

use i18n::{PartTexts, Template};

pub(crate) const PARTS: PartTexts = PartTexts {
    contents: "Contents",
    overview: "Overview",
    by_theme: "By theme",
    thoughts: "Thoughts",
    influence: "Influence and effort",
    agreements: "Agreements",
    comparison: "Compared with before",
    sharing: "Save and share",
    computed: "How computed",
    theme_of: Template::new("Theme {n} of {total}"),
    part_of: Template::new("Part {n} of {total}"),
    next: "Next",
    next_theme: "Next theme",
    one_theme: "1 theme",
    themes: Template::new("{n} themes"),
    none_to_examine: "none to examine",
    to_examine: Template::new("{n} to examine"),
    nothing_yet: "no reasons yet",
    one_reason: "1 reason",
    reasons: Template::new("{n} reasons"),
    none_yet: "none yet",
    one_agreement: "1 agreement",
    agreements_made: Template::new("{n} agreements"),
    rules_and_sources: "rules and sources",
};
