import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import App from "../App.svelte";
import { session } from "../state/session.svelte";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { count, money } from "../parts/format";
import { account, answerAs, openedOn } from "../testing/recorded";
import amortised from "../ipc/replies/amortised.json";
import amortisedDays from "../ipc/replies/amortised.days.json";
import balanceArrears from "../ipc/replies/balance.arrears.json";
import balanceHuge from "../ipc/replies/balance.huge.json";
import bills from "../ipc/replies/bills.json";
import forecast from "../ipc/replies/forecast.json";
import detail from "../ipc/replies/import_detail.json";
import packages from "../ipc/replies/packages.json";
import renewalsFails from "../ipc/replies/renewals.fails.json";
import renewalsHuge from "../ipc/replies/renewals.huge.json";
import runDueCaughtUp from "../ipc/replies/run_due.caught-up.json";
import todayFailed from "../ipc/replies/today.failed.json";
import todayHuge from "../ipc/replies/today.huge.json";
import usageHuge from "../ipc/replies/usage.huge.json";
import unexpected from "../ipc/replies/unexpected.json";
import undone from "../ipc/replies/undo_import.json";
import type { ImportRow } from "../ipc/generated/ImportRow";
import Imports from "./usage/Imports.svelte";
import Sheets from "../sheets/Sheets.svelte";

const everyScreen = ["today", "usage", "packages", "balance", "bills", "renewals", "alerts", "settings", "costs", "costs?tab=allocation", "costs?tab=analysis", "costs?tab=optimization", "ledger", "ledger?view=known", "account", "accounts", "renewals?package=0", "bills?month=2026-11", "bills?view=amortised", "packages?package=0"];

async function open(address: string, ...cases: string[]): Promise<HTMLElement> {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return container;
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  sheets.close();
  status.tell("");
});

describe.each(everyScreen)("%s", (address) => {
  it("says its verdict, marks sample data, and leaves no key or broken figure on the page", async () => {
    const container = await open(address);
    await screen.findByRole("heading", { level: 1 });
    expect(screen.getAllByText("Sample data").length).toBeGreaterThan(0);
    const text = container.textContent ?? "";
    expect(text).not.toMatch(/NaN|undefined|null|\{ ?\$|Invalid Date|−0\.00/);
    expect(text).not.toMatch(/\b(column|verdict|notice|entry|state|bill|upcoming|reason|harm)-[a-z]+(-[a-z]+)*\b/);
  });
});

it.each(["today", "usage", "packages", "balance", "bills", "renewals", "alerts", "costs", "costs?tab=allocation", "costs?tab=analysis", "costs?tab=optimization"])("%s of an account without anything names the next step", async (address) => {
  const container = await open(address, "first", "own");
  await screen.findByRole("heading", { level: 1 });
  expect(container.textContent).not.toMatch(/no data|NaN|undefined/i);
});

it.each([
  ["today", money(todayHuge.position.spendableNow, "USD")],
  ["usage", count(usageHuge.total.billable)],
  ["balance", money(balanceHuge.position.balance, "USD")],
  ["renewals", money(renewalsHuge.position.spendableNow, "USD")],
])("%s shows very long figures to the last digit", async (address, figure) => {
  const container = await open(address, "huge");
  await screen.findByRole("heading", { level: 1 });
  expect(container.textContent).toContain(figure);
});

it.each([
  ["frozen", /Pay-per-use is refused; packages go on paying\. Pay .+ by /],
  ["released", /The account was released .+ stays payable/],
])("an account that is %s says what still works and what it takes", async (stage, sentence) => {
  await open("today", stage);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toMatch(sentence);
  expect(screen.getAllByRole("button", { name: /^Pay \$/ }).length).toBeGreaterThan(0);
});

it("bills have a bar per month, read by keys and as a table, and the open one is a draft", async () => {
  const container = await open("bills");
  const picture = await screen.findByRole("img", { name: /^Bills by month: / });
  expect(picture.textContent).toContain("Draft");
  picture.focus();
  await userEvent.keyboard("{End}");
  expect(container.querySelector("figure output")?.textContent).toContain(bills.bills[0]!.month);
  await userEvent.keyboard("v");
  const twin = screen.getByRole("table", { name: "Bills by month" });
  expect(twin.querySelectorAll("tbody tr")).toHaveLength(bills.monthCount);
});

it("a screen that cannot be loaded says what failed, what still works, and where the log is", async () => {
  await open("today", "failed");
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toMatch(/Today could not be loaded/);
  expect(alert.textContent).toContain(`Reference ${todayFailed.reference}`);
});

it("arrears come with the button that ends them", async () => {
  const user = userEvent.setup();
  await open("balance", "arrears");
  const { arrears } = balanceArrears.position;
  const pay = await screen.findAllByRole("button", { name: new RegExp(`^Pay \\${money(arrears, "USD")} by `) });
  await user.click(pay[0]!);
  expect(sheets.current).toEqual({ name: "top-up", amount: arrears });
});

it("the first start offers three ways and says what stays here", async () => {
  await open("today", "first");
  expect(await screen.findByRole("button", { name: /demo account/ })).toBeTruthy();
  expect(screen.getByRole("button", { name: /Import a file/ })).toBeTruthy();
  expect(screen.getByRole("button", { name: /Start empty/ })).toBeTruthy();
  expect(screen.getByText(/Everything stays on this machine/)).toBeTruthy();
});

it("the demo account opens from the first start", async () => {
  const user = userEvent.setup();
  await open("today", "first");
  await user.click(await screen.findByRole("button", { name: /demo account/ }));
  await waitFor(() => expect(session.account?.sample).toBe(true));
});

it("an account whose name is taken is refused beside the form", async () => {
  const user = userEvent.setup();
  await open("today", "first", "refused");
  await user.click(await screen.findByRole("button", { name: /Start empty/ }));
  await user.click(screen.getByRole("button", { name: "Open the account" }));
  expect((await screen.findByRole("alert")).textContent).toBe("An account of this name exists already.");
});

describe("the keyboard", () => {
  it("goes from screen to screen by number and by letter", async () => {
    const user = userEvent.setup();
    await open("today");
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("3");
    expect(location.hash).toBe("#/packages");
    await user.keyboard("gb");
    expect(location.hash).toBe("#/balance");
  });

  it("explains the first figure of the screen, and closes again", async () => {
    const user = userEvent.setup();
    await open("balance");
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("?");
    expect(await screen.findByRole("complementary", { name: /Why: Spendable now/ })).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  });

  it("opens a package and comes back to its row", async () => {
    const user = userEvent.setup();
    await open("packages");
    await screen.findByRole("heading", { level: 1 });
    // Once it is foreseen, what comes to harm first stands first.
    const first = packages.packages.find((row) => row.id === forecast.packages.toSorted((a, b) => a.harmAt - b.harmAt)[0]?.packageId)!;
    await waitFor(() => expect(document.querySelector("tbody tr")?.textContent).toContain(first.sku));
    await user.keyboard("j{Enter}");
    expect(await screen.findByRole("complementary", { name: first.sku })).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement?.textContent).toContain(first.sku));
  });

  it("filters by slash, and says by what when nothing is left", async () => {
    const user = userEvent.setup();
    await open("packages");
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("/");
    await user.keyboard("zzz");
    expect(screen.getByText("Nothing here matches “zzz”.")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(screen.queryByText(/Nothing here matches/)).toBeNull();
  });

  it("lists its keys", async () => {
    const user = userEvent.setup();
    await open("usage");
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("{F1}");
    expect(screen.getByRole("dialog", { name: "Keys" }).textContent).toContain("Why is this figure so?");
  });

  it("hides amounts everywhere at once", async () => {
    const user = userEvent.setup();
    const container = await open("balance");
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("{Control>}.{/Control}");
    expect(container.querySelector(".equation")?.textContent).toContain("•••");
    await user.keyboard("{Control>}.{/Control}");
  });
});

it("packages stand together by service where that is asked for, and keys step over the headings", async () => {
  const user = userEvent.setup();
  await open("packages");
  await screen.findByRole("heading", { level: 1 });
  const table = () => screen.getByRole("table", { name: "All packages" });
  const shown = () => table().querySelectorAll("tbody tr[tabindex]").length;
  await user.selectOptions(screen.getByRole("combobox", { name: "Arrange by" }), "service");
  const headings = within(table()).getAllByRole("rowheader").map((one) => one.textContent);
  expect(new Set(headings).size).toBe(headings.length);
  expect(shown()).toBe(packages.packages.length);
  screen.getByRole("combobox", { name: "Arrange by" }).blur();
  await user.keyboard("jj");
  expect(document.activeElement).toBe(table().querySelectorAll("tbody tr[tabindex]")[1]);
});

it("what fell due while the window was closed is told in the status line", async () => {
  await open("today", "caught-up");
  await waitFor(() => expect(status.text).toContain(`one settlement, ${money(runDueCaughtUp.settled, "USD")}`));
});

it("what was charged is told apart by its reasons, with the rule and what would have paid, and `w` goes there", async () => {
  const user = userEvent.setup();
  await open("usage");
  const table = await screen.findByRole("table", { name: "Why was this charged?" });
  const [first] = unexpected.rows;
  const row = within(table).getAllByRole("row")[1]!;
  expect(row.textContent).toContain(`Rule ${first!.reasons[0]!.rule} · ${first!.reasons[0]!.source}`);
  expect(row.textContent).toContain(`${first!.offer!.sku} would have paid`);
  expect(table.querySelector("tfoot")?.textContent).toContain(count(unexpected.calls));
  await user.keyboard("w");
  expect(document.activeElement).toBe(row);
  await user.keyboard("?");
  expect(await screen.findByRole("complementary", { name: "Why: Calls" })).toBeTruthy();
  await user.keyboard("{Escape}");
  await user.click(within(row).getByRole("button", { name: `Compare ways to pay for ${first!.service} in ${first!.region}` }));
  expect(sheets.current).toEqual({ name: "compare", place: { service: first!.service, region: first!.region } });
});

it("bills switch to what months cost, say what the difference is, and every amount explains itself", async () => {
  const user = userEvent.setup();
  await open("bills");
  await user.click(await screen.findByRole("radio", { name: "Amortised" }));
  const table = await screen.findByRole("table", { name: "Cost by month" });
  expect(screen.getByText(/^Amortised spreads a package over the days it pays for/)).toBeTruthy();
  const [newest] = amortised.rows;
  expect(within(table).getAllByRole("row")[1]!.textContent).toContain(money(newest!.packages.amount, "USD").slice(1));
  expect(table.querySelector("tfoot")?.textContent).toContain(money(amortised.total.cost.amount, "USD").slice(1));
  await user.click(within(table).getAllByRole("button", { name: money(newest!.packages.amount, "USD").slice(1) })[0]!);
  await screen.findByText("The shares of every package, paid so or renewed");
  await user.keyboard("{Escape}");
  await user.click(screen.getByRole("radio", { name: "Cash" }));
  expect(await screen.findByRole("table", { name: "By month" })).toBeTruthy();
});

it("a month opens to what each of its days costs, and back to what moved", async () => {
  const user = userEvent.setup();
  await open("bills?view=amortised&month=2026-11", "days");
  const table = await screen.findByRole("table", { name: "Cost by day" });
  expect(table.querySelectorAll("tbody tr")).toHaveLength(amortisedDays.rows.length);
  await user.click(screen.getByRole("radio", { name: "Cash" }));
  expect(await screen.findByRole("table", { name: "Lines" })).toBeTruthy();
});

it("a bill leads to the reasons of its pay-per-use", async () => {
  await open("bills?month=2026-11");
  const link = await screen.findByRole("link", { name: "Why was this charged?" });
  // 1 November to 1 December at UTC+08:00.
  expect(link.getAttribute("href")).toBe("#/usage?bucket=day&from=1793462400&to=1796054400&show=reasons");
});

it("an import opens down to what it left out, with file, line and reason", async () => {
  const user = userEvent.setup();
  await open("usage", "huge");
  const imports = await screen.findByRole("table", { name: "Imports" });
  await user.click(within(imports).getAllByRole("row")[1]!.querySelector("td")!);
  const pane = await screen.findByRole("complementary", { name: usageHuge.imports[0]!.label });
  await waitFor(() => expect(pane.textContent).toContain(`Rejected rows: ${detail.rejectedCount}`));
  expect(pane.textContent).toContain(`${detail.rejected[0]!.file}:${detail.rejected[0]!.line}`);
  expect(pane.textContent).toContain("not an access log line");
  expect(pane.textContent).toContain(detail.unmatched[0]!.found);
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("complementary", { name: usageHuge.imports[0]!.label })).toBeNull();
});

it("an import is undone only after its consequence was named", async () => {
  const user = userEvent.setup();
  const row: ImportRow = { ...(undone as ImportRow), undoneAt: null };
  render(Imports, { imports: [row] });
  render(Sheets, { account });
  await user.click(screen.getByRole("button", { name: `Undo the import of ${row.label}` }));
  const dialog = await screen.findByRole("dialog", { name: "Undo this import?" });
  expect(dialog.textContent).toContain(`The ${count(row.billable)} calls of ${row.label} are taken back as a whole.`);
  await user.click(screen.getByRole("button", { name: `Take ${count(row.billable)} calls back` }));
  await waitFor(() => expect(status.text).toContain("was undone"));
});

it("usage that ended long ago is shown where it ended, and says so", async () => {
  const container = await open("usage", "old");
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("The latest usage is of 22 Nov 2026.");
  expect(container.textContent).toContain("Nothing later has been imported");
});

it("every line of the statement explains its change and its balance", async () => {
  const user = userEvent.setup();
  await open("balance");
  await screen.findByRole("heading", { level: 1 });
  await user.keyboard("j?");
  expect(await screen.findByRole("complementary", { name: /^Why: / })).toBeTruthy();
});

it("a renewal that will fail comes with the money that mends it, and opens to every way out", async () => {
  const user = userEvent.setup();
  await open("renewals", "fails");
  const { amount, package: sku } = renewalsFails.verdict;
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toContain(`The renewal of ${sku} will fail`);
  await user.keyboard("j{Enter}");
  const pane = await screen.findByRole("complementary", { name: sku });
  for (const way of ["Renew it now", "Let it renew itself", "Let it become pay-per-use", "Let it end, and stop"]) {
    expect(within(pane).getByRole("heading", { name: new RegExp(way) })).toBeTruthy();
  }
  await user.click(screen.getAllByRole("button", { name: `Top up ${money(amount, "USD")}` })[0]!);
  expect(sheets.current).toEqual({ name: "top-up", amount });
});
