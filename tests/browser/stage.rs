//! A stage for the app: an element of its own on the page, and hands to use it with.

use i18n::Messages;
use interface_texts::messages;
use mindset_mirror::{App, AppProps};
use model::{InstrumentRef, Language};
use platform::Ports;
use platform::doubles::Doubles;
use serde_json::Value;
use std::collections::BTreeMap;
use std::rc::Rc;
use store::{Durability, Options, RecordKey, Store};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, InputEvent, InputEventInit,
    KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit,
};

/// The texts the app speaks when nobody asks for another language.
pub fn nl() -> &'static Messages {
    messages(Language::Nl)
}

/// The app, mounted for as long as this lives.
pub struct Stage {
    root: Element,
    app: Option<yew::AppHandle<App>>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

fn document() -> Document {
    let window = web_sys::window().expect("tests run on a page");
    window.document().expect("a page has a document")
}

/// The shipped questionnaire, compiled in each language as the build does it.
pub fn compiled_files() -> Vec<(InstrumentRef, Language, Vec<u8>)> {
    let questionnaire = content::scan().questionnaire().expect("it is sound");
    let file = |language| {
        let bytes = compiled::encode(&questionnaire, language).expect("it can be written");
        (questionnaire.instrument.reference(), language, bytes)
    };
    Language::ALL.into_iter().map(file).collect()
}

/// The interface's texts, compiled in each language as the build does it.
pub fn interface_files() -> Vec<(Language, Vec<u8>)> {
    let file = |language| {
        let bytes = compiled::encode_interface(messages(language), language);
        (language, bytes.expect("it can be written"))
    };
    Language::ALL.into_iter().map(file).collect()
}

impl Stage {
    /// The app on its first screen, in front of these doubles.
    pub async fn open(doubles: &Doubles) -> Self {
        if doubles.content.interface.borrow().is_empty() {
            *doubles.content.interface.borrow_mut() = interface_files();
        }
        if doubles.content.files.borrow().is_empty() {
            *doubles.content.files.borrow_mut() = compiled_files();
        }
        doubles.file_jobs.worker.set(Some(files_worker::run));
        Self::open_with(doubles.ports()).await
    }

    /// The same in front of other ports.
    pub async fn open_with(ports: Ports) -> Self {
        let document = document();
        let root = document.create_element("div").expect("an element is made");
        let body = document.body().expect("the page has a body");
        body.append_child(&root).expect("the body takes it");
        let app = yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { ports });
        let app = Some(app.render());
        flush().await;
        Self { root, app }
    }

    /// The first element of this kind.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        let found = self
            .root
            .query_selector(selector)
            .expect("a valid selector");
        found.map(|element| element.unchecked_into())
    }

    fn get(&self, selector: &str) -> HtmlElement {
        self.find(selector)
            .unwrap_or_else(|| panic!("nothing is {selector} in: {}", self.text()))
    }

    /// All text on screen.
    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    /// The name of the screen.
    pub fn screen(&self) -> String {
        let root = self.get("[data-part=root]");
        root.get_attribute("data-screen").unwrap_or_default()
    }

    /// The id of what is asked; empty on any other screen.
    pub fn item(&self) -> String {
        let asked = self.find("[data-part=question]");
        let id = asked.and_then(|asked| asked.get_attribute("data-item"));
        id.unwrap_or_default()
    }

    /// The value of the radio that is checked.
    pub fn chosen(&self) -> Option<String> {
        let radio = self.find("input[type=radio]:checked")?;
        radio.get_attribute("value")
    }

    /// The text of what has the focus, if that is the app's.
    pub fn focused(&self) -> Option<(String, String)> {
        let active = document().active_element()?;
        let inside = self.root.contains(Some(&active));
        let text = active.text_content().unwrap_or_default();
        inside.then(|| (active.tag_name().to_lowercase(), text.trim().to_owned()))
    }

    /// Presses the button with this text.
    pub async fn press(&self, text: &str) {
        let buttons = self.root.query_selector_all("button");
        let buttons = buttons.expect("a valid selector");
        let button = (0..buttons.length())
            .filter_map(|n| buttons.get(n)?.dyn_into::<HtmlElement>().ok())
            .find(|button| {
                let said = button.text_content().unwrap_or_default();
                said.trim_start_matches("← ") == text
            });
        let button = button.unwrap_or_else(|| panic!("no button says {text}: {}", self.text()));
        button.click();
        flush().await;
    }

    /// Clicks an option; browsers count 0 clicks for an arrow key, and 1 for a pointer.
    pub async fn click(&self, value: &str, count: i32) {
        let init = MouseEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_detail(count);
        let click = MouseEvent::new_with_mouse_event_init_dict("click", &init);
        self.dispatch(
            &format!("input[type=radio][value='{value}']"),
            &click.expect("an event is made"),
        )
        .await;
    }

    /// Presses Enter on an option.
    pub async fn enter(&self, value: &str) {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key("Enter");
        let key = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init);
        self.dispatch(
            &format!("input[type=radio][value='{value}']"),
            &key.expect("an event is made"),
        )
        .await;
    }

    /// Clicks what this selector finds.
    pub async fn press_on(&self, selector: &str) {
        let found = self.find(selector);
        found.unwrap_or_else(|| panic!("no {selector}")).click();
        flush().await;
    }

    /// Types into the field.
    pub async fn write(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.get(selector).unchecked_into();
        field.set_value(text);
        let init = InputEventInit::new();
        init.set_bubbles(true);
        let input = InputEvent::new_with_event_init_dict("input", &init);
        self.dispatch(selector, &input.expect("an event is made"))
            .await;
    }

    /// A file has been chosen: the double holds its bytes.
    pub async fn choose_file(&self, doubles: &Doubles, bytes: &[u8]) {
        let field = self.get("input[type=file]");
        let chosen = (field.id(), bytes.to_vec());
        doubles.files.0.borrow_mut().extend([chosen]);
        let init = EventInit::new();
        init.set_bubbles(true);
        let change = Event::new_with_event_init_dict("change", &init);
        self.dispatch("input[type=file]", &change.expect("an event is made"))
            .await;
    }

    async fn dispatch(&self, selector: &str, event: &Event) {
        let sent = self.get(selector).dispatch_event(event);
        sent.expect("the event is dispatched");
        flush().await;
    }

    /// From the first screen to the first statement.
    pub async fn to_first_statement(&self) {
        self.press(nl().start.begin).await;
        self.press(nl().common.go_on).await;
    }

    /// From there to the interlude after the last statement: for every statement a number key.
    pub async fn answer_statements(&self, doubles: &Doubles, key: impl Fn(&str) -> &'static str) {
        for statements_left in (0..32).rev() {
            let key = key(&self.item());
            assert!(doubles.page.press(key), "the key answers {}", self.item());
            flush().await;
            if self.screen() == "interlude" && statements_left > 0 {
                self.press(nl().common.go_on).await;
            }
        }
    }

    /// The same, and on to the review without an answer about the situation.
    pub async fn answer_each(&self, doubles: &Doubles, key: impl Fn(&str) -> &'static str) {
        self.answer_statements(doubles, key).await;
        self.press(nl().common.go_on).await;
        self.press(nl().journey.skip_context).await;
        assert_eq!(self.screen(), "review");
    }

    /// The same with one number key for every statement.
    pub async fn answer_all(&self, doubles: &Doubles, key: &'static str) {
        self.answer_each(doubles, |_| key).await;
    }
}

/// Waits until everything has been rendered, and what the background had begun is done.
pub async fn flush() {
    // Each step of a store's work is one turn of the microtask queue, and a message is another.
    for _ in 0..50 {
        let turn = JsFuture::from(js_sys::Promise::resolve(&JsValue::NULL)).await;
        turn.expect("it is resolved");
        yew::scheduler::flush().await;
    }
}

/// The rows of the database, as they are: any change of a record changes one of them.
pub fn rows(doubles: &Doubles) -> BTreeMap<String, String> {
    doubles.browser.database().into_iter().collect()
}

/// The bodies of the stored records, by name.
pub fn bodies(doubles: &Doubles) -> BTreeMap<String, String> {
    let rows = doubles.browser.database().into_iter();
    rows.filter_map(|(name, row)| {
        let (head, body) = row.split_once('\n')?;
        let live = head.split(' ').nth(1) == Some("live");
        live.then(|| (name, body.to_owned()))
    })
    .collect()
}

/// The kinds of the stored records.
pub fn keys(doubles: &Doubles) -> Vec<String> {
    let kind = |name: String| name.split('/').next().unwrap_or_default().to_owned();
    bodies(doubles).into_keys().map(kind).collect()
}

/// The stored record of the only attempt.
pub fn record(doubles: &Doubles) -> Value {
    let (_, text) = only_attempt(doubles);
    serde_json::from_str(&text).expect("a record is JSON")
}

fn only_attempt(doubles: &Doubles) -> (String, String) {
    let attempts = bodies(doubles).into_iter();
    let mut attempts = attempts.filter(|(name, _)| name.starts_with("attempt/"));
    let only = attempts.next().expect("an attempt is stored");
    assert!(attempts.next().is_none(), "there is but one");
    only
}

/// Stores the only attempt as if it had been left at another step.
pub async fn leave_at(doubles: &Doubles, step: Value) {
    let mut left = record(doubles);
    left["session"]["step"] = step;
    store_text(doubles, &only_attempt(doubles).0, &left.to_string()).await;
}

/// Stores a text under a name, as another page of the same browser would.
pub async fn store_text(doubles: &Doubles, name: &str, body: &str) {
    let key = RecordKey::parse(name).expect("a name");
    let backends = doubles.browser.tab("test", Rc::new(spawn_local));
    let store = Store::open(backends, Options::default()).await;
    let revision = store.snapshot().get(&key).map(|one| one.revision.clone());
    let done = store.commit(&key, body, revision.as_ref(), Durability::Relaxed);
    done.await.expect("it is saved");
}

/// What is stored as the answer to an item.
pub fn stored(doubles: &Doubles, item: &str) -> Value {
    record(doubles)["session"]["answers"][item].clone()
}
