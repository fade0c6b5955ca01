/** From the chart to an hour and back, a step at a time, by keys alone. */
import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import App from "../../App.svelte";
import { place } from "../../state/place.svelte";
import { session } from "../../state/session.svelte";
import { answerAs, openedOn } from "../../testing/recorded";
import hourly from "../../ipc/replies/usage.hour.json";
import usage from "../../ipc/replies/usage.json";

async function open(address: string, ...cases: string[]) {
  answerAs(...cases);
  openedOn(address);
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return container;
}

const quiet = (container: HTMLElement) => waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
});

it("a marked span is looked at more closely, and Escape leads back", async () => {
  const container = await open("usage");
  (await screen.findByRole("img", { name: /^Calls per day: / })).focus();
  await userEvent.keyboard("{End}{Shift>}{ArrowLeft}{/Shift}{Enter}");
  const [from, to] = [usage.bars.at(-2), usage.to];
  expect([place.params.get("from"), place.params.get("to"), place.params.get("bucket"), place.params.get("out")]).toEqual([String(from), String(to), "hour", "day.."]);
  await quiet(container);
  expect(screen.getByRole("button", { name: "Back to the longer span" })).toBeTruthy();
  await userEvent.keyboard("{Escape}");
  expect([place.params.get("from"), place.params.get("bucket"), place.params.get("out")]).toEqual([null, "day", null]);
});

it("an hour opens to what was called in it, and Escape closes it", async () => {
  const container = await open("usage?bucket=hour", "hour");
  (await screen.findByRole("img", { name: /^Calls per hour: / })).focus();
  await userEvent.keyboard("{Home}{ArrowRight}{Enter}");
  expect(place.params.get("hour")).toBe(String(hourly.bars[1]));
  await quiet(container);
  expect(await screen.findByRole("complementary", { name: /^The hour of / })).toBeTruthy();
  await userEvent.keyboard("{Escape}");
  expect(place.params.get("hour")).toBeNull();
  await quiet(container);
  expect(screen.queryByRole("complementary")).toBeNull();
});
