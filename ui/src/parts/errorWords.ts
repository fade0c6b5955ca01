/** The sentence for an error: its code chooses the words, its arguments are written as people read them. */
import { canSay, say } from "../messages/say";
import type { IpcError } from "../ipc/generated/IpcError";
import { count, instant, money } from "./format";

const amount = /^-?\d+\.\d{2,10}$/;
const integer = /^-?\d+$/;
const moment = /^\d{4}-\d{2}-\d{2}T/;

export function errorWords(error: IpcError): string {
  const key = `error-${error.code.replaceAll("_", "-")}`;
  const args = Object.fromEntries(Object.entries(error.args).map(([name, value]) => [name, readable(value)]));
  return canSay(key) ? say(key, args) : say("error-unexpected");
}

function readable(value: string): string {
  if (amount.test(value)) return money(value);
  if (integer.test(value)) return count(value);
  if (moment.test(value)) return instant(Date.parse(value) / 1000, "minute");
  return value;
}

/** The few words a refusal is called by, inside another sentence. */
export function errorName(code: string): string {
  const key = `refused-${code.replaceAll("_", "-")}`;
  return canSay(key) ? say(key) : code.replaceAll("_", " ");
}
