/** Copies a chart out of the window, and says what became of it. */
import { savePicture } from "../../ipc/call";
import { say } from "../../messages/say";
import { status } from "../../state/status.svelte";
import { errorWords } from "../errorWords";
import type { Portable } from "./portable";

export const kinds = ["svg", "png", "tsv"] as const;
export type Kind = (typeof kinds)[number];

/** Pixels of the picture per pixel of the window. */
const SCALE = 2;

export async function copyText(text: string, kind: Kind, title: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.tell(say(`figure-copied-${kind}`, { title }));
  } catch {
    status.tell(say("figure-not-copied", { title }));
  }
}

/** Into the clipboard; where that takes no pictures, into a file that the person names. */
export async function copyPicture(drawn: Portable, title: string): Promise<void> {
  const picture = pictureOf(drawn);
  try {
    // Whoever waits for the picture first has lost the key press that allows to copy it.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    status.tell(say("figure-copied-png", { title }));
  } catch {
    await save(picture, title);
  }
}

async function save(picture: Promise<Blob>, title: string): Promise<void> {
  const bytes = await picture.then((blob) => blob.arrayBuffer()).catch(() => undefined);
  if (!bytes) return status.tell(say("figure-not-drawn", { title }));
  const saved = await savePicture(`${title.replaceAll(/[/\\:*?"<>|]+/g, " ").trim()}.png`, new Uint8Array(bytes));
  if (!saved.ok) return status.tell(errorWords(saved.error));
  if (saved.value !== null) status.tell(say("figure-saved", { title, file: saved.value }));
}

/** Draws an SVG that holds all it needs. */
export async function pictureOf(drawn: Portable): Promise<Blob> {
  const image = new Image(drawn.width * SCALE, drawn.height * SCALE);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn.svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}
