//! Colours, and the contrast that keeps them legible.
//!
//! Contrast as in WCAG 2.2 (W3C, 2023): the ratio of two relative luminances, from 1 to 21;
//! text needs 4.5.

/// A colour of the screen, sRGB, a byte each of red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// The contrast that text of any size needs (success criterion 1.4.3).
const LEGIBLE: f64 = 4.5;

/// How many steps lie between a colour and black or white.
const STEPS: u32 = 64;

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// Reads `#rgb` or `#rrggbb`, upper or lower case.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |n: usize| {
            let c = *digits.as_bytes().get(n)?;
            char::from(c).to_digit(16).map(|digit| digit as u8)
        };
        let channel = |n: usize| match digits.len() {
            3 => digit(n).map(|one| 17 * one),
            6 => Some(16 * digit(2 * n)? + digit(2 * n + 1)?),
            _ => None,
        };
        Some(Self([channel(0)?, channel(1)?, channel(2)?]))
    }

    /// As `#rrggbb`.
    pub fn hex(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = String::from("#");
        for channel in self.0 {
            text.push(char::from(DIGITS[usize::from(channel >> 4)]));
            text.push(char::from(DIGITS[usize::from(channel & 15)]));
        }
        text
    }

    /// The ratio of the two luminances, the lighter first: from 1 for the same to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            match share <= 0.040_45 {
                true => share / 12.92,
                false => power_2_4((share + 0.055) / 1.055),
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// `part` of `total` of the way to the other colour.
    fn toward(self, other: Self, part: u32, total: u32) -> Self {
        let mut mixed = self.0;
        for (channel, end) in mixed.iter_mut().zip(other.0) {
            let sum = u32::from(*channel) * (total - part) + u32::from(end) * part;
            *channel = ((sum + total / 2) / total) as u8;
        }
        Self(mixed)
    }
}

/// `base` to the power 2.4, for a base from 0.08 to 1: its square times the fifth root of its
/// square, by Newton's method from above. The standard library's general power is two kilobytes.
fn power_2_4(base: f64) -> f64 {
    let square = base * base;
    let mut root = 1.0_f64;
    for _ in 0..16 {
        root -= (root - square / (root * root * root * root)) / 5.0;
    }
    square * root
}

/// What an accent stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surface {
    /// The page.
    pub paper: Colour,
    /// Cards and buttons.
    pub card: Colour,
    /// What the accent is moved to when it is not legible: black on light, white on dark.
    pub end: Colour,
}

impl Surface {
    /// As in `styles/tokens.css`.
    pub const LIGHT: Self = Self {
        paper: Colour([0xfa, 0xf8, 0xf4]),
        card: Colour::WHITE,
        end: Colour([0; 3]),
    };

    /// As in `styles/tokens.css`.
    pub const DARK: Self = Self {
        paper: Colour([0x11, 0x17, 0x1b]),
        card: Colour([0x18, 0x20, 0x26]),
        end: Colour::WHITE,
    };
}

/// Every colour that an accent brings with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The accent, legible as text on paper, card and its own soft ground.
    pub accent: Colour,
    /// Under the pointer.
    pub strong: Colour,
    /// Text on the accent.
    pub on: Colour,
    /// A ground in its tone.
    pub soft: Colour,
    /// Ranges in the pictures.
    pub band: Colour,
}

impl Palette {
    /// The colours round an accent: the accent as asked for where it is legible on a surface,
    /// else moved towards black or white as far as it must.
    pub fn of(requested: Colour, surface: Surface) -> Self {
        let round = |accent: Colour| Self {
            accent,
            strong: accent.toward(surface.end, 1, 4),
            on: on(accent),
            soft: surface.card.toward(accent, 1, 8),
            band: surface.card.toward(accent, 3, 10),
        };
        // The last step is black or white, which is legible on both surfaces.
        (0..=STEPS)
            .map(|step| round(requested.toward(surface.end, step, STEPS)))
            .find(|palette| palette.is_legible(surface))
            .unwrap_or_else(|| round(surface.end))
    }

    fn is_legible(&self, surface: Surface) -> bool {
        let grounds = [surface.paper, surface.card, self.soft];
        let on_grounds = grounds
            .iter()
            .all(|&ground| self.accent.contrast(ground) >= LEGIBLE);
        on_grounds && self.on.contrast(self.accent) >= LEGIBLE
    }
}

/// Text on a colour: white or nearly black, whichever is read more easily.
fn on(ground: Colour) -> Colour {
    let ink = Colour([0x0e, 0x15, 0x18]);
    match Colour::WHITE.contrast(ground) >= ink.contrast(ground) {
        true => Colour::WHITE,
        false => ink,
    }
}

/// An accent on both surfaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On light.
    pub light: Palette,
    /// On dark.
    pub dark: Palette,
}

impl Accent {
    /// The colours for what was asked.
    pub fn of(requested: Colour) -> Self {
        Self {
            light: Palette::of(requested, Surface::LIGHT),
            dark: Palette::of(requested, Surface::DARK),
        }
    }
}
