/** A drawing that can leave the window: colours and fonts inside, what it is above it, as of when below it. */

export interface Imprint {
  title: string;
  /** The chart in one sentence. */
  about: string;
  /** Whose figures, and as of when. */
  stamp: string;
  /** Whether its words are read from the right. */
  fromRight: boolean;
}

export interface Paint {
  /** The colour of a role of the charts crate: `chart-1`. */
  colour: (role: string) => string;
  font: string;
}

export interface Portable {
  svg: string;
  /** In pixels. */
  width: number;
  height: number;
}

const SVG = "http://www.w3.org/2000/svg";
/** In units of the drawing, of which two are a pixel. */
const MARGIN = 32;
const HEAD = 72;
const FOOT = 56;

/** `drawing` holds classes instead of colours, `width` × `height` units of its own. */
export function portable(drawing: string, width: number, height: number, imprint: Imprint, paint: Paint): Portable {
  const page = new DOMParser().parseFromString(drawing, "image/svg+xml");
  const root = page.documentElement;
  root.querySelectorAll("[class]").forEach((mark) => painted(mark, paint));
  const whole = { width: width + 2 * MARGIN, height: height + HEAD + FOOT };
  const plot = page.createElementNS(SVG, "g");
  plot.setAttribute("transform", `translate(${MARGIN} ${HEAD})`);
  plot.append(...root.childNodes);
  const start = imprint.fromRight ? whole.width - MARGIN : MARGIN;
  const line = (text: string, y: number, role: string, size: number, weight: number) =>
    made(page, "text", { x: start, y, "font-size": size, "font-weight": weight, fill: paint.colour(role), direction: imprint.fromRight ? "rtl" : "ltr" }, text);
  root.replaceChildren(
    made(page, "title", {}, imprint.title),
    made(page, "desc", {}, imprint.about),
    made(page, "rect", { width: whole.width, height: whole.height, fill: paint.colour("surface") }),
    line(imprint.title, 46, "text", 28, 600),
    plot,
    line(imprint.stamp, whole.height - 22, "muted", 22, 400),
  );
  for (const name of ["class", "aria-hidden"]) root.removeAttribute(name);
  const named = { role: "img", viewBox: `0 0 ${whole.width} ${whole.height}`, width: whole.width / 2, height: whole.height / 2, "font-family": paint.font };
  for (const [name, value] of Object.entries(named)) root.setAttribute(name, String(value));
  return { svg: new XMLSerializer().serializeToString(root), width: whole.width / 2, height: whole.height / 2 };
}

/** Classes such as `chart-1-fill` become the colours they stand for. */
function painted(mark: Element, paint: Paint): void {
  for (const name of (mark.getAttribute("class") ?? "").split(" ")) {
    const [, role, where] = /^(.+)-(fill|stroke)$/.exec(name) ?? [];
    if (role && where) mark.setAttribute(where, paint.colour(role));
  }
  mark.removeAttribute("class");
}

function made(page: Document, name: string, attributes: Record<string, string | number>, text = ""): Element {
  const element = page.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** The colours and fonts of a place of the page, in the present theme. */
export function paintOf(place: HTMLElement): Paint {
  const probe = document.createElement("span");
  probe.hidden = true;
  place.append(probe);
  const known = new Map<string, string>();
  const colour = (role: string) => {
    probe.style.color = `var(--${role})`;
    const found = known.get(role) ?? getComputedStyle(probe).color;
    known.set(role, found);
    return found;
  };
  const roles = ["text", "muted", "line", "surface", "accent", "chart-1", "chart-2", "chart-3", "chart-4", "chart-5", "chart-6", "note", "soon", "today", "now"];
  roles.forEach(colour);
  const font = getComputedStyle(place).fontFamily;
  probe.remove();
  return { colour: (role) => known.get(role) ?? "currentColor", font };
}
