import type { Preview, Side } from '../../api/types';
import { add, type Decimal, sign, sub } from '../../lib/decimal';
import { Problem } from '../../lib/problem';

/** Answers belong to what was asked: what is typed meanwhile has none until its own arrives. */
export function answerFor<A>(typed: string | undefined, asked: string | undefined, answer: A): A | undefined {
  return typed !== undefined && typed === asked ? answer : undefined;
}

export type LineName = 'estimate' | 'fee' | 'tax' | 'margin' | 'needed' | 'pays' | 'receives';

/** What the server reckons an order to cost, line by line; the last is what matters. Empty while nobody knows a price. */
export function linesOf(preview: Preview, side: Side): { name: LineName; amount: Decimal }[] {
  const { notional, fee, tax, margin, reserved } = preview;
  if (notional == null || fee == null) return [];
  const lines: { name: LineName; amount: Decimal }[] = [{ name: 'estimate', amount: notional }, { name: 'fee', amount: fee }];
  if (tax != null && sign(tax) !== 0) lines.push({ name: 'tax', amount: tax });
  if (margin != null) {
    if (sign(margin) > 0) lines.push({ name: 'margin', amount: margin });
    return [...lines, { name: 'needed', amount: reserved ?? add(margin, fee) }];
  }
  if (side === 'BUY') return [...lines, { name: 'pays', amount: add(add(notional, fee), tax ?? '0') }];
  return [...lines, { name: 'receives', amount: sub(sub(notional, fee), tax ?? '0') }];
}

/** What is wrong with the order itself; that the server is away or busy is no news about it. */
export function speaksAgainst(problem: unknown): problem is Problem {
  return problem instanceof Problem && [400, 404, 409, 422].includes(problem.status);
}
