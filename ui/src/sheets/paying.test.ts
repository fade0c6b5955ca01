import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import App from "../App.svelte";
import { count, money } from "../parts/format";
import { session } from "../state/session.svelte";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { account, answerAs, openedOn } from "../testing/recorded";
import vouchers from "../ipc/replies/balance.vouchers.json";
import compared from "../ipc/replies/compare.json";
import joint from "../ipc/replies/preview_buy_together.json";
import bought from "../ipc/replies/preview_buy.voucher.json";
import voucher from "../ipc/replies/preview_voucher.json";
import Sheets from "./Sheets.svelte";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  sheets.close();
  status.tell("");
});

describe("vouchers", () => {
  it("are listed with what is left, what they may pay and how they stand; `n` adds one", async () => {
    const user = userEvent.setup();
    answerAs("vouchers");
    openedOn("balance");
    render(App);
    const table = await screen.findByRole("table", { name: "Vouchers" });
    const rows = within(table).getAllByRole("row").slice(1);
    expect(rows).toHaveLength(vouchers.vouchers.rows.length);
    expect(rows[0]!.textContent).toMatch(/SPRING.*Usable.*everything/);
    expect(rows[1]!.textContent).toMatch(/gift.*Not begun.*pay-per-use of passport-ocr/);
    expect(rows[1]!.textContent).toContain("payments of $1.00 and more · at most $5.00 of a payment · one payment");
    expect(rows[2]!.textContent).toContain("Ended");
    await user.click(within(rows[0]!).getAllByRole("button")[0]!);
    await screen.findByText("Worth − what it paid so far; one for a single payment is over after it");
    await user.keyboard("{Escape}n");
    expect(sheets.current).toEqual({ name: "voucher" });
  });

  it("are shown before they are added, and only then can be", async () => {
    const user = userEvent.setup();
    answerAs();
    openedOn("balance");
    render(Sheets, { account });
    sheets.open({ name: "voucher" });
    const dialog = await screen.findByRole("dialog", { name: "Add a voucher" });
    expect(within(dialog).getByText(/are needed to see what it adds/)).toBeTruthy();
    expect(within(dialog).getByRole<HTMLButtonElement>("button", { name: "Add a voucher" }).disabled).toBe(true);
    await user.type(within(dialog).getByLabelText("Name"), "SPRING");
    await user.type(within(dialog).getByLabelText("Amount (USD)"), "20");
    await user.type(within(dialog).getByLabelText("Valid until"), "2026-12-31");
    const confirm = await within(dialog).findByRole("button", { name: `Add SPRING, worth ${money(voucher.voucher.amount, "USD")}` });
    expect(dialog.textContent).toContain(money(voucher.usableAfter, "USD"));
    await user.click(within(dialog).getByRole("checkbox", { name: "packages" }));
    await user.click(within(dialog).getByRole("checkbox", { name: "renewals" }));
    await user.click(within(dialog).getByRole("checkbox", { name: "pay-per-use" }));
    await waitFor(() => expect(within(dialog).getByRole<HTMLButtonElement>("button", { name: "Add a voucher" }).disabled).toBe(true));
    expect(confirm.isConnected && confirm.textContent).not.toContain("SPRING");
  });

  it("are named where they pay", async () => {
    const user = userEvent.setup();
    answerAs("voucher");
    openedOn("packages");
    render(Sheets, { account });
    sheets.open({ name: "buy" });
    await user.click((await screen.findAllByRole("radio"))[0]!);
    const label = await screen.findByText("From vouchers");
    expect(label.nextElementSibling?.textContent).toContain(`SPRING ${money(bought.fromVouchers, "USD")}`);
  });
});

describe("packages that are paid together", () => {
  it("are counted or added, show what pays each and all, and are bought by one button", async () => {
    const user = userEvent.setup();
    answerAs();
    openedOn("packages");
    render(Sheets, { account });
    sheets.open({ name: "buy" });
    const dialog = await screen.findByRole("dialog", { name: "Buy a package" });
    await user.click((await within(dialog).findAllByRole("radio"))[0]!);
    const many = await within(dialog).findByLabelText("How many");
    await user.clear(many);
    expect(within(dialog).getByRole("alert").textContent).toMatch(/1.*100/);
    expect(within(dialog).getByRole<HTMLButtonElement>("button", { name: "Buy a package" }).disabled).toBe(true);
    await user.type(many, "2");
    const button = await within(dialog).findByRole("button", { name: `Buy all packages for ${money(joint.price, "USD")}` });
    const rows = [...dialog.querySelectorAll("ol li")];
    expect(rows).toHaveLength(joint.packages.length);
    expect(rows[0]!.textContent).toContain(`From vouchers ${money(joint.packages[0]!.fromVouchers, "USD")}`);
    const total = within(dialog).getByText("All packages", { selector: "dt" });
    expect(total.nextElementSibling?.textContent).toContain(money(joint.price, "USD"));
    await user.click(within(dialog).getByRole("button", { name: "Add another package" }));
    expect(within(dialog).getByRole("heading", { name: "Paid together" }).nextElementSibling?.textContent).toMatch(/2 ×/);
    expect(within(dialog).queryByLabelText("How many")).toBeNull();
    await user.click(await within(dialog).findByRole("button", { name: button.textContent!.trim() }));
    await waitFor(() => expect(status.text).toContain(`Bought all packages for ${money(joint.price, "USD")}.`));
    expect(sheets.current).toBeUndefined();
  });

  it("are taken out again, and come back after a top-up", async () => {
    const user = userEvent.setup();
    answerAs("refused");
    openedOn("packages");
    render(Sheets, { account });
    const basket = [{ sku: "passport-1k", count: 2 }];
    sheets.open({ name: "buy", basket });
    await user.click(await screen.findByRole("button", { name: /^Top up .* first$/ }));
    expect(sheets.current).toMatchObject({ name: "top-up", then: { name: "buy", basket } });
    sheets.replace({ name: "buy", basket });
    await user.click(await screen.findByRole("button", { name: "Take passport-1k out" }));
    expect(screen.queryByRole("heading", { name: "Paid together" })).toBeNull();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("comparing ways to pay", () => {
  it("states the cheapest, prices each way, and a choice shows what happens at the switch before one button acts", async () => {
    const user = userEvent.setup();
    answerAs();
    openedOn("packages");
    render(Sheets, { account });
    sheets.open({ name: "compare", place: { service: "id-card-ocr", region: "ap-southeast-1" } });
    const dialog = await screen.findByRole("dialog", { name: "Ways to pay for id-card-ocr in ap-southeast-1" });
    const table = await within(dialog).findByRole("table", { name: "What these calls would have cost" });
    const rows = within(table).getAllByRole("row").slice(1);
    expect(rows).toHaveLength(compared.ways.length);
    expect(rows[0]!.textContent).toContain(money(compared.ways[0]!.total, "USD").slice(1));
    expect(dialog.textContent).toContain(count(compared.calls));
    expect(within(dialog).getByRole("button", { name: "Stay as it is" })).toBeTruthy();
    await user.click(within(rows[0]!).getAllByRole("button").at(-1)!);
    await screen.findByText(/^Price of the package \+ pay-per-use/);
    await user.click(within(rows[1]!).getByRole("radio"));
    await within(dialog).findByRole("heading", { name: "What happens at the switch" });
    expect(within(dialog).getByRole("button", { name: /^Buy .* calls for / })).toBeTruthy();
    await user.click(within(dialog).getAllByRole("radio", { name: /becomes pay-per-use at its end/ })[0]!);
    await within(dialog).findByText("calls are paid one by one");
    await user.click(within(dialog).getByRole("button", { name: /become pay-per-use$/ }));
    await waitFor(() => expect(status.text).toContain("does not renew itself"));
  });
});
