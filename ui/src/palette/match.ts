/** How well words that were typed fit a text: whole words before beginnings, beginnings before the middle, typing errors last. */
import { plain } from "./typed";

/** A text made ready to be searched; done once per palette, not once per letter typed. */
export interface Sought {
  /** What its line says. */
  label: string[];
  /** What else people call it. */
  also: string[];
}

export function sought(label: string, also: string): Sought {
  return { label: wordsOf(label), also: wordsOf(also) };
}

/** Nothing when a word fits nowhere; else a sum that grows with how well they fit. */
export function fit(words: readonly string[], text: Sought): number | undefined {
  if (words.length === 0) return 0;
  let sum = 0;
  for (const word of words) {
    const best = Math.max(bestOf(word, text.label), bestOf(word, text.also) - 5);
    if (best <= 0) return undefined;
    sum += best;
  }
  // Of two texts that fit alike, the one that says less else.
  return sum - Math.min(text.label.length, 20) / 10;
}

function bestOf(word: string, words: readonly string[]): number {
  return Math.max(0, ...words.map((one, index) => nearness(word, one) - (index > 0 ? 1 : 0)));
}

function nearness(typed: string, word: string): number {
  if (word === typed) return 100;
  if (word.startsWith(typed)) return 80;
  if (typed.length >= 2 && word.includes(typed)) return 50;
  if (typed.length >= 4 && isOneSlipAway(typed, word.slice(0, typed.length + 1))) return 30;
  // `p10k` for `passport-10k`; letters only, or every short word would be found in every long one.
  if (typed.length >= 3 && word[0] === typed[0] && isWithin(typed, word)) return 20;
  return 0;
}

/** Whether the letters occur in this order. */
function isWithin(letters: string, word: string): boolean {
  let at = -1;
  return [...letters].every((letter) => (at = word.indexOf(letter, at + 1)) >= 0);
}

/** Whether one letter too many, too few, wrong, or two swapped make one of the other, or of its beginning. */
function isOneSlipAway(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const rest = typed.slice(at);
  const other = word.slice(at);
  return (
    other.slice(1).startsWith(rest) ||
    rest.slice(1) === other.slice(0, rest.length - 1) ||
    other.slice(1).startsWith(rest.slice(1)) ||
    (rest.length >= 2 && rest[0] === other[1] && rest[1] === other[0] && other.slice(2).startsWith(rest.slice(2)))
  );
}

/** A name such as `passport-10k` counts as a whole and by its parts. */
function wordsOf(text: string): string[] {
  const whole = plain(text).split(/[\s,.;:·()“”]+/).filter(Boolean);
  return [...new Set(whole.flatMap((word) => (/[-_/]/.test(word) ? [word, ...word.split(/[-_/]/).filter(Boolean)] : [word])))];
}
