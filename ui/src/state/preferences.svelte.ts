/** What a person chose about the window itself; kept on this machine, never in the books. */
export type Theme = "system" | "light" | "dark";

class Preferences {
  theme = $state<Theme>(one(["system", "light", "dark"], kept("theme"), "system"));
  railNarrow = $state(kept("rail") === "narrow");
  /** Whether amounts are masked, for looking at the books with others around. */
  amountsHidden = $state(kept("amounts") === "hidden");

  chooseTheme(theme: Theme): void {
    this.theme = theme;
    keep("theme", theme);
    this.showTheme();
  }

  showTheme(): void {
    if (this.theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = this.theme;
  }

  nextTheme(): void {
    const order: Theme[] = ["system", "light", "dark"];
    this.chooseTheme(order[(order.indexOf(this.theme) + 1) % order.length] ?? "system");
  }

  toggleRail(): void {
    this.railNarrow = !this.railNarrow;
    keep("rail", this.railNarrow ? "narrow" : "wide");
  }

  toggleAmounts(): void {
    this.amountsHidden = !this.amountsHidden;
    keep("amounts", this.amountsHidden ? "hidden" : "shown");
  }
}

function one<T extends string>(allowed: readonly T[], found: string | undefined, otherwise: T): T {
  return allowed.find((value) => value === found) ?? otherwise;
}

function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(`tollbook.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`tollbook.${name}`, value);
  } catch {
    // Without storage the choice lasts until the window closes.
  }
}

export const preferences = new Preferences();
