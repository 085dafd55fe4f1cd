//! The suite: what a rep does with the built page, in a real browser.

/// One test in Dutch and one in English: a module of the name, with `nl` and `en` in it.
/// The body is a function of the page.
macro_rules! in_both_languages {
    ($($(#[$about:meta])* $name:ident: $setup:expr => $body:path;)*) => {$(
        $(#[$about])*
        mod $name {
            use super::*;
            #[test]
            fn nl() {
                e2e::run::run($setup.language(e2e::names::Language::Nl), $body);
            }
            #[test]
            fn en() {
                e2e::run::run($setup.language(e2e::names::Language::En), $body);
            }
        }
    )*};
}

mod access;
mod attributes;
mod backup;
mod balance;
mod builder;
mod call_review;
mod check_in;
mod custom;
mod deletion;
mod embedding;
mod export;
mod failing;
mod files_worker;
mod first_screen;
mod frameworks;
mod guidance;
mod hands;
mod harness;
mod host_pages;
mod import;
mod journey;
mod judges;
mod keeping;
mod keyboard;
mod language;
mod lms;
mod lms_closing;
mod load_faults;
mod logo;
mod manager_form;
mod manager_page;
mod moving;
mod own_tab;
mod package;
mod parts;
mod print;
mod private;
mod reliability;
mod round;
mod rules;
mod scorm;
mod sealed;
mod sharing;
mod silence;
mod since;
mod speed;
mod storage;
mod tabs;
mod talk;
mod talk_framed;
mod talk_looks;
mod talk_private;
mod talk_qr;
mod talk_refusals;
mod team;
mod translation;
mod wordpress;
mod working;
