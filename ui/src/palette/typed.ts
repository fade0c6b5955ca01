/** What was typed into the palette, taken apart: words to search by, and an amount, a share, a month or a day to fill in. */
import { typedAmount } from "../parts/format";
import { isDay } from "../screens/ledger/query";

export interface Typed {
  /** In lower case, without accents; what the catalogue calls filler is left out. */
  words: string[];
  /** `84.20`: a plain decimal. */
  number?: string;
  /** Whether it was typed with `%`. */
  isShare?: boolean;
  /** `2026-03`. */
  month?: string;
  /** `2026-03-31`. */
  day?: string;
}

const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
/** Digits with separators, with the sign of a currency before or behind, or a percent sign behind. */
const NUMBER = /^[\p{Sc}a-z]{0,3}[\p{Sc}]?(\d[\d.,'’٫٬]*)(%|٪|[\p{Sc}])?$/u;

/** `filler`: words between that say nothing alone, as the catalogue lists them. */
export function takeApart(text: string, filler: readonly string[]): Typed {
  const typed: Typed = { words: [] };
  for (const token of tokensOf(text)) {
    const month = MONTH.exec(token);
    const day = dayIn(token);
    const number = NUMBER.exec(token);
    if (day !== undefined) typed.day = day;
    else if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) typed.month = `${month[1]}-${month[2]!.padStart(2, "0")}`;
    else if (number && typed.number === undefined && /^\P{L}+$|^(us|ca|hk)?\$/u.test(token)) {
      typed.number = typedAmount(number[1]!);
      if (number[2] === "%" || number[2] === "٪") typed.isShare = true;
    } else typed.words.push(token);
  }
  const telling = typed.words.filter((word) => !filler.includes(word));
  // Somebody who typed nothing else means it.
  if (telling.length > 0) typed.words = telling;
  return typed;
}

/** The day of the calendar that a word names. */
function dayIn(token: string): string | undefined {
  const [, year = "", month = "", day = ""] = DAY.exec(token) ?? [];
  const named = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return year !== "" && isDay(named) ? named : undefined;
}

/** Lower case, without accents, with the digits of ASCII. */
export function plain(text: string): string {
  const ascii = text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return ascii.normalize("NFKD").replaceAll(/\p{Mn}/gu, "").toLowerCase();
}

/** Chinese is written without spaces, also before a figure; but a date is one word. */
function tokensOf(text: string): string[] {
  const spaced = plain(text).replaceAll(/((?![年月])\p{Script=Han})(?=[\d\p{Sc}a-z])/gu, "$1 ").replaceAll(/([a-z\d%])(?=[\p{Script=Han}])(?!年|月|日)/gu, "$1 ");
  return spaced.split(/\s+/).filter(Boolean);
}
