//! What must hold however often a fault happens: few cases of each in the ordinary suite, and as
//! many as docs/reliability.md says by `cargo xtask reliability`.

mod interrupted;
mod killed;
mod panics;
mod storage_denied;
mod tab_histories;
