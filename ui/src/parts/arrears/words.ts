/** Sentences of arrears, from the codes and figures of their view. */
import { say, together } from "../../messages/say";
import { clock } from "../../state/clock.svelte";
import { dashed } from "../dashed";
import { money, relative, zoned } from "../format";
import type { DeadlineWords } from "../../ipc/generated/DeadlineWords";
import type { ArrearsView } from "../../ipc/generated/ArrearsView";
import type { RailStageView } from "../../ipc/generated/RailStageView";
import type { RungView } from "../../ipc/generated/RungView";

/** An absolute instant with its zone, and how far away it is. */
export function moment(at: number): string {
  return say("moment", { at: zoned(at), away: relative(at, clock.now) });
}

export function headline(view: ArrearsView): string {
  const at = view.nextAt ?? view.beganAt;
  const grace = view.everythingStops ? "arrears-everything" : "arrears";
  const stage = view.stage === "grace" ? grace : dashed(view.stage);
  return say(`verdict-${stage}`, { amount: money(view.owed), at: at === null ? "" : moment(at) });
}

export function stageName(stage: string): string {
  return say(`stage-${dashed(stage)}`);
}

/** A stage for those who do not see the rail. */
export function stageTold(stage: RailStageView): string {
  const name = stageName(stage.stage);
  if (stage.from === null) return say("rail-twin-normal", { stage: name });
  return say(`rail-twin-${stage.when}`, { stage: name, at: moment(stage.from) });
}

/** What a payment buys; where everything stops it buys more. */
export function rungWords(rung: RungView, everything: boolean): string {
  const code = dashed(rung.buys);
  const widely = everything && ["keeps-running", "runs-again", "prevents-release"].includes(code);
  return say(widely ? `everything-${code}` : `rung-${code}`);
}

/** `Pay $612.00 by Thu 20 Mar 15:00 (UTC+8)`. */
export function payWords(rung: RungView): string {
  const amount = money(rung.least);
  return rung.by === null ? say("pay", { amount }) : say("pay-by", { amount, at: zoned(rung.by) });
}

/** What a calendar says of each deadline; one whose instant has passed meanwhile is left out where the instants are known. */
export function deadlineWords(view: ArrearsView, account: string): DeadlineWords[] {
  const description = view.stage === "normal" ? say("calendar-ahead") : headline(view);
  const payments = view.rungs.map((rung) => ({
    of: "pay-" + dashed(rung.buys),
    summary: say("calendar-pay", { account, amount: money(rung.least) }),
    description: together(rungWords(rung, view.everythingStops), description, say("calendar-as-of", { at: moment(view.asOf) })),
  }));
  const stages = view.stages.map(({ stage }) => ({
    of: "begins-" + dashed(stage),
    summary: say("calendar-begins", { account, stage: stageName(stage) }),
    description,
  }));
  return [...payments, ...stages];
}
