/** Each language is called what its speakers call it. */
import type { Language } from "./say";

export const languageNames: Record<Language, string> = { en: "English", "zh-CN": "简体中文", "pt-BR": "Português (Brasil)", ar: "العربية" };
