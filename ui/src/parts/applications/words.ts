/** What the state of an application and the causes of it mean to a reader. */
import { say } from "../../messages/say";
import { listed } from "../format";
import type { ApplicationView } from "../../ipc/generated/ApplicationView";
import type { Tone } from "../tone";

/** What is wrong with an application costs classes, so it asks for more than a note. */
export function stateTone(application: ApplicationView): Tone {
  switch (application.state) {
    case "enabled":
      return "good";
    case "suspended":
      return application.causes.some((one) => one.cause === "arrears") ? "now" : "today";
    case "banned":
      return "now";
    default:
      return "plain";
  }
}

export function causeTone(cause: string): Tone {
  switch (cause) {
    case "arrears":
    case "banned":
      return "now";
    case "manual":
      return "plain";
    default:
      return "today";
  }
}

/** State and causes in one line, for sentences and for those who do not see chips. */
export function stateWords(application: ApplicationView): string {
  const state = say(`application-${application.state}`);
  const causes = application.causes.map((one) => say(`cause-${one.cause}`)).filter((cause) => cause !== state);
  return causes.length === 0 ? state : say("named", { name: state, what: listed(causes) });
}
