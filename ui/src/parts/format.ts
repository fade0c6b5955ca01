/** Figures and instants as text. Money, quota and prices arrive as decimal strings and are never turned into numbers. */
import { dateLanguage, language, numberLanguage, say } from "../messages/say";
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
  return new Intl.NumberFormat(numberLanguage(), {
    style: "currency",
    currency,
    signDisplay: "negative",
    minimumFractionDigits: Number.parseInt(decimals, 10),
    maximumFractionDigits: Number.parseInt(decimals, 10),
  });
});

const countFormat = once(() => new Intl.NumberFormat(numberLanguage(), { maximumFractionDigits: 10 }));

/** One minus everywhere; in Arabic it stands before its digits only with a mark that says so. */
const MINUS = "\u2212";
const LEFT_TO_RIGHT = "\u200E";

function minus(): string {
  return language() === "ar" ? `${LEFT_TO_RIGHT}${MINUS}` : MINUS;
}

/** Marks of direction that formatters put between their pieces. */
const MARKS = /[\u200E\u200F\u061C\u2066-\u2069]/g;

export interface MoneyPieces {
  sign: string;
  currency: string;
  /** What the language writes between the currency and the digits. */
  gap: string;
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
    sign: parts.some((part) => part.type === "minusSign") ? minus() : "",
    currency: pick((type) => type === "currency").replaceAll(MARKS, ""),
    gap: pick((type) => type === "literal").replaceAll(MARKS, ""),
    digits: pick((type) => type === "integer" || type === "group" || type === "decimal" || type === "fraction"),
    currencyFirst: order.indexOf("currency") < order.indexOf("integer"),
  };
}

/** An amount as plain text, for sentences, buttons and copies; from left to right in Arabic too, as everywhere in the window. */
export function money(amount: string, currency = units.currency): string {
  const { sign, currency: symbol, gap, digits, currencyFirst } = moneyPieces(amount, currency);
  const text = currencyFirst ? `${sign}${symbol}${gap}${digits}` : `${sign}${digits}${gap}${symbol}`;
  return language() === "ar" ? `\u2066${text}\u2069` : text;
}

/** Calls, seconds and counts: integers with separators. */
export function count(value: string | number): string {
  const text = countFormat("").format(value as Exact).replaceAll(MARKS, "");
  return text.replace("-", minus());
}

/** For sentences with plurals: `count` chooses the form, `shown` is what is read. */
export function counted(value: string | number): { count: number; shown: string } {
  return { count: Number(value), shown: count(value) };
}

const percentFormat = once(() => new Intl.NumberFormat(numberLanguage(), { style: "percent", maximumFractionDigits: 1 }));

/** A share in basis points as percent: 1234 is 12.3%. */
export function percent(basisPoints: number): string {
  return percentFormat("").format(basisPoints / 10_000);
}

const listFormat = once(() => new Intl.ListFormat(numberLanguage(), { type: "conjunction", style: "narrow" }));

/** Names and values side by side, as the language lists them. */
export function listed(items: readonly string[]): string {
  const isolated = language() === "ar" ? items.map((item) => `\u2068${item}\u2069`) : items;
  return listFormat("").format(isolated);
}

/** The signs of the language between the digits of a number. */
export function separators(): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(numberLanguage(), { useGrouping: "always" }).formatToParts(1234567.8);
  const find = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  return { group: find("group", ","), decimal: find("decimal", ".") };
}

/**
 * What a person typed as an amount, as a plain decimal string; Rust judges whether it is one. Digits may be those of any
 * language of the window. What looks like no number of the language stays as it is: a sign is never guessed away.
 */
export function typedAmount(text: string): string {
  const plain = withLatinDigits(text).replaceAll(MARKS, "").replaceAll(/[\s'’]/g, "").replace(/^[−－]/, "-");
  // Signs that only Arabic has cannot be taken for another.
  if (/[٫٬]/.test(plain)) return plain.replaceAll("٬", "").replace("٫", ".");
  const { group, decimal } = separators();
  const [whole = "", ...rest] = plain.split(decimal);
  if (rest.length > 1) return plain;
  const [first = "", ...others] = whole.replace(/^-/, "").split(group);
  const isGrouped = /^\d{1,3}$/.test(first) && others.every((digits) => /^\d{3}$/.test(digits));
  // Before a decimal sign the other sign can only group digits; alone it might be meant as a decimal sign.
  if (others.length > 0 && rest.length === 0 && !isGrouped) return plain;
  return [whole.replaceAll(group, ""), ...rest].join(".");
}

/** A decimal string as a person would type it here, for a field that already holds an amount. */
export function editable(amount: string): string {
  return amount.replace(".", separators().decimal);
}

const ZEROS = ["٠", "۰", "０"].map((zero) => zero.codePointAt(0) ?? 0);

function withLatinDigits(text: string): string {
  const latin = (sign: string) => {
    const at = sign.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => at >= first && at <= first + 9);
    return zero === undefined ? sign : String(at - zero);
  };
  return text.replaceAll(/[٠-٩۰-۹０-９]/g, latin).replaceAll("．", ".").replaceAll("，", ",");
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

/** An instant with the provider's zone, as deadlines must be told: `Thu 20 Mar 15:00 (UTC+8)`. */
export function zoned(at: number, precision: Precision = "hour"): string {
  return say("instant-zone", { at: instant(at, precision), zone: zoneName() });
}

/** Two instants of that clock as a span, told once where they read the same: `29 Nov – 22 Dec 2026`. */
export function instants(from: number, to: number, precision: Precision, offset = units.offset): string {
  return dateFormat(precision).formatRange((from + offset) * 1000, (to + offset) * 1000);
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
  const { amount, unit } = inUnit(at - now);
  return awayFormat("").format(amount, unit);
}

const lengthFormat = once(
  (unit: Intl.RelativeTimeFormatUnitSingular) => new Intl.NumberFormat(numberLanguage(), { style: "unit", unit, unitDisplay: "long" }),
);

/** A length of time by itself: "3 hours". */
export function lasting(seconds: number): string {
  const { amount, unit } = inUnit(seconds);
  return lengthFormat(unit).format(amount);
}

function inUnit(seconds: number): { amount: number; unit: Intl.RelativeTimeFormatUnitSingular } {
  const size = Math.abs(seconds);
  if (size < 90) return { amount: Math.round(seconds), unit: "second" };
  if (size < 90 * 60) return { amount: Math.round(seconds / 60), unit: "minute" };
  if (size < 36 * 3600) return { amount: Math.round(seconds / 3600), unit: "hour" };
  if (size < 60 * 86_400) return { amount: Math.round(seconds / 86_400), unit: "day" };
  if (size < 730 * 86_400) return { amount: Math.round(seconds / (30.44 * 86_400)), unit: "month" };
  return { amount: Math.trunc(seconds / (365.25 * 86_400)), unit: "year" };
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
