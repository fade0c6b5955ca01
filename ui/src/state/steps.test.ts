import { beforeEach, expect, it, vi } from "vitest";
import nothing from "../ipc/replies/steps.nothing.json";
import recorded from "../ipc/replies/steps.json";
import ofImport from "../ipc/replies/steps.import.json";
import afterUndo from "../ipc/replies/undo.json";
import * as door from "../ipc/call";
import type { StepsView } from "../ipc/generated/StepsView";
import { account, answerAs, openedOn } from "../testing/recorded";
import { clock } from "./clock.svelte";
import { preferences } from "./preferences.svelte";
import { sheets } from "./sheets.svelte";
import { status } from "./status.svelte";
import { steps } from "./steps.svelte";
import { windowSteps } from "./windowSteps.svelte";

/** What Rust answers next, by command. */
let answers: Record<string, unknown>;
const asked = vi.fn();

beforeEach(async () => {
  localStorage.clear();
  windowSteps.read();
  answerAs();
  openedOn("today");
  sheets.close();
  status.tell("");
  asked.mockReset();
  answers = { steps: nothing, undo: afterUndo, redo: recorded };
  vi.spyOn(door, "call").mockImplementation((async (name: string, req: unknown) => {
    asked(name, req);
    const answer = answers[name];
    const isError = typeof answer === "object" && answer !== null && "code" in answer;
    return isError ? { ok: false, error: answer } : { ok: true, value: answer };
  }) as unknown as typeof door.call);
  // Another account forgets what was known of this one.
  await steps.load("none");
  clock.set((recorded as StepsView).undo!.at - 100);
});

it("says that there is nothing, and asks nothing of Rust", async () => {
  await steps.load(account.id);
  asked.mockReset();
  await steps.go("undo");
  expect(status.text).toBe("There is nothing to undo");
  expect(asked).not.toHaveBeenCalled();
});

it("what was just done is offered to be undone, by name and key", async () => {
  await steps.load(account.id);
  status.tell("The alert is set to $20.00.");
  answers["steps"] = recorded;
  await steps.load(account.id);
  expect(status.text).toBe("The alert is set to $20.00.");
  expect(status.actions.map((one) => [one.label, one.press])).toEqual([["Undo", "undo"]]);
  status.actions[0]!.run();
  await vi.waitFor(() => expect(status.text).toContain("In force now"));
  expect(status.text.replaceAll(/[\u2068\u2069]/g, "")).toBe("Undone: balance alert at $20.00. In force now: balance alert at $50.00.");
  expect(status.actions.map((one) => one.press)).toEqual(["redo"]);
});

it("an import is undone by its sheet, for it moves money", async () => {
  answers["steps"] = ofImport;
  await steps.load(account.id);
  await steps.go("undo");
  expect(sheets.current?.name).toBe("undo-import");
  expect(asked.mock.calls.map(([name]) => name)).not.toContain("undo");
});

it("what cannot be undone says why, and can be left", async () => {
  answers = { ...answers, steps: recorded, undo: { kind: "refused", code: "moved_on", args: {}, fix: null, reference: "" }, leave_step: nothing };
  await steps.load(account.id);
  await steps.go("undo");
  expect(status.text).toContain("changed since");
  expect(status.actions.map((one) => one.label)).toEqual(["Leave it as it is"]);
  status.actions[0]!.run();
  await vi.waitFor(() => expect(status.text).toContain("It stays"));
  expect(steps.next("undo")).toBeUndefined();
});

it("what was chosen about the window is undone too, newest first, and after a restart", async () => {
  answers["steps"] = recorded;
  await steps.load(account.id);
  preferences.chooseRows("compact");
  expect(steps.next("undo")?.of, "the line was set after it").toBe("books");
  clock.set((recorded as StepsView).undo!.at + 100);
  preferences.chooseTheme("dark");
  preferences.chooseTheme("dark");
  windowSteps.read();
  const next = steps.next("undo")!;
  expect(steps.name(next).replaceAll(/[\u2068\u2069]/g, "")).toBe("colours: Dark");
  await steps.go("undo");
  expect([preferences.theme, document.documentElement.dataset["theme"]]).toEqual(["system", undefined]);
  expect(localStorage.getItem("tollbook.theme")).toBe("system");
  await steps.go("redo");
  expect(preferences.theme).toBe("dark");
  await steps.go("undo");
  expect(steps.next("undo")?.of).toBe("books");
  preferences.chooseRows("usual");
  expect(windowSteps.undone, "something new leaves nothing to choose again").toEqual([]);
});
