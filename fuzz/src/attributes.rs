//! Parameters of the page's address: a line each, a name and a value with `=` between them.

use embedding::{Accent, Colour, Config, Persist, Surface};

/// The contrast that text needs (WCAG 2.2, 1.4.3).
const LEGIBLE: f64 = 4.5;

/// Reads the parameters, and holds each value to what the rest of the page relies on.
pub(crate) fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    let pairs: Vec<(String, String)> = pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let last = pairs.iter().rfind(|(name, _)| name == "persist");
    let persist = last.map(|(_, value)| value.clone());
    let config = Config::read(pairs);
    let expected = match persist.as_deref() {
        None | Some("device") => Persist::Device,
        Some("session") => Persist::Session,
        Some(_) => Persist::None,
    };
    assert_eq!(config.persist, expected);
    assert!(!crate::is_unsafe(&config.coach));
    assert!(config.coach.chars().count() <= 80);
    if let Some(address) = &config.privacy {
        assert!(address.starts_with("https://") && !crate::is_unsafe(address));
    }
    if let Some(asked) = config.accent {
        legible(asked);
    }
}

fn legible(asked: Colour) {
    assert_eq!(Colour::read(&asked.hex()), Some(asked));
    let accent = Accent::of(asked);
    for (palette, surface) in [(accent.light, Surface::LIGHT), (accent.dark, Surface::DARK)] {
        for ground in [surface.paper, surface.card, palette.soft] {
            assert!(palette.accent.contrast(ground) >= LEGIBLE, "{asked:?}");
        }
        assert!(palette.on.contrast(palette.accent) >= LEGIBLE, "{asked:?}");
    }
}
