//! A Tauri window with one word in it: what the start of ours is measured against.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("../tests/bench/empty_window/tauri.conf.json"))
}
