//! One generated wrapper per command of the contract, the pickers, and what concerns the window itself; nothing else.

macro_rules! tauri_commands {
    ($($name:ident($req:ty) -> $res:ty = $($handler:ident)::+;)*) => {
        mod wrappers {
            use ipc::dto;
            $(
                #[tauri::command]
                pub async fn $name(opening: tauri::State<'_, crate::opening::Opening>, req: $req) -> Result<$res, ipc::IpcError> {
                    ipc::commands::$($handler)::+(opening.app().await?, req).await
                }
            )*
        }

        /// Hands each call of the window to its handler.
        pub fn invoke_handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$(wrappers::$name,)* crate::picker::pick_paths, crate::picker::save_text, crate::picker::save_picture, crate::view::set_zoom, crate::view::open_folder,
                crate::links::take_links, crate::tray::show_tray, crate::desk::desk, crate::desk::set_autostart, crate::desk::close_to_tray,
                crate::desk::show_window, crate::desk::close_window, crate::desk::quit, crate::desk::open_menu, crate::desk::print_page]
        }
    };
}
ipc::with_commands!(tauri_commands);
