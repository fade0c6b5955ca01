import { cleanup, render, screen } from "@testing-library/svelte";
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
