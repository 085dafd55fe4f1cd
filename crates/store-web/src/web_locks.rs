//! Locks over all tabs, by the Web Locks API. Its bindings in `web-sys` are unstable, so it is
//! called by name.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use store::LocalBoxFuture;
use store::backend::{Ask, Asked, Locks};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Window;

/// The lock manager of a window.
pub struct WebLocks {
    manager: JsValue,
}

type Lost = Rc<RefCell<Option<Box<dyn FnOnce()>>>>;

/// Gives the lock up when it is dropped.
struct Held {
    release: Function,
    lost: Lost,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.lost.take();
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

impl WebLocks {
    /// The locks of this origin; in a browser without them every request is answered with
    /// [`Asked::Unsupported`].
    pub fn new(window: &Window) -> Self {
        let manager = Reflect::get(&window.navigator(), &JsValue::from_str("locks"));
        let manager = manager.unwrap_or(JsValue::UNDEFINED);
        Self { manager }
    }

    fn start(&self, name: &str, ask: Ask, granted: &JsValue) -> Result<Promise, JsValue> {
        let request: Function =
            Reflect::get(&self.manager, &JsValue::from_str("request"))?.dyn_into()?;
        let options = Object::new();
        let option = match ask {
            Ask::IfFree => "ifAvailable",
            Ask::Steal => "steal",
        };
        Reflect::set(&options, &JsValue::from_str(option), &JsValue::TRUE)?;
        let name = JsValue::from_str(name);
        request
            .call3(&self.manager, &name, &options, granted)?
            .dyn_into()
    }
}

impl Locks for WebLocks {
    fn request(&self, name: &str, ask: Ask, lost: Box<dyn FnOnce()>) -> LocalBoxFuture<Asked> {
        let lost: Lost = Rc::new(RefCell::new(Some(lost)));
        let (answer, heard) = oneshot::channel();
        let answer = Rc::new(RefCell::new(Some(answer)));
        let say = {
            let answer = answer.clone();
            move |pending| {
                if let Some(answer) = answer.take() {
                    // Who has stopped waiting drops the lock with the answer.
                    let _ = answer.send(pending);
                }
            }
        };
        let (said, lock_lost) = (say.clone(), lost.clone());
        let granted = Closure::once(move |lock: JsValue| {
            if lock.is_null() {
                said(Asked::Taken);
                return JsValue::UNDEFINED;
            }
            // The lock is held for as long as this promise is open.
            let mut release = None;
            let held = Promise::new(&mut |resolve, _| release = Some(resolve));
            if let Some(release) = release {
                let lost = lock_lost;
                let guard: Box<dyn Any> = Box::new(Held { release, lost });
                said(Asked::Held(guard));
            }
            held.into()
        });
        match self.start(name, ask, granted.as_ref()) {
            Err(_) => say(Asked::Unsupported),
            Ok(ended) => spawn_local(async move {
                let ended = JsFuture::from(ended).await;
                drop(granted);
                if ended.is_err() {
                    // Stolen after it was granted, or refused before.
                    let never_granted = answer.borrow().is_some();
                    if never_granted {
                        say(Asked::Unsupported);
                    } else if let Some(lost) = lost.take() {
                        lost();
                    }
                }
            }),
        }
        Box::pin(async { heard.await.unwrap_or(Asked::Unsupported) })
    }
}
