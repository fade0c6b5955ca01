/** Rust draws charts in no language: keys stand where words belong. Names of services and offers stay as they are. */
import { say, canSay } from "../messages/say";

/** The words for a key such as `fromPackages`; anything else is a name already. */
export function chartWords(name: string): string {
  const key = name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return /^[a-z]+(-[a-z]+)*$/.test(key) && canSay(`chart-${key}`) ? say(`chart-${key}`) : name;
}

/** The drawing with words for the keys in its texts. What it shows is said by the figure around it, so it is silent. */
export function inWords(svg: string): string {
  const silent = svg.replace(' role="img"', ' aria-hidden="true"');
  return silent.replaceAll(/>([A-Za-z]+)<\/text>/g, (_, name: string) => `>${escaped(chartWords(name))}</text>`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
