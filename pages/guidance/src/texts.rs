//! What the pages say around the documents, in both languages.

use model::Language;

/// The texts in one language.
#[derive(Debug)]
pub struct Texts {
    /// Above the list of the documents.
    pub documents: &'static str,
    /// Above the list on a document's own page.
    pub read_on: &'static str,
    /// Leads to the page on which rep and manager hold the talk.
    pub hold_the_talk: &'static str,
    /// Leads to the page on which the results of a team are looked at together.
    pub team: &'static str,
    /// Leads to the page with the time balance of a sales manager.
    pub time_balance: &'static str,
    /// Leads to the page on what a sales manager can do.
    pub manager: &'static str,
}

/// The texts of a language.
pub const fn texts(language: Language) -> &'static Texts {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}

static NL: Texts = Texts {
    documents: "Om samen goed te beginnen",
    read_on: "Lees verder",
    hold_the_talk: "Voer het gesprek samen",
    team: "Het beeld van je team: resultaten samen bekijken",
    time_balance: "Je tijdbalans: hoeveel van je week is coaching?",
    manager: "Wat kun jij als salesmanager doen?",
};

static EN: Texts = Texts {
    documents: "To begin well together",
    read_on: "Read on",
    hold_the_talk: "Hold the talk together",
    team: "The picture of your team: look at results together",
    time_balance: "Your time balance: how much of your week is coaching?",
    manager: "What can you do as a sales manager?",
};
