import type { Amendment, Order } from '../../api/types';
import { compare, isDecimal, sign } from '../../lib/decimal';

const PLAIN = ['price', 'stop_price', 'trail_pct', 'trail_amount', 'quantity'] as const;
const PLAN = ['price', 'stop_price', 'take_profit', 'stop_loss', 'quantity'] as const;
export type AmendField = (typeof PLAIN)[number] | (typeof PLAN)[number];

/** What this order has and could have otherwise; a plain order's exits are changed at the position. */
export function amendable(order: Order): AmendField[] {
  const fields: readonly AmendField[] = order.legs ? PLAN : PLAIN;
  return fields.filter((field) => order[field] != null);
}

/** Only what was changed; undefined while nothing was, or something is no number. */
export function changes(order: Order, typed: Partial<Record<AmendField, string>>): Amendment | undefined {
  const found: Amendment = {};
  for (const field of amendable(order)) {
    const text = typed[field];
    if (text === undefined) continue;
    if (!isDecimal(text) || sign(text) <= 0) return undefined;
    if (compare(text, order[field] ?? '0') !== 0) found[field] = text;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
