/** The language that is spoken now: what is said is said again when it changes. */
class Speech {
  language = $state<"en" | "zh-CN" | "pt-BR" | "ar">("en");
}

export const speech = new Speech();
