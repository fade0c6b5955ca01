import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "../App.svelte";
import * as door from "../ipc/call";
import { session } from "../state/session.svelte";
import { sheets, type OpenSheet } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { account, answerAs, openedOn } from "../testing/recorded";
import change from "../ipc/replies/preview_tag.json";
import share from "../ipc/replies/preview_share.json";
import Sheets from "./Sheets.svelte";

vi.mock("../ipc/call", async (original) => {
  const real = await original<typeof import("../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const asked = (name: string) => vi.mocked(door.call).mock.calls.filter(([command]) => command === name).map(([, request]) => request);
const place = { service: "passport-ocr", region: "ap-southeast-1" };
const chosen = { id: "0", sku: "passport-1k", ...place };

function open(sheet: OpenSheet, ...cases: string[]) {
  answerAs(...cases);
  openedOn("packages");
  sheets.current = sheet;
  render(Sheets, { account });
  return userEvent.setup();
}

const tag = (tags: { key: string; value: string }[], keys: string[] = []): OpenSheet => ({ name: "tag", place, tags, keys });

beforeEach(() => {
  localStorage.clear();
  vi.mocked(door.call).mockClear();
});
afterEach(() => {
  sheets.close();
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  status.tell("");
});

describe("a tag", () => {
  it("is previewed when both its parts are typed, and set", async () => {
    const user = open(tag([]));
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Tag" }).disabled).toBe(true);
    await user.type(screen.getByRole("textbox", { name: "Tag" }), "team");
    expect(asked("preview_tag")).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: "Value" }), " risk ");
    const button = await screen.findByRole("button", { name: `Tag it ${change.key} = ${change.after}` });
    expect(asked("preview_tag")).toEqual([{ accountId: account.id, ...place, key: "team", value: "risk" }]);
    expect(screen.getByText("Before").nextElementSibling?.textContent).toBe(change.before);
    await user.click(button);
    await waitFor(() => expect(status.text).toBe("passport-ocr · ap-southeast-1 is tagged team = kyc."));
    expect(asked("set_tag")).toMatchObject([{ ...place, key: "team", value: "risk", basis: change.basis }]);
    expect(sheets.current).toBeUndefined();
  });

  it("that is there is changed from its line, and taken away by emptying it", async () => {
    const user = open(tag([{ key: "team", value: "kyc" }]), "away");
    await user.click(screen.getByRole("button", { name: "Change the tag team" }));
    const value = screen.getByRole<HTMLInputElement>("textbox", { name: "Value" });
    expect(value.value).toBe("kyc");
    await user.clear(value);
    expect(await screen.findByRole("button", { name: "Take team away" })).toBeTruthy();
    expect(asked("preview_tag").at(-1)).toMatchObject({ key: "team", value: null });
  });

  it("can be called as it is elsewhere, and says what is wrong with it", async () => {
    const user = open(tag([], ["team"]), "refused");
    await user.click(screen.getByRole("button", { name: "team" }));
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Tag" }).value).toBe("team");
    await user.type(screen.getByRole("textbox", { name: "Value" }), "x");
    expect((await screen.findByRole("alert")).textContent).toContain("A tag has a key of 1 to 128 characters");
  });

  it("is shown beside what it is of, which leads to the sheet", async () => {
    answerAs("tagged");
    openedOn("packages");
    render(App);
    const tags = await screen.findByRole("list", { name: "Tags" });
    expect(within(tags).getByText("team = kyc")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Tag passport-ocr · ap-southeast-1" }));
    expect(sheets.current).toEqual(tag([{ key: "team", value: "kyc" }], ["team"]));
  });
});

describe("a package", () => {
  it("is shared with member accounts, and says which have called", async () => {
    const user = open({ name: "share", package: chosen, on: true });
    expect((await screen.findByText("Members that called")).nextElementSibling?.textContent).toBe("berlin");
    await user.click(screen.getByRole("button", { name: "Share passport-1k with member accounts" }));
    await waitFor(() => expect(status.text).toBe("passport-1k pays for calls of member accounts, too."));
    expect(asked("share")).toMatchObject([{ packageId: "0", on: true, basis: share.basis }]);
  });

  it("says beside it whether members may use it, and offers the other", async () => {
    answerAs("shared");
    openedOn("packages?package=0");
    render(App);
    const pane = await screen.findByRole("complementary", { name: "passport-1k" });
    expect(within(pane).getByText("may use it")).toBeTruthy();
    await userEvent.click(within(pane).getByRole("button", { name: "Stop sharing" }));
    expect(sheets.current).toEqual({ name: "share", package: chosen, on: false });
  });

  it("that is kept to oneself again leaves members with pay-per-use", async () => {
    open({ name: "share", package: chosen, on: false }, "off");
    expect(await screen.findByText(/Calls of member accounts are pay-per-use/)).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Stop sharing passport-1k" })).toBeTruthy();
  });
});
