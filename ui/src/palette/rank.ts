/** Which lines the palette shows, best first. */
import { fit, sought, type Sought } from "./match";
import { taken, type Offer } from "./offer";
import type { Typed } from "./typed";

export interface Shown {
  offer: Offer;
  /** Why it does nothing. */
  not: string | undefined;
}

const ready = new WeakMap<Offer, Sought>();

/** More lines than these nobody reads: they are counted, and further letters find them. */
export const MOST = 60;

export function rank(offers: readonly Offer[], typed: Typed, recent: readonly string[]): Shown[] {
  const nothingTyped = typed.words.length === 0 && figuresOf(typed).length === 0;
  const found = offers.flatMap((offer, index) => {
    const recency = recent.indexOf(offer.id);
    if (nothingTyped && !offer.main && recency < 0) return [];
    if (offer.away?.(typed)) return [];
    const score = fit(wordsFor(offer, typed), readied(offer));
    if (score === undefined) return [];
    const not = offer.not?.(typed);
    // What cannot be done is told to those who look for it, below what can.
    if (not !== undefined && nothingTyped) return [];
    const used = taken(offer, typed) !== undefined ? 60 : 0;
    const lately = recency < 0 ? 0 : nothingTyped ? 1000 - recency : 12 - Math.min(recency, 10);
    return [{ offer, not, score: score + used + lately - (not === undefined ? 0 : 500), index }];
  });
  return found.toSorted((one, other) => other.score - one.score || one.index - other.index);
}

/** What was typed beside words. */
function figuresOf(typed: Typed): string[] {
  return [typed.number, typed.month, typed.day].filter((one) => one !== undefined);
}

/** A number that an offer does not take may be part of a name: `v3`, `10`. */
function wordsFor(offer: Offer, typed: Typed): string[] {
  const spare = taken(offer, typed) === undefined ? figuresOf(typed) : [];
  return [...typed.words, ...spare];
}

function readied(offer: Offer): Sought {
  const known = ready.get(offer) ?? sought(`${offer.label} ${offer.about ?? ""}`, `${offer.also} ${offer.id}`);
  ready.set(offer, known);
  return known;
}
