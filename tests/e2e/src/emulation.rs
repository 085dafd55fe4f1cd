//! What the browser is made to believe: screen, touch, look, language, speed.

use crate::Outcome;
use crate::page::Page;
use crate::setup::{Hand, Scheme, Setup};
use serde_json::json;
use thirtyfour::WebDriver;

/// Brings a fresh browser into the state that a test asked for, before any page loads.
pub async fn apply(driver: &WebDriver, setup: &Setup) -> Outcome {
    let cdp = driver.cdp();
    let touch = setup.hand == Hand::Tap;
    cdp.send_raw(
        "Emulation.setDeviceMetricsOverride",
        json!({
            "width": setup.width,
            "height": setup.height,
            "deviceScaleFactor": setup.pixels,
            "mobile": touch,
        }),
    )
    .await?;
    cdp.send_raw(
        "Emulation.setTouchEmulationEnabled",
        json!({"enabled": touch, "maxTouchPoints": 5}),
    )
    .await?;
    // Motion is reduced throughout: a contrast measured, or a click sent, in the middle
    // of a transition tells nothing.
    let scheme = match setup.scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    media(
        driver,
        &[
            ("prefers-color-scheme", scheme),
            ("prefers-reduced-motion", "reduce"),
        ],
    )
    .await?;
    for script in &setup.before {
        cdp.send_raw(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({"source": script}),
        )
        .await?;
    }
    Ok(())
}

/// Gives the window of a browser that cannot be made to believe in another screen the size of the
/// setup, or the nearest that it takes.
pub async fn window(driver: &WebDriver, setup: &Setup) -> Outcome {
    let script = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
    let around = driver.execute(script, Vec::new()).await?;
    let [width, height]: [u32; 2] = serde_json::from_value(around.json().clone())?;
    let [width, height] = [setup.width + width, setup.height + height];
    Ok(driver.set_window_rect(0, 0, width, height).await?)
}

/// Sets media features, such as `("forced-colors", "active")`; others fall back.
pub async fn media(driver: &WebDriver, features: &[(&str, &str)]) -> Outcome {
    let features: Vec<_> = features
        .iter()
        .map(|(name, value)| json!({"name": name, "value": value}))
        .collect();
    driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", json!({"features": features}))
        .await?;
    Ok(())
}

impl Page {
    /// Takes the connection away, or gives it back.
    pub async fn offline(&self, offline: bool) -> Outcome {
        let conditions = json!({
            "offline": offline,
            "latency": 0,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
        });
        let cdp = self.driver.cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        cdp.send_raw("Network.emulateNetworkConditions", conditions)
            .await?;
        Ok(())
    }

    /// Slows the processor down by a factor; 1 is its own speed.
    pub async fn slow_down(&self, factor: u32) -> Outcome {
        self.driver()
            .cdp()
            .send_raw("Emulation.setCPUThrottlingRate", json!({"rate": factor}))
            .await?;
        Ok(())
    }
}
