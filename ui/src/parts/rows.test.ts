import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import * as door from "../ipc/call";
import recorded from "../ipc/replies/packages.json";
import { pressed } from "../frame/keys";
import PackageRows from "../screens/packages/Rows.svelte";
import { doingsOfPackage } from "../doings/ofPackage";
import type { PackagesView } from "../ipc/generated/PackagesView";
import { account, answerAs, openedOn } from "../testing/recorded";
import { sheets } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";

const { packages } = recorded as unknown as PackagesView;
const bare = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, "");

beforeEach(() => {
  localStorage.clear();
  answerAs();
  openedOn("packages");
  sheets.close();
  status.tell("");
  onkeydown = pressed;
});

function show() {
  const onopen = vi.fn();
  render(PackageRows, { rows: packages, opened: undefined, now: 1_795_327_620, onopen, onclose: vi.fn(), doings: (row) => doingsOfPackage(row, account) });
  const rows = screen.getAllByRole("row").slice(1);
  rows[0]!.focus();
  return { onopen, rows, user: userEvent.setup() };
}

it("Space selects, Shift with j, k or arrows selects on, and Escape lets go; the count is said", async () => {
  const { rows, user } = show();
  expect(rows[0]!.hasAttribute("aria-selected")).toBe(false);
  await user.keyboard(" ");
  expect(rows.map((row) => row.getAttribute("aria-selected")).slice(0, 2)).toEqual(["true", "false"]);
  expect(bare(status.text)).toBe(`One row of ${rows.length} is selected.`);
  await user.keyboard("J{Shift>}{ArrowDown}{/Shift}");
  expect(bare(status.text)).toBe(`3 rows of ${rows.length} are selected.`);
  expect(document.activeElement).toBe(rows[2]);
  await user.keyboard("K");
  expect(bare(status.text), "and back").toBe(`2 rows of ${rows.length} are selected.`);
  await user.keyboard("{Escape}");
  expect(status.text).toBe("No row is selected.");
  expect(rows[0]!.hasAttribute("aria-selected")).toBe(false);
});

it("the menu of a row has what its keys do, by keyboard, and gives the focus back", async () => {
  const { rows, user } = show();
  await user.keyboard("{Shift>}{F10}{/Shift}");
  const menu = screen.getByRole("menu");
  const items = within(menu).getAllByRole("menuitem");
  expect(document.activeElement).toBe(items[0]);
  const first = packages.find((row) => rows[0]!.textContent?.includes(row.sku))!;
  const labels = doingsOfPackage(first, account).map((one) => one.label);
  expect(items.slice(0, labels.length).every((item, index) => item.textContent?.includes(labels[index]!))).toBe(true);
  await user.keyboard("{ArrowUp}");
  expect(document.activeElement, "round").toBe(items.at(-1));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(rows[0]);
  await user.keyboard("{ContextMenu}{ArrowDown}{Enter}");
  expect(sheets.current?.name).toBe("renew");
});

it("a right click opens the same menu, a click beside it closes it, and a printed key does it", async () => {
  const { rows, user } = show();
  await user.pointer({ keys: "[MouseRight]", target: rows[1]! });
  expect(screen.getByRole("menu")).toBeTruthy();
  await user.pointer({ keys: "[MouseLeft]", target: document.body });
  expect(screen.queryByRole("menu")).toBeNull();
  await user.pointer({ keys: "[MouseRight]", target: rows[1]! });
  await user.keyboard("a");
  expect(sheets.current?.name).toBe("alert");
});

it("x saves the selected rows, or all that are shown, in the order of the screen", async () => {
  const { rows, user } = show();
  const save = vi.spyOn(door, "saveText").mockResolvedValue({ ok: true, value: "Documents/packages.csv" });
  await user.keyboard("x");
  const items = screen.getAllByRole("menuitem");
  expect(items.map((item) => bare(item.textContent ?? "").trim())).toEqual([`Save ${rows.length} rows as CSV`, `Save ${rows.length} rows as TSV`, `Copy ${rows.length} rows`]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(bare(status.text)).toBe(`${rows.length} rows saved as Documents/packages.csv.`));
  const [name, text] = save.mock.calls[0]!;
  expect(name).toMatch(/^tollbook-packages-\d{4}-\d\d-\d\d\.csv$/);
  const lines = text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(rows.length + 1);
  expect(lines[0]).toContain("(USD)");
  expect(lines.slice(1).every((line, index) => rows[index]!.textContent?.includes(line.split(",")[1]!))).toBe(true);
  expect(lines[1]).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00/);
  await user.keyboard(" Jx{ArrowDown}{Enter}");
  await waitFor(() => expect(save).toHaveBeenCalledTimes(2));
  expect(save.mock.calls[1]![1].trimEnd().split("\r\n")).toHaveLength(3);
  expect(save.mock.calls[1]![0]).toMatch(/\.tsv$/);
});

it("several selected packages have a batch in the menu of each of them", async () => {
  const { rows, user } = show();
  const able = packages.filter((row) => ["active", "scheduled", "exhausted"].includes(row.state));
  expect(able.length).toBeGreaterThan(1);
  await user.keyboard(" {Shift>}{F10}{/Shift}");
  expect(screen.getAllByRole("menuitem")[0]!.textContent).toContain("Open the row");
  await user.keyboard("{Escape}");
  for (const _ of rows.slice(1)) await user.keyboard("J");
  await user.keyboard("{Shift>}{F10}{/Shift}");
  expect(bare(screen.getAllByRole("menuitem")[0]!.textContent ?? "")).toMatch(/At the end of \d+ packages/);
  await user.keyboard("{Enter}");
  const opened = sheets.current;
  expect(opened?.name === "auto-renew-many" && opened.packages.length + opened.over).toBe(rows.length);
});
