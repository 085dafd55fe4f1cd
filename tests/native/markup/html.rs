//! Reading markup with a parser of the HTML standard: elements, their attributes and their places.

use scraper::{ElementRef, Html, Selector};

/// One element, as its opening tag says.
#[derive(Debug)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Attributes as a browser reads them; one without a value has an empty text.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Every element of a fragment, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let html = Html::parse_fragment(html);
    let root = html.root_element();
    root.descendent_elements()
        // A fragment is parsed within a root of its own.
        .filter(|element| *element != root)
        .map(|element| {
            let attributes = element.value().attrs();
            Tag {
                name: element.value().name().to_owned(),
                attributes: attributes
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .collect(),
            }
        })
        .collect()
}

/// The tags with this name.
pub fn named<'a>(tags: &'a [Tag], name: &str) -> Vec<&'a Tag> {
    tags.iter().filter(|tag| tag.name == name).collect()
}

/// The values of this attribute, in order.
pub fn values<'a>(tags: &'a [Tag], attribute: &str) -> Vec<&'a str> {
    tags.iter().filter_map(|tag| tag.get(attribute)).collect()
}

/// The markup of every element that a CSS selector finds, in order.
pub fn all(html: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_fragment(html);
    let selector = selector_of(selector);
    html.select(&selector).map(|found| found.html()).collect()
}

/// The markup of the only element that a CSS selector finds.
pub fn only(html: &str, selector: &str) -> String {
    let [found] = <[String; 1]>::try_from(all(html, selector))
        .unwrap_or_else(|found| panic!("{} elements are {selector}", found.len()));
    found
}

/// The markup without the elements that a CSS selector finds.
pub fn without(html: &str, selector: &str) -> String {
    let mut html = Html::parse_fragment(html);
    let selector = selector_of(selector);
    let found: Vec<_> = html.select(&selector).map(|found| found.id()).collect();
    for id in found {
        if let Some(mut node) = html.tree.get_mut(id) {
            node.detach();
        }
    }
    html.root_element().inner_html()
}

/// What a reader sees of the elements that a CSS selector finds, each without the spaces around.
pub fn texts(html: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_fragment(html);
    let text = |found: ElementRef| found.text().collect::<String>().trim().to_owned();
    html.select(&selector_of(selector)).map(text).collect()
}

/// What the parser had to put right.
pub fn faults(html: &str) -> Vec<String> {
    let html = Html::parse_fragment(html);
    html.errors.iter().map(|fault| fault.to_string()).collect()
}

fn selector_of(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|why| panic!("{selector}: {why}"))
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

#[test]
fn values_are_read_as_a_browser_reads_them() {
    let read = tags("<p title=\"1 > 0 &amp; &quot;x&quot;\" data-a=<b>><!-- <i> --></p>");
    assert_eq!(values(&read, "title"), ["1 > 0 & \"x\""]);
    assert_eq!(read.len(), 1);
}

#[test]
fn elements_are_found_by_selector_and_can_be_left_out() {
    let html = "<div><p class=\"a\">One <b>two</b></p><p>Three</p></div>";
    assert_eq!(only(html, "p.a"), "<p class=\"a\">One <b>two</b></p>");
    assert_eq!(texts(html, "p"), ["One two", "Three"]);
    assert_eq!(without(html, ".a"), "<div><p>Three</p></div>");
}

#[test]
fn markup_that_a_browser_would_put_right_is_found() {
    assert_eq!(faults("<p>One</p>"), Vec::<String>::new());
    for wrong in ["<p><div></div></p>", "<table><p></table>", "<b>", "<p a a>"] {
        assert!(!faults(wrong).is_empty(), "{wrong}");
    }
}
