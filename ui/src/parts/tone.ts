/** The calm scale, and the tones that are not threats. */
export type Tone = "plain" | "good" | "note" | "soon" | "today" | "now" | "sample";
