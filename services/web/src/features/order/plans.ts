import type { Order } from '../../api/types';
import { wordOf } from '../../lib/templateTexts';

/** "2번째 진입" for `entry-2`; other parts have names of their own. */
export function legName(leg: string | null | undefined, names: Record<string, string>, numbered: (number: string) => string): string {
  const entry = /^entry-(\d+)$/.exec(leg ?? '');
  return entry?.[1] ? numbered(entry[1]) : wordOf(names, leg ?? '');
}

/** What still waits first, in the order in which it was placed; then what ended, the latest first. */
export function legsInOrder(plan: Order, isOpen: (order: Order) => boolean): Order[] {
  const legs = plan.legs ?? [];
  const placed = (a: Order, b: Order): number => a.created_at.localeCompare(b.created_at) || (a.leg ?? '').localeCompare(b.leg ?? '', 'en', { numeric: true });
  return [...legs.filter(isOpen).sort(placed), ...legs.filter((leg) => !isOpen(leg)).sort((a, b) => placed(b, a))];
}
