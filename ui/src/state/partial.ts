/** Whether a sum of usage, or of its money, lacks a source that stopped while others go on. */
import { session } from "./session.svelte";

/** Of a sum that ends then; of one without an end, by now. */
export function isPartial(until = Infinity): boolean {
  const sources = session.providerClock?.sources;
  return sources !== undefined && sources !== null && until > sources.partialFrom;
}
