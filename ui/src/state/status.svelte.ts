/** The last result, read out by screen readers and shown in the status line, with what can be done about it. */
import type { KeyName } from "../frame/keyTable";

export interface Action {
  label: string;
  /** The key that does the same. */
  press?: KeyName;
  /** What it is about, where the label does not say it. */
  title?: string;
  run: () => void;
}

class Status {
  text = $state("");
  actions = $state.raw<Action[]>([]);

  tell(text: string, ...actions: Action[]): void {
    this.text = text;
    this.actions = actions;
  }

  /** Adds what can be done about the last result. */
  offer(action: Action): void {
    this.actions = [...this.actions.filter((one) => one.label !== action.label), action];
  }
}

export const status = new Status();
