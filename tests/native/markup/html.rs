//! Just enough reading of markup: its opening tags with their attributes.

/// One opening tag.
#[derive(Debug)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Attributes as written; one without a value has an empty text.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Every opening tag, in order. The markup is the renderer's own: values stand in double
/// quotes, and `<`, `>` and quotes inside them are escaped.
pub fn tags(html: &str) -> Vec<Tag> {
    let openings = html.split('<').skip(1);
    openings
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        .filter_map(|rest| {
            let inside = rest.split('>').next()?.trim_end_matches('/');
            let name_ends = inside.find(' ').unwrap_or(inside.len());
            let (name, attributes) = inside.split_at(name_ends);
            Some(Tag {
                name: name.to_owned(),
                attributes: attributes_of(attributes),
            })
        })
        .collect()
}

fn attributes_of(mut text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    loop {
        text = text.trim_start();
        let name_ends = text.find(['=', ' ']).unwrap_or(text.len());
        let (name, rest) = text.split_at(name_ends);
        if name.is_empty() {
            return attributes;
        }
        let quoted = rest
            .strip_prefix("=\"")
            .and_then(|rest| rest.split_once('"'));
        let (value, rest) = quoted.unwrap_or(("", rest));
        attributes.push((name.to_owned(), value.to_owned()));
        text = rest;
    }
}

/// The tags with this name.
pub fn named<'a>(tags: &'a [Tag], name: &str) -> Vec<&'a Tag> {
    tags.iter().filter(|tag| tag.name == name).collect()
}

/// The values of this attribute, in order.
pub fn values<'a>(tags: &'a [Tag], attribute: &str) -> Vec<&'a str> {
    tags.iter().filter_map(|tag| tag.get(attribute)).collect()
}

#[test]
fn tags_and_their_attributes_are_read() {
    let read = tags("<p class=\"a b\" id=\"x\">1 &lt; 2</p><input checked value=\"\"/><br>");
    assert_eq!(values(&read, "class"), ["a b"]);
    assert_eq!(values(&read, "id"), ["x"]);
    assert_eq!(named(&read, "input")[0].get("checked"), Some(""));
    assert_eq!(named(&read, "input")[0].get("value"), Some(""));
    assert_eq!(read.len(), 3);
}
