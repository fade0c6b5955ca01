/**
 * The one door to Rust, and the only file that knows Tauri. In a plain browser, where there is no Rust, it answers
 * from `replies/`, so that every screen can be looked at and tested.
 */
import { invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Commands } from "./generated/Commands";
import type { ImportProgress } from "./generated/ImportProgress";
import type { VerifyProgress } from "./generated/VerifyProgress";
import { isIpcError, unexpected, type Reply } from "./reply";

/** Whether there is a shell around the page. */
export const isInShell = (): boolean => isTauri();

export type Drop = { kind: "over" | "left"; paths: [] } | { kind: "dropped"; paths: string[] };

/** Asks Rust. Never throws. */
export async function call<C extends keyof Commands>(name: C, req: Commands[C][0]): Promise<Reply<Commands[C][1]>> {
  try {
    if (!isTauri()) return await recorded(name);
    return { ok: true, value: await invoke<Commands[C][1]>(name, { req }) };
  } catch (error: unknown) {
    return { ok: false, error: isIpcError(error) ? error : unexpected() };
  }
}

/** Lets the person pick files, or a folder; empty when they change their mind. */
export async function pickPaths(folder: boolean): Promise<string[]> {
  if (!isTauri()) return ["/var/log/nginx/access.log"];
  try {
    return await invoke<string[]>("pick_paths", { folder });
  } catch {
    return [];
  }
}

/** Lets the person choose where to save a text: its path, or nothing when they change their mind. */
export async function saveText(name: string, text: string): Promise<Reply<string | null>> {
  try {
    if (!isTauri()) return { ok: true, value: `~/${name}` };
    return { ok: true, value: await invoke<string | null>("save_text", { name, text }) };
  } catch (error: unknown) {
    return { ok: false, error: isIpcError(error) ? error : unexpected() };
  }
}

/** Lets the person choose where to save a picture: its path, or nothing when they change their mind. */
export async function savePicture(name: string, png: Uint8Array): Promise<Reply<string | null>> {
  try {
    if (!isTauri()) return { ok: true, value: `~/${name}` };
    return { ok: true, value: await invoke<string | null>("save_picture", { name, png: [...png] }) };
  } catch (error: unknown) {
    return { ok: false, error: isIpcError(error) ? error : unexpected() };
  }
}

/** Shows everything larger or smaller, in percent. A plain browser has keys of its own for that. */
export async function setZoom(percent: number): Promise<void> {
  try {
    if (isTauri()) await invoke<boolean>("set_zoom", { percent });
  } catch {
    // The size stays as it is.
  }
}

/** Opens the folder of the books in the system's own program; whether that began. */
export async function openFolder(): Promise<boolean> {
  try {
    return isTauri() ? await invoke<boolean>("open_folder") : false;
  } catch {
    return false;
  }
}

/** Tells of every change of the books, from this window or from another program. */
export function onChanged(tell: () => void): () => void {
  return listening<unknown>("changed", tell);
}

/** Tells how far a reading has come. */
export function onImportProgress(tell: (progress: ImportProgress) => void): () => void {
  return listening<ImportProgress>("import-progress", tell);
}

/** Tells how far a derivation of the books has come. */
export function onVerifyProgress(tell: (progress: VerifyProgress) => void): () => void {
  return listening<VerifyProgress>("verify-progress", tell);
}

/** Tells of files dragged over the window and dropped on it. */
export function onDrop(tell: (drop: Drop) => void): () => void {
  const stops = [
    listening<unknown>("tauri://drag-enter", () => tell({ kind: "over", paths: [] })),
    listening<unknown>("tauri://drag-leave", () => tell({ kind: "left", paths: [] })),
    listening<{ paths: string[] }>("tauri://drag-drop", ({ paths }) => tell({ kind: "dropped", paths })),
  ];
  return () => stops.forEach((stop) => stop());
}

/** What the shell itself answers; `otherwise` where there is none, or where it fails. Without it, what failed is thrown. */
export async function asked<T>(name: string, args: Record<string, unknown>, otherwise?: T): Promise<T> {
  try {
    if (isTauri()) return await invoke<T>(name, args);
  } catch (error: unknown) {
    if (otherwise === undefined) throw error;
  }
  if (otherwise === undefined) throw new Error(name);
  return otherwise;
}

/** Hears an event of the shell until the returned function is called. */
export function listening<T>(event: string, tell: (payload: T) => void): () => void {
  if (!isTauri()) return () => undefined;
  const stop = listen<T>(event, ({ payload }) => tell(payload));
  return () => void stop.then((unlisten) => unlisten());
}

/** `replies/today.json`, or `replies/today.empty.json` when the address asks for `?case=empty`. */
async function recorded<C extends keyof Commands>(name: C): Promise<Reply<Commands[C][1]>> {
  if (import.meta.env.MODE === "production") return { ok: false, error: unexpected() };
  const { replyTo } = await import("./recorded");
  return replyTo<Commands[C][1]>(name);
}
