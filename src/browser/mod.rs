//! The ports in a real browser; the only place that touches window and document.
use crate::instrument::Language;
use crate::ports::*;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

struct P;
fn window() -> web_sys::Window { web_sys::window().expect("window") }
fn store() -> Result<web_sys::Storage, StorageError> {
    window().local_storage().ok().flatten().ok_or(StorageError::Denied)
}
impl Storage for P {
    fn load(&self) -> Result<Vec<(String, String)>, StorageError> {
        let s = store()?;
        let mut out = vec![];
        for n in 0..s.length().unwrap_or(0) {
            if let Ok(Some(k)) = s.key(n) && let Some(key) = k.strip_prefix(PREFIX) && let Ok(Some(v)) = s.get_item(&k) {
                out.push((key.to_string(), v));
            }
        }
        out.sort();
        Ok(out)
    }
    fn write(&self, key: &str, value: &str, done: Done) {
        done(store().and_then(|s| s.set_item(&[PREFIX, key].concat(), value).map_err(|_| StorageError::Full)));
    }
    fn remove(&self, key: &str, done: Done) {
        done(store().and_then(|s| s.remove_item(&[PREFIX, key].concat()).map_err(|_| StorageError::Failed)));
    }
}
impl Downloads for P { fn save(&self, _: &str, _: &str, _: &[u8]) -> bool { true } }
impl Files for P { fn read(&self, _: &str, _: u32, done: ReadDone) { done(Err(ReadError::Failed)) } }
impl Clock for P {
    fn now(&self) -> String { "2026-11-23T21:00:00+01:00".into() }
    fn seconds(&self) -> f64 { js_sys::Date::now() / 1000.0 }
}
impl Random for P { fn bytes(&self) -> [u8; 16] { let mut b=[0;16]; for x in &mut b { *x = (js_sys::Math::random()*256.0) as u8; } b } }
impl History for P { fn push(&self) {} fn on_back(&self, _: Rc<dyn Fn()>) -> Listener { Listener::new(()) } }
impl Page for P {
    fn languages(&self) -> Vec<String> { window().navigator().languages().iter().filter_map(|l: JsValue| l.as_string()).collect() }
    fn set_language(&self, l: Language, t: &str) { let d = window().document().unwrap(); d.set_title(t); let _ = d.document_element().unwrap().set_attribute("lang", l.tag()); }
    fn print(&self) {}
    fn to_top(&self) { window().scroll_to_with_x_and_y(0.0, 0.0) }
    fn keyboard_likely(&self) -> bool { window().match_media("(hover: hover) and (pointer: fine)").ok().flatten().is_some_and(|m| m.matches()) }
    fn on_hide(&self, _: Rc<dyn Fn()>) -> Listener { Listener::new(()) }
    fn on_show(&self, _: Rc<dyn Fn()>) -> Listener { Listener::new(()) }
    fn on_key(&self, _: Rc<dyn Fn(&str) -> bool>) -> Listener { Listener::new(()) }
}
/// Stand-in.
pub fn ports() -> Ports {
    let p = Rc::new(P);
    Ports { storage: p.clone(), downloads: p.clone(), files: p.clone(), clock: p.clone(), random: p.clone(), history: p.clone(), page: p }
}
