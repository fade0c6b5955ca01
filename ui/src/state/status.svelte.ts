/** The last result, read out by screen readers and shown in the status line. */
export interface Undo {
  label: string;
  run: () => void;
}

class Status {
  text = $state("");
  undo = $state<Undo | undefined>();

  tell(text: string, undo?: Undo): void {
    this.text = text;
    this.undo = undo;
  }
}

export const status = new Status();
