/** What was chosen about the window, so that it can be chosen back; kept on this machine, across restarts. */
import { clock } from "./clock.svelte";

/** A choice about the window, with what it was and what it became. */
export interface WindowStep {
  what: "theme" | "language" | "rows" | "zoom";
  before: string;
  after: string;
  /** When it was chosen, undone or chosen again last, in the time of the books. */
  at: number;
}

const KEPT = "tollbook.steps";

/** Older ones are forgotten. */
const MOST = 50;

class WindowSteps {
  done = $state.raw<WindowStep[]>([]);
  undone = $state.raw<WindowStep[]>([]);

  constructor() {
    this.read();
  }

  /** Something was chosen anew: what was undone before cannot be chosen again. */
  took(what: WindowStep["what"], before: string, after: string): void {
    if (before === after) return;
    this.done = [...this.done, { what, before, after, at: clock.now }].slice(-MOST);
    this.undone = [];
    this.#keep();
  }

  /** The newest was chosen back. */
  wentBack(): void {
    const step = this.done.at(-1);
    if (!step) return;
    this.done = this.done.slice(0, -1);
    this.undone = [...this.undone, { ...step, at: clock.now }];
    this.#keep();
  }

  /** The one undone last was chosen again. */
  wentForth(): void {
    const step = this.undone.at(-1);
    if (!step) return;
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, { ...step, at: clock.now }];
    this.#keep();
  }

  /** Reads what was kept before. */
  read(): void {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "null");
      const lists = typeof kept === "object" && kept !== null ? (kept as { done?: unknown; undone?: unknown }) : {};
      this.done = stepsIn(lists.done);
      this.undone = stepsIn(lists.undone);
    } catch {
      // What cannot be read cannot be undone.
      this.done = this.undone = [];
    }
  }

  #keep(): void {
    try {
      localStorage.setItem(KEPT, JSON.stringify({ done: this.done, undone: this.undone }));
    } catch {
      // Without storage it can be undone until the window closes.
    }
  }
}

function stepsIn(list: unknown): WindowStep[] {
  const isStep = (one: unknown): one is WindowStep => {
    if (typeof one !== "object" || one === null) return false;
    const { what, before, after, at } = one as Record<string, unknown>;
    return ["theme", "language", "rows", "zoom"].includes(String(what)) && typeof before === "string" && typeof after === "string" && typeof at === "number";
  };
  return Array.isArray(list) ? list.filter(isStep).slice(-MOST) : [];
}

export const windowSteps = new WindowSteps();
