//! The page: what is filled in, and what comes of it.

mod calendar;
mod fields;
mod outcome;
mod picture;
pub mod surroundings;

use crate::balance::{Entry, MAX_WEEK, Source, Span};
use crate::texts::texts;
use calendar_hours::{Calendar, CalendarFault, Weeks, Words};
use fields::{hours_fields, week_field};
use gloo::file::callbacks::FileReader;
use model::{Day, Language};
use ui::{element, element_with, fragment, heading, language_switch, nodes, text_element};
use yew::prelude::*;

/// What the page begins with.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct BalancePageProps {
    /// The language to begin in.
    pub language: Language,
    /// The day that it is, where the device knows one.
    pub today: Option<Day>,
    /// What is filled in at first.
    pub entry: Entry,
}

/// What can happen on the page.
#[derive(Clone)]
pub enum BalanceMsg {
    /// The page goes on in this language.
    Language(Language),
    /// This was typed as the hours of the week.
    Week(String),
    /// An hour more in the week, or one fewer.
    WeekStep(bool),
    /// This was typed as the hours of the kind at this place.
    Hours(usize, String),
    /// The hours of coaching come from here.
    Source(Source),
    /// These words were typed.
    Words(String),
    /// These weeks are counted.
    Span(Span),
    /// This day was chosen.
    Day(String),
    /// A file is being read.
    Reading(web_sys::File),
    /// It has been read.
    Read(Vec<u8>),
}

/// The page with the time balance.
pub struct BalancePage {
    language: Language,
    entry: Entry,
    calendar: Option<Calendar>,
    /// The language in which the document has its title.
    announced: Option<Language>,
    /// Dropping it would stop it.
    _reader: Option<FileReader>,
}

impl Component for BalancePage {
    type Message = BalanceMsg;
    type Properties = BalancePageProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        Self {
            language: props.language,
            entry: props.entry.clone(),
            calendar: None,
            announced: None,
            _reader: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: BalanceMsg) -> bool {
        let entry = &mut self.entry;
        match message {
            BalanceMsg::Language(language) => self.language = language,
            BalanceMsg::Week(typed) => entry.week = typed,
            BalanceMsg::WeekStep(more) => entry.week = stepped(&entry.week, more),
            BalanceMsg::Hours(kind, typed) => entry.hours[kind] = typed,
            BalanceMsg::Source(source) => entry.source = source,
            BalanceMsg::Words(typed) => entry.words = Some(typed),
            BalanceMsg::Span(span) => entry.span = span,
            BalanceMsg::Day(typed) => entry.day = typed,
            BalanceMsg::Reading(file) => {
                let read = ctx.link().callback(BalanceMsg::Read);
                self._reader = Some(calendar::start_reading(file, read));
                return false;
            }
            BalanceMsg::Read(bytes) => self.open(Calendar::read(&bytes)),
        }
        self.count(ctx.props().today);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (t, entry) = (texts(self.language), &self.entry);
        let send = ctx.link().callback(|message| message);
        let leads = t.lead.iter().enumerate();
        let leads = leads.map(|(n, lead)| match n {
            0 => text_element("p", "lead", *lead),
            _ => text_element("p", "muted", *lead),
        });
        let head = [heading(t.title, false), nodes(leads)];
        let coaching = match entry.source {
            Source::Typed => hours_fields(t, entry, true, &send),
            Source::Calendar => calendar::calendar(self.language, entry, ctx.props().today, &send),
        };
        let entered = [
            ui::section(t.week, week_field(t, entry, &send)),
            ui::section(t.coaching, [fields::source(t, entry, &send), coaching]),
            ui::section(t.other, hours_fields(t, entry, false, &send)),
        ];
        let content = [
            element("section", "stack", head),
            element(
                "div",
                "balance-columns",
                [
                    element("div", "balance-entered", entered),
                    outcome::outcome(self.language, entry),
                ],
            ),
        ];
        let content = [
            self.header(&send),
            element("main", "screen screen-wide balance", content),
        ];
        let names = &["class", "data-part", "data-screen", "lang"];
        let values = ["app", "root", "balance", self.language.tag()];
        element_with("div", names, values, fragment(content))
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if self.announced.replace(self.language) != Some(self.language) {
            surroundings::announce(self.language, texts(self.language).title);
        }
    }
}

impl BalancePage {
    fn header(&self, send: &Callback<BalanceMsg>) -> Html {
        let title = element(
            "p",
            "header-title",
            text_element("span", "", "Mindset Mirror"),
        );
        let choose = send.reform(BalanceMsg::Language);
        let label = texts(self.language).languages;
        let switch = language_switch(label, self.language, &choose);
        let content = fragment([title, element("div", "header-nav", switch)]);
        let names = &["class", "data-part"];
        element_with("header", names, ["header", "header"], content)
    }

    /// A file that cannot be read changes nothing of what was read before it.
    fn open(&mut self, read: Result<Calendar, CalendarFault>) {
        match read {
            Ok(calendar) => {
                self.calendar = Some(calendar);
                self.entry.is_open = true;
                self.entry.fault = None;
            }
            Err(fault) => self.entry.fault = Some(fault),
        }
    }

    /// Looks in the calendar again, where one is open.
    fn count(&mut self, today: Option<Day>) {
        let Some(calendar) = &self.calendar else {
            return;
        };
        let words = Words::parse(words(&self.entry, self.language));
        let weeks = weeks(&self.entry, today);
        self.entry.found = weeks
            .filter(|_| !words.is_empty())
            .map(|weeks| calendar.hours(&words, weeks));
    }
}

/// The words to look for.
fn words(entry: &Entry, language: Language) -> &str {
    entry
        .words
        .as_deref()
        .unwrap_or(texts(language).words_first)
}

/// The weeks to count, where they are known.
fn weeks(entry: &Entry, today: Option<Day>) -> Option<Weeks> {
    match entry.span {
        Span::LastFour => today.map(Weeks::four_before),
        Span::One => Day::parse(&entry.day).map(Weeks::with),
    }
}

/// One more or one fewer, within the hours of a week; 1 from what is no number.
fn stepped(typed: &str, more: bool) -> String {
    let number = typed.parse::<u32>().unwrap_or_default();
    let number = match more {
        true => number.saturating_add(1),
        false => number.saturating_sub(1),
    };
    number.clamp(1, MAX_WEEK).to_string()
}
