/** What is foreseen. It takes longer than a screen may wait: screens are painted without it, and it is put in when it comes. */
import { untrack } from "svelte";
import { call } from "../ipc/call";
import type { AccountsView } from "../ipc/generated/AccountsView";
import type { Commands } from "../ipc/generated/Commands";
import type { Reply } from "../ipc/reply";
import type { ForecastChartQuery } from "../ipc/generated/ForecastChartQuery";
import type { ForecastChartView } from "../ipc/generated/ForecastChartView";
import type { ForecastView } from "../ipc/generated/ForecastView";
import { changes } from "./changes.svelte";

/** How many answers are waited for: whoever wants to see everything waits until there are none. */
export const foreseeing = $state({ count: 0 });

async function asked<C extends "forecast" | "forecast_chart" | "accounts">(name: C, query: Commands[C][0]): Promise<Reply<Commands[C][1]>> {
  foreseeing.count += 1;
  const reply = await call(name, query);
  foreseeing.count -= 1;
  return reply;
}

/** Of the account on screen. What was foreseen before stays until what replaces it is there. */
class Forecast {
  view = $state.raw<ForecastView>();
  failed = $state(false);
  #of = "";
  #turn = 0;

  async load(accountId: string): Promise<void> {
    if (this.#of !== accountId) this.view = undefined;
    this.#of = accountId;
    const turn = (this.#turn += 1);
    const reply = await asked("forecast", { accountId });
    if (turn !== this.#turn) return;
    this.failed = !reply.ok;
    this.view = reply.ok ? reply.value : undefined;
  }
}

export const forecast = new Forecast();

/** Asks when a screen is shown and when the books change. For the beginning of a component. */
export function foresee(accountId: () => string): void {
  $effect(() => {
    void changes.version;
    const id = accountId();
    untrack(() => void forecast.load(id));
  });
}

class AheadChart {
  view = $state.raw<ForecastChartView>();
  #of = "";
  #turn = 0;

  async load(query: ForecastChartQuery): Promise<void> {
    const of = JSON.stringify(query);
    if (this.#of !== of) this.view = undefined;
    this.#of = of;
    const turn = (this.#turn += 1);
    const reply = await asked("forecast_chart", query);
    if (turn === this.#turn) this.view = reply.ok ? reply.value : undefined;
  }
}

/** A chart with what is foreseen in it, once that is there; the same one without has its size. */
export function chartAhead(query: () => ForecastChartQuery): AheadChart {
  const chart = new AheadChart();
  $effect(() => {
    void changes.version;
    const wanted = query();
    untrack(() => void chart.load(wanted));
  });
  return chart;
}

/** All accounts with what usage to come makes. */
export function foreseenAccounts(): Promise<Reply<AccountsView>> {
  return asked("accounts", { foreseen: true });
}

class AccountsAhead {
  view = $state.raw<AccountsView>();
  #turn = 0;

  async load(): Promise<void> {
    const turn = (this.#turn += 1);
    const reply = await foreseenAccounts();
    if (turn === this.#turn) this.view = reply.ok ? reply.value : undefined;
  }
}

/** All accounts with what usage to come makes, once that is there. For the beginning of a component. */
export function accountsAhead(): AccountsAhead {
  const accounts = new AccountsAhead();
  $effect(() => {
    void changes.version;
    untrack(() => void accounts.load());
  });
  return accounts;
}
