//! What is stored, in the app: what is shown of it, and what is done with it.

use super::state::State;
use super::view::preview;
use super::{App, Msg};
use crate::ui::scene::Scene;
use crate::ui::screens::{Data, DataAction};
use yew::html::Scope;
use yew::prelude::*;

/// Does what was chosen on the screen with the data.
pub(super) fn update(state: &mut State, action: DataAction, link: &Scope<App>) {
    match action {
        DataAction::Open(id) => state.resume(&id),
        DataAction::Export(id) => state.preview_kept(&id),
        DataAction::Delete(id) => state.delete(&id),
        DataAction::AskAll => state.asking_delete = true,
        DataAction::KeepAll => state.asking_delete = false,
        DataAction::DeleteAll => state.delete_all(),
        DataAction::Passphrase(typed) => state.seal.passphrase = typed,
        DataAction::Unseal => state.unseal(&link.callback(|done| done)),
        DataAction::Show(whole) => state.preview_whole(whole),
        DataAction::Save => state.save_whole(),
        DataAction::Restore => state.restore_asked(),
        DataAction::LeaveIt => state.restore = None,
        DataAction::Raw(n) => state.save_raw(n),
        DataAction::File(field) => state.read_file(&field, link.callback(Msg::Read)),
    }
}

/// The screen with the data.
pub(super) fn data(state: &State, scene: &Scene, link: &Scope<App>) -> Html {
    let sealed = state.seal.file.as_ref();
    let restore = state.restore.as_ref();
    html! {
        <Data
            scene={scene.clone()}
            rows={state.stored_rows()}
            raw={state.raw_pieces().iter().map(|piece| piece.2).collect::<Vec<_>>()}
            backup={state.backup_age().map(AttrValue::from)}
            asking={state.asking_delete}
            preview={preview(state)}
            previewed={state.previewed.clone().map(AttrValue::from)}
            sealed={sealed.map(|_| AttrValue::from(state.seal.passphrase.clone()))}
            sealing={state.seal.busy}
            restore={restore.map(|one| [one.added.len(), one.updated.len(), one.skipped, one.unreadable])}
            on_action={link.callback(Msg::Data)}
        />
    }
}
