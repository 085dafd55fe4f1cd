//! Where in the journey a respondent is.

/// One screen of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The context question with this index.
    Context(usize),
    /// The item at this position in the order of presentation.
    Item(usize),
    /// The interlude before the page with this index; before the first it is the instruction.
    Interlude(usize),
    /// The interlude between the last page and the context questions, where those come after it.
    ContextInterlude,
    /// All statements with their answers.
    Review,
    /// Finished: the result.
    Result,
}
