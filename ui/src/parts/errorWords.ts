/** The sentence for an error: its code chooses the words, its arguments are written as people read them. */
import { canSay, say } from "../messages/say";
import type { IpcError } from "../ipc/generated/IpcError";
import { count, instant, listed, money } from "./format";

const amount = /^-?\d+\.\d{2,10}$/;
const integer = /^-?\d+$/;
const moment = /^\d{4}-\d{2}-\d{2}T/;
const day = /^\d{4}-\d{2}-\d{2}$/;

export function errorWords(error: IpcError): string {
  const key = `error-${error.code.replaceAll("_", "-")}`;
  const args = Object.fromEntries(Object.entries(error.args).map(([name, value]) => [name, named(error.code, name, value) ?? readable(value)]));
  return canSay(key) ? say(key, args) : say("error-unexpected");
}

/** What is called by a name of the program: a column of a table, or what a line of rules should hold. */
function named(code: string, name: string, value: string): string | undefined {
  if (code === "field_needed" && name === "field" && canSay(`field-${value}`)) return say(`field-${value}`);
  if (code === "rules_wrong" && (name === "expected" || name === "found")) return expected(value);
  return undefined;
}

/** `one of time, status`, `a path like "/v2"`: the words before an example are a key, the example stands in its sentence. */
function expected(value: string): string | undefined {
  const names = value.startsWith("one of ") ? value.slice("one of ".length).split(", ") : [];
  if (names.length > 0) return say("expected-one-of", { names: listed(names) });
  const words = value.replace(/ (like).*$/, " $1").replace(" = true", "").replaceAll(/[’',]/g, "").replaceAll(" ", "-");
  const key = `expected-${words}`;
  return canSay(key) ? say(key) : undefined;
}

function readable(value: string): string {
  if (amount.test(value)) return money(value);
  if (integer.test(value)) return count(value);
  if (moment.test(value)) return instant(Date.parse(value) / 1000, "minute");
  if (day.test(value)) return instant(Date.parse(value) / 1000, "day", 0);
  return value;
}

/** The few words a refusal is called by, inside another sentence. */
export function errorName(code: string): string {
  const key = `refused-${code.replaceAll("_", "-")}`;
  return canSay(key) ? say(key) : code.replaceAll("_", " ");
}
