/** A line of the palette: what it is called, what else it is found by, and what it will do. */
import type { Typed } from "./typed";

export interface Offer {
  /** Of this deed with this thing, kept for "recent": `renew 12`. */
  id: string;
  /** What is done. */
  label: string;
  /** What it is done with: a package, a service, a month. */
  about?: string;
  /** Other words for it, from the catalogue, and its name in every language. */
  also: string;
  /** The key that does the same. */
  press?: string;
  /** Shown before anything is typed. */
  main?: boolean;
  /** What the typed number or month becomes; an offer without it cannot take one. */
  takes?: "amount" | "share" | "count" | "month" | "day" | "size";
  /** What it will do, with what was typed. */
  does: (typed: Typed) => string;
  /** Whether another line says it better for what was typed. */
  away?: (typed: Typed) => boolean;
  /** Why it cannot be done. */
  not?: (typed: Typed) => string | undefined;
  run: (typed: Typed) => void;
}

/** What of the typed text an offer can use; nothing when something was typed that it cannot. */
export function taken(offer: Offer, typed: Typed): string | undefined {
  switch (offer.takes) {
    case "month":
      return typed.month;
    case "day":
      return typed.day;
    case "amount":
      return typed.isShare ? undefined : typed.number;
    case "share":
    case "size":
      return typed.number;
    case "count":
      return typed.isShare || typed.number?.includes(".") ? undefined : typed.number;
    default:
      return undefined;
  }
}
