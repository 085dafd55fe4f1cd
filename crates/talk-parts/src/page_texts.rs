//! What the texts of a page have to be for its library and its frame.

use i18n::{
    Messages, RoundMessages, RoundPageTexts, TalkMessages, TalkPageTexts, TeamMessages,
    TeamPageTexts, Text, Texts,
};

/// All texts of a page: what other pages say too, and its own.
pub trait PageTexts: Texts + 'static {
    /// The texts that it says alone.
    type Own;

    /// What other pages say too.
    fn interface(&self) -> &Messages;

    /// What it says alone.
    fn own(&self) -> &Self::Own;

    /// What the page is called.
    fn page_title(&self) -> Text;

    /// What it says in a frame of another page.
    fn own_tab(&self) -> OwnTabTexts;
}

/// What a page says in a frame of another page.
pub struct OwnTabTexts {
    /// The heading.
    pub title: Text,
    /// Why it opens in a tab of its own.
    pub lead: Text,
    /// The way there.
    pub open: Text,
}

impl PageTexts for TalkMessages {
    type Own = TalkPageTexts;

    fn interface(&self) -> &Messages {
        &self.interface
    }

    fn own(&self) -> &TalkPageTexts {
        &self.own
    }

    fn page_title(&self) -> Text {
        self.own.talk.page_title
    }

    fn own_tab(&self) -> OwnTabTexts {
        let t = &self.own.talk;
        OwnTabTexts {
            title: t.home_title,
            lead: t.own_tab,
            open: t.open_tab,
        }
    }
}

impl PageTexts for TeamMessages {
    type Own = TeamPageTexts;

    fn interface(&self) -> &Messages {
        &self.interface
    }

    fn own(&self) -> &TeamPageTexts {
        &self.own
    }

    fn page_title(&self) -> Text {
        self.own.team.page_title
    }

    fn own_tab(&self) -> OwnTabTexts {
        let t = &self.own.team;
        OwnTabTexts {
            title: t.title,
            lead: t.own_tab,
            open: t.open_tab,
        }
    }
}

impl PageTexts for RoundMessages {
    type Own = RoundPageTexts;

    fn interface(&self) -> &Messages {
        &self.interface
    }

    fn own(&self) -> &RoundPageTexts {
        &self.own
    }

    fn page_title(&self) -> Text {
        self.own.round.page_title
    }

    fn own_tab(&self) -> OwnTabTexts {
        let t = &self.own.round;
        OwnTabTexts {
            title: t.title,
            lead: t.own_tab,
            open: t.open_tab,
        }
    }
}
