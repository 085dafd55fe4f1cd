//! The open page: what is on it, and the hand that works it. Everything waits by asking
//! again until a deadline, never for a fixed time.

use crate::Outcome;
use crate::driver::Driver;
use crate::engine::Engine;
use crate::names::{Language, Name};
use crate::setup::{Hand, Setup};
use crate::site::Site;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::rc::Rc;
use std::time::{Duration, Instant};
use thirtyfour::common::command::{Actions, Command};
use thirtyfour::prelude::*;

/// Seconds; long enough for a busy machine of two cores, as a step that works takes far less.
/// `E2E_PATIENCE` says otherwise.
const PATIENCE: u64 = 20;

/// So long two presses at one place are one act.
const ONE_ACT: Duration = Duration::from_millis(600);

/// So long Chromium drops presses in a frame that watches whether its request is in sight, after
/// the frame was moved or its size changed.
const DISTRUST: Duration = Duration::from_millis(600);

/// Between two looks at the page.
const PULSE: Duration = Duration::from_millis(20);

/// One browser with the page in it.
pub struct Page {
    pub(crate) driver: WebDriver,
    pub(crate) engine: Engine,
    pub(crate) setup: Setup,
    pub(crate) site: Rc<Site>,
    pub(crate) downloads: PathBuf,
    pub(crate) language: Cell<Language>,
    /// The element of a host page whose frame this is in, by its number.
    pub(crate) inside: Cell<Option<usize>>,
    /// The frame that a host page is in itself, by its selector.
    pub(crate) around: Cell<Option<&'static str>>,
    /// Where in the window and when a control was pressed within the last half second.
    pub(crate) presses: RefCell<Vec<(f64, f64, Instant)>>,
    /// The driver of this browser alone. The last field, so that it outlives the session.
    pub(crate) _own_driver: Option<Driver>,
}

/// What a pointer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// It is pressed.
    Down,
    /// It is lifted.
    Up,
    /// It rests, for as long as one who double clicks may take.
    Rest,
}

/// What a respondent has before them. Texts are empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// `data-screen` of the root.
    pub screen: String,
    /// `lang` of the root.
    pub lang: String,
    /// `data-item` of the question.
    pub item: String,
    /// The statement or question.
    pub legend: String,
    /// The value of the option that is chosen.
    pub checked: String,
    /// The part that has the focus.
    pub focused: String,
    /// The value of the option that has the focus.
    pub focused_value: String,
}

impl Page {
    /// The browser itself.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The engine of the browser.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// What the test asked for.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The server of the page.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The language in which names are looked for.
    pub fn language(&self) -> Language {
        self.language.get()
    }

    /// Loads the page, or loads it anew.
    pub async fn load(&self) -> Outcome {
        Ok(self.driver.goto(self.site.address()).await?)
    }

    /// Runs a script in the page and gives back what it returns.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Asks until there is an answer, or fails with what was waited for, the last error
    /// and what stood on the page.
    pub async fn until<T>(
        &self,
        what: &str,
        probe: impl AsyncFnMut() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let given = std::env::var("E2E_PATIENCE").ok();
        let patience = given.and_then(|given| given.parse().ok());
        let patience = Duration::from_secs(patience.unwrap_or(PATIENCE));
        self.within(patience, what, probe).await
    }

    /// As [`Page::until`], with a limit of its own.
    pub async fn within<T>(
        &self,
        limit: Duration,
        what: &str,
        mut probe: impl AsyncFnMut() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let begun = Instant::now();
        let mut pulse = tokio::time::interval(PULSE);
        loop {
            pulse.tick().await;
            // An error is often the page changing under the question: ask again.
            let trouble = match probe().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => String::new(),
                Err(why) => format!(" ({why})"),
            };
            if begun.elapsed() > limit {
                let sight = self.sight().await.ok().flatten();
                let text = self.text().await.unwrap_or_default();
                let text: String = text.chars().take(600).collect();
                return Err(format!(
                    "waited {limit:?} for {what}{trouble}\nseen: {sight:?}\ntext: {text}"
                )
                .into());
            }
        }
    }

    /// What is before the respondent now; none before the page is up.
    pub async fn sight(&self) -> Outcome<Option<Sight>> {
        let seen = self.script(include_str!("look.js"), Vec::new()).await?;
        let text = |key: &str| seen[key].as_str().unwrap_or_default().to_owned();
        Ok(seen.is_object().then(|| Sight {
            screen: text("screen"),
            lang: text("lang"),
            item: text("item"),
            legend: text("legend"),
            checked: text("checked"),
            focused: text("focused"),
            focused_value: text("focusedValue"),
        }))
    }

    /// Waits for a sight that answers to a condition.
    pub async fn see(&self, what: &str, condition: impl Fn(&Sight) -> bool) -> Outcome<Sight> {
        self.until(what, async || Ok(self.sight().await?.filter(&condition)))
            .await
    }

    /// Waits for a screen.
    pub async fn screen(&self, name: &str) -> Outcome<Sight> {
        self.see(&format!("the screen {name}"), |sight| sight.screen == name)
            .await
    }

    /// All that is readable on the page.
    pub async fn text(&self) -> Outcome<String> {
        let text = self
            .script("return document.body.innerText", Vec::new())
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page that never started says, in both languages, to load it again. Within
    /// ten seconds: everything but the style sheet may be missing.
    pub async fn says_to_reload(&self) -> Outcome {
        self.within(Duration::from_secs(10), "a way on", async || {
            let script = "return document.querySelector('main').innerText";
            let text = self.script(script, Vec::new()).await?;
            let text = text.as_str().unwrap_or_default();
            let says = ["Laad de pagina opnieuw", "Reload the page"];
            Ok(says.iter().all(|say| text.contains(say)).then_some(()))
        })
        .await
    }

    /// All visible elements of a part.
    pub async fn parts(&self, part: &str) -> Outcome<Vec<WebElement>> {
        let found = self
            .driver
            .execute(
                "return [...document.querySelectorAll(`[data-part~='${arguments[0]}']`)]
                   .filter(e => e.checkVisibility({visibilityProperty: true}))",
                vec![json!(part)],
            )
            .await?;
        Ok(found.elements()?)
    }

    /// Waits for a visible part with a text in it, and gives the text.
    pub async fn reads(&self, part: &str) -> Outcome<String> {
        self.until(&format!("a text in {part}"), async || {
            for element in self.parts(part).await? {
                let text = element.text().await?;
                if !text.trim().is_empty() {
                    return Ok(Some(text));
                }
            }
            Ok(None)
        })
        .await
    }

    /// The control of a name, when it is there now.
    pub async fn find(&self, name: Name) -> Outcome<Option<WebElement>> {
        let text = json!(name.text(self.language()));
        let script = include_str!("find.js");
        let found = self
            .driver
            .execute(script, vec![text, json!(name.prefix), json!(false)])
            .await?;
        if found.json().is_null() {
            return Ok(None);
        }
        Ok(Some(found.element()?))
    }

    /// The control of a name, once it is there. In a part of a result that is not open it is gone to
    /// by the controls that lead there.
    pub async fn reach(&self, name: Name) -> Outcome<WebElement> {
        self.until(&format!("the control {name:?}"), async || {
            let control = self.find(name).await?;
            if control.is_none()
                && let Some(part) = self.part_with(name).await?
            {
                self.open_part(&part).await?;
            }
            Ok(control)
        })
        .await
    }

    /// The part of a result that is not open in which the control of a name stands.
    async fn part_with(&self, name: Name) -> Outcome<Option<String>> {
        let text = json!(name.text(self.language()));
        let script = include_str!("find.js");
        let arguments = vec![text, json!(name.prefix), json!(true)];
        let part = self.script(script, arguments).await?;
        Ok(part.as_str().map(str::to_owned))
    }

    /// Opens a part of the result on screen by what leads there: on a phone by way of the overview,
    /// to a theme by way of those before it.
    pub async fn open_part(&self, part: &str) -> Outcome {
        self.until(&format!("the part {part}"), async || {
            let found = self
                .driver
                .execute(include_str!("way_to_part.js"), vec![json!(part)])
                .await?;
            if found.json() == &json!(true) {
                return Ok(Some(()));
            }
            if !found.json().is_null() {
                self.work(&found.element()?).await?;
            }
            Ok(None)
        })
        .await
    }

    /// Works the control of a name with the respondent's hand, once it is there.
    pub async fn press(&self, name: Name) -> Outcome {
        self.until(&format!("the control {name:?}"), async || {
            let control = self.reach(name).await?;
            self.work(&control).await.map(Some)
        })
        .await
    }

    /// Works an element: a tap, a click, or Tab up to it and Enter.
    pub async fn work(&self, element: &WebElement) -> Outcome {
        if let Some(number) = self.inside.get() {
            let watches = "return document.querySelector('[data-seen]') !== null";
            let watches = self.script(watches, Vec::new()).await? == true;
            let pause = if watches { DISTRUST } else { Duration::ZERO };
            // A host gives the frame its height a little later than the screen is there.
            let mut last = None;
            let mut since = Instant::now();
            let [x, y, ..] = self
                .until("a frame at rest", async || {
                    let now = Some(self.bring_into_view(element, number).await?);
                    let rests = now == last;
                    if !rests {
                        (last, since) = (now, Instant::now());
                    }
                    Ok(now.filter(|_| rests && since.elapsed() >= pause))
                })
                .await?;
            // A pointer is placed wrongly by the driver in a frame that its page has scrolled.
            if self.setup.hand != Hand::Keys {
                return self.click_within(element, [x, y]).await;
            }
        }
        match self.setup.hand {
            Hand::Keys => {
                self.tab_to(element).await?;
                self.keys(Key::Enter).await
            }
            hand => {
                self.press_at(element, hand, &[Press::Down, Press::Up])
                    .await
            }
        }
    }

    /// Clicks an element of a frame at this place of the window; of an option its circle or its label.
    async fn click_within(&self, element: &WebElement, frame: [f64; 2]) -> Outcome {
        let script = "const [element, [x, y]] = arguments;
             const parts = element.querySelectorAll('input, [data-part=option-label]');
             return [...parts, element].map((part) => {
               const box = part.getClientRects()[0];
               return box ? [x + box.x + box.width / 2, y + box.y + box.height / 2] : [];
             })";
        let given = vec![element.to_json()?, json!(frame)];
        let places = self.script(script, given).await?;
        let place = self.free_place(places).await?;
        let script =
            "const parts = arguments[0].querySelectorAll('input, [data-part=option-label]');
             return [...parts, arguments[0]][arguments[1]]";
        let part = vec![element.to_json()?, json!(place)];
        let part = self.driver.execute(script, part).await?;
        part.element()?.click().await?;
        self.pressed();
        Ok(())
    }

    /// The press that was asked for is over: on a busy machine that takes a while.
    fn pressed(&self) {
        if let Some((.., at)) = self.presses.borrow_mut().last_mut() {
            *at = Instant::now();
        }
    }

    /// The number of a place, of these in CSS pixels of the window, at which nothing was pressed in
    /// the last half second: two presses at one place are one act, and a driver is faster than a
    /// hand, also from one tab to the other and back. It waits until there is one.
    async fn free_place(&self, places: Value) -> Outcome<usize> {
        let places: Vec<Vec<f64>> = serde_json::from_value(places)?;
        if places.iter().all(Vec::is_empty) {
            return Err("something lies over the control".into());
        }
        let (place, at) = self
            .until(
                "a place without a press in the last half second",
                async || {
                    let mut presses = self.presses.borrow_mut();
                    presses.retain(|(.., at)| at.elapsed() <= ONE_ACT);
                    let is_free = |at: &[f64; 2]| {
                        let mut distances =
                            presses.iter().map(|(x, y, _)| (at[0] - x).hypot(at[1] - y));
                        distances.all(|distance| distance > 48.0)
                    };
                    let places = places.iter().enumerate();
                    let mut places = places
                        .filter_map(|(place, at)| Some((place, at.as_slice().try_into().ok()?)));
                    Ok(places.find(|(_, at)| is_free(at)))
                },
            )
            .await?;
        self.presses
            .borrow_mut()
            .push((at[0], at[1], Instant::now()));
        Ok(place)
    }

    /// Presses and lifts the mouse or a finger on an element: left of its middle, right of it or on
    /// it.
    pub async fn press_at(&self, element: &WebElement, hand: Hand, presses: &[Press]) -> Outcome {
        let places = self
            .script(
                "const [e] = arguments;
                 e.scrollIntoView({block: 'center', behavior: 'instant'});
                 const box = e.getClientRects()[0];
                 const aside = Math.trunc(Math.min(box.width / 4, 60));
                 return [-aside, aside, 0].map((aside) => {
                   const [x, y] = [box.x + box.width / 2 + aside, box.y + box.height / 2];
                   const hit = document.elementFromPoint(x, y);
                   return hit && (e.contains(hit) || hit.contains(e)) ? [x, y, aside] : [];
                 })",
                vec![element.to_json()?],
            )
            .await?;
        let asides: Vec<Vec<f64>> = serde_json::from_value(places)?;
        let places = asides.iter().map(|place| place.get(..2).unwrap_or(place));
        let place = self.free_place(json!(places.collect::<Vec<_>>())).await?;
        let aside = asides[place].get(2).copied().unwrap_or_default() as i64;
        let pointer = match hand {
            // The other engines make no click of a finger that a driver moves.
            Hand::Tap if self.engine == Engine::Chromium => "touch",
            Hand::Tap | Hand::Mouse | Hand::Keys => "mouse",
        };
        let over = json!({"type": "pointerMove", "duration": 0, "x": aside, "y": 0, "origin": element.to_json()?});
        let presses = presses.iter().map(|press| match press {
            Press::Down => json!({"type": "pointerDown", "button": 0}),
            Press::Up => json!({"type": "pointerUp", "button": 0}),
            Press::Rest => json!({"type": "pause", "duration": 150}),
        });
        let actions: Vec<Value> = std::iter::once(over).chain(presses).collect();
        let actions = json!([{
            "type": "pointer",
            "id": pointer,
            "parameters": {"pointerType": pointer},
            "actions": actions,
        }]);
        self.driver
            .cmd(Command::PerformActions(Actions::from(actions)))
            .await?;
        self.pressed();
        Ok(())
    }

    /// Presses keys, wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Outcome {
        let keys: TypingData = keys.into();
        let typed: Vec<char> = keys.as_vec();
        let mut chain = self.driver.action_chain();
        for key in typed {
            chain = chain.key_down(key).key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Presses Tab until the element has the focus: fails when it cannot be reached.
    pub async fn tab_to(&self, element: &WebElement) -> Outcome {
        for _ in 0..200 {
            let here = self
                .script(
                    "return document.activeElement === arguments[0]",
                    vec![element.to_json()?],
                )
                .await?;
            if here == json!(true) {
                return Ok(());
            }
            self.keys(Key::Tab).await?;
        }
        Err(format!("Tab never reaches “{}”", element.text().await?).into())
    }

    /// Keeps a picture of the page when `E2E_SHOTS` names a folder.
    pub async fn shot(&self, name: &str) -> Outcome {
        if let Some(folder) = std::env::var_os("E2E_SHOTS") {
            let folder = PathBuf::from(folder);
            std::fs::create_dir_all(&folder)?;
            self.driver
                .screenshot(&folder.join(format!("{name}.png")))
                .await?;
        }
        Ok(())
    }
}
