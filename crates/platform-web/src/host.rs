//! The page around this one: `web/frame.ts` speaks with it, and this file with `web/frame.ts`.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, UrlSearchParams};

use super::{offered, window};
use embedding::{Config, HostEvent, Logo};
use platform::{Host, HostCommand, Sight, Subscription};
use records::FileFormat;

/// The function by which `frame.ts` sends host events; not there where nothing embeds this page.
const OFFERED: &str = "mindsetHostEvent";

/// Where `frame.ts` puts a custom questionnaire that was handed over.
const CUSTOM_QUESTIONNAIRE: &str = "mindsetCustomQuestionnaire";

/// Where `frame.ts` puts the origin of the page around this one.
const ORIGIN: &str = "mindsetHostOrigin";

/// The event by which `frame.ts` passes a host command on.
const COMMAND: &str = "mindset-command";

/// The page around this one.
pub struct FrameHost {
    config: Rc<Config>,
}

impl Default for FrameHost {
    fn default() -> Self {
        Self {
            config: Rc::new(config()),
        }
    }
}

/// What the address of this page asks for.
pub fn config() -> Config {
    let query = window().location().search().unwrap_or_default();
    let pairs = UrlSearchParams::new_with_str(&query).map(|query| Array::from(&query));
    let pair = |entry: JsValue| {
        let entry = Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    let pairs = pairs.unwrap_or_default();
    Config::read(pairs.iter().filter_map(pair))
}

impl Host for FrameHost {
    fn config(&self) -> Rc<Config> {
        self.config.clone()
    }

    fn listens(&self) -> bool {
        offered::function(&[OFFERED]).is_some()
    }

    fn custom_questionnaire(&self) -> Option<Vec<u8>> {
        offered::bytes(offered::value(&[CUSTOM_QUESTIONNAIRE])?)
    }

    fn origin(&self) -> String {
        let origin = offered::value(&[ORIGIN]).and_then(|origin| origin.as_string());
        origin.unwrap_or_default()
    }

    fn emit(&self, event: &HostEvent) {
        if let Some(send) = offered::function(&[OFFERED]) {
            let detail = event.detail();
            // An error in the frame's script is reported there.
            let _ = send.call2(&JsValue::NULL, &event.name().into(), &detail.into());
        }
    }

    fn on_command(&self, on_command: Rc<dyn Fn(HostCommand)>) -> Subscription {
        let call = move |event: &web_sys::Event| {
            let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
            if let Some(command) = detail.and_then(|detail| command(&detail)) {
                on_command(command);
            }
        };
        Subscription::new(EventListener::new(&window(), COMMAND, call))
    }
}

/// A host command as `frame.ts` passes it on (`web/host-protocol.ts`): its name, and what
/// belongs to it.
fn command(detail: &JsValue) -> Option<HostCommand> {
    let part = |name: &str| Reflect::get(detail, &name.into()).ok();
    match part("method")?.as_string()?.as_str() {
        "start" => Some(HostCommand::Start),
        "restart" => Some(HostCommand::Restart),
        "set" => {
            let given = Array::from(&part("given")?);
            Some(HostCommand::Set(
                given.get(0).as_string()?,
                given.get(1).as_string()?,
            ))
        }
        "deleteAllData" => Some(HostCommand::DeleteAll),
        "seen" => Some(HostCommand::Seen(
            match part("given")?.as_string()?.as_str() {
                "sure" => Sight::Sure,
                "unsure" => Sight::Unsure,
                _ => Sight::Hidden,
            },
        )),
        "logo" => Logo::read(&part("given")?.as_string()?).map(HostCommand::Logo),
        "importData" => {
            let bytes: Uint8Array = part("given")?.dyn_into().ok()?;
            Some(HostCommand::Import(bytes.to_vec()))
        }
        "exportData" => Some(HostCommand::Export(file_format(
            &part("given")?.as_string()?,
        )?)),
        _ => None,
    }
}

/// The format of a file by its name in `web/host-protocol.ts`.
fn file_format(name: &str) -> Option<FileFormat> {
    match name {
        "json" => Some(FileFormat::Json),
        "age" => Some(FileFormat::Sealed),
        "markdown" => Some(FileFormat::Markdown),
        "csv" => Some(FileFormat::Sessions),
        "ics" => Some(FileFormat::Calendar),
        _ => None,
    }
}
