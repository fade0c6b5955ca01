// What the harness knows about a page: how its user would find a thing on it.

const roles = {
  button: 'button, [role="button"], input[type="submit"], input[type="button"], summary',
  link: 'a[href], [role="link"]',
  textbox: 'input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"], [type="file"]), textarea',
  checkbox: 'input[type="checkbox"], [role="checkbox"], [role="switch"]',
  radio: 'input[type="radio"], [role="radio"]',
  combobox: 'select, [role="combobox"]',
  option: 'option, [role="option"]',
  tab: '[role="tab"]',
  menuitem: '[role="menuitem"]',
  heading: 'h1, h2, h3, h4, h5, h6, [role="heading"]',
  dialog: 'dialog[open], [role="dialog"]',
  row: 'tr, [role="row"]',
  table: 'table, [role="table"]',
  columnheader: 'th[scope="col"], [role="columnheader"]',
};

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

const seen = (element) =>
  element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest('[inert], [aria-hidden="true"]');

/** The text of an element without what is only drawn, such as the keys beside the links of the rail. */
function spokenIn(element) {
  const copy = element.cloneNode(true);
  for (const drawn of copy.querySelectorAll('[aria-hidden="true"], svg')) drawn.remove();
  return copy.textContent;
}

/** The name a screen reader would say. */
function nameOf(element) {
  const labelledBy = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const label = labelledBy.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const labels = [...(element.labels ?? [])].map(spokenIn).join(" ");
  const own = element.matches("input, textarea, select") ? "" : spokenIn(element);
  const candidates = [label, element.getAttribute("aria-label"), labels, own, element.value, element.title];
  return candidates.map(tidy).find((name) => name !== "") ?? "";
}

function all(role) {
  const selector = roles[role];
  if (!selector) throw new Error(`the harness knows no role "${role}"`);
  return [...reachable().querySelectorAll(selector)].filter(seen);
}

/** An open sheet shuts out what is below it. */
function reachable() {
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
}

/** The one thing with this role and name; a name that is only part of a longer one counts when nothing fits better. */
function find(role, name) {
  const wanted = tidy(name).toLowerCase();
  const named = all(role).map((element) => ({ element, name: nameOf(element).toLowerCase() }));
  const exact = named.filter((one) => one.name === wanted);
  const [match, another] = exact.length > 0 ? exact : named.filter((one) => one.name.includes(wanted));
  return another ? undefined : match?.element;
}

function findReady(role, name) {
  const found = find(role, name);
  // A choice whose control is for ears only is pressed on its words.
  const element = found?.matches("input.heard") ? found.labels[0] : found;
  return found?.disabled || element?.disabled || element?.getAttribute("aria-disabled") === "true" ? undefined : element;
}

function first(selector) {
  return [...document.querySelectorAll(selector)].find(seen);
}

/** Everything that could have been meant, for the message of a search that found nothing. */
function names(role) {
  return all(role).map((element) => `${nameOf(element)}${element.disabled ? " (disabled)" : ""}`);
}

function textOf(element) {
  return tidy(element.innerText);
}

function isQuiet() {
  return !document.querySelector('[aria-busy="true"]');
}

/** Watches for the next press, which is meant for `element`; the page replaces what it draws, but not its window. */
function expectPress(element) {
  window.pressArrived = false;
  const heard = (event) => {
    window.pressArrived = event.composedPath().includes(element);
    removeEventListener("click", heard, true);
  };
  addEventListener("click", heard, true);
}

function pressArrived() {
  return window.pressArrived;
}

/** Delivers files as the shell does when they are dropped on the window. */
function drop(paths) {
  const event = "tauri://drag-drop";
  const listeners = Object.getOwnPropertyNames(window)
    .map((name) => window[name]?.[event])
    .find((found) => found && typeof found === "object");
  if (!listeners) return false;
  const position = { x: Math.round(innerWidth / 2), y: Math.round(innerHeight / 2) };
  for (const id of Object.getOwnPropertyNames(listeners)) {
    window.__TAURI_INTERNALS__.runCallback(listeners[id].handlerId, { event, id: Number(id), payload: { paths, position } });
  }
  return true;
}

/** Counts presses of a pointer from now on: where only keys are used there are none. */
function listenForPointer() {
  window.pressedByPointer = 0;
  addEventListener("pointerdown", () => (window.pressedByPointer += 1), true);
  return true;
}

const drawsOutline = (element) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
};

/** Whether something has the focus, lies in view, and is marked. */
function focusIsSeen() {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return false;
  // A list that keeps the focus in its field marks what would be done.
  const active = at.getAttribute("aria-activedescendant");
  if (active !== null) return document.getElementById(active)?.getAttribute("aria-selected") === "true";
  // What is for ears only is marked on its words.
  const marked = at.matches("input.heard, .heard input") ? [...at.labels] : [at];
  return marked.some((one) => {
    const { top, bottom, left, right } = one.getBoundingClientRect();
    return drawsOutline(one) && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  });
}

function whereFocusIs() {
  const at = document.activeElement;
  if (!at) return "nothing";
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const { top, left } = at.getBoundingClientRect();
  return `${at.outerHTML.slice(0, 300)} at ${left}, ${top}, outlined ${outlineStyle} ${outlineWidth}`;
}

function wantedOf(role, name) {
  if (role === "selector") return first(name);
  const found = find(role, name);
  return role === "radio" && found ? reachedOf(found) : found;
}

/** Tab reaches of several choices the one that is chosen, else the first. */
function reachedOf(radio) {
  const group = [...reachable().querySelectorAll("input[type=radio]")].filter((one) => one.name === radio.name && !one.disabled);
  return group.find((one) => one.checked) ?? group[0];
}

/** Whether it comes before what has the focus. */
function liesBefore(role, name) {
  const [at, wanted] = [document.activeElement, wantedOf(role, name)];
  if (!at || !wanted || at === document.body) return false;
  return (at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && !wanted.contains(at);
}

/** Whether what has the focus is a choice of the same group. */
function isBeside(role, name) {
  return document.activeElement?.matches("input[type=radio]") && document.activeElement.name === find(role, name)?.name;
}

/** Where the choice lies from the one that has the focus: before -1, after 1, there 0, there but not chosen yet 2. */
function pickedWay(role, name) {
  const [at, wanted] = [document.activeElement, find(role, name)];
  if (!wanted || !at) return null;
  if (at === wanted) return wanted.checked ? 0 : 2;
  return at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}

/** Where an option lies from the one that is chosen: -1, 0 or 1. */
function listWay(list, option) {
  const named = [...list.options].map((one) => tidy(one.label).toLowerCase());
  const sought = tidy(option).toLowerCase();
  const at = named.includes(sought) ? named.indexOf(sought) : named.findIndex((one) => one.includes(sought));
  return at < 0 ? null : Math.sign(at - list.selectedIndex);
}
