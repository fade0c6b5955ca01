/** The figure whose derivation is open in the pane. */
import type { Why } from "../ipc/generated/Why";

class Explained {
  current = $state.raw<{ title: string; why: Why } | undefined>();

  show(title: string, why: Why): void {
    this.current = { title, why };
  }

  close(): void {
    this.current = undefined;
  }
}

export const explained = new Explained();
