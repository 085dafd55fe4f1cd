//! Words that no text of the project says, and claims that it only denies.

/// What is never said: a comparison with others, a judgement, a named test.
const NEVER: [&str; 12] = [
    "percentiel",
    "percentile",
    "top performer",
    "topperformer",
    "cotan",
    "excuus",
    "excuses",
    "excuse",
    "smoes",
    "ranking",
    "ranglijst",
    "gezakt",
];

/// Claims that stand only where they are denied, by what stands right before them.
const DENIED: [(&str, &[&str]); 2] = [("gevalideerd", &["niet "]), ("validated", &["not ", "un"])];

/// The words in a text that are never said.
pub fn never_said(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    NEVER
        .into_iter()
        .filter(|word| text.contains(word))
        .collect()
}

/// The claims that a text makes and does not deny.
pub fn claims(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase();
    let claimed = DENIED.into_iter().filter(|(claim, denials)| {
        text.match_indices(claim).any(|(at, _)| {
            let before = &text[..at];
            !denials.iter().any(|denial| before.ends_with(denial))
        })
    });
    claimed.map(|(claim, _)| claim).collect()
}
