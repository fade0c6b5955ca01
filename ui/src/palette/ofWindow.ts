/** What the palette offers on every account: screens, accounts, sheets, and the window itself. */
import { keysOf, screens } from "../frame/routes";
import { keyTable, type KeyName } from "../frame/keyTable";
import { money } from "../parts/format";
import { harmWords } from "../parts/harm";
import { say } from "../messages/say";
import { accounts } from "../state/accounts.svelte";
import { place } from "../state/place.svelte";
import { preferences, type Theme } from "../state/preferences.svelte";
import { session } from "../state/session.svelte";
import { sheets, type OpenSheet } from "../state/sheets.svelte";
import { steps, type Way } from "../state/steps.svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import { taken, type Offer } from "./offer";
import { otherWords } from "./words";

export function offersOfWindow(account: AccountRef): Offer[] {
  return [...sheetsToOpen(account), ...screensToGoTo(), ...accountsToOpen(account), ...switches()];
}

function screensToGoTo(): Offer[] {
  const also = otherWords("go");
  return screens.map((screen) => ({
    id: `go ${screen.name}`,
    label: say(screen.title),
    also: `${also} ${otherWords(screen.name)} ${screen.name}`,
    press: keysOf(screen)[0] ?? "",
    main: true,
    does: () => say("palette-goes", { screen: say(screen.title) }),
    run: () => place.go(screen.name),
  }));
}

/** Sheets that need nothing but the account. */
function sheetsToOpen(account: AccountRef): Offer[] {
  const opens = (sheet: string) => () => say("palette-opens", { sheet });
  const open = (id: string, sheet: OpenSheet, label: string, key?: KeyName): Offer => ({
    id,
    label,
    also: otherWords(id),
    ...(key && { press: keyTable[key].press }),
    main: true,
    does: opens(label),
    run: () => sheets.open(sheet),
  });
  const withAmount = (plain: Offer, sheet: (amount: string | undefined) => OpenSheet): Offer => {
    const offer: Offer = { ...plain, takes: "amount" };
    offer.does = (typed) => {
      const amount = taken(offer, typed);
      return amount === undefined ? plain.does(typed) : say("palette-opens-with", { sheet: offer.label, what: money(amount) });
    };
    offer.run = (typed) => sheets.open(sheet(taken(offer, typed)));
    return offer;
  };
  const policy = session.startup?.policies.find((one) => one.id === account.policy);
  return [
    withAmount(open("top-up", { name: "top-up" }, say("do-top-up"), "topUp"), (amount) => ({ name: "top-up", amount })),
    open("import", { name: "import", paths: [] }, say("do-import"), "import"),
    open("buy", { name: "buy" }, say("do-buy"), "buy"),
    withAmount(open("alert-balance", { name: "alert", rule: { of: "balance" } }, say("set-balance-alert")), (line) => ({ name: "alert", rule: { of: "balance" }, line })),
    open("voucher", { name: "voucher" }, say("key-voucher")),
    withAmount(open("credit-limit", { name: "credit-limit" }, say("change-limit")), (amount) => ({ name: "credit-limit", amount })),
    open("level", { name: "level" }, say("change-level")),
    ...(policy?.levels ?? []).map((level): Offer => ({
      id: `level ${level}`,
      label: say("change-level"),
      about: level,
      also: otherWords("level"),
      does: () => say("palette-opens-with", { sheet: say("level-title"), what: level }),
      not: () => (level === account.level ? say("level-is-so", { level }) : undefined),
      run: () => sheets.open({ name: "level", level }),
    })),
    ...(account.applications === null ? [] : [open("new-application", { name: "new-application" }, say("do-application"), "application")]),
  ];
}

function accountsToOpen(account: AccountRef): Offer[] {
  const all = accounts.sorted(session.startup?.accounts ?? []);
  const others = all.filter((one) => one.id !== account.id);
  const harm = (one: AccountRef) => {
    const row = accounts.row(one);
    return row ? `${say("palette-opens-account", { account: one.name })} – ${harmWords(row)}` : say("palette-opens-account", { account: one.name });
  };
  return [
    ...others.map((one): Offer => ({
      id: `account ${one.id}`,
      label: say("palette-account"),
      about: one.name,
      also: `${otherWords("account")} ${otherWords("go")} ${one.provider}`,
      main: true,
      does: () => harm(one),
      run: () => session.open(one),
    })),
    ...all.map((one): Offer => ({
      id: `rename ${one.id}`,
      label: say("do-rename"),
      about: one.name,
      also: `${otherWords("rename")} ${otherWords("account")}`,
      ...(one.id === account.id && { main: true }),
      does: () => say("palette-opens", { sheet: say("rename-title", { name: one.name }) }),
      run: () => sheets.open({ name: "rename-account", account: one }),
    })),
    { id: "account new", label: say("account-open-another"), also: otherWords("account"), main: true, does: () => say("palette-opens", { sheet: say("account-open-another") }), run: () => sheets.open({ name: "account" }) },
  ];
}

/** The window itself. */
function switches(): Offer[] {
  const at = (id: string, label: string, key: KeyName | undefined, does: Offer["does"], run: Offer["run"], more: Partial<Offer> = {}): Offer => ({
    id,
    label,
    also: otherWords(id.split(" ")[0] ?? id),
    ...(key && { press: keyTable[key].press }),
    main: true,
    does,
    run,
    ...more,
  });
  const going = (way: Way): Offer => {
    const next = steps.next(way);
    const offer = at(way, say(way), way, () => say(`going-does-${way}`), () => void steps.go(way), { not: () => (next ? undefined : say(`going-nothing-${way}`)) });
    return next ? { ...offer, about: steps.name(next) } : offer;
  };
  const sizeOf = (typed: { number?: string | undefined }) => preferences.zoomNear(Number(typed.number ?? 100));
  const theme = (one: Theme) =>
    at(`theme ${one}`, say(`theme-${one}`), undefined, () => say("palette-looks"), () => preferences.chooseTheme(one), { not: () => (preferences.theme === one ? say("palette-so-already") : undefined) });
  return [
    going("undo"),
    going("redo"),
    at("hide", say(preferences.amountsHidden ? "show-amounts" : "hide-amounts"), "hide", () => say("palette-hides"), () => preferences.toggleAmounts()),
    theme("light"),
    theme("dark"),
    theme("system"),
    at("zoom in", say("key-zoom-in"), "larger", () => say("palette-zooms", { percent: preferences.zoomBeside(1) }), () => preferences.chooseZoom(preferences.zoomBeside(1))),
    at("zoom out", say("key-zoom-out"), "smaller", () => say("palette-zooms", { percent: preferences.zoomBeside(-1) }), () => preferences.chooseZoom(preferences.zoomBeside(-1))),
    at("zoom", say("key-zoom-reset"), "usualSize", (typed) => say("palette-zooms", { percent: sizeOf(typed) }), (typed) => preferences.chooseZoom(sizeOf(typed)), {
      takes: "size",
      not: (typed) => (preferences.mayZoom(Number(typed.number ?? 100)) ? undefined : say("zoom-not")),
    }),
    at("fold", say("rail-fold"), "fold", () => say("palette-folds"), () => preferences.toggleRail()),
    at("keys", say("show-keys"), "keys", () => say("palette-opens", { sheet: say("keys-title") }), () => sheets.open({ name: "keys" })),
  ];
}
