//! What a test asks for: the device in the respondent's hands and what is wrong with it.

use crate::engine::{Engine, Need};
use crate::names::Language;
use crate::site::Fault;

/// How the respondent works the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// A finger on a touch screen.
    Tap,
    /// A mouse.
    Mouse,
    /// The keyboard alone.
    Keys,
}

/// The look the respondent's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Everything that differs from one test to the next.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Width of the viewport in CSS pixels.
    pub width: u32,
    /// Height of the viewport in CSS pixels.
    pub height: u32,
    /// Device pixels to a CSS pixel.
    pub pixels: f64,
    /// How the page is worked.
    pub hand: Hand,
    /// What the browser says it prefers.
    pub language: Language,
    /// Light or dark.
    pub scheme: Scheme,
    /// Scripts that run in the page before its own.
    pub before: Vec<&'static str>,
    /// What the server does wrong.
    pub faults: Vec<Fault>,
    /// A header `Content-Security-Policy` beside the page's own meta tag.
    pub policy: Option<&'static str>,
    /// Whether errors in the console are part of the test. Otherwise any message there
    /// and any violation of the policy fails it.
    pub noisy: bool,
    /// Whether the browser keeps its profile when it is killed.
    pub profile: bool,
    /// What the engine must be able to do beside what the rest of this asks for.
    pub needs: Vec<Need>,
    /// Whether no other browser may run meanwhile, because time is measured.
    pub alone: bool,
}

impl Setup {
    /// A phone of 390 px, worked by touch.
    pub fn phone() -> Self {
        Self {
            width: 390,
            height: 844,
            pixels: 3.0,
            hand: Hand::Tap,
            language: Language::Nl,
            scheme: Scheme::Light,
            before: Vec::new(),
            faults: Vec::new(),
            policy: None,
            noisy: false,
            profile: false,
            needs: Vec::new(),
            alone: false,
        }
    }

    /// A desk with a screen of 1280 px, worked with the mouse.
    pub fn desk() -> Self {
        Self {
            width: 1280,
            height: 900,
            pixels: 1.0,
            hand: Hand::Mouse,
            ..Self::phone()
        }
    }

    /// The same desk without a mouse.
    pub fn keyboard() -> Self {
        Self {
            hand: Hand::Keys,
            ..Self::desk()
        }
    }

    /// In this language.
    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// In light or dark.
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// On a viewport of this size, with so many device pixels to a CSS pixel.
    pub fn size(mut self, width: u32, height: u32, pixels: f64) -> Self {
        self.width = width;
        self.height = height;
        self.pixels = pixels;
        self
    }

    /// With a script that runs before the page's own.
    pub fn before(mut self, script: &'static str) -> Self {
        self.before.push(script);
        self
    }

    /// With a server that fails at something; what the browser says of it is expected.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self.noisy = true;
        self
    }

    /// With a policy in a header; what the browser says of it is expected.
    pub fn policy(mut self, policy: &'static str) -> Self {
        self.policy = Some(policy);
        self.noisy = true;
        self
    }

    /// With a profile that outlives the browser within the test.
    pub fn profile(mut self) -> Self {
        self.profile = true;
        self
    }

    /// Only where the engine can do this; elsewhere the test is skipped.
    pub fn needs(mut self, need: Need) -> Self {
        self.needs.push(need);
        self
    }

    /// Why an engine cannot do what this asks for, if it cannot. A touch is a click, and the size as
    /// near as the window can be made, where nothing else can be had.
    pub fn lacking(&self, engine: Engine) -> Option<&'static str> {
        let profile = self.profile.then_some(Need::Profile);
        let dark = (self.scheme == Scheme::Dark).then_some(Need::DarkScheme);
        let needs = self.needs.iter().copied().chain(profile).chain(dark);
        needs.filter_map(|need| engine.lacks(need)).next()
    }

    /// With no other browser beside it.
    pub fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// With messages in the console that are part of the test.
    pub fn noisy(mut self) -> Self {
        self.noisy = true;
        self
    }
}
