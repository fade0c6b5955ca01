/** What the catalogue knows of the palette: other words for what is done, and words that say nothing alone. */
import { canSay, say } from "../messages/say";

/** What else people call a deed or a screen, as one text; nothing where the catalogue has no other word. */
export function otherWords(id: string): string {
  const key = `palette-words-${id}`;
  return canSay(key) ? say(key) : "";
}

export function fillerWords(): string[] {
  return say("palette-filler").toLowerCase().split(/[\s,،、]+/).filter(Boolean);
}
