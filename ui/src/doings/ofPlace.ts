/** What can be done with a service in a region, or with an application. */
import { say } from "../messages/say";
import { tagKeys } from "../screens/packages/states";
import { place } from "../state/place.svelte";
import { sheets } from "../state/sheets.svelte";
import type { Ladder } from "../ipc/generated/Ladder";
import type { Doing } from "./doing";

/** Of a ladder; `all` are those of the account, for the tags that are in use. */
export function doingsOfPlace(ladder: Ladder, all: Ladder[]): Doing[] {
  const where = { service: ladder.service, region: ladder.region };
  const tag: Doing = { id: "tag", label: say("do-tag"), run: () => sheets.open({ name: "tag", place: where, tags: ladder.tags, keys: tagKeys(all) }) };
  const usage: Doing = { id: "usage", label: say("show-its-usage"), run: () => place.go("usage", where) };
  const enable = (not?: string): Doing => ({
    id: ladder.enabled ? "disable" : "enable",
    label: say(ladder.enabled ? "do-disable" : "do-enable"),
    not,
    run: () => sheets.open({ name: "service", place: where, enable: !ladder.enabled }),
  });
  if (ladder.application === null) {
    const buy: Doing = { id: "buy", label: say("do-buy"), run: () => sheets.open({ name: "buy", place: where }) };
    const alert: Doing = { id: "alert", label: say("key-alert"), run: (line) => sheets.open({ name: "alert", line, rule: { of: "package", ...where, application: "" } }) };
    const compare: Doing = {
      id: "compare",
      label: say("do-compare"),
      not: ladder.comparable ? undefined : say("compare-not"),
      run: () => sheets.open({ name: "compare", place: where }),
    };
    return [usage, compare, alert, tag, buy, enable()];
  }
  const application = ladder.application;
  const { name } = application;
  const over = application.state === "banned" ? say("application-over", { application: name }) : undefined;
  return [
    usage,
    { id: "buy", label: say("do-buy"), not: over, run: () => sheets.open({ name: "buy", place: where }) },
    { id: "overage", label: say(application.overage ? "overage-do-off" : "overage-do-on"), not: over, run: () => sheets.open({ name: "overage", application: name, on: !application.overage }) },
    {
      id: "begin-class",
      label: say("do-begin-class"),
      not: application.state === "enabled" ? undefined : say("begin-class-not", { application: name }),
      run: () => sheets.open({ name: "begin-class", application: name }),
    },
    ...application.classes.map((one): Doing => ({ id: `end-class ${one.name}`, label: say("class-end-name", { class: one.name, application: name }), run: () => sheets.open({ name: "end-class", application: name, class: one }) })),
    tag,
    enable(over),
  ];
}
