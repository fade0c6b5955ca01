/** What can be done with a package, and why something cannot. */
import { say } from "../messages/say";
import { isRenewable, mayRenewItself, refOf } from "../screens/packages/states";
import { place } from "../state/place.svelte";
import { sheets } from "../state/sheets.svelte";
import type { AccountRef } from "../ipc/generated/AccountRef";
import type { PackageRow } from "../ipc/generated/PackageRow";
import type { Doing } from "./doing";

/** In the order in which they are offered; the first opens it. */
export function doingsOfPackage(row: PackageRow, account: AccountRef): Doing[] {
  const { sku } = row;
  const over = isRenewable(row) ? undefined : say("renew-over", { sku });
  const doings: Doing[] = [
    { id: "open", label: say("key-open"), key: "open", run: () => place.go("packages", { package: row.id }) },
    { id: "renew", label: say("do-renew"), key: "renew", not: over, run: (terms) => sheets.open({ name: "renew", package: refOf(row), terms }) },
    { id: "auto-renew", label: say("do-auto-renew"), not: mayRenewItself(row) ? undefined : say("auto-renew-over", { sku }), run: () => sheets.open({ name: "auto-renew", package: refOf(row) }) },
    { id: "unsubscribe", label: say("do-unsubscribe"), key: "unsubscribe", not: row.state === "refunded" ? say("unsubscribe-over", { sku }) : undefined, run: () => sheets.open({ name: "unsubscribe", package: refOf(row) }) },
  ];
  // Of applications the provider tells unasked, packages are bound to one of them, and ways to pay cannot be compared.
  if (account.applications === null) {
    doings.push(
      { id: "share", label: say(row.shared ? "do-unshare" : "do-share"), not: over, run: () => sheets.open({ name: "share", package: refOf(row), on: !row.shared }) },
      { id: "alert", label: say("key-alert"), key: "alert", run: (line) => sheets.open({ name: "alert", line, rule: { of: "package", service: row.service, region: row.region, application: "" } }) },
      { id: "compare", label: say("do-compare"), key: "compare", run: () => sheets.open({ name: "compare", place: row }) },
    );
  }
  doings.push({ id: "buy", label: say("buy-another"), not: row.source === "purchased" ? undefined : say("buy-not-sold", { sku }), run: () => sheets.open({ name: "buy", sku, place: refOf(row) }) });
  return doings;
}
