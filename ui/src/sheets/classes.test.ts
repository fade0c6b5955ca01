import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "../App.svelte";
import * as door from "../ipc/call";
import { session } from "../state/session.svelte";
import { sheets, type OpenSheet } from "../state/sheets.svelte";
import { status } from "../state/status.svelte";
import { units } from "../state/units.svelte";
import { answerAs, openedOn, school } from "../testing/recorded";
import finish from "../ipc/replies/preview_class.finish.json";
import Sheets from "./Sheets.svelte";

vi.mock("../ipc/call", async (original) => {
  const real = await original<typeof import("../ipc/call")>();
  return { ...real, call: vi.fn(real.call) };
});

const asked = (name: string) => vi.mocked(door.call).mock.calls.filter(([command]) => command === name).map(([, request]) => request);
const running: OpenSheet = { name: "end-class", application: "maths", class: { name: "m-9", since: 1_795_327_620 } };

function open(sheet: OpenSheet, ...cases: string[]) {
  answerAs(...cases, "lcic");
  openedOn("packages", school);
  sheets.current = sheet;
  render(Sheets, { account: school });
  return userEvent.setup();
}

beforeEach(() => {
  localStorage.clear();
  vi.mocked(door.call).mockClear();
});
afterEach(() => {
  sheets.close();
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  units.applications = false;
  status.tell("");
});

describe("a class", () => {
  it("begins by its name, once what pays for it is known", async () => {
    const user = open({ name: "begin-class", application: "maths" });
    await user.type(screen.getByRole("textbox", { name: "Name of the class" }), " m-9 ");
    await user.click(await screen.findByRole("button", { name: "Begin class m-9" }));
    await waitFor(() => expect(status.text).toBe("Class m-9 of maths runs."));
    expect(asked("preview_class")).toEqual([{ accountId: school.id, application: "maths", class: "m-9", attended: null }]);
    expect(asked("switch_class")).toMatchObject([{ class: "m-9", attended: null }]);
  });

  it.each([
    ["runs", "Class m-9 runs already."],
    ["suspended", /no package with quota left/],
  ])("that is refused says why: %s", async (answer, words) => {
    const user = open({ name: "begin-class", application: "maths" }, answer);
    await user.type(screen.getByRole("textbox", { name: "Name of the class" }), "m-9");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toMatch(words);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Begin a class" }).disabled).toBe(true);
  });

  it("ends with what everybody attended: minutes, who pays, and the cost stand before the button", async () => {
    const user = open(running, "finish");
    const time = screen.getByRole("textbox", { name: "Attended by everybody together" });
    await user.type(time, "10");
    expect(screen.getByText("Write hours, a colon, and minutes: 10:00.")).toBeTruthy();
    expect(asked("preview_class")).toEqual([]);
    await user.type(time, ":00");
    await user.click(await screen.findByRole("button", { name: "End class m-9, $0.00" }));
    expect(asked("preview_class").at(-1)).toMatchObject({ class: "m-9", attended: "10:00" });
    await waitFor(() => expect(status.text).toBe("Class m-9 of maths ended: 600 minutes, $0.00."));
    expect(asked("switch_class")).toMatchObject([{ attended: "10:00", basis: finish.basis }]);
  });

  it("whose minutes nothing may pay for says that they cost nothing", async () => {
    const user = open(running, "uncovered");
    await user.type(screen.getByRole("textbox", { name: "Attended by everybody together" }), "100:00");
    expect(await screen.findByText("Nothing may pay for 6,000 of these minutes. They cost nothing.")).toBeTruthy();
  });

  it("that runs stands beside its application, which leads to its end and to a new one", async () => {
    answerAs("lcic-class", "lcic");
    openedOn("packages", school);
    render(App);
    await userEvent.click(await screen.findByRole("button", { name: "End class m-9 of maths" }));
    expect(sheets.current).toMatchObject({ name: "end-class", application: "maths", class: { name: "m-9" } });
    sheets.close();
    expect(screen.queryByRole("button", { name: "Begin a class in music" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Begin a class in maths" }));
    expect(sheets.current).toEqual({ name: "begin-class", application: "maths" });
  });
});

it("attendance that nothing may pay for is named before it is imported", async () => {
  const user = open({ name: "import", paths: ["/attendance.csv"] }, "lcic-uncovered");
  await user.click(screen.getByRole("button", { name: "Preview" }));
  expect(await screen.findByText("No package has quota for 40 of these minutes, and overage may not pay for them. They cost nothing.")).toBeTruthy();
  const cells = (await screen.findByText("music")).closest("tr")!.querySelectorAll("td");
  expect(cells[4]?.textContent?.trim()).toBe("40");
});
