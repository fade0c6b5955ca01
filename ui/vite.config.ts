import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const messages = fileURLToPath(new URL("../src-tauri/messages", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  base: "./",
  plugins: [svelte(), svelteTesting()],
  resolve: { alias: { "@messages": messages } },
  server: { port: 5173, strictPort: true, fs: { allow: [here, messages] } },
  build: {
    target: "es2023",
    // WebKitGTK 2.50 and its kin know all we write; nothing has to be rewritten for older engines.
    cssTarget: "safari18",
    // The policy of the window allows fonts and styles from files only, never from data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // It is read from the program itself, not from a network.
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/testing/patience.ts"],
    // Whole screens of a year of usage, on a machine that may be building something else.
    testTimeout: 60_000,
  },
});
