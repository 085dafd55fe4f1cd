//! A page of another origin that embeds the questionnaire, and the way into its frame.

use crate::page::Page;
use crate::site::Site;
use crate::{Outcome, names};
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

/// The frame of the element with this number.
const FRAME: &str = "const found = [...document.querySelectorAll('mindset-mirror')][arguments[0]];
    return found?.shadowRoot.querySelector('iframe') ?? null";

/// An open host page.
pub struct Host<'a> {
    page: &'a Page,
    site: Option<Site>,
}

impl<'a> Host<'a> {
    /// Opens a page of `hosts/`, with a policy if one is given.
    pub async fn open(page: &'a Page, name: &str, policy: Option<String>) -> Outcome<Self> {
        let site = Site::of_hosts(page.site(), policy)?;
        page.driver()
            .goto(format!("{}{name}", site.address()))
            .await?;
        Ok(Self {
            page,
            site: Some(site),
        })
    }

    /// Opens a page of somebody else's server; the host is that page, or the frame in it that a
    /// selector names.
    pub async fn at(page: &'a Page, address: &str, frame: Option<&'static str>) -> Outcome<Self> {
        page.around.set(frame);
        page.driver().goto(address).await?;
        Ok(Self { page, site: None })
    }

    /// The server of its pages, where it is one of ours.
    pub fn site(&self) -> Option<&Site> {
        self.site.as_ref()
    }

    /// Everything that was heard from the elements up to now, as `[name, detail]`.
    pub async fn heard(&self) -> Outcome<Vec<(String, Value)>> {
        self.leave().await?;
        let heard = self.page.script("return window.heard", Vec::new()).await?;
        Ok(serde_json::from_value(heard)?)
    }

    /// Waits until an event of this name has been heard, and gives its detail.
    pub async fn hears(&self, name: &str) -> Outcome<Value> {
        self.page
            .until(&format!("the event {name}"), async || {
                let heard = self.heard().await?;
                Ok(heard.into_iter().rev().find(|(heard, _)| heard == name))
            })
            .await
            .map(|(_, detail)| detail)
    }

    /// Back to the host's own page.
    pub async fn leave(&self) -> Outcome {
        self.page.inside.set(None);
        self.page.to_host().await
    }

    /// Into the frame of the element with this number, once its first screen is there.
    pub async fn enter(&self, number: usize) -> Outcome {
        self.page
            .until("the frame", async || {
                self.leave().await?;
                let entered = self.page.enter_frame_of(number).await?;
                Ok(if entered {
                    self.page.sight().await?
                } else {
                    None
                })
            })
            .await?;
        self.page.inside.set(Some(number));
        Ok(())
    }

    /// Into the frame that the host's page itself has: one around the element, or one without any.
    pub async fn to_plain_frame(&self) -> Outcome {
        self.leave().await?;
        let script = "return document.querySelector('iframe')";
        let frame = self.page.driver().execute(script, Vec::new()).await?;
        Ok(frame.element()?.enter_frame().await?)
    }

    /// Into the frame of the element there, once its first screen is there.
    pub async fn enter_sandbox(&self) -> Outcome {
        self.page
            .until("the frame in the sandbox", async || {
                self.to_plain_frame().await?;
                let entered = self.page.enter_frame_of(0).await?;
                Ok(if entered {
                    self.page.sight().await?
                } else {
                    None
                })
            })
            .await?;
        Ok(())
    }

    /// Height of the frame of the element with this number, and of its content, in CSS pixels.
    pub async fn heights(&self, number: usize) -> Outcome<(f64, f64)> {
        self.enter(number).await?;
        let script = "return document.documentElement.getBoundingClientRect().height";
        let content = self.page.script(script, Vec::new()).await?;
        self.leave().await?;
        let script = "const found = [...document.querySelectorAll('mindset-mirror')][arguments[0]];
            return found.shadowRoot.querySelector('iframe').getBoundingClientRect().height";
        let frame = self.page.script(script, vec![json!(number)]).await?;
        Ok((
            frame.as_f64().unwrap_or(0.0),
            content.as_f64().unwrap_or(0.0),
        ))
    }

    /// Waits until the frame is as high as its content.
    pub async fn fits(&self, number: usize) -> Outcome<f64> {
        self.page
            .until("a frame as high as its content", async || {
                let (frame, content) = self.heights(number).await?;
                Ok((content > 1.0 && (frame - content.ceil()).abs() < 1.5).then_some(frame))
            })
            .await
    }

    /// Waits until the frame has this height, in CSS pixels, whatever its content is.
    pub async fn is_as_high(&self, number: usize, wanted: f64) -> Outcome {
        self.page
            .until("a frame of that height", async || {
                let (frame, _) = self.heights(number).await?;
                Ok(((frame - wanted).abs() < 1.5).then_some(()))
            })
            .await
    }

    /// Waits until the frame has a height that does not follow its content, and scrolls inside.
    pub async fn has_room(&self, number: usize) -> Outcome {
        self.page
            .until("a frame with room", async || {
                let (frame, content) = self.heights(number).await?;
                let window = self.page.script("return innerHeight", Vec::new()).await?;
                let wanted = (window.as_f64().unwrap_or(0.0) * 0.9).clamp(560.0, 960.0);
                Ok(((frame - wanted.ceil()).abs() < 1.5 && content > frame).then_some(()))
            })
            .await
    }

    /// Presses the button that begins, inside the frame.
    pub async fn begin(&self, number: usize) -> Outcome {
        self.enter(number).await?;
        self.page.press(names::START).await?;
        Ok(())
    }

    /// The text of the panel that says why nothing is shown.
    pub async fn panel(&self) -> Outcome<String> {
        self.leave().await?;
        let script = "return document.querySelector('mindset-mirror').shadowRoot.querySelector('[role=alert]').innerText";
        let said = self.page.script(script, Vec::new()).await?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    /// The text of the panel inside the frame that says why the questionnaire does not start.
    pub async fn panel_inside(&self) -> Outcome<String> {
        self.leave().await?;
        self.page.enter_frame_of(0).await?;
        self.page.reads("error").await
    }

    /// What the host's page has to say: errors that nobody caught, and elements mounted.
    pub async fn state(&self) -> Outcome<Value> {
        self.leave().await?;
        let script = "return {
            errors: window.errors,
            elements: document.querySelectorAll('mindset-mirror').length,
            frames: [...document.querySelectorAll('mindset-mirror')].map((one) => one.shadowRoot?.querySelectorAll('iframe').length ?? 0)}";
        self.page.script(script, Vec::new()).await
    }
}

impl Page {
    /// From anywhere to the host's own page.
    async fn to_host(&self) -> Outcome {
        self.driver.enter_default_frame().await?;
        if let Some(selector) = self.around.get() {
            let frame = self.driver.find(By::Css(selector)).await?;
            frame.enter_frame().await?;
        }
        Ok(())
    }

    /// From a host's page into the frame of its element with this number; false when there is
    /// no frame.
    async fn enter_frame_of(&self, number: usize) -> Outcome<bool> {
        let found = self.driver.execute(FRAME, vec![json!(number)]).await?;
        if found.json().is_null() {
            return Ok(false);
        }
        found.element()?.enter_frame().await?;
        Ok(true)
    }

    /// Scrolls the frame, and the host's page as a hand would, until an element of the frame is in
    /// its middle: a script in the frame may not. The place of the frame in the window then, and its
    /// size, in CSS pixels.
    pub(crate) async fn bring_into_view(
        &self,
        element: &WebElement,
        number: usize,
    ) -> Outcome<[f64; 4]> {
        let script = "arguments[0].scrollIntoView({ block: 'center' });
            const box = arguments[0].getBoundingClientRect(); return box.y + box.height / 2";
        let middle = self.script(script, vec![element.to_json()?]).await?;
        self.to_host().await?;
        let script = "const [number, middle] = arguments;
            const one = document.querySelectorAll('mindset-mirror')[number];
            const frame = one.shadowRoot.querySelector('iframe');
            let away = frame.getBoundingClientRect().top + middle - innerHeight / 2;
            for (let around = one; around; around = around.parentElement) {
              const before = around.scrollTop;
              around.scrollTop += away;
              away -= around.scrollTop - before;
            }
            const { x, y, width, height } = frame.getBoundingClientRect();
            return [x, y, width, height];";
        let place = self.script(script, vec![json!(number), middle]).await?;
        self.enter_frame_of(number).await?;
        Ok(serde_json::from_value(place)?)
    }
}
