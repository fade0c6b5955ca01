/** Figures and instants as text. Money, quota and prices arrive as decimal strings and are never turned into numbers. */
import { dateLanguage, language } from "../messages/say";
import { clock } from "../state/clock.svelte";
import { units } from "../state/units.svelte";

type Exact = Intl.StringNumericLiteral;

/** Formatters are costly to make and a long table needs thousands, so each is made once per language. */
function once<Key extends string, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    const name = `${language()} ${key}`;
    const known = made.get(name) ?? make(key);
    made.set(name, known);
    return known;
  };
}

const moneyFormat = once((key: `${string} ${number}`) => {
  const [currency = "", decimals = ""] = key.split(" ");
  return new Intl.NumberFormat(language(), {
    style: "currency",
    currency,
    signDisplay: "negative",
    minimumFractionDigits: Number.parseInt(decimals, 10),
    maximumFractionDigits: Number.parseInt(decimals, 10),
  });
});

const countFormat = once(() => new Intl.NumberFormat(language(), { maximumFractionDigits: 10 }));

export interface MoneyPieces {
  sign: string;
  currency: string;
  digits: string;
  /** Whether the currency stands in front of the digits in this language. */
  currencyFirst: boolean;
}

/** The pieces of an amount, exact to the last digit; a zero never carries a minus. */
export function moneyPieces(amount: string, currency = units.currency): MoneyPieces {
  const shown = Math.max(2, decimalsOf(amount));
  const parts = moneyFormat(`${currency} ${shown}`).formatToParts(amount as Exact);
  const pick = (wanted: (type: string) => boolean) => parts.filter((part) => wanted(part.type)).map((part) => part.value).join("");
  const order = parts.map((part) => part.type);
  return {
    sign: parts.some((part) => part.type === "minusSign") ? "−" : "",
    currency: pick((type) => type === "currency"),
    digits: pick((type) => type === "integer" || type === "group" || type === "decimal" || type === "fraction"),
    currencyFirst: order.indexOf("currency") < order.indexOf("integer"),
  };
}

/** An amount as plain text, for sentences, buttons and copies. */
export function money(amount: string, currency = units.currency): string {
  const { sign, currency: symbol, digits, currencyFirst } = moneyPieces(amount, currency);
  return currencyFirst ? `${sign}${symbol}${digits}` : `${sign}${digits} ${symbol}`;
}

/** Calls, seconds and counts: integers with separators. */
export function count(value: string | number): string {
  return countFormat("").format(value as Exact).replace("-", "−");
}

/** For sentences with plurals: `count` chooses the form, `shown` is what is read. */
export function counted(value: string | number): { count: number; shown: string } {
  return { count: Number(value), shown: count(value) };
}

/** A share in basis points as percent: 1234 is 12.3 %. */
export function percent(basisPoints: number): string {
  return new Intl.NumberFormat(language(), { style: "percent", maximumFractionDigits: 1 }).format(basisPoints / 10_000);
}

/** What a person typed as an amount, as a plain decimal string; Rust judges whether it is one. */
export function typedAmount(text: string): string {
  const parts = new Intl.NumberFormat(language()).formatToParts(12345.6);
  const group = parts.find((part) => part.type === "group")?.value ?? ",";
  const decimal = parts.find((part) => part.type === "decimal")?.value ?? ".";
  return text.trim().replaceAll(/[\s'’]/g, "").replaceAll(group, "").replace(decimal, ".");
}

function decimalsOf(amount: string): number {
  return amount.split(".")[1]?.length ?? 0;
}

export type Precision = "second" | "minute" | "hour" | "day" | "month" | "weekday" | "time";

const precisions: Record<Precision, Intl.DateTimeFormatOptions> = {
  second: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" },
  minute: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
  hour: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  weekday: { weekday: "short", day: "numeric", month: "short" },
  time: { hour: "2-digit", minute: "2-digit" },
};

const dateFormat = once(
  (precision: Precision) => new Intl.DateTimeFormat(dateLanguage(), { ...precisions[precision], hourCycle: "h23", timeZone: "UTC" }),
);

/** Beyond this a day without its year would be taken for another one. */
const FAR_SECONDS = 300 * 86_400;

/** What tells a day and leaves its year to be understood, and what does not. */
const withYear: Partial<Record<Precision, Precision>> = { hour: "minute", weekday: "day" };

const awayFormat = once(() => new Intl.RelativeTimeFormat(dateLanguage(), { numeric: "auto" }));

/** An instant on the wall clock of a zone that lies `offset` seconds east of UTC. */
export function instant(at: number, precision: Precision, offset = units.offset): string {
  const isFar = Math.abs(at - clock.now) > FAR_SECONDS;
  const text = dateFormat(isFar ? (withYear[precision] ?? precision) : precision).format((at + offset) * 1000);
  // Engines differ in a comma after the weekday; one style of date is enough.
  return language() === "en" ? text.replace(/^([A-Z][a-z]{2}),/, "$1") : text;
}

/** The zone of the person's machine at an instant, in seconds east of UTC. */
export function localOffset(at: number): number {
  return -new Date(at * 1000).getTimezoneOffset() * 60;
}

/** `UTC+8`, `UTC+5:30`, `UTC`. */
export function zoneName(offset = units.offset): string {
  if (offset === 0) return "UTC";
  const minutes = Math.round(Math.abs(offset) / 60);
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return `UTC${offset < 0 ? "−" : "+"}${hours}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

/** Time left, to the second: `52:29`, `3:05:00`; never below zero. */
export function countdown(seconds: number): string {
  const left = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(left / 3600);
  const rest = `${two(Math.floor((left % 3600) / 60))}:${two(left % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** The largest unit that says it: "in 3 days", "67 minutes ago". */
export function relative(at: number, now: number): string {
  const format = awayFormat("");
  const away = at - now;
  const size = Math.abs(away);
  if (size < 90) return format.format(Math.round(away), "second");
  if (size < 90 * 60) return format.format(Math.round(away / 60), "minute");
  if (size < 36 * 3600) return format.format(Math.round(away / 3600), "hour");
  if (size < 60 * 86_400) return format.format(Math.round(away / 86_400), "day");
  if (size < 730 * 86_400) return format.format(Math.round(away / (30.44 * 86_400)), "month");
  return format.format(Math.trunc(away / (365.25 * 86_400)), "year");
}

/** Whether an amount or a count is nothing, whatever its decimals. */
export function isZero(value: string): boolean {
  return !/[1-9]/.test(value);
}

/** Whether an amount is below nothing. */
export function isNegative(value: string): boolean {
  return value.startsWith("-") && !isZero(value);
}

/** An amount without its sign, for sentences that say the direction in words. */
export function unsigned(value: string): string {
  return value.replace(/^-/, "");
}
