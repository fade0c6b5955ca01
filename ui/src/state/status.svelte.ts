/** The last result, read out by screen readers and shown in the status line, with what can be done about it. */
export interface Action {
  label: string;
  run: () => void;
}

class Status {
  text = $state("");
  actions = $state.raw<Action[]>([]);

  tell(text: string, ...actions: Action[]): void {
    this.text = text;
    this.actions = actions;
  }
}

export const status = new Status();
