/** Rows leave the window: as a file where the person wants it, or by the clipboard; what became of it is said. */
import { saveText } from "../ipc/call";
import { say } from "../messages/say";
import { clock } from "../state/clock.svelte";
import { place } from "../state/place.svelte";
import { status } from "../state/status.svelte";
import type { Column } from "./column";
import { errorWords } from "./errorWords";
import { fileOf, isoInstant, type FileForm } from "./file";
import { counted } from "./format";

export async function saveRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[], form: FileForm): Promise<void> {
  const name = `tollbook-${place.screen}-${isoInstant(clock.now).slice(0, 10)}.${form}`;
  const saved = await saveText(name, fileOf(columns, rows, form));
  if (!saved.ok) return status.tell(errorWords(saved.error));
  if (saved.value !== null) status.tell(say("rows-saved", { ...counted(rows.length), file: saved.value }));
}

/** As lines of tabs, which tables of other programs take as they are. */
export async function copyRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(fileOf(columns, rows, "tsv"));
    status.tell(say("rows-copied", counted(rows.length)));
  } catch {
    status.tell(say("rows-not-copied"));
  }
}
