//! The port for the results of a team: what `pages/team/team-page.ts` offers.

use crate::offered;
use js_sys::{Array, Reflect, Uint8Array};
use platform::{FilesChosen, Subscription, TeamSaid, TeamWorker, WorkerFailed};
use team_jobs::{TeamQuestion, decode, encode};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What the script offers.
const OFFERED: &str = "mindsetTeam";

/// Has the worker beside the page read results.
pub struct LoadedTeamWorker;

fn call(name: &str, given: &Array) {
    offered::call(&[OFFERED, name], given);
}

impl TeamWorker for LoadedTeamWorker {
    fn listen(&self, chosen: FilesChosen, said: TeamSaid) -> Subscription {
        let chosen = Closure::<dyn Fn(f64)>::new(move |files: f64| chosen(files as u32));
        let failed = said.clone();
        let said = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
            let message = message.dyn_into::<Uint8Array>().ok();
            let answer = message.and_then(|message| decode(&message.to_vec()));
            said(answer.ok_or(WorkerFailed));
        });
        let offered = offered::value(&[OFFERED]).filter(JsValue::is_object);
        match offered {
            Some(offered) => {
                // An object of our own script, which takes any value.
                let _ = Reflect::set(&offered, &"onchosen".into(), chosen.as_ref());
                let _ = Reflect::set(&offered, &"onsaid".into(), said.as_ref());
            }
            // The script has not come, or was not as it was built: no file could be chosen.
            None => failed(Err(WorkerFailed)),
        }
        Subscription::new((chosen, said))
    }

    fn ask(&self, question: &TeamQuestion) {
        let message = Uint8Array::from(&encode(question)[..]);
        call("ask", &Array::of1(&message));
    }

    fn read(&self) {
        call("read", &Array::new());
    }

    fn cancel(&self) {
        call("cancel", &Array::new());
    }

    fn stop(&self) {
        call("stop", &Array::new());
    }
}
