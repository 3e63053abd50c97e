import type { Order } from '../../api/types';
import { wordOf } from '../../lib/templateTexts';

/** "2번째 진입" for `entry-2`; other parts have names of their own. */
export function legName(leg: string | null | undefined, names: Record<string, string>, numbered: (number: string) => string): string {
  const entry = /^entry-(\d+)$/.exec(leg ?? '');
  return entry?.[1] ? numbered(entry[1]) : wordOf(names, leg ?? '');
}

/** The part that matters now first: what is open, then what ended last. */
export function legsInOrder(plan: Order, isOpen: (order: Order) => boolean): Order[] {
  const rank = (leg: Order): number => (isOpen(leg) ? 0 : 1);
  return [...(plan.legs ?? [])].sort((a, b) => rank(a) - rank(b) || b.created_at.localeCompare(a.created_at));
}
