/** What the palette offers with what the account has: its packages, services, applications, bills, imports and offers on sale. */
import { doingsOfPackage } from "../doings/ofPackage";
import { doingsOfPlace } from "../doings/ofPlace";
import { keyTable } from "../frame/keyTable";
import { call } from "../ipc/call";
import { count, money, percent } from "../parts/format";
import { monthName } from "../parts/months";
import { packageName, placeWords } from "../parts/place";
import { say } from "../messages/say";
import { isPast, isRenewable } from "../screens/packages/states";
import { place } from "../state/place.svelte";
import { sheets } from "../state/sheets.svelte";
import type { Doing } from "../doings/doing";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { BillsView } from "../ipc/generated/BillsView";
import type { ImportRow } from "../ipc/generated/ImportRow";
import type { OffersView } from "../ipc/generated/OffersView";
import type { PackageRow } from "../ipc/generated/PackageRow";
import type { PackagesView } from "../ipc/generated/PackagesView";
import { taken, type Offer } from "./offer";
import { otherWords } from "./words";

/** Imports that can be named for undoing: nobody looks for older ones here. */
const IMPORTS = 8;

/** What a number behind a deed means: how many terms, or how many percent. */
const TAKES: Record<string, "count" | "share"> = { renew: "count", alert: "share" };

/** Reads what there is; what could not be read is not offered. */
export async function offersOfAccount(account: AccountRef): Promise<Offer[]> {
  const accountId = account.id;
  const usage = { accountId, bucket: "day", by: "paidBy", from: null, to: null, service: null, region: null, project: null, chartWidth: null } as const;
  const [packages, bills, sold, used] = await Promise.all([call("packages", { accountId }), call("bills", { accountId, chartWidth: null }), call("offers", { accountId }), call("usage", usage)]);
  return [
    ...(packages.ok ? [...ofPackages(packages.value, account), ...ofPlaces(packages.value)] : []),
    ...(bills.ok ? ofBills(bills.value) : []),
    ...(sold.ok ? onSale(sold.value) : []),
    ...(used.ok ? used.value.imports.filter((row) => row.undoneAt === null).slice(0, IMPORTS).map(ofImport) : []),
  ];
}

function ofPackages(view: PackagesView, account: AccountRef): Offer[] {
  // Of those that are over for good only the newest are worth a line, and they can be looked at.
  const rows = view.packages.filter((row) => !isPast(row) || isRenewable(row));
  return rows.flatMap((row) => doingsOfPackage(row, account).map((doing) => ofPackage(row, doing)));
}

function ofPackage(row: PackageRow, doing: Doing): Offer {
  const label = doing.id === "open" ? say("palette-package") : doing.label;
  return ofDoing(`${doing.id}-package ${row.id}`, doing, label, packageName(row), `${otherWords(doing.id)} ${otherWords("package")} ${placeWords(row)}`);
}

function ofPlaces(view: PackagesView): Offer[] {
  const whole = view.ladders.filter((ladder) => ladder.project === "");
  return whole.flatMap((ladder) =>
    doingsOfPlace(ladder, view.ladders).map((doing) =>
      ofDoing(`${doing.id} ${ladder.service} ${ladder.region}`, doing, doing.label, placeWords({ service: ladder.service, region: ladder.region }), otherWords(doing.id)),
    ),
  );
}

/** What it does says itself: it opens a sheet, or goes somewhere. */
function ofDoing(id: string, doing: Doing, label: string, about: string, also: string): Offer {
  const goes = doing.id === "open" || doing.id === "usage";
  const takes = TAKES[doing.id];
  const offer: Offer = {
    id,
    label,
    about,
    also,
    ...(takes && { takes }),
    ...(doing.key && !goes && { press: keyTable[doing.key].press }),
    does: (typed) => {
      if (goes) return say("palette-shows", { what: about });
      const number = taken(offer, typed);
      if (number === undefined) return say("palette-opens-for", { sheet: label, what: about });
      return say("palette-opens-for-with", { sheet: label, what: about, number: doing.id === "alert" ? percent(Number(number) * 100) : say("palette-terms", { count: Number(number) }) });
    },
    not: () => doing.not,
    run: (typed) => doing.run(taken(offer, typed)),
  };
  return offer;
}

function ofBills({ bills }: BillsView): Offer[] {
  const screen = say("screen-bills");
  const month = (name: string): Offer => ({
    id: `bill ${name}`,
    label: say("palette-bill"),
    about: monthName(name),
    also: `${otherWords("bills")} ${otherWords("go")} ${name} ${monthName(name, "short")}`,
    does: () => say("palette-shows", { what: say("bill-of", { month: monthName(name) }) }),
    run: () => place.go("bills", { month: name }),
  });
  const known = new Set(bills.map((bill) => bill.month));
  return [
    ...bills.map((bill) => month(bill.month)),
    {
      id: "bill",
      label: say("palette-bill"),
      also: `${otherWords("bills")} ${otherWords("go")} ${screen}`,
      takes: "month",
      // A bill that is there has a line of its own.
      away: (typed) => typed.month !== undefined && known.has(typed.month),
      does: (typed) => (typed.month ? say("palette-shows", { what: say("bill-of", { month: monthName(typed.month) }) }) : say("palette-goes", { screen })),
      not: (typed) => (typed.month ? say("palette-no-bill", { month: monthName(typed.month) }) : undefined),
      run: (typed) => place.go("bills", typed.month ? { month: typed.month } : {}),
    },
    { id: "amortised", label: say("palette-amortised"), also: otherWords("bills"), does: () => say("palette-goes", { screen }), run: () => place.go("bills", { view: "amortised" }) },
  ];
}

function onSale({ offers }: OffersView): Offer[] {
  return offers.map((one) => ({
    id: `buy ${one.sku} ${one.region}`,
    label: say("do-buy"),
    about: `${one.sku} ${placeWords(one)}`,
    also: otherWords("buy"),
    does: () => say("palette-buys", { sku: one.sku, quota: count(one.quota), price: money(one.price) }),
    run: () => sheets.open({ name: "buy", sku: one.sku, place: { service: one.service, region: one.region } }),
  }));
}

function ofImport(row: ImportRow): Offer {
  return {
    id: `undo-import ${row.id}`,
    label: say("palette-undo-import"),
    about: row.label,
    also: otherWords("undo"),
    does: () => say("palette-opens", { sheet: say("undo-import-title") }),
    run: () => sheets.open({ name: "undo-import", import: row }),
  };
}
