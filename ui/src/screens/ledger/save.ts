/** Saves the journal that is shown as a file where the person wants it, and says what became of it. */
import { call, saveText } from "../../ipc/call";
import { errorWords } from "../../parts/errorWords";
import { counted } from "../../parts/format";
import { say } from "../../messages/say";
import { status } from "../../state/status.svelte";
import type { AccountRef } from "../../ipc/generated/AccountRef";
import type { FileForm } from "../../ipc/generated/FileForm";
import { queryOf } from "./query";

export async function saveJournal(account: AccountRef, params: URLSearchParams, form: FileForm): Promise<void> {
  const file = await call("journal_file", { of: queryOf(account, params), form });
  if (!file.ok) return status.tell(errorWords(file.error));
  const { fileName, text, count, hasMore } = file.value;
  const saved = await saveText(fileName, text);
  if (!saved.ok) return status.tell(errorWords(saved.error));
  if (saved.value !== null) status.tell(say(hasMore ? "journal-saved-some" : "journal-saved", { ...counted(count), file: saved.value }));
}
