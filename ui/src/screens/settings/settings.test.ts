import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it } from "vitest";
import App from "../../App.svelte";
import { speak } from "../../messages/say";
import { preferences } from "../../state/preferences.svelte";
import { session } from "../../state/session.svelte";
import { status } from "../../state/status.svelte";
import { answerAs, openedOn } from "../../testing/recorded";
import place from "../../ipc/replies/books_place.json";
import { fileSize } from "./size";

async function open(): Promise<HTMLElement> {
  answerAs();
  openedOn("settings");
  const { container } = render(App);
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).toBeNull());
  return container;
}

beforeEach(() => localStorage.clear());
afterEach(async () => {
  cleanup();
  session.account = undefined;
  session.startup = undefined;
  status.tell("");
  await preferences.chooseLanguage("en");
  preferences.chooseTheme("system");
  preferences.chooseRows("usual");
  preferences.chooseZoom(100);
  await speak(["en"]);
});

it("another language is spoken at once, everywhere, and kept; the focus stays where it is", async () => {
  const user = userEvent.setup();
  const container = await open();
  const list = await screen.findByRole("combobox", { name: "Language of the window" });
  list.focus();
  await user.selectOptions(list, "zh-CN");
  await waitFor(() => expect(document.documentElement.lang).toBe("zh-CN"));
  await waitFor(() => expect(screen.getByRole("link", { name: /余额/ })).toBeTruthy());
  expect(container.textContent).not.toContain("Language of the window");
  expect(document.activeElement).toBe(list);
  expect(localStorage.getItem("tollbook.language")).toBe("zh-CN");
  await user.selectOptions(list, "ar");
  await waitFor(() => expect(document.documentElement.dir).toBe("rtl"));
  await user.selectOptions(list, "en");
  await waitFor(() => expect(screen.getByRole("heading", { name: "Language" })).toBeTruthy());
});

it("theme, rows, zoom and hidden amounts take effect at once", async () => {
  const user = userEvent.setup();
  await open();
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  await user.click(screen.getByRole("radio", { name: "Compact" }));
  expect(document.documentElement.dataset["rows"]).toBe("compact");
  await user.selectOptions(screen.getByRole("combobox", { name: "Zoom" }), "150");
  expect(localStorage.getItem("tollbook.zoom")).toBe("150");
  await user.keyboard("{Control>}-{/Control}");
  expect(preferences.zoom).toBe(125);
  await user.keyboard("{Control>}0{/Control}");
  expect(preferences.zoom).toBe(100);
  await user.click(screen.getByRole("checkbox", { name: /Hide amounts/ }));
  expect(preferences.amountsHidden).toBe(true);
  preferences.toggleAmounts();
});

it("says where the books lie, and how large they are", async () => {
  const container = await open();
  await screen.findByRole("heading", { name: "The books" });
  expect(container.textContent).toContain(place.file);
  expect(container.textContent).toContain("3.4 MB");
});

it("a size is told in the unit that says it", () => {
  expect([fileSize(0), fileSize(999), fileSize(1500), fileSize(123_456_789)]).toEqual(["0 byte", "999 byte", "1.5 kB", "123 MB"]);
});
