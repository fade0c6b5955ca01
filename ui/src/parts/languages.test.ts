/** What is written and read differently in each language: the same figures, in all four. */
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { canSay, say, sayAround, speak, together } from "../messages/say";
import { clock } from "../state/clock.svelte";
import type { IpcError } from "../ipc/generated/IpcError";
import { stateWords } from "./applications/words";
import { moment } from "./arrears/words";
import { errorWords } from "./errorWords";
import { count, editable, instant, lasting, listed, money, moneyPieces, percent, relative, typedAmount, zoned } from "./format";

const LANGUAGES = ["en", "zh-CN", "pt-BR", "ar"] as const;
type InEach<T> = Record<(typeof LANGUAGES)[number], T>;

/** Marks of direction do not show. */
const seen = (text: string) => text.replaceAll(/[\u200E\u200F\u2066-\u2069]/g, "").replaceAll("\u00A0", " ");

async function each<T>(expected: InEach<T>, read: () => T): Promise<void> {
  for (const language of LANGUAGES) {
    await speak([language]);
    expect(read(), language).toEqual(expected[language]);
  }
}

beforeAll(() => clock.set(Date.UTC(2026, 1, 2, 4) / 1000));
afterEach(() => speak(["en"]));

describe("figures", () => {
  it("money stands as the language writes it, with one minus, in Latin digits", async () => {
    await each({ en: "−$1,234.50", "zh-CN": "−US$1,234.50", "pt-BR": "−US$ 1.234,50", ar: "−1,234.50 US$" }, () => seen(money("-1234.5", "USD")));
    await each({ en: "", "zh-CN": "", "pt-BR": "\u00A0", ar: "\u00A0" }, () => moneyPieces("5", "USD").gap);
  });

  it("an Arabic minus keeps its place before the digits", async () => {
    await speak(["ar"]);
    expect(count(-1234)).toBe("\u200E−1,234");
    expect(money("-5", "USD")).toBe("\u2066\u200E−5.00\u00A0US$\u2069");
  });

  it("percent is written in one way", async () => {
    await each({ en: "12.3%", "zh-CN": "12.3%", "pt-BR": "12,3%", ar: "12.3%" }, () => seen(percent(1234)));
  });

  it("instants, how far away and how long", async () => {
    const at = clock.now + 3 * 86_400;
    await each({ en: "5 Feb 2026, 04:00", "zh-CN": "2026年2月5日 04:00", "pt-BR": "5 de fev. de 2026, 04:00", ar: "5 فبراير 2026، 04:00" }, () => instant(at, "minute", 0));
    await each({ en: "in 3 days", "zh-CN": "3天后", "pt-BR": "em 3 dias", ar: "خلال 3 أيام" }, () => relative(at, clock.now));
    await each({ en: "3 hours", "zh-CN": "3小时", "pt-BR": "3 horas", ar: "3 ساعات" }, () => lasting(3 * 3600));
  });

  it("a list is joined as the language joins", async () => {
    await each({ en: "A, B, C", "zh-CN": "A、B、C", "pt-BR": "A, B, C", ar: "A وB وC" }, () => seen(listed(["A", "B", "C"])));
  });
});

describe("what was typed", () => {
  it("is read as the language writes it", async () => {
    await each({ en: "1234567.50", "zh-CN": "1234567.50", "pt-BR": "1234567.50", ar: "1234567.50" }, () => typedAmount(moneyPieces("1234567.5", "USD").digits));
    await each({ en: "84.20", "zh-CN": "84.20", "pt-BR": "84.20", ar: "84.20" }, () => typedAmount(editable("84.20")));
  });

  it("may have the digits and signs of Arabic", async () => {
    await speak(["ar"]);
    expect(typedAmount("١٬٢٣٤٫٥٠")).toBe("1234.50");
    expect(typedAmount("٨٤")).toBe("84");
    expect(typedAmount("\u200F۱۲٫۵")).toBe("12.5");
  });

  it("is never a hundred times as much because of a sign of another language", async () => {
    await speak(["pt-BR"]);
    expect(typedAmount("612.00")).toBe("612.00");
    expect(typedAmount("1.234")).toBe("1234");
    await speak(["en"]);
    expect(typedAmount("12,50")).toBe("12,50");
    expect(typedAmount("1,23,4")).toBe("1,23,4");
  });
});

describe("sentences", () => {
  it("a deadline names its zone and how far away it is", async () => {
    const at = clock.now + 3 * 86_400;
    await each(
      { en: "Thu 5 Feb, 12:00 (UTC+8)", "zh-CN": "2月5日周四 12:00（UTC+8）", "pt-BR": "qui., 5 de fev., 12:00 (UTC+8)", ar: "الخميس، 5 فبراير، 12:00 (UTC+8)" },
      () => seen(zoned(at)),
    );
    await each({ en: ", in 3 days", "zh-CN": "，3天后", "pt-BR": ", em 3 dias", ar: "، خلال 3 أيام" }, () => seen(moment(at)).slice(seen(zoned(at)).length));
  });

  it("leave a gap between them where the language has one", async () => {
    await each({ en: "A. B.", "zh-CN": "A.B.", "pt-BR": "A. B.", ar: "A. B." }, () => together("A.", "", "B."));
  });

  it("hold what is not text in their middle", async () => {
    await each(
      {
        en: ["Tell me when available credit falls below ", "."],
        "zh-CN": ["可用额度低于 ", " 时通知我。"],
        "pt-BR": ["Avisar quando o crédito disponível cair abaixo de ", "."],
        ar: ["أشعرني عندما ينزل الائتمان المتاح عن ", "."],
      },
      () => sayAround("rule-balance", "amount").map(seen),
    );
  });

  it("an application’s state is told with its causes", async () => {
    const application = { state: "suspended", causes: [{ cause: "arrears" }, { cause: "quota" }] } as unknown as Parameters<typeof stateWords>[0];
    for (const language of LANGUAGES) {
      await speak([language]);
      const causes = seen(listed([say("cause-arrears"), say("cause-quota")]));
      const joint = language === "zh-CN" ? "：" : ": ";
      expect(seen(stateWords(application)), language).toBe(`${say("application-suspended")}${joint}${causes}`);
    }
  });

  it("what was found late is told with how much later, not as a time to come", async () => {
    await each(
      {
        en: "Found 3 hours later, when the program was started again.",
        "zh-CN": "3小时后再次启动程序时才发现。",
        "pt-BR": "Notado só quando o programa foi reaberto, 3 horas depois.",
        ar: "اكتُشف متأخرًا (3 ساعات)، عند تشغيل البرنامج من جديد.",
      },
      () => seen(say("told-found", { after: lasting(3 * 3600) })),
    );
  });

  it("one is not several", async () => {
    await each(
      { en: "Buy one call for $5.00", "zh-CN": "以 US$5.00 购买 1 次调用", "pt-BR": "Comprar uma chamada por US$ 5,00", ar: "شراء استدعاء واحد مقابل 5.00 US$" },
      () => seen(say("buy-confirm", { count: 1, shown: "1", price: money("5", "USD") })),
    );
  });
});

describe("errors", () => {
  const error = (code: string, args: Record<string, string>) => ({ code, args }) as unknown as IpcError;

  it("tell a day as people do", async () => {
    await each({ en: "6 Mar 2026", "zh-CN": "2026年3月6日", "pt-BR": "6 de mar. de 2026", ar: "6 مارس 2026" }, () => {
      const words = seen(errorWords(error("refund_window_closed", { day: "2026-03-06" })));
      return words.includes(instant(Date.UTC(2026, 2, 6) / 1000, "day", 0)) ? instant(Date.UTC(2026, 2, 6) / 1000, "day", 0) : words;
    });
  });

  it("call a field and what is expected by their words", async () => {
    for (const language of LANGUAGES) {
      await speak([language]);
      expect(seen(errorWords(error("field_needed", { file: "a.csv", field: "status" })))).toContain(say("field-status"));
      const wrong = (expected: string) => seen(errorWords(error("rules_wrong", { line: "3", field: "rule.path", found: "nothing", expected })));
      expect(wrong('a path like "/v2/*/ocr/passport"')).toContain(say("expected-a-path-like"));
      expect(wrong("a name, or ignore = true")).toContain(say("expected-a-name-or-ignore"));
      expect(wrong("a column's name")).toContain(say("expected-a-columns-name"));
      expect(wrong("one of path, region")).toContain(seen(listed(["path", "region"])));
      expect(wrong("[rules]")).toContain("[rules]");
      expect(canSay("expected-nothing")).toBe(true);
    }
  });
});
