/** What Rust answered when its tests ran: one file per command, and one more per case where a command has several. */
import { isIpcError, type Reply } from "./reply";

const files = import.meta.glob<unknown>("./replies/*.json", { import: "default" });

export async function replyTo<T>(command: string): Promise<Reply<T>> {
  const cases = new URLSearchParams(location.search).getAll("case");
  const names = [...cases.map((one) => `./replies/${command}.${one}.json`), `./replies/${command}.json`];
  const read = names.map((name) => files[name]).find((one) => one !== undefined);
  if (!read) throw new Error(`no reply is recorded for ${command}`);
  const reply = await read();
  return isIpcError(reply) ? { ok: false, error: reply } : { ok: true, value: reply as T };
}
