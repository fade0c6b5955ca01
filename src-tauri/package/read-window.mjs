// read-window.mjs PORT AMOUNT PICTURE: opens the installed window by WebDriver, waits until it shows the amount, and takes
// a picture of it.

import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const [port, amount, picture] = process.argv.slice(2);
const end = Date.now() + 60_000;

async function ask(method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.message || value.error}`);
  return value;
}

/** Asks again until there is an answer, since the driver has only just been started. */
async function until(what, attempt) {
  for (let last = ""; ; await pause(200)) {
    try {
      const answer = await attempt();
      if (answer) return answer;
    } catch (error) {
      last = error.message;
    }
    if (Date.now() > end) throw new Error(`${what} did not happen: ${last}`);
  }
}

await until("a driver that answers", async () => (await ask("GET", "/status")).ready);
const options = { binary: "/usr/bin/tollbook-desktop", args: [] };
const wanted = { alwaysMatch: { browserName: "wry", "webkitgtk:browserOptions": options } };
const session = `/session/${(await ask("POST", "/session", { capabilities: wanted })).sessionId}`;
const page = (script) => ask("POST", `${session}/execute/sync`, { script: `return ${script}`, args: [] });

// People read thousands in groups; the command line writes none.
const shown = new Intl.NumberFormat("en", { minimumFractionDigits: 2 }).format(amount);
let text = "";
try {
  await until(`a page with ${shown}`, async () => (text = await page("document.body.innerText")).includes(shown));
} catch (error) {
  throw new Error(`${error.message}; it shows:\n${text}`);
}
// What is painted follows what the page holds.
await ask("POST", `${session}/execute/async`, {
  script: "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))",
  args: [],
});
writeFileSync(picture, Buffer.from(await ask("GET", `${session}/screenshot`), "base64"));
await ask("DELETE", session);
