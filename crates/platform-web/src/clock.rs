//! The clock port on `Date` and `performance`.

use js_sys::{Date, Intl, Reflect};
use wasm_bindgen::JsValue;

use super::window;
use model::Timestamp;
use platform::{Clock, Local};
use records::Zone;

/// The clock of this device, in its time zone.
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Timestamp {
        let now = Date::new_0();
        Local {
            year: now.get_full_year(),
            month: now.get_month() + 1,
            day: now.get_date(),
            hour: now.get_hours(),
            minute: now.get_minutes(),
            second: now.get_seconds(),
            // JavaScript counts the other way: minutes that UTC is ahead.
            offset: -now.get_timezone_offset() as i32,
        }
        .into()
    }

    fn seconds(&self) -> f64 {
        // A browser without it measures by the wall clock, which may jump.
        let milliseconds = window().performance().map_or_else(Date::now, |p| p.now());
        milliseconds / 1000.0
    }

    fn zone(&self) -> Zone {
        let options = Intl::DateTimeFormat::default().resolved_options();
        let name = Reflect::get(&options, &"timeZone".into()).ok();
        // A browser that names no zone still knows its offsets.
        let name = name.and_then(|name| name.as_string());
        let now = (Date::now() / 60_000.0) as i64;
        Zone::around(now, name.unwrap_or("Local".to_owned()), |minutes| {
            let moment = JsValue::from_f64(minutes as f64 * 60_000.0);
            -Date::new(&moment).get_timezone_offset() as i32
        })
    }
}
