/** Saves the deadlines of arrears as a calendar file where the person wants it, and says what became of it. */
import { call, saveText } from "../ipc/call";
import { deadlineWords } from "../parts/arrears/words";
import { errorWords } from "../parts/errorWords";
import { counted } from "../parts/format";
import { say } from "../messages/say";
import { status } from "../state/status.svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { ArrearsView } from "../ipc/generated/ArrearsView";

export async function saveDeadlines(account: AccountRef, view: ArrearsView): Promise<void> {
  const file = await call("deadlines_calendar", { accountId: account.id, name: say("calendar-name", { account: account.name }), words: deadlineWords(view, account.name) });
  if (!file.ok) return status.tell(errorWords(file.error));
  const { fileName, text, count } = file.value;
  if (count === 0) return status.tell(say("calendar-nothing"));
  const saved = await saveText(fileName, text);
  if (!saved.ok) return status.tell(errorWords(saved.error));
  if (saved.value !== null) status.tell(say("calendar-saved", { ...counted(count), file: saved.value }));
}
