//! The text to paste, in three tiers, and the policy lines that a host may need.

use crate::attributes::{Attributes, Field};

/// Where the questionnaire stands, and what its script must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The address of its folder, with a `/` at the end.
    pub folder: String,
    /// The script's integrity; empty where it is not known.
    pub integrity: String,
}

impl Place {
    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        let host = self.folder.find("://").map_or(0, |scheme| scheme + 3);
        let end = self.folder[host..].find('/').map(|slash| host + slash);
        &self.folder[..end.unwrap_or(self.folder.len())]
    }
}

/// The tag: a script and an element, with a link for when neither works.
pub fn element(place: &Place, attributes: &Attributes, link: &str) -> String {
    let integrity = match place.integrity.as_str() {
        "" => String::new(),
        hash => format!(" integrity=\"{}\"", escaped(hash)),
    };
    let written: String = attributes
        .said()
        .map(|(field, value)| format!(" {}=\"{}\"", field.name(), escaped(value)))
        .collect();
    format!(
        "<script type=\"module\" src=\"{}embed.js\"{integrity} crossorigin></script>\n\
         <mindset-mirror{written}>\n  {}\n</mindset-mirror>",
        escaped(&place.folder),
        anchor(place, attributes, link)
    )
}

/// A plain frame, for sites that strip scripts. The link inside is what is left where a site takes
/// the frame away too.
pub fn frame(place: &Place, attributes: &Attributes, title: &str, link: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"760\" style=\"border: 0\" loading=\"lazy\">{}</iframe>",
        escaped(&address(place, attributes)),
        escaped(title),
        anchor(place, attributes, link)
    )
}

/// A plain link, which works everywhere.
pub fn anchor(place: &Place, attributes: &Attributes, text: &str) -> String {
    let address = address(place, attributes);
    format!("<a href=\"{}\">{}</a>", escaped(&address), escaped(text))
}

/// What a host with a Content-Security-Policy adds to it. A logo is shown by the host's page, and
/// fetched by it for the printed sheet. A directive stands once: a browser reads no second one.
pub fn policy(place: &Place, attributes: &Attributes) -> String {
    let own = place.origin().to_owned();
    let of = |field: Field| {
        let said = attributes.said().find(|(said, _)| *said == field);
        said.map(|(_, address)| {
            let other = Place {
                folder: address.to_owned(),
                integrity: String::new(),
            };
            other.origin().to_owned()
        })
    };
    let (logo, source) = (of(Field::Logo), of(Field::Source));
    let mut connected: Vec<String> = logo.iter().cloned().chain(source).collect();
    connected.dedup();
    let directives = [
        ("script-src", vec![own.clone()]),
        ("frame-src", vec![own]),
        ("img-src", logo.into_iter().collect()),
        ("connect-src", connected),
    ];
    let lines = directives
        .iter()
        .filter(|(_, origins)| !origins.is_empty())
        .map(|(directive, origins)| format!("{directive} {};", origins.join(" ")));
    lines.collect::<Vec<_>>().join("\n")
}

/// The page's address with everything a plain frame can do.
fn address(place: &Place, attributes: &Attributes) -> String {
    let pairs = attributes.said().filter(|(field, _)| field.in_frame());
    let pairs: Vec<String> = pairs
        .map(|(field, value)| [field.name(), "=", &encoded(value)].concat())
        .collect();
    match pairs.is_empty() {
        true => place.folder.clone(),
        false => [&place.folder, "?", &pairs.join("&")].concat(),
    }
}

/// Text for an attribute or an element.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A value of a query: all but unreserved characters (RFC 3986, 2.3) percent-encoded.
fn encoded(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte));
            }
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}
