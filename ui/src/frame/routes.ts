/** Every screen, in the order of the rail; those that are not below have the keys 1, 2, 3 …, the ledger 0. */
import { accountScreen } from "../screens/account";
import { accountsScreen } from "../screens/accounts";
import { alerts } from "../screens/alerts";
import { balance } from "../screens/balance";
import { bills } from "../screens/bills";
import { costs } from "../screens/costs";
import { ledger } from "../screens/ledger";
import { packages } from "../screens/packages";
import { renewals } from "../screens/renewals";
import { settings } from "../screens/settings";
import { today } from "../screens/today";
import { usage } from "../screens/usage";
import type { AnyScreen } from "./screen";

export const screens: readonly AnyScreen[] = [today, usage, packages, balance, bills, renewals, alerts, costs, ledger, accountsScreen, accountScreen, settings];

/** The strokes that go to a screen: its number, and `g` with its letter. */
export function keysOf(screen: AnyScreen): string[] {
  const number = screens.filter((one) => !one.below).indexOf(screen) + 1;
  const own = screen.key ?? (number >= 1 && number <= 10 ? String(number % 10) : undefined);
  return [...(own === undefined ? [] : [own]), `g ${screen.letter}`];
}

/** The screen an address names; the first when it names none. */
export function screenNamed(name: string): AnyScreen {
  return screens.find((one) => one.name === name) ?? today;
}
