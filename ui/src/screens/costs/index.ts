import ChartPie from "@lucide/svelte/icons/chart-pie";
import { screen } from "../../frame/screen";
import type { AllocationView } from "../../ipc/generated/AllocationView";
import type { AnalysisView } from "../../ipc/generated/AnalysisView";
import type { CompositionView } from "../../ipc/generated/CompositionView";
import type { FindingsView } from "../../ipc/generated/FindingsView";
import Costs from "./Screen.svelte";
import { load } from "./load";

/** What one of the tabs shows. */
export type CostsShown =
  | { tab: "composition"; view: CompositionView }
  | { tab: "allocation"; view: AllocationView }
  | { tab: "analysis"; view: AnalysisView }
  | { tab: "optimization"; view: FindingsView };

export const costs = screen<CostsShown>({ name: "costs", letter: "c", title: "screen-costs", icon: ChartPie, load, show: Costs });
