//! What a reminder brings back to the page: the agreement of a result, in the fragment of the page's
//! own address.
//!
//! A fragment is sent to no server. Whoever reads the calendar reads it too, so that it holds what was
//! agreed and nothing else: no label, no score, no id.

use crate::JoinedRecords;
use base64ct::{Base64UrlUnpadded, Encoding};
use model::{Agreement, IfThen, Language, Owner};
use serde::{Deserialize, Serialize};
use untrusted::{Bounds, fitting, is_blank, is_unsafe, parse};

/// Longest link, in bytes, and longest fragment that is looked at.
pub const MAX_LINK: usize = 2_000;

/// Longest text of a link, in characters.
pub const MAX_LINK_TEXT: usize = 300;

/// Most days after a result that a reminder is of.
const MAX_DAY: u32 = 366;

/// What the fragment of such an address begins with; `web/boot.ts` has the same.
const FRAGMENT: &str = "#check-in=";

/// A day of the follow-up, with what was agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckIn {
    /// How many days after the result: 0 to 366.
    pub day: u32,
    /// What was agreed; never empty in what was read.
    pub agreed: String,
    /// What it will be seen by; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub indicator: String,
    /// The first application of it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub first_step: String,
    /// The plan for one situation; either half may be empty.
    #[serde(default, skip_serializing_if = "is_empty_plan")]
    pub if_then: IfThen,
}

fn is_empty_plan(plan: &IfThen) -> bool {
    *plan == IfThen::default()
}

/// What an address says where the page keeps what is made in it for its session alone, or not at all.
const KEEPING: [&str; 2] = ["persist=session", "persist=none"];

/// The address of the page, as a link to it begins: of `http` or `https`, without fragment, and without
/// query but for how long the page keeps what is made in it (`persist=session` or `persist=none`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PageAddress(String);

/// Why a text is no [`PageAddress`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPageAddress;

impl std::fmt::Display for NoPageAddress {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("it is no address of a page")
    }
}

impl std::error::Error for NoPageAddress {}

impl TryFrom<String> for PageAddress {
    type Error = NoPageAddress;

    /// Query and fragment are left out of it, but for how long the page keeps what is made in it.
    ///
    /// # Errors
    /// Where it is of another scheme, names no host or a user, or holds what an address has encoded.
    fn try_from(mut address: String) -> Result<Self, NoPageAddress> {
        let query = address.split('#').next().and_then(|it| it.split_once('?'));
        let mut pairs = query.into_iter().flat_map(|(_, query)| query.split('&'));
        let keeping = pairs.find(|pair| KEEPING.contains(pair)).map(str::to_owned);
        address.truncate(address.find(['?', '#']).unwrap_or(address.len()));
        let schemes = ["https://", "http://"].into_iter();
        let mut rests = schemes.filter_map(|scheme| address.strip_prefix(scheme));
        let host = rests.next().and_then(|rest| rest.split('/').next());
        let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
        match host {
            Some(host) if !host.is_empty() && !host.contains('@') && address.bytes().all(plain) => {
                let keeping = keeping.map_or(String::new(), |pair| ["?", &pair].concat());
                Ok(Self([address, keeping].concat()))
            }
            _ => Err(NoPageAddress),
        }
    }
}

impl From<PageAddress> for String {
    fn from(address: PageAddress) -> Self {
        address.0
    }
}

impl JoinedRecords {
    /// The agreement that reminders bring back: the first one of the respondent that says something.
    pub fn reminded(&self) -> Option<&Agreement> {
        let mut all = self.agreements.iter().map(|one| &one.agreement);
        all.find(|one| one.owner == Owner::Rep && !is_blank(&one.text))
    }
}

impl CheckIn {
    /// What a reminder of this day brings back of an agreement: each text on one line, cut to
    /// [`MAX_LINK_TEXT`] characters.
    pub fn new(day: u32, agreement: &Agreement) -> Self {
        Self {
            day,
            agreed: short(&agreement.text),
            indicator: short(&agreement.indicator),
            first_step: short(&agreement.first_step),
            if_then: short_plan(&agreement.if_then),
        }
    }

    /// The link to the page that brings it back, of at most [`MAX_LINK`] bytes: where it would be
    /// longer, the longest of the other texts is left out first (both halves of a plan are one), and
    /// what was agreed is cut last.
    /// `None` where the page's address leaves no room for any of it.
    pub fn link(mut self, page: &PageAddress, language: Language) -> Option<String> {
        let separator = if page.0.contains('?') { "&" } else { "?" };
        let begin = [&page.0, separator, "lang=", language.tag(), FRAGMENT].concat();
        while !is_blank(&self.agreed) {
            let link = [&*begin, &self.write()].concat();
            if link.len() <= MAX_LINK {
                return Some(link);
            }
            let plan = self.if_then.situation.len() + self.if_then.response.len();
            let (indicator, first_step) = (self.indicator.len(), self.first_step.len());
            match plan.max(indicator).max(first_step) {
                0 => self.agreed = cut(&self.agreed, self.agreed.chars().count() - 1),
                longest if longest == indicator => self.indicator.clear(),
                longest if longest == first_step => self.first_step.clear(),
                _ => self.if_then = IfThen::default(),
            }
        }
        None
    }

    /// As the fragment holds it: JSON in the letters of an address (RFC 4648, 5).
    fn write(&self) -> String {
        // Text keys and plain values: there is nothing that could fail.
        let json = serde_json::to_vec(self).unwrap_or_default();
        Base64UrlUnpadded::encode_string(&json)
    }

    /// What the fragment of an address holds after its name, made safe to show; `None` where it is
    /// longer than [`MAX_LINK`], or is nothing that [`CheckIn::link`] could have written.
    pub fn read(encoded: &str) -> Option<Self> {
        if encoded.len() > MAX_LINK {
            return None;
        }
        let json = Base64UrlUnpadded::decode_vec(encoded).ok()?;
        let bounds = Bounds {
            bytes: MAX_LINK,
            depth: 2,
        };
        let read: Self = fitting(&parse(&json, bounds).ok()?)?;
        let [agreed, indicator, first_step] =
            [read.agreed, read.indicator, read.first_step].map(|text| short(&text));
        let day = read.day;
        let sound = day <= MAX_DAY && !is_blank(&agreed);
        sound.then_some(Self {
            day,
            agreed,
            indicator,
            first_step,
            if_then: short_plan(&read.if_then),
        })
    }
}

/// Both halves of a plan, as [`short`] makes a text.
fn short_plan(plan: &IfThen) -> IfThen {
    IfThen {
        situation: short(&plan.situation),
        response: short(&plan.response),
    }
}

/// The text on one line, without unsafe characters, cut to [`MAX_LINK_TEXT`] characters.
fn short(text: &str) -> String {
    let words = text.split_whitespace().map(|word| {
        let safe = word.chars().filter(|one| !is_unsafe(*one));
        safe.collect::<String>()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    cut(&words.join(" "), MAX_LINK_TEXT)
}

/// The first characters of a text, the last of them a sign that more stood there.
fn cut(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let begin: String = text.chars().take(max.saturating_sub(1)).collect();
    match begin.trim_end_matches([' ', '…']) {
        "" => String::new(),
        begin => [begin, "…"].concat(),
    }
}
