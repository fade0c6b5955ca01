/** What the palette offers of the screens Costs and Ledger: tabs of a month, a day as it was known, what of the journal is shown, and deriving the books again. */
import { keyTable } from "../frame/keyTable";
import { call } from "../ipc/call";
import { dashed } from "../parts/dashed";
import { instant } from "../parts/format";
import { monthName } from "../parts/months";
import { say } from "../messages/say";
import { tabs, type Tab } from "../screens/costs/query";
import { dayOf, queryOf } from "../screens/ledger/query";
import { verifying } from "../screens/ledger/verifying.svelte";
import { resultWords } from "../screens/ledger/words";
import { clock } from "../state/clock.svelte";
import { place } from "../state/place.svelte";
import { status } from "../state/status.svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import { taken, type Offer } from "./offer";
import type { Typed } from "./typed";
import { otherWords } from "./words";

/** These tabs are of one month, which the address names. */
const OF_A_MONTH: readonly Tab[] = ["composition", "allocation"];

export function offersOfBooks(account: AccountRef): Offer[] {
  return [...tabs.map(ofCosts), asKnown(account), ofJournal(undefined), verify()];
}

/** The journal by kind; what could not be read is not offered. */
export async function offersOfJournal(account: AccountRef): Promise<Offer[]> {
  const journal = await call("journal", queryOf(account, new URLSearchParams()));
  return journal.ok ? journal.value.choices.kinds.map(ofJournal) : [];
}

function ofCosts(tab: Tab): Offer {
  const what = `${say("screen-costs")}: ${say(`cost-tab-${tab}`)}`;
  return ofMonth({
    id: `costs ${tab}`,
    label: say("screen-costs"),
    about: say(`cost-tab-${tab}`),
    also: `${otherWords("go")} ${otherWords("costs")} ${otherWords(`costs-${tab}`)}`,
    what,
    hasMonth: OF_A_MONTH.includes(tab),
    run: (month) => place.go("costs", { ...(tab !== "composition" && { tab }), ...month }),
  });
}

function ofJournal(kind: string | undefined): Offer {
  const about = kind === undefined ? undefined : say(`kind-${dashed(kind)}`);
  const label = say("ledger-journal");
  return ofMonth({
    id: kind === undefined ? "journal" : `journal ${kind}`,
    label,
    ...(about !== undefined && { about }),
    also: `${otherWords("go")} ${otherWords("ledger")}`,
    what: about === undefined ? label : `${label}: ${about}`,
    hasMonth: true,
    run: (month) => place.go("ledger", { ...(kind !== undefined && { kind }), ...month }),
  });
}

interface OfMonth extends Pick<Offer, "id" | "label" | "about" | "also"> {
  what: string;
  hasMonth: boolean;
  run: (month: { month?: string }) => void;
}

/** Something that is shown of a month, where one was typed. */
function ofMonth({ what, hasMonth, run, ...named }: OfMonth): Offer {
  return {
    ...named,
    ...(hasMonth && { takes: "month" as const }),
    does: ({ month }) => say("palette-shows", { what: hasMonth && month !== undefined ? say("palette-of-month", { what, month: monthName(month) }) : what }),
    run: ({ month }) => run(hasMonth && month !== undefined ? { month } : {}),
  };
}

function asKnown(account: AccountRef): Offer {
  const today = () => dayOf(clock.now, account.zoneOffsetSeconds);
  const shown = (day: string) => instant(Date.parse(`${day}T00:00:00Z`) / 1000, "day", 0);
  const offer: Offer = {
    id: "known",
    label: say("ledger-known"),
    also: `${otherWords("go")} ${otherWords("ledger")} ${otherWords("known")}`,
    takes: "day",
    does: (typed) => say("palette-knows", { day: shown(taken(offer, typed) ?? today()) }),
    not: ({ day }: Typed) => (day !== undefined && day > today() ? say("palette-not-yet", { day: shown(day) }) : undefined),
    run: ({ day }) => place.go("ledger", { view: "known", day: day ?? today() }),
  };
  return offer;
}

function verify(): Offer {
  return {
    id: "verify",
    label: say("verify-do"),
    also: otherWords("ledger"),
    press: keyTable.verify.press,
    does: () => say("palette-verifies"),
    not: () => (verifying.running ? say("verify-progress") : undefined),
    run: () => {
      place.go("ledger");
      void verifying.run().then(() => verifying.result && status.tell(resultWords(verifying.result).text));
    },
  };
}
