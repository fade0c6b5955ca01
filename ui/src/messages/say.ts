/** Every sentence of the window comes from the catalogues in `src-tauri/messages`, by key. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { speech } from "../state/speech.svelte";
import { units } from "../state/units.svelte";

export type Args = Record<string, FluentVariable>;

/** Languages that have a catalogue. */
export const written = ["en", "zh-CN", "pt-BR", "ar"] as const;
export type Language = (typeof written)[number];

const english = import.meta.glob<string>("@messages/en/*.ftl", { query: "?raw", import: "default", eager: true });
const englishOfApplications = import.meta.glob<string>("@messages/en/applications/*.ftl", { query: "?raw", import: "default", eager: true });
const others = import.meta.glob<string>("@messages/{zh-CN,pt-BR,ar}/**/*.ftl", { query: "?raw", import: "default" });

/** A language: its sentences, and those that say it differently of applications and their minutes. */
interface Spoken {
  usual: FluentBundle;
  ofApplications: FluentBundle;
}

const fallback: Spoken = { usual: bundleOf("en", Object.values(english)), ofApplications: bundleOf("en", Object.values(englishOfApplications)) };
let languages = [fallback];
let asked = 0;

/** The sentence for a key. Money and instants are formatted before they enter; plain numbers choose plurals. */
export function say(key: string, args: Args = {}): string {
  for (const bundle of bundles()) {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern) return fromTheRight(bundle.formatPattern(pattern, args, []));
  }
  return key;
}

/**
 * What is put into an Arabic sentence is isolated, and so does not tell in which direction the sentence itself goes where
 * it is put into another: a mark at its beginning does.
 */
function fromTheRight(text: string): string {
  return speech.language === "ar" && text.includes("\u2068") ? `\u200F${text}` : text;
}

/** Whether a catalogue has a sentence for a key: codes from Rust may be newer than the window. */
export function canSay(key: string): boolean {
  return bundles().some((bundle) => bundle.hasMessage(key));
}

/** Where sentences are looked for, in order: an account of applications has words of its own. */
function bundles(): FluentBundle[] {
  // Read, so that whoever says something says it again in another language.
  void speech.language;
  return languages.flatMap((one) => (units.applications ? [one.ofApplications, one.usual] : [one.usual]));
}

/** The language spoken now; also the one numbers are written in. */
export function language(): Language {
  return speech.language;
}

/** The language as formatters know it: with Latin digits in Arabic too, whatever the machine prefers there. */
export function numberLanguage(): string {
  return withLatinDigits(speech.language);
}

/** Dates are written day first with 24 hours in English, because deadlines must not be misread. */
export function dateLanguage(): string {
  return speech.language === "en" ? "en-GB" : numberLanguage();
}

/** A sentence in two halves, around the argument that is not text but a control or a figure that explains itself. */
export function sayAround(key: string, name: string, args: Args = {}): [string, string] {
  const [before = "", after = ""] = say(key, { ...args, [name]: SLOT }).split(SLOT_ISOLATED);
  return [before, after];
}

/** Sentences one after the other; not every language leaves a gap between them. */
export function together(...sentences: (string | undefined)[]): string {
  return sentences.filter(Boolean).join(say("sentence-gap"));
}

const SLOT = "\uFFFC";
const SLOT_ISOLATED = /\u2068?\uFFFC\u2069?/;

/** Takes the first language that a catalogue exists for; English where a sentence is missing. */
export async function speak(wanted: readonly string[]): Promise<void> {
  const spoken = wanted.map(closest).find((one) => one !== undefined) ?? "en";
  const turn = (asked += 1);
  const catalogues = spoken === "en" ? [fallback] : [await read(spoken), fallback];
  // Another language was asked for meanwhile.
  if (turn !== asked) return;
  languages = catalogues;
  speech.language = spoken;
  document.documentElement.lang = spoken;
  document.documentElement.dir = spoken === "ar" ? "rtl" : "ltr";
}

async function read(spoken: Language): Promise<Spoken> {
  const files = Object.entries(others).filter(([path]) => path.includes(`/${spoken}/`));
  const texts = (wanted: boolean) => Promise.all(files.filter(([path]) => path.includes("/applications/") === wanted).map(([, text]) => text()));
  return { usual: bundleOf(spoken, await texts(false)), ofApplications: bundleOf(spoken, await texts(true)) };
}

function withLatinDigits(tag: Language): string {
  return tag === "ar" ? "ar-u-nu-latn" : tag;
}

function closest(tag: string): Language | undefined {
  const [base] = tag.toLowerCase().split(/[-_.]/);
  return written.find((one) => one.toLowerCase() === tag.toLowerCase()) ?? written.find((one) => one.split("-")[0] === base);
}

function bundleOf(tag: Language, texts: readonly string[]): FluentBundle {
  // Isolation marks keep Latin names in order inside Arabic; elsewhere they only get in the way of copying.
  const bundle = new FluentBundle(withLatinDigits(tag), { useIsolating: tag === "ar" });
  for (const text of texts) bundle.addResource(new FluentResource(text));
  return bundle;
}
