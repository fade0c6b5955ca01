/** The derivation of a figure in a long list, asked for when somebody wants it; a failure is told. */
import { call } from "../../ipc/call";
import { errorWords } from "../../parts/errorWords";
import { status } from "../../state/status.svelte";
import type { Figure } from "../../ipc/generated/Figure";
import type { Why } from "../../ipc/generated/Why";

export async function ask(accountId: string, figure: Figure, id: string): Promise<Why | undefined> {
  const reply = await call("explain", { accountId, figure, id });
  if (reply.ok) return reply.value;
  status.tell(errorWords(reply.error));
  return undefined;
}
