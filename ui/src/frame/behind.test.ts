import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import App from "../App.svelte";
import { session } from "../state/session.svelte";
import { answerAs, openedOn } from "../testing/recorded";

afterEach(() => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
});

it("a clock that is behind the books is told on every screen", async () => {
  answerAs("behind");
  openedOn("bills");
  render(App);
  expect(await screen.findByText("Your clock is 3 hours behind the last settlement. Deadlines use the provider’s time.")).toBeTruthy();
});

it("a clock that is right is not spoken of", async () => {
  answerAs();
  openedOn("bills");
  render(App);
  await screen.findByRole("table", { name: "By month" });
  expect(screen.queryByText(/Your clock is/)).toBeNull();
});

it("a source that stopped is named on every screen, explains itself, and marks the sums that lack it", async () => {
  answerAs("partial");
  openedOn("usage");
  const { container } = render(App);
  const named = await screen.findByRole("button", { name: /^1 of 2 sources\. Missing: edge since .*18 Nov.*\.$/ });
  await waitFor(() => expect(container.querySelectorAll(".numbers .at-least")).toHaveLength(4));
  await userEvent.click(named);
  expect(await screen.findByText("Its longest pause, in hours")).toBeTruthy();
  cleanup();
  answerAs();
  openedOn("usage");
  const whole = render(App).container;
  await waitFor(() => expect(session.providerClock?.sources).toBeNull());
  await screen.findByRole("heading", { level: 1 });
  expect(whole.querySelector(".at-least")).toBeNull();
});

it("a bill of before a source stopped lacks nothing", async () => {
  answerAs("partial");
  openedOn("bills");
  const { container } = render(App);
  await screen.findByRole("table", { name: "By month" });
  await waitFor(() => expect(container.querySelectorAll("tbody .at-least")).toHaveLength(1));
  expect(container.querySelector("tbody tr .at-least")).not.toBeNull();
});
