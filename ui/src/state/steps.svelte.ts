/** Undo and redo: of the books, where Rust keeps what was done, and of the window, which keeps its own. The newest is first. */
import { call } from "../ipc/call";
import { errorWords } from "../parts/errorWords";
import { stepWords, windowStepWords } from "../parts/steps";
import { say } from "../messages/say";
import type { StepView } from "../ipc/generated/StepView";
import type { StepsView } from "../ipc/generated/StepsView";
import { changes } from "./changes.svelte";
import { preferences } from "./preferences.svelte";
import { sheets } from "./sheets.svelte";
import { status, type Action } from "./status.svelte";
import { windowSteps, type WindowStep } from "./windowSteps.svelte";

export type Way = "undo" | "redo";

/** What comes next, one way. */
export type Next = { of: "books"; step: StepView } | { of: "window"; step: WindowStep };

class Steps {
  #account = $state<string>();
  #books = $state.raw<StepsView>();
  /** The newest step there was; what is newer was just done. */
  #known: bigint | undefined;
  #asked = 0;
  #going = false;

  /** What can be undone, or done again, next. */
  next(way: Way): Next | undefined {
    const step = this.#books?.[way] ?? undefined;
    const own = (way === "undo" ? windowSteps.done : windowSteps.undone).at(-1);
    if (own && (!step || own.at > step.at)) return { of: "window", step: own };
    return step && { of: "books", step };
  }

  /** What it is called: "balance alert at $50.00". */
  name(next: Next): string {
    return next.of === "books" ? stepWords(next.step, "after") : windowStepWords(next.step, "after");
  }

  /** Asks what can be undone in an account; what was just done is offered to be undone. */
  async load(accountId: string): Promise<void> {
    if (accountId !== this.#account) {
      this.#books = undefined;
      this.#known = undefined;
      this.#account = accountId;
    }
    const turn = (this.#asked += 1);
    const reply = await call("steps", { accountId });
    // Without an answer nothing can be undone; whatever is wrong with the books, the screen says.
    if (turn !== this.#asked || !reply.ok) return;
    this.#take(reply.value);
  }

  #take(view: StepsView): void {
    const newest = view.undo;
    const isNew = newest !== null && this.#known !== undefined && BigInt(newest.id) > this.#known;
    this.#books = view;
    this.#known = [newest, view.redo].reduce((most, step) => (step && BigInt(step.id) > most ? BigInt(step.id) : most), this.#known ?? 0n);
    if (isNew && newest.import === null) status.offer(this.#action("undo", { of: "books", step: newest }));
  }

  /** Undoes what was done last, or does again what was undone last, and says so. */
  async go(way: Way): Promise<void> {
    const next = this.next(way);
    if (!next) return status.tell(say(`going-nothing-${way}`));
    if (this.#going) return;
    this.#going = true;
    try {
      if (next.of === "window") await this.#goInWindow(way, next);
      else await this.#goInBooks(way, next);
    } finally {
      this.#going = false;
    }
  }

  async #goInWindow(way: Way, { step }: Extract<Next, { of: "window" }>): Promise<void> {
    if (way === "undo") windowSteps.wentBack();
    else windowSteps.wentForth();
    await preferences.restore(step.what, way === "undo" ? step.before : step.after);
    this.#tell(way, { of: "window", step });
  }

  async #goInBooks(way: Way, next: Extract<Next, { of: "books" }>): Promise<void> {
    const accountId = this.#account;
    if (accountId === undefined) return;
    const { step } = next;
    // It moves money: its sheet says so first.
    if (step.import) return sheets.open({ name: "undo-import", import: step.import });
    const reply = await call(way, { accountId, step: step.id, requestId: crypto.randomUUID() });
    if (accountId !== this.#account) return;
    if (!reply.ok) {
      status.tell(say(`going-failed-${way}`, { step: this.name(next), error: errorWords(reply.error) }), this.#leaving(accountId, next));
      return this.load(accountId);
    }
    this.#asked += 1;
    this.#take(reply.value);
    this.#tell(way, next);
    changes.happened();
  }

  /** What is in force now, and how to go back. */
  #tell(way: Way, next: Next): void {
    const side = way === "undo" ? "before" : "after";
    const now = next.of === "books" ? stepWords(next.step, side) : windowStepWords(next.step, side);
    status.tell(say(`going-told-${way}`, { step: this.name(next), now }), this.#action(way === "undo" ? "redo" : "undo", next));
  }

  #action(way: Way, next: Next): Action {
    return { label: say(way), press: way === "undo" ? "undo" : "redo", title: say(`going-named-${way}`, { step: this.name(next) }), run: () => void this.go(way) };
  }

  #leaving(accountId: string, { step }: Extract<Next, { of: "books" }>): Action {
    const leave = async () => {
      const reply = await call("leave_step", { accountId, step: step.id });
      if (!reply.ok) return status.tell(errorWords(reply.error));
      this.#asked += 1;
      this.#take(reply.value);
      status.tell(say("step-left", { step: stepWords(step, "after") }));
    };
    return { label: say("step-leave"), run: () => void leave() };
  }
}

export const steps = new Steps();
