// Writes the notices of the code that is linked or bundled into the programs to standard output: crates, C sources that
// come inside crates, and packages of the window. A text that several share stands once. Needs no network: everything
// was fetched to be built.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const PROGRAMS = ["tollbook-cli", "tollbook-desktop"];
const A_NOTICE = /^(licen[cs]e|copying|copyright|notice|unlicense)([-._].*)?$/i;
const NOT_THE_CODE = new Set(["node_modules", "target", "tests", "test", "examples", "benches", "docs", "doc", "fuzz"]);

const told = (program, ...words) => execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });

/** Licence files of a package, also of what it carries in folders of its own, such as the sources of a C library. */
function notices(folder, depth = 2) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isFile()) return A_NOTICE.test(entry.name) ? [readFileSync(path, "utf8")] : [];
    return entry.isDirectory() && depth > 0 && !NOT_THE_CODE.has(entry.name) ? notices(path, depth - 1) : [];
  });
}

/** What the programs are linked from: no build tools, no macros, no code of ours. */
function crates() {
  const host = /^host: (.*)$/m.exec(told("rustc", "-vV"))[1];
  const metadata = JSON.parse(told("cargo", "metadata", "--format-version=1", "--locked", "--filter-platform", host));
  const packages = new Map(metadata.packages.map((one) => [one.id, one]));
  const links = new Map(metadata.resolve.nodes.map((node) => [node.id, node.deps]));
  const isMacro = (id) => packages.get(id).targets.some((target) => target.kind.includes("proc-macro"));
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || isMacro(id)) return;
    seen.add(id);
    for (const link of links.get(id)) if (link.dep_kinds.some((kind) => kind.kind === null)) visit(link.pkg);
  };
  for (const one of metadata.packages) if (PROGRAMS.includes(one.name)) visit(one.id);
  return [...seen]
    .map((id) => packages.get(id))
    .filter((one) => one.source !== null)
    .map((one) => ({ name: `${one.name} ${one.version}`, terms: one.license, folder: dirname(one.manifest_path) }));
}

/** What the window's page is bundled from. */
function windowPackages() {
  const locked = JSON.parse(readFileSync("ui/package-lock.json", "utf8")).packages;
  return Object.entries(locked)
    .filter(([path, one]) => path !== "" && !one.dev && existsSync(join("ui", path)))
    .map(([path, one]) => ({
      name: `${path.split("node_modules/").at(-1)} ${one.version}`,
      terms: one.license,
      folder: join("ui", path),
    }));
}

const used = [...crates(), ...windowPackages()].sort((a, b) => (a.name < b.name ? -1 : 1));
const named = new Map();
for (const one of used) {
  for (const text of notices(one.folder)) {
    const tidy = text.replace(/\r\n?/g, "\n").replace(/[ \t]+$/gm, "").trim();
    if (tidy === "") continue;
    const names = named.get(tidy) ?? [];
    if (!names.includes(one.name)) named.set(tidy, [...names, one.name]);
  }
}

const rule = "=".repeat(100);
console.log("Tollbook is built from the packages below and the Rust standard library (MIT OR Apache-2.0).");
console.log("Which terms each of them names, then the notices they carry.\n");
for (const one of used) console.log(`  ${one.name}: ${one.terms ?? "see its notice"}`);
for (const [text, names] of named) console.log(`\n${rule}\n${names.join(", ")}\n${rule}\n\n${text}`);
