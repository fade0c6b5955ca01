//! Every command through the handlers that the faces use, over books on disk and a clock that is moved by hand.
//!
//! What they answer is written to `ui/src/ipc/replies`, where the window's tests and a plain browser read it.

mod desk;
mod errors;
mod imports;
mod money;
mod replies;
mod screens;
mod start;
