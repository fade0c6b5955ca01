/** Follows links that were handed over: they open screens and fill sheets in. Nothing here pays. */
import { tick } from "svelte";
import { call } from "../ipc/call";
import { onLinks, takeLinks } from "../ipc/desk";
import { say } from "../messages/say";
import { place } from "../state/place.svelte";
import { session } from "../state/session.svelte";
import { sheets, type OpenSheet, type PackageRef } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import type { Link } from "../ipc/generated/Link";
import type { LinkAnswer } from "../ipc/generated/LinkAnswer";

/** Follows the links that wait, and every later one. */
export function followLinks(): () => void {
  const take = () => void takeLinks().then(async (answers) => {
    for (const answer of answers) await follow(answer);
  });
  take();
  return onLinks(take);
}

/** Opens what a link leads to, or says why not. */
export async function follow(answer: LinkAnswer): Promise<void> {
  if ("refused" in answer) return status.tell(say(`link-${answer.refused.code}`, { about: answer.refused.about }));
  const link = answer.opens;
  // What is open may hold typed work, and belongs to the account that is shown.
  if (sheets.current) return status.tell(say("link-busy"));
  if (link.account !== null && link.account !== session.account?.id) {
    const wanted = session.startup?.accounts.find((one) => one.id === link.account);
    if (!wanted) return status.tell(say("link-no-account", { about: link.account }));
    session.open(wanted);
    await tick();
  }
  if (!link.sheet) return goTo(link);
  const sheet = await sheetOf(link);
  if (typeof sheet === "string") return status.tell(sheet);
  sheets.open(sheet);
  status.tell(say("link-filled"));
}

function goTo(link: Link): void {
  place.go(link.name, paramsOf(link));
}

function paramsOf(link: Link): Record<string, string> {
  return Object.fromEntries(Object.entries(link.params).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** The sheet a link leads to, or the sentence that says why there is none. */
async function sheetOf(link: Link): Promise<OpenSheet | string> {
  const { amount, sku, service, region, line, level, terms } = paramsOf(link);
  const where = service !== undefined && region !== undefined ? { service, region } : undefined;
  switch (link.name) {
    case "top-up":
      return { name: "top-up", amount };
    case "buy":
      return { name: "buy", sku, place: where };
    case "credit-limit":
      return { name: "credit-limit", amount };
    case "alert":
      return { name: "alert", rule: { of: "balance" }, line };
    case "compare":
      return where ? { name: "compare", place: where } : say("link-unknown-place", { about: link.name });
    case "level":
      return { name: "level", ...(level === undefined ? {} : { level }) };
    case "import":
      return { name: "import", paths: [] };
    case "voucher":
    case "account":
    case "keys":
      return { name: link.name };
    default:
      return ofPackage(link, terms);
  }
}

async function ofPackage(link: Link, terms: string | undefined): Promise<OpenSheet | string> {
  const wanted = link.params["package"] ?? "";
  const found = await packageCalled(wanted);
  if (!found) return say("link-no-package", { about: wanted });
  if (link.name === "renew") return { name: "renew", package: found, terms };
  if (link.name === "auto-renew" || link.name === "unsubscribe") return { name: link.name, package: found };
  return say("link-unknown-place", { about: link.name });
}

async function packageCalled(id: string): Promise<PackageRef | undefined> {
  const account = session.account;
  const reply = account && (await call("packages", { accountId: account.id }));
  const row = reply?.ok ? reply.value.packages.find((one) => one.id === id) : undefined;
  return row && { id: row.id, sku: row.sku, service: row.service, region: row.region };
}
