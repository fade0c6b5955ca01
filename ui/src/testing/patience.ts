/** Waits end when what they wait for is there; this is only when to give up. */
import { configure } from "@testing-library/svelte";

configure({ asyncUtilTimeout: 20_000 });
