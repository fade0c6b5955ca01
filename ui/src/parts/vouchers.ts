/** What a voucher pays for, and within which limits, in words. */
import { say } from "../messages/say";
import type { VoucherRow } from "../ipc/generated/VoucherRow";
import { listed, money } from "./format";

type Terms = Pick<VoucherRow, "pays" | "services" | "minimum" | "most" | "singleUse">;

export function paysFor(terms: Pick<Terms, "pays" | "services">): string {
  const what = terms.pays.length === 0 ? say("voucher-everything") : listed(terms.pays.map((mode) => say(`voucher-${mode}`)));
  return terms.services.length === 0 ? what : say("voucher-of-services", { what, services: listed(terms.services) });
}

export function limitsOf(terms: Pick<Terms, "minimum" | "most" | "singleUse">): string {
  const limits = [
    terms.minimum === null ? "" : say("voucher-minimum", { amount: money(terms.minimum) }),
    terms.most === null ? "" : say("voucher-most", { amount: money(terms.most) }),
    terms.singleUse ? say("voucher-single") : "",
  ];
  return limits.filter(Boolean).join(" · ");
}
