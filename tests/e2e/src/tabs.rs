//! Several tabs of one browser, and one tab that is left and comes back.

use crate::Outcome;
use crate::engine::Need;
use crate::names;
use crate::page::{Page, Sight};
use serde_json::json;
use thirtyfour::WindowHandle;

/// A page of the build that stores nothing.
const OTHER_PAGE: &str = "embed.html";

impl Page {
    /// The tab that is worked in.
    pub async fn tab(&self) -> Outcome<WindowHandle> {
        Ok(self.driver.window().await?)
    }

    /// Goes on in a new tab, or in a window where a driver cannot work in tabs, with the page's first
    /// screen in it.
    pub async fn new_tab(&self) -> Outcome<WindowHandle> {
        let tab = match self.engine.lacks(Need::HiddenTabs) {
            Some(_) => self.driver.new_window().await?,
            None => self.driver.new_tab().await?,
        };
        self.show(&tab).await?;
        self.arrive().await?;
        Ok(tab)
    }

    /// Goes on in the tab that a link has opened.
    pub async fn show_new_tab(&self) -> Outcome {
        let tab = self
            .until("a new tab", async || {
                let windows = self.driver().windows().await?;
                Ok((windows.len() == 2).then(|| windows[1].clone()))
            })
            .await?;
        self.show(&tab).await
    }

    /// Goes on in this tab, once it is in sight.
    pub async fn show(&self, tab: &WindowHandle) -> Outcome {
        self.inside.set(None);
        self.driver.switch_to_window(tab.clone()).await?;
        self.until("that the tab is in sight", async || {
            let state = "return document.visibilityState";
            let state = self.script(state, Vec::new()).await?;
            Ok((state == json!("visible")).then_some(()))
        })
        .await
    }

    /// Closes the tab that is worked in, and goes on in this one.
    pub async fn close_for(&self, tab: &WindowHandle) -> Outcome {
        self.driver.close_window().await?;
        self.show(tab).await
    }

    /// Has the renderer of the tab crash. Nothing more can be asked of this tab.
    pub async fn crash(&self) -> Outcome {
        match self.driver.cdp().send_raw("Page.crash", json!({})).await {
            Ok(_) => Err("the tab has not crashed".into()),
            Err(why) if why.to_string().contains("crashed") => Ok(()),
            Err(why) => Err(why.into()),
        }
    }

    /// Leaves the page for another one of the same site, in the same tab.
    pub async fn elsewhere(&self) -> Outcome {
        let address = [&self.site.address(), OTHER_PAGE].concat();
        self.until("another page", async || {
            self.driver.goto(&address).await?;
            Ok(Some(()))
        })
        .await
    }

    /// The browser's own way back, which may bring the page as it was left.
    pub async fn come_back(&self) -> Outcome {
        // Chromium's driver sometimes loses sight of a page that is kept as it was left, and says
        // that the way back was aborted when it is gone already.
        self.until("the page that was left", async || {
            let there = self.driver.current_url().await?;
            if there.path().ends_with(OTHER_PAGE) {
                self.driver.back().await?;
            }
            Ok(Some(()))
        })
        .await
    }

    /// Whether the browser has brought the page as it was left, and not loaded it anew.
    pub async fn is_as_left(&self) -> Outcome<bool> {
        let mark = "return window.markOfTheTest === true";
        Ok(self.script(mark, Vec::new()).await? == json!(true))
    }

    /// Marks the page, for [`Page::is_as_left`].
    pub async fn mark(&self) -> Outcome {
        let mark = "window.markOfTheTest = true";
        self.script(mark, Vec::new()).await.map(drop)
    }

    /// Waits until the question says that the last answer is saved.
    pub async fn saved(&self) -> Outcome {
        self.until("that it is saved", async || {
            let said = ["Bewaard op dit apparaat", "Saved on this device"];
            let text = self.text().await?;
            Ok(said.iter().any(|said| text.contains(said)).then_some(()))
        })
        .await
    }

    /// Waits until no other tab has the attempt open, so that it can be changed here.
    pub async fn writable(&self) -> Outcome {
        self.until("that it can be changed here", async || {
            let offered = self.find(names::CONTINUE_HERE).await?.is_some();
            Ok((!offered).then_some(()))
        })
        .await
    }

    /// Waits until the page says that another tab has the attempt open.
    pub async fn read_only(&self) -> Outcome {
        self.until("an offer to continue here", async || {
            self.find(names::CONTINUE_HERE).await
        })
        .await
        .map(drop)
    }

    /// Takes the attempt on screen over from another tab.
    pub async fn continue_here(&self) -> Outcome<Sight> {
        self.press(names::CONTINUE_HERE).await?;
        self.writable().await?;
        let sight = self.sight().await?;
        Ok(sight.ok_or("no screen")?)
    }
}
