/** Every key of the window, once: the handler, the sheet of keys and the palette read it here. */

/** Where a key works, in the order in which they are listed. */
export const groups = ["everywhere", "screen", "rows", "chart", "go"] as const;
export type KeyGroup = (typeof groups)[number];

export interface KeyEntry {
  /** `i`, `?`, `Ctrl+.`, `Escape`, or two strokes: `g u`. */
  press: string;
  /** Key of the sentence that says what it does. */
  says: string;
  group: KeyGroup;
}

export const keyTable = {
  palette: { press: "Ctrl+k", says: "palette", group: "everywhere" },
  import: { press: "i", says: "do-import", group: "everywhere" },
  topUp: { press: "p", says: "do-top-up", group: "everywhere" },
  buy: { press: "b", says: "do-buy", group: "everywhere" },
  why: { press: "?", says: "key-why", group: "everywhere" },
  filter: { press: "/", says: "key-filter", group: "everywhere" },
  hide: { press: "Ctrl+.", says: "hide-amounts", group: "everywhere" },
  fold: { press: "Ctrl+\\", says: "rail-fold", group: "everywhere" },
  larger: { press: "Ctrl+=", says: "key-zoom-in", group: "everywhere" },
  largerToo: { press: "Ctrl++", says: "key-zoom-in", group: "everywhere" },
  smaller: { press: "Ctrl+-", says: "key-zoom-out", group: "everywhere" },
  usualSize: { press: "Ctrl+0", says: "key-zoom-reset", group: "everywhere" },
  undo: { press: "Ctrl+z", says: "key-undo", group: "everywhere" },
  redo: { press: "Ctrl+Shift+z", says: "key-redo", group: "everywhere" },
  settings: { press: "Ctrl+,", says: "screen-settings", group: "everywhere" },
  keys: { press: "F1", says: "show-keys", group: "everywhere" },
  keysToo: { press: "Ctrl+/", says: "show-keys", group: "everywhere" },
  menu: { press: "F10", says: "key-menu", group: "everywhere" },
  print: { press: "Ctrl+p", says: "key-print", group: "everywhere" },
  copy: { press: "Ctrl+c", says: "key-copy", group: "everywhere" },
  closeWindow: { press: "Ctrl+w", says: "key-close-window", group: "everywhere" },
  quit: { press: "Ctrl+q", says: "key-quit", group: "everywhere" },
  close: { press: "Escape", says: "key-close", group: "everywhere" },

  earlier: { press: "[", says: "key-earlier", group: "screen" },
  later: { press: "]", says: "key-later", group: "screen" },
  shorter: { press: "[", says: "cost-key-shorter", group: "screen" },
  longer: { press: "]", says: "cost-key-longer", group: "screen" },
  dayBefore: { press: "[", says: "known-earlier", group: "screen" },
  dayAfter: { press: "]", says: "known-later", group: "screen" },
  verify: { press: "v", says: "verify-do", group: "screen" },
  now: { press: "t", says: "key-now", group: "screen" },
  nextTab: { press: ">", says: "cost-key-next-tab", group: "screen" },
  previousTab: { press: "<", says: "cost-key-previous-tab", group: "screen" },
  back: { press: "Escape", says: "key-back", group: "screen" },
  wider: { press: "Escape", says: "key-wider", group: "screen" },
  unexpected: { press: "w", says: "key-unexpected", group: "screen" },
  voucher: { press: "n", says: "key-voucher", group: "screen" },
  application: { press: "n", says: "do-application", group: "screen" },
  alert: { press: "a", says: "key-alert", group: "screen" },
  compare: { press: "c", says: "key-compare", group: "screen" },
  renew: { press: "r", says: "key-renew", group: "screen" },
  unsubscribe: { press: "u", says: "key-unsubscribe", group: "screen" },

  nextRow: { press: "j", says: "key-next-row", group: "rows" },
  previousRow: { press: "k", says: "key-previous-row", group: "rows" },
  open: { press: "Enter", says: "key-open", group: "rows" },
  rename: { press: "F2", says: "do-rename", group: "rows" },
  pick: { press: "Space", says: "key-pick", group: "rows" },
  pickNext: { press: "J", says: "key-pick-more", group: "rows" },
  pickPrevious: { press: "K", says: "key-pick-more", group: "rows" },
  pickDown: { press: "Shift+ArrowDown", says: "key-pick-more", group: "rows" },
  pickUp: { press: "Shift+ArrowUp", says: "key-pick-more", group: "rows" },
  pickNone: { press: "Escape", says: "key-pick-none", group: "rows" },
  export: { press: "x", says: "key-export", group: "rows" },
  rowMenu: { press: "Shift+F10", says: "key-row-menu", group: "rows" },
  rowMenuToo: { press: "ContextMenu", says: "key-row-menu", group: "rows" },

  table: { press: "v", says: "key-table", group: "chart" },
  copySvg: { press: "y s", says: "figure-copy-svg", group: "chart" },
  copyPng: { press: "y p", says: "figure-copy-png", group: "chart" },
  copyTsv: { press: "y t", says: "figure-copy-tsv", group: "chart" },
  chartMark: { press: "Shift+ArrowRight", says: "key-chart-mark", group: "chart" },
  chartOpen: { press: "Enter", says: "key-chart-open", group: "chart" },
  chartRight: { press: "ArrowRight", says: "key-chart", group: "chart" },
} as const satisfies Record<string, KeyEntry>;

export type KeyName = keyof typeof keyTable;

/** The strokes of a key as they are printed on it: `Ctrl`, `Z`. */
export function strokesOf(press: string): string[] {
  const names: Record<string, string> = { ArrowRight: "→", ArrowLeft: "←", ArrowDown: "↓", ArrowUp: "↑", Escape: "Esc", ContextMenu: "Menu" };
  const one = (stroke: string) => stroke.split(/\+(?=.)/).map((key, index) => names[key] ?? (index > 0 && /^[a-z]$/.test(key) ? key.toUpperCase() : key));
  // A capital is a letter with Shift.
  return press.split(" ").map((stroke) => (/^[A-Z]$/.test(stroke) ? `Shift+${stroke.toLowerCase()}` : stroke)).flatMap(one);
}
