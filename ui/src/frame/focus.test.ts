import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { focusAgain, focusBeginning, keepFocus, openerOf, takesFocus } from "./focus";

let stop = () => {};

beforeEach(() => {
  document.body.innerHTML = `
    <div id="window"><main tabindex="-1">
      <section id="list"><button id="filter">Filter</button><table><tbody><tr id="a" tabindex="0"></tr><tr id="b" tabindex="-1"></tr><tr id="c" tabindex="-1"></tr></tbody></table></section>
    </main></div>`;
  stop = keepFocus(at("window"), () => document.querySelector("main"));
});
afterEach(() => stop());

const at = (id: string) => document.getElementById(id)!;
const has = (element: Element | null) => vi.waitFor(() => expect(document.activeElement).toBe(element));

it("the next row takes the place of one that vanished, the row before that of the last", async () => {
  at("b").focus();
  at("b").remove();
  await has(at("c"));
  at("c").remove();
  await has(at("a"));
});

it("when the last row vanishes, the list keeps it", async () => {
  at("a").focus();
  document.querySelector("table")!.remove();
  await has(at("filter"));
});

it("when the screen changes, the next screen has it", async () => {
  at("filter").focus();
  at("list").remove();
  await has(document.querySelector("main"));
});

it("what stays keeps it", async () => {
  at("filter").focus();
  at("b").remove();
  await has(at("filter"));
});

it("while a button rests the screen holds the focus for it", async () => {
  at("filter").focus();
  // Browsers take the focus away from what cannot have it.
  at("filter").blur();
  at("filter").toggleAttribute("disabled", true);
  await has(document.querySelector("main"));
  at("filter").toggleAttribute("disabled", false);
  await has(at("filter"));
});

it("a sheet that closes gives it back to what opened the first of them, or to the screen", async () => {
  document.querySelector("main")!.className = "area";
  document.body.insertAdjacentHTML("beforeend", '<dialog open id="one"><button id="next">Next</button></dialog><dialog open id="two"></dialog>');
  at("filter").focus();
  openerOf(at("one"));
  at("next").focus();
  const opener = openerOf(at("two"));
  at("one").remove();
  at("two").remove();
  focusAgain(opener);
  await has(at("filter"));
  at("filter").remove();
  focusAgain(opener);
  await has(document.querySelector("main"));
});

it("a form begins in its first field, unless somebody is elsewhere already", () => {
  document.body.insertAdjacentHTML("beforeend", '<div id="form" tabindex="-1"><input id="first"><input id="second"></div>');
  takesFocus(at("first"));
  expect(document.activeElement).toBe(at("first"));
  at("second").focus();
  takesFocus(at("first"));
  expect(document.activeElement).toBe(at("second"));
  at("form").focus();
  takesFocus(at("first"));
  expect(document.activeElement).toBe(at("first"));
  at("filter").focus();
  expect(focusBeginning(at("form"))).toBe(true);
  expect(document.activeElement).toBe(at("first"));
  expect(focusBeginning(at("list"))).toBe(false);
});
